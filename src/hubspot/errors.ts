/**
 * HubSpot's refusals become `CrmError` here and nowhere else. Only statuses and HubSpot's documented codes decide, never
 * the wording of a message. https://developers.hubspot.com/docs/api-reference/error-handling
 */
import { CrmError, type CrmFailure } from '../usecases/crm-error.ts';
import { type ErrorBody, errorSchema } from './schemas.ts';

/** One answer, read to its end. `body` is parsed JSON, or the raw text where it is none. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterMs: number | null;
  /** What is left of the rolling window; null where HubSpot does not say. */
  readonly remaining: number | null;
};

/** HubSpot asks for at least two seconds on a locked record (423). */
const lockedWaitMs = 2_000;

const retriedFailures: readonly CrmFailure[] = ['rate-limited', 'unavailable', 'timeout'];

/** Worth another try within the same call; everything else is the same again a second later. */
export function isPassing(error: unknown): error is CrmError {
  return error instanceof CrmError && retriedFailures.includes(error.failure);
}

export function refused(doing: string, answer: Answer): CrmError {
  const parsed = errorSchema.safeParse(answer.body);
  const body: ErrorBody = parsed.success ? parsed.data : {};
  const failure = failureOf(answer.status, body);
  return new CrmError(`Cannot ${doing}: HubSpot answered ${answer.status} (${codeOf(body) ?? failure})`, {
    failure,
    retryAfterMs: answer.retryAfterMs ?? (answer.status === 423 ? lockedWaitMs : null),
    correlationId: body.correlationId ?? null,
    cause: {
      status: answer.status,
      category: body.category,
      codes: codesOf(body),
      properties: propertiesOf(body),
      policyName: body.policyName,
    },
  });
}

/** The network failed before or while HubSpot answered; the result of the call is unknown. */
export function unreachable(doing: string, cause: unknown): CrmError {
  return new CrmError(`Cannot ${doing}: HubSpot cannot be reached`, { failure: 'unavailable', cause });
}

export function timedOut(doing: string, afterMs: number): CrmError {
  return new CrmError(`Cannot ${doing}: no whole answer within ${afterMs} ms`, { failure: 'timeout' });
}

export function unreadable(doing: string, cause: unknown): CrmError {
  return new CrmError(`Cannot ${doing}: the answer is not what HubSpot documents`, {
    failure: 'unreadable-answer',
    cause,
  });
}

/** HubSpot's machine-readable codes of a refusal, wherever it put them. */
export function codesOf(body: ErrorBody): readonly string[] {
  const nested = (body.errors ?? []).flatMap((error) => [error.code, error.subCategory]);
  return [body.category, body.subCategory, body.status, body.error, body.errorType, ...nested].filter(
    (code): code is string => code !== undefined && code !== 'error',
  );
}

/** The codes kept with a `CrmError` of this adapter; empty for any other error. */
export function codesOfError(error: CrmError): readonly string[] {
  return textsOf(error.cause, 'codes');
}

/** The properties that a refusal names; none for any other error. */
export function propertiesOfError(error: CrmError): readonly string[] {
  return textsOf(error.cause, 'properties');
}

function propertiesOf(body: ErrorBody): readonly string[] {
  return [...new Set((body.errors ?? []).flatMap(({ context }) => context?.['propertyName'] ?? []))];
}

function textsOf(cause: unknown, field: 'codes' | 'properties'): readonly string[] {
  if (typeof cause !== 'object' || cause === null) return [];
  const found: unknown = Object.entries(cause).find(([name]) => name === field)?.[1];
  return Array.isArray(found) ? found.filter((text): text is string => typeof text === 'string') : [];
}

function codeOf(body: ErrorBody): string | undefined {
  return codesOf(body)[0];
}

function failureOf(status: number, body: ErrorBody): CrmFailure {
  const codes = codesOf(body);
  if (status === 429) return 'rate-limited';
  if (status === 401) return 'unauthorized';
  if (status === 403) return codes.includes('MISSING_SCOPES') ? 'missing-scope' : 'unauthorized';
  if (status === 404) return 'not-found';
  if (status === 408 || status === 524) return 'timeout';
  if (status === 423 || status === 477 || status >= 500) return 'unavailable';
  if (codes.includes('PROPERTY_DOESNT_EXIST')) return 'property-missing';
  return 'invalid-input';
}

/** The token endpoint speaks another language: RFC 6749 codes beside HubSpot's own. */
export function tokenRefused(doing: string, answer: Answer): CrmError {
  const plain = refused(doing, answer);
  const failure = tokenFailure(codesOfError(plain), plain.failure);
  if (failure === plain.failure) return plain;
  return new CrmError(plain.message, {
    failure,
    retryAfterMs: plain.retryAfterMs,
    correlationId: plain.correlationId,
    cause: plain.cause,
  });
}

/**
 * A wrong secret of ours must never look like an uninstall: the codes of our own credentials are asked first.
 * `invalid_grant` alone is ambiguous (a code or a refresh token); the callers know which of the two they sent.
 */
function tokenFailure(codes: readonly string[], otherwise: CrmFailure): CrmFailure {
  const has = (...wanted: string[]) => wanted.some((code) => codes.includes(code));
  if (
    has('invalid_client', 'unauthorized_client', 'BAD_CLIENT_ID', 'BAD_CLIENT_SECRET', 'BAD_REDIRECT_URI')
  ) {
    return 'our-credentials';
  }
  if (has('BAD_REFRESH_TOKEN')) return 'installation-gone';
  if (has('BAD_AUTH_CODE')) return 'invalid-input';
  if (has('BAD_HUB', 'access_denied')) return 'unauthorized';
  if (has('invalid_grant')) return 'installation-gone';
  return otherwise;
}
