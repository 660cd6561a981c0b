/**
 * One try of one HTTP call to HubSpot: no turn, no retry, but an end. HubSpot's own client carries it (`apiRequest` on
 * our dated paths). Its retry and limiter stay off: both sit in a process-wide singleton that every new `Client`
 * replaces, so with several portals one would take the other's settings; and both ignore Retry-After.
 */
import { Client } from '@hubspot/api-client';
import type { Clock } from '../usecases/ports.ts';
import { type Answer, timedOut, unreachable } from './errors.ts';

export type HttpCall = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** A form body; the token endpoint refuses JSON. */
  readonly form?: Readonly<Record<string, string>>;
  /** What is being attempted, for errors: "read the emails of portal 7". */
  readonly doing: string;
};

/** One call with its answer, for traffic checks in tests; token values never pass here. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
};

export type Transport = (call: HttpCall, accessToken: string | null) => Promise<Answer>;

/** Longer than HubSpot's slowest batch, shorter than its own 100 s cut (524). */
export const requestTimeoutMs = 30_000;

export function createTransport(options: {
  readonly basePath: string;
  readonly clock: Clock;
  readonly timeoutMs?: number;
  readonly record?: (exchange: Exchange) => void;
}): Transport {
  const timeoutMs = options.timeoutMs ?? requestTimeoutMs;
  return async (call, accessToken) => {
    const client = new Client({
      basePath: options.basePath,
      ...(accessToken === null ? {} : { accessToken }),
    });
    const answer = await withinTime(call.doing, timeoutMs, (signal) =>
      send(client, call, options.clock, signal),
    );
    options.record?.({
      method: call.method,
      path: call.path,
      query: call.query ?? {},
      requestBody: call.form === undefined ? call.json : undefined,
      status: answer.status,
      responseBody: call.form === undefined ? answer.body : undefined,
    });
    return answer;
  };
}

async function send(client: Client, call: HttpCall, clock: Clock, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await client.apiRequest(requestOf(call));
    const text = await textUntil(response, signal);
    return {
      status: response.status,
      body: parsed(text),
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), clock.now()),
      remaining: wholeNumber(response.headers.get('x-hubspot-ratelimit-remaining')),
    };
  } catch (cause) {
    throw unreachable(call.doing, cause);
  }
}

function requestOf(call: HttpCall): Parameters<Client['apiRequest']>[0] {
  const query = call.query === undefined ? {} : { qs: { ...call.query } };
  const base = { method: call.method, path: call.path, ...query };
  if (call.form === undefined) return { ...base, ...(call.json === undefined ? {} : { body: call.json }) };
  return {
    ...base,
    defaultJson: false,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(call.form).toString(),
  };
}

/** The SDK takes no AbortSignal, so the race ends the wait, and a body that still drips is cancelled. */
async function withinTime(
  doing: string,
  timeoutMs: number,
  run: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const abort = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(timedOut(doing, timeoutMs));
    abort.abort();
  }, timeoutMs);
  try {
    return await Promise.race([run(abort.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function textUntil(response: Response, signal: AbortSignal): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  signal.removeEventListener('abort', cancel);
  return text;
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer too (a proxy's HTML page): whoever needs fields will find it unreadable.
    return text;
  }
}

/** Seconds or an HTTP date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+(\.\d+)?$/.test(header)) return Math.ceil(Number(header) * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function wholeNumber(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}
