/** The bytes of a request's body as they came: bounded in size and in time, never decompressed. */
import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.ts';

export type BodyLimits = { readonly maxBytes: number; readonly timeoutMs: number };

/** HubSpot's largest delivery (100 events) is some 40 kB; its proxy for cards takes 1 MB. */
export const defaultBodyLimits: BodyLimits = { maxBytes: 2 * 1024 * 1024, timeoutMs: 10_000 };

/** Throws 413 as soon as the limit is passed, 408 when the sender stalls. */
export function rawBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limits.maxBytes) return reject(tooLarge());
    const chunks: Buffer[] = [];
    let size = 0;
    // At once, not when the promise is looked at: every request closes at last, and an error that nobody sees costs as much
    // as one that somebody does.
    const end = () => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onError).off('close', onClose);
    };
    const fail = (error: HttpError) => {
      end();
      reject(error);
    };
    const timer = setTimeout(() => fail(new HttpError(408, 'the body did not end')), limits.timeoutMs);
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.maxBytes) fail(tooLarge());
      else chunks.push(chunk);
    };
    const onEnd = () => {
      end();
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    };
    const onError = (cause: unknown) => fail(new HttpError(400, 'the body was cut off', { cause }));
    const onClose = () => fail(new HttpError(400, 'the connection was closed'));
    request.on('data', onData).on('end', onEnd).on('error', onError).on('close', onClose);
  });
}

/** The rest of the body is not worth reading, so the connection ends with the answer. */
function tooLarge(): HttpError {
  return new HttpError(413, 'the body is too large');
}

/** Throws 415 for anything but plain JSON in UTF-8. */
export function requireJson(request: IncomingMessage): void {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (type.trim() !== 'application/json' || !isUtf8 || encoding !== 'identity') {
    throw new HttpError(415, 'not plain JSON in UTF-8');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Throws 400 for bytes that are no UTF-8 or no JSON. */
export function parsedJson(body: Uint8Array): { readonly text: string; readonly value: unknown } {
  try {
    const text = utf8.decode(body);
    const value: unknown = JSON.parse(text);
    return { text, value };
  } catch (cause) {
    throw new HttpError(400, 'the body is no JSON', { cause });
  }
}
