/**
 * `hubspot.fetch`, as the portal's server answers it: permitted addresses only, the viewer's identity appended, signed
 * with the app's client secret, 15 seconds, one retry, 1 MB, 20 at a time. Sources of the numbers: HubSpot's page on
 * fetching data from cards; the local mapping works like the `local.json` of its developer server.
 */
import { signV3 } from '../webhooks/sign-request.ts';
import { bodyLimit, type CardRequest, parseCardRequest } from './fetch-request.ts';

export type Viewer = { readonly portalId: number; readonly userId: number; readonly userEmail: string };

export type HostedApp = {
  readonly appId: number;
  readonly name: string;
  readonly clientSecret: string;
  /** Origins of `permittedUrls.fetch`. */
  readonly permittedOrigins: readonly string[];
  /** Declared https origin to the address of the service that stands in for it here. */
  readonly localOrigins: Readonly<Record<string, string>>;
  /** HubSpot's developer server signs the mapped address; a real portal signs the declared one. */
  readonly signs: 'mapped-address' | 'declared-address';
};

export type FetchProxyOptions = {
  readonly app: HostedApp;
  readonly viewer: Viewer;
  /** ms since epoch on the portal's clock. */
  readonly now: () => number;
  readonly timeoutMs?: number;
};

export type ProxyAnswer = { readonly status: number; readonly body: string };

const defaultTimeoutMs = 15_000;
const longestTimeoutMs = 120_000;
const mostInFlight = 20;

export function createFetchProxy(options: FetchProxyOptions): (value: unknown) => Promise<ProxyAnswer> {
  let inFlight = 0;
  return async (value) => {
    const parsed = parseCardRequest(value, options.app.permittedOrigins);
    if (parsed.kind === 'refused') return refusal(parsed.status, parsed.message);
    if (inFlight >= mostInFlight) return refusal(429, `More than ${mostInFlight} requests are under way.`);
    inFlight += 1;
    try {
      return await withOneRetry(() => forward(parsed.request, options));
    } finally {
      inFlight -= 1;
    }
  };
}

/** HubSpot repeats a request once on a failed connection and on 5xx, so an endpoint may run twice. */
async function withOneRetry(send: () => Promise<ProxyAnswer>): Promise<ProxyAnswer> {
  const first = await send();
  return first.status >= 500 && first.status !== 504 ? send() : first;
}

async function forward(request: CardRequest, options: FetchProxyOptions): Promise<ProxyAnswer> {
  const { app, viewer, now } = options;
  const declared = withIdentity(new URL(request.url), app, viewer);
  const target = mapped(declared, app.localOrigins);
  const body = request.body === undefined ? '' : JSON.stringify(request.body);
  if (Buffer.byteLength(body) > bodyLimit) return refusal(413, 'The request is larger than 1 MB.');
  const signed = app.signs === 'mapped-address' ? target : declared;
  const at = now();
  const signature = {
    'x-hubspot-signature-v3': signV3(app.clientSecret, {
      method: request.method,
      uri: signed.href,
      body,
      at,
    }),
    'x-hubspot-request-timestamp': String(at),
  };
  const limit = Math.min(request.timeoutMs ?? options.timeoutMs ?? defaultTimeoutMs, longestTimeoutMs);
  try {
    const answer = await fetch(target, {
      method: request.method,
      headers: { accept: 'application/json', ...contentType(body), ...request.headers, ...signature },
      redirect: 'manual',
      signal: AbortSignal.timeout(limit),
      ...(body === '' ? {} : { body }),
    });
    const text = await answer.text();
    if (Buffer.byteLength(text) > bodyLimit) return refusal(502, 'The answer is larger than 1 MB.');
    return { status: answer.status, body: text };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      return refusal(504, `No answer within ${limit} ms.`);
    if (error instanceof TypeError) return refusal(502, `${target.origin} cannot be reached.`);
    throw error;
  }
}

function withIdentity(url: URL, app: HostedApp, viewer: Viewer): URL {
  url.searchParams.set('userId', String(viewer.userId));
  url.searchParams.set('portalId', String(viewer.portalId));
  url.searchParams.set('userEmail', viewer.userEmail);
  url.searchParams.set('appId', String(app.appId));
  return url;
}

function mapped(url: URL, localOrigins: Readonly<Record<string, string>>): URL {
  const local = localOrigins[url.origin];
  return local === undefined ? url : new URL(`${url.pathname}${url.search}`, local);
}

function contentType(body: string): Record<string, string> {
  return body === '' ? {} : { 'content-type': 'application/json' };
}

function refusal(status: number, message: string): ProxyAnswer {
  return { status, body: JSON.stringify({ status: 'error', message }) };
}
