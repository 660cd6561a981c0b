/** The service's door: express with one guard per kind of caller, every route as data, one error handler. */
import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Clock } from '../usecases/ports.ts';
import { HttpError, publicWords } from './http-error.ts';
import { type BodyLimits, defaultBodyLimits, rawBody, requireJson } from './raw-body.ts';
import type { Call, Reply, Route } from './route.ts';
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

export function createHttp(deps: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  const always = headersOfAll(deps.signature.bases);
  // Every path is a fixed one: looked up, where express would try one pattern after the other.
  const paths = Map.groupBy(deps.routes, ({ path }) => path);
  app.use((request, response) => {
    response.locals['requestId'] = randomUUID();
    for (const [name, value] of always) response.setHeader(name, value);
    response.setHeader('X-Request-Id', requestIdOf(response));
    return serve(deps, paths.get(request.path), request, response);
  });
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    fail(deps.log, error, request, response, next);
  });
  return app;
}

async function serve(
  deps: HttpDeps,
  routes: readonly Route[] | undefined,
  request: Request,
  response: Response,
): Promise<void> {
  if (routes === undefined) throw new HttpError(404, 'no such route');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = routes.find((candidate) => candidate.method === method);
  if (route === undefined) {
    throw new HttpError(405, 'no such method', {
      headers: { Allow: routes.map((it) => it.method).join(', ') },
    });
  }
  send(response, await answer(deps, route, request, requestIdOf(response)));
}

async function answer(deps: HttpDeps, route: Route, request: Request, requestId: string): Promise<Reply> {
  const scheme = schemeOf(route, request);
  // A caller without a fresh signature is not even worth its body.
  if (scheme === 'v3') require(checkV3Head(request.headers, deps.clock.now()));
  const body = await bodyOf(deps, route, request);
  const signed = { method: request.method, target: request.originalUrl, body, headers: request.headers };
  if (scheme === 'v3') require(checkV3(signed, deps.signature, deps.clock.now()));
  if (scheme === 'v2') require(checkV2(signed, deps.signature));
  const call: Call = { query: request.query, headers: request.headers, body, requestId };
  return route.auth === 'viewer' ? route.answer(call, portalOf(call)) : route.answer(call);
}

/** A v3 signature that is there has to hold: the older one must not make good for it. */
function schemeOf({ auth }: Route, { headers }: Request): 'v3' | 'v2' | null {
  if (auth === 'public' || auth === 'link') return null;
  return auth === 'action' && !hasV3(headers) ? 'v2' : 'v3';
}

async function bodyOf(deps: HttpDeps, route: Route, request: Request): Promise<Buffer> {
  if (route.method === 'GET') return Buffer.alloc(0);
  requireJson(request);
  return rawBody(request, deps.limits ?? defaultBodyLimits);
}

function require(verdict: Verdict): void {
  if (verdict !== 'signed') throw new HttpError(401, verdict, { headers: { Connection: 'close' } });
}

/** What every answer carries. Asked of helmet once: it says the same of each, and asking cost more than a signature. */
function headersOfAll(bases: readonly string[]): ReadonlyMap<string, string> {
  const plain = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(headersFor(bases))(plain.req, plain, () => {});
  // Answers are about persons or tokens of a moment; none may lie in a cache.
  plain.setHeader('Cache-Control', 'no-store');
  return new Map(plain.getHeaderNames().map((name) => [name, String(plain.getHeader(name))]));
}

function send(response: Response, reply: Reply): void {
  response.status(reply.status).set({ ...reply.headers });
  if (reply.type !== undefined) response.type(reply.type);
  response.end(reply.body);
}

function fail(log: Log, error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const known =
    error instanceof HttpError ? error : new HttpError(statusOf(error), 'unexpected', { cause: error });
  const requestId = requestIdOf(response);
  // The path alone: queries carry addresses and codes, bodies carry persons.
  const fields = {
    requestId,
    method: request.method,
    path: request.path,
    status: known.status,
    reason: known.reason,
  };
  if (known.status >= 500) log.error({ ...fields, err: known.cause }, 'request failed');
  else log.warn(fields, 'request refused');
  const status = known.status;
  const message = publicWords[status] ?? publicWords[500];
  response
    .status(status)
    .set({ ...known.headers })
    .json({ error: { message, requestId } });
}

/** Express refuses some requests itself (a path that cannot be decoded) and marks its errors with a status. */
function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? 400 : 500;
}

function requestIdOf(response: Response): string {
  return String(response.locals['requestId']);
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
