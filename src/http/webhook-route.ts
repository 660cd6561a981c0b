/** HubSpot's deliveries: kept as they came, answered, and taken apart later by a worker. */
import type { Clock } from '../usecases/ports.ts';
import { HttpError } from './http-error.ts';
import { parsedJson } from './raw-body.ts';
import type { Call, Reply, Route } from './route.ts';

export type WebhookDeps = {
  /** Durable when it resolves; after that the answer may say so. */
  readonly receive: (body: string, receivedAt: number) => Promise<void>;
  readonly clock: Clock;
  readonly path: string;
};

export function webhookRoute(deps: WebhookDeps): Route {
  return { method: 'POST', path: deps.path, auth: 'hubspot', answer: (call) => receive(deps, call) };
}

/**
 * Only the outer form is looked at, a list with objects in it; a strange item among them is the worker's to park, and
 * refuses none of its neighbours. A failure to keep the delivery answers 5xx, and HubSpot sends it again.
 */
async function receive(deps: WebhookDeps, call: Call): Promise<Reply> {
  const { text, value } = parsedJson(call.body);
  if (!Array.isArray(value) || (value.length > 0 && !value.some(isObject)))
    throw new HttpError(400, 'not a list of events');
  if (value.length > 0) await deps.receive(text, deps.clock.now());
  return { status: 204 };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
