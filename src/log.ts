/** Structured logs without personal data: what is listed here never reaches a line, whoever logs it by mistake. */
import { type DestinationStream, type Logger, pino } from 'pino';
import { CrmError } from './usecases/crm-error.ts';

/** Names of fields that hold persons, secrets or content, at the top and one level below. */
const personal = ['email', 'userEmail', 'label', 'firstname', 'lastname', 'phone', 'body', 'code'];
const secrets = [
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'client_secret',
  'authorization',
  'cookie',
];
const hidden = [...personal, ...secrets].flatMap((name) => [name, `*.${name}`]);

export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, redact: { paths: hidden, censor: '[hidden]' }, serializers: { err: errorFields } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export type ErrorFields = {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly failure?: string;
  readonly correlationId?: string | null;
  readonly cause?: ErrorFields;
};

const deepest = 3;

/**
 * An error as far as it may be logged. What the database or the network says may quote values (a duplicate key, an
 * address); those errors carry a code, which is kept in place of their words. Our own errors and bugs speak in full.
 */
export function errorFields(error: unknown, depth = 0): ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const cause =
    error.cause instanceof Error && depth < deepest ? { cause: errorFields(error.cause, depth + 1) } : {};
  if (error instanceof CrmError) {
    const { failure, correlationId } = error;
    return { type: error.name, message: error.message, failure, correlationId, ...cause };
  }
  const message = 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { type: error.name, message, stack: places.slice(0, 8).join('\n'), ...cause };
}
