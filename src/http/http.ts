/**
 * The service's door: one guard per kind of caller, every route as data, one error handler. On Node's own server: every
 * path of ours is a fixed one, which needs no router, and express cost a small request as much again as all of its work.
 */
import { randomUUID } from 'node:crypto';
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { parse } from 'node:querystring';
import helmet from 'helmet';
import type { Clock } from '../usecases/ports.ts';
import { HttpError, publicWords } from './http-error.ts';
import { type BodyLimits, defaultBodyLimits, rawBody, requireJson } from './raw-body.ts';
import { type Call, json, type Reply, type Route } from './route.ts';
import { checkV2, checkV3, checkV3Head, hasV3, type SignatureSettings, type Verdict } from './signature.ts';
import { portalOf } from './viewer.ts';

/** What of a logger is used here; pino fits. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export type HttpDeps = {
  readonly routes: readonly Route[];
  readonly signature: SignatureSettings;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: BodyLimits;
};

/** A request as far as it is known before a route is found. */
type Asked = {
  readonly request: IncomingMessage;
  readonly id: string;
  readonly method: string;
  /** Path and query as they came, and the path alone. */
  readonly target: string;
  readonly path: string;
};

export function createHttp(deps: HttpDeps): RequestListener {
  const always = headersOfAll(deps.signature.bases);
  const paths = Map.groupBy(deps.routes, ({ path }) => path);
  return (request, response) => {
    const { method = 'GET', url: target = '/' } = request;
    const asked: Asked = { request, id: randomUUID(), method, target, path: target.split('?', 1)[0] ?? '' };
    const sendIt = (reply: Reply) => send(response, reply, { ...always, 'x-request-id': asked.id });
    void serve(deps, paths.get(asked.path), asked)
      .then(sendIt)
      .catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else sendIt(refusal(deps.log, error, asked));
      });
  };
}

async function serve(deps: HttpDeps, routes: readonly Route[] | undefined, asked: Asked): Promise<Reply> {
  if (routes === undefined) throw new HttpError(404, 'no such route');
  const method = asked.method === 'HEAD' ? 'GET' : asked.method;
  const route = routes.find((candidate) => candidate.method === method);
  if (route === undefined) {
    throw new HttpError(405, 'no such method', {
      headers: { Allow: routes.map((it) => it.method).join(', ') },
    });
  }
  return answer(deps, route, asked);
}

async function answer(deps: HttpDeps, route: Route, asked: Asked): Promise<Reply> {
  const { request, method, target, path } = asked;
  const { headers } = request;
  const scheme = schemeOf(route, request);
  // A caller without a fresh signature is not even worth its body.
  if (scheme === 'v3') require(checkV3Head(headers, deps.clock.now()));
  const body = await bodyOf(deps, route, request);
  const signed = { method, target, body, headers };
  if (scheme === 'v3') require(checkV3(signed, deps.signature, deps.clock.now()));
  if (scheme === 'v2') require(checkV2(signed, deps.signature));
  const call: Call = { query: parse(target.slice(path.length + 1)), headers, body, requestId: asked.id };
  return route.auth === 'viewer' ? route.answer(call, portalOf(call)) : route.answer(call);
}

/** A v3 signature that is there has to hold: the older one must not make good for it. */
function schemeOf({ auth }: Route, { headers }: IncomingMessage): 'v3' | 'v2' | null {
  if (auth === 'public' || auth === 'link') return null;
  return auth === 'action' && !hasV3(headers) ? 'v2' : 'v3';
}

async function bodyOf(deps: HttpDeps, route: Route, request: IncomingMessage): Promise<Buffer> {
  if (route.method === 'GET') return Buffer.alloc(0);
  requireJson(request);
  return rawBody(request, deps.limits ?? defaultBodyLimits);
}

function require(verdict: Verdict): void {
  if (verdict !== 'signed') throw new HttpError(401, verdict);
}

/** What every answer carries, by names in small letters. Asked of helmet once: it says the same of each. */
function headersOfAll(bases: readonly string[]): Readonly<Record<string, string>> {
  const plain = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(headersFor(bases))(plain.req, plain, () => {});
  // Answers are about persons or tokens of a moment; none may lie in a cache.
  plain.setHeader('Cache-Control', 'no-store');
  return Object.fromEntries(plain.getHeaderNames().map((name) => [name, String(plain.getHeader(name))]));
}

const types: Readonly<Record<NonNullable<Reply['type']>, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
};

/** @param headers of every answer, which the reply's own go before; it is filled up. */
function send(response: ServerResponse, reply: Reply, headers: Record<string, string>): void {
  const { status, type, body } = reply;
  if (type !== undefined) headers['content-type'] = types[type];
  if (status !== 204) headers['content-length'] = String(Buffer.byteLength(body ?? ''));
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers[name.toLowerCase()] = value;
  response.writeHead(status, headers).end(body);
}

/** HubSpot did not answer: whoever asked may try again, and nothing of ours is broken. */
const outsideFailed = 503;

/** The answer to a request that failed, noted for the operator. */
function refusal(log: Log, error: unknown, { id, method, path }: Asked): Reply {
  const known = error instanceof HttpError ? error : new HttpError(500, 'unexpected', { cause: error });
  const { status, reason, headers } = known;
  // The path alone: queries carry addresses and codes, bodies carry persons.
  const fields = { requestId: id, method, path, status, reason };
  if (status === outsideFailed) log.warn({ ...fields, err: known.cause }, 'request could not be served');
  else if (status >= 500) log.error({ ...fields, err: known.cause }, 'request failed');
  else log.warn(fields, 'request refused');
  const message = publicWords[status] ?? publicWords[500];
  // What is left of a refused body must not be taken for the next request, nor be waited for.
  return {
    ...json(status, { error: { message, requestId: id } }),
    headers: { ...headers, Connection: 'close' },
  };
}

const yearSeconds = 365 * 24 * 60 * 60;

/** On plain http (a local portal) browsers must neither upgrade our links nor remember to. */
function headersFor(bases: readonly string[]): Parameters<typeof helmet>[0] {
  const isSecure = bases.every((base) => base.startsWith('https:'));
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: yearSeconds, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  };
}
