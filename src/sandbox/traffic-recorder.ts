/** Writes each API call and its answer as one JSON line, to be checked against HubSpot's schemas afterwards. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Request } from 'express';

export type TrafficRecorder = {
  record(request: Request, answer: { readonly status: number; readonly body?: unknown }): void;
  close(): void;
};

const secretFields = /"(access_token|refresh_token|client_secret|code|token|id_token)":"[^"]*"/g;
const secretFormFields = /\b(refresh_token|client_secret|code|token|code_verifier)=[^&"]*/g;

/** The file cannot be written; the message says what to do. */
export class RecordFileError extends Error {
  override readonly name = 'RecordFileError';
}

/** @throws RecordFileError. @param file JSONL file that is begun anew; nothing is recorded without one. Tokens and secrets are left out. */
export function createTrafficRecorder(file: string | undefined): TrafficRecorder {
  if (file === undefined) return { record: () => {}, close: () => {} };
  const handle = opened(file);
  return {
    record(request, answer) {
      const [path = '', query] = request.originalUrl.split('?');
      const line = JSON.stringify({
        method: request.method,
        path,
        ...(query === undefined ? {} : { query }),
        requestBody: requestBody(request),
        status: answer.status,
        responseBody: answer.body,
      });
      writeSync(handle, `${path.startsWith('/oauth/') ? withoutSecrets(line) : line}\n`);
    },
    close: () => closeSync(handle),
  };
}

function opened(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (cause) {
    throw new RecordFileError(`Cannot write to ${file}: name a file in a folder that exists.`, { cause });
  }
}

function requestBody(request: Request): unknown {
  if (typeof request.body !== 'string' || request.body === '') return undefined;
  if (!request.is('application/json')) return request.body;
  try {
    return JSON.parse(request.body);
  } catch {
    return request.body;
  }
}

function withoutSecrets(line: string): string {
  return line
    .replace(secretFields, (_, name: string) => `"${name}":"[secret]"`)
    .replace(secretFormFields, (_, name: string) => `${name}=secret`);
}
