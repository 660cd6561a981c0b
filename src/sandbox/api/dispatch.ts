/**
 * Runs an API operation in HubSpot's order: authentication, rate limit, scopes, body, then the operation itself. What
 * comes out is counted, recorded and sent in one place.
 */

import { randomUUID } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import type { ChangeSource } from '../crm/change.ts';
import type { CallCounter } from '../limits/call-counter.ts';
import type { Lane, RateLimits } from '../limits/rate-limits.ts';
import type { Access, Grants } from '../oauth/grants.ts';
import type { TrafficRecorder } from '../traffic-recorder.ts';
import {
  ApiError,
  expiredAuthentication,
  invalid,
  missingScopes,
  notFound,
  unauthenticated,
} from './api-error.ts';
import type { ApiFault, ApiFaults } from './api-faults.ts';

export type ApiVersion = 'v3' | 'v4' | '2026-03' | '2026-09';

/** Alternatives, each of which is a set of scopes needed together. No alternative: nobody may. */
export type ScopeRule = readonly (readonly string[])[];

export type Call = {
  readonly access: Access;
  readonly version: ApiVersion;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as text was sent; `parse` reads it. */
  readonly text: string;
  readonly by: ChangeSource;
  parse<T>(schema: z.ZodType<T>): T;
};

export type Answer = { readonly status: number; readonly body?: unknown };

export type Operation = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Canonical path: `/crm/objects/:version/:type`; older spellings are rewritten to it before. */
  readonly path: string;
  /** What the calls page counts it as. */
  readonly family: string;
  readonly lane: Lane;
  readonly scopes: (params: Readonly<Record<string, string>>) => ScopeRule;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
};

export type DispatchParts = {
  readonly grants: Grants;
  readonly limits: RateLimits;
  readonly counter: CallCounter;
  readonly recorder: TrafficRecorder;
  readonly faults: ApiFaults;
  readonly now: () => number;
};

const versions: readonly string[] = ['v3', 'v4', '2026-03', '2026-09'] satisfies ApiVersion[];

/** Mounts the operations. Order matters where one path could be read as another: the literal one comes first. */
export function mountOperations(app: Express, operations: readonly Operation[], parts: DispatchParts): void {
  for (const operation of operations) {
    app[operation.method](operation.path, async (request, response, next) => {
      const version = param(request, 'version');
      if (version !== undefined && !versions.includes(version)) return next();
      await runOperation(operation, request, response, parts);
    });
  }
}

async function runOperation(
  operation: Operation,
  request: Request,
  response: Response,
  parts: DispatchParts,
): Promise<void> {
  const fault = parts.faults.draw();
  if (fault?.kind === 'cut') return breakOff(request);
  if (fault?.kind === 'proxy') {
    parts.counter.count(operation.family, operationName(operation, request), fault.status);
    response.status(fault.status).type('html').send(`<html><title>${fault.status}</title></html>`);
    return;
  }
  let answer: Answer;
  try {
    const access = authenticate(request, parts);
    const refusal = admit(operation, access, response, parts) ?? refusedByFault(fault, response);
    answer = refusal ?? (await operation.handle(prepareCall(operation, access, request)));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    answer = { status: error.status, body: error.toBody() };
  }
  parts.counter.count(operation.family, operationName(operation, request), answer.status);
  parts.recorder.record(request, answer);
  if (fault?.kind === 'lost') breakOff(request);
  else sendAnswer(response, answer);
}

/** The client sees a connection reset, and cannot know whether the call was made. */
function breakOff(request: Request): void {
  request.socket.resetAndDestroy();
}

function refusedByFault(fault: ApiFault | null, response: Response): Answer | null {
  if (fault?.kind !== 'refused') return null;
  const { status, retryAfterS } = fault;
  if (retryAfterS > 0) response.set('Retry-After', String(retryAfterS));
  if (status === 429) return rateLimited('TEN_SECONDLY_ROLLING');
  const category = status === 423 ? 'LOCKED' : 'INTERNAL_ERROR';
  return { status, body: new ApiError({ status, category, message: 'Please try again later' }).toBody() };
}

function operationName(operation: Operation, request: Request): string {
  const path = operation.path
    .replace(':version', param(request, 'version') ?? '')
    .replace(':type', param(request, 'type') ?? ':type');
  return `${operation.method.toUpperCase()} ${path}`;
}

export function sendAnswer(response: Response, answer: Answer): void {
  response.status(answer.status);
  if (answer.body === undefined) response.end();
  else response.json(answer.body);
}

function authenticate(request: Request, parts: DispatchParts): Access {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined) throw unauthenticated();
  const authentication = parts.grants.authenticate(token);
  switch (authentication.kind) {
    case 'authenticated':
      return authentication.access;
    case 'expired':
      throw expiredAuthentication(authentication.expiredAt, parts.now());
    case 'unknown':
      throw unauthenticated();
  }
}

function admit(
  operation: Operation,
  access: Access,
  response: Response,
  parts: DispatchParts,
): Answer | null {
  const admission = parts.limits.admit(operation.lane, access.app.appId);
  response.set(admission.headers);
  return admission.kind === 'admitted' ? null : rateLimited(admission.policy);
}

/** HubSpot's body of a 429: its guide shows an error type, and its schemas demand a category. */
function rateLimited(policyName: 'TEN_SECONDLY_ROLLING' | 'SECONDLY'): Answer {
  return {
    status: 429,
    body: {
      status: 'error',
      category: 'RATE_LIMITS',
      message: `You have reached your ${policyName.toLowerCase()} limit.`,
      errorType: 'RATE_LIMIT',
      correlationId: randomUUID(),
      policyName,
      requestId: randomUUID(),
    },
  };
}

function prepareCall(operation: Operation, access: Access, request: Request): Call {
  const params = Object.fromEntries(
    Object.entries(request.params).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  const rule = operation.scopes(params);
  if (rule.length === 0) throw notFound();
  if (!rule.some((set) => set.every((scope) => access.scopes.includes(scope)))) {
    throw missingScopes([...new Set(rule.flat())]);
  }
  const text = typeof request.body === 'string' ? request.body : '';
  return {
    access,
    version: toVersion(params['version']),
    params,
    query: new URL(request.originalUrl, 'http://portal').searchParams,
    text,
    by: { source: 'INTEGRATION', sourceId: String(access.app.appId), label: access.app.name },
    parse: (schema) => parseBody(schema, text),
  };
}

function toVersion(version: string | undefined): ApiVersion {
  return version === '2026-09' || version === '2026-03' || version === 'v4' ? version : 'v3';
}

function param(request: Request, name: string): string | undefined {
  const value = request.params[name];
  return typeof value === 'string' ? value : undefined;
}

/** Reads a JSON body; the refusal names the missing fields the way HubSpot does. */
export function parseBody<T>(schema: z.ZodType<T>, text: string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalid('Invalid input JSON on line 1, column 1: the body is no JSON');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.filter(
    (issue) => issue.code === 'invalid_type' && issue.input === undefined,
  );
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw invalid(
    missing.length > 0
      ? `Invalid input JSON on line 1, column 1: Some required fields were not set: [${missing.map((one) => one.path.join('.')).join(', ')}]`
      : `Invalid input JSON on line 1, column 1: ${where}: ${issue?.message ?? 'unreadable'}`,
    [{ message: issue?.message ?? 'unreadable', in: where }],
  );
}
