/** Writes each API call and its answer as one JSON line, to be checked against HubSpot's schemas afterwards. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Request } from 'express';

export type TrafficRecorder = {
  record(request: Request, answer: { readonly status: number; readonly body?: unknown }): void;
  close(): void;
};

const secretFields = /"(access_token|refresh_token|client_secret|code|token|id_token)":"[^"]*"/g;
const secretFormFields = /\b(refresh_token|client_secret|code|token|code_verifier)=[^&"]*/g;

/** @param file JSONL file that is begun anew; nothing is recorded without one. Tokens and secrets are left out. */
export function createTrafficRecorder(file: string | undefined): TrafficRecorder {
  if (file === undefined) return { record: () => {}, close: () => {} };
  const handle = openSync(file, 'w');
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
