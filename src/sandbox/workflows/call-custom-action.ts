/** Calls an app's workflow action: a signed request whose answer says to go on, to wait for a callback, or that it failed. */
import type { AppDeclaration, WorkflowActionDeclaration } from '../app-declaration.ts';
import { readValue } from '../crm/record-values.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import type { PortalStore } from '../store.ts';
import { signedHeaders } from '../webhooks/sign-request.ts';
import { postToApp } from './post-to-app.ts';

export type ActionOutcome =
  | { readonly kind: 'done'; readonly outputs: Readonly<Record<string, string>> }
  /** The app could not do it and lets the run go on. */
  | { readonly kind: 'passed-over'; readonly outputs: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The run stands until the app completes the callback, or `expiresAt`. */
  | { readonly kind: 'blocked'; readonly expiresAt: number };

export type ActionCall = {
  readonly store: PortalStore;
  readonly app: AppDeclaration;
  readonly action: WorkflowActionDeclaration;
  readonly portalId: number;
  readonly workflowId: string;
  readonly callbackId: string;
  readonly contact: StoredRecord;
  /** As the builder chose them. */
  readonly inputFields: Readonly<Record<string, string>>;
  readonly resolve: (url: string) => string;
  readonly timeScale: number;
  readonly stopping: AbortSignal;
};

/** A repeated call has the same callback id: an app has to be idempotent by it. */
export async function callCustomAction(call: ActionCall): Promise<ActionOutcome> {
  const body = JSON.stringify(toBody(call));
  const uri = call.action.actionUrl;
  const now = () => call.store.clock.now();
  const outcome = await postToApp({
    ...call,
    url: call.resolve(uri),
    body,
    headers: () => signedHeaders(call.app.clientSecret, { method: 'POST', uri, body, at: now() }, 'v2'),
  });
  return outcome.kind === 'answered'
    ? readAnswer(outcome.text, now())
    : { kind: 'failed', reason: outcome.reason };
}

function toBody(call: ActionCall) {
  const { contact, action } = call;
  const names = action.objectProperties ?? [];
  const inputFields = Object.fromEntries(
    Object.entries(call.inputFields).map(([name, value]) => [name, filledIn(call, value)]),
  );
  const properties = Object.fromEntries(
    names.map((name) => [name, readValue(call.store, contact, name) ?? null]),
  );
  return {
    callbackId: call.callbackId,
    origin: {
      portalId: call.portalId,
      actionDefinitionId: call.app.appId,
      actionDefinitionVersion: 1,
      userId: null,
    },
    context: { source: 'WORKFLOWS', workflowId: Number(call.workflowId) },
    object: { objectId: Number(contact.id), objectType: 'CONTACT', properties },
    fields: inputFields,
    inputFields,
  };
}

/** `{{name}}` stands for a property of the contact, as a builder picks it. */
function filledIn({ store, contact }: ActionCall, value: string): string {
  const name = /^\{\{(\w+)\}\}$/.exec(value)?.[1];
  return name === undefined ? value : (readValue(store, contact, name) ?? '');
}

function readAnswer(text: string, now: number): ActionOutcome {
  const outputs = readOutputs(text);
  if (outputs === null) return { kind: 'failed', reason: 'the answer was no JSON' };
  const { hs_execution_state: state, hs_expiration_duration: expiry, ...rest } = outputs;
  switch (state) {
    case 'FAIL_CONTINUE':
      return { kind: 'passed-over', outputs: rest };
    case 'BLOCK':
    case 'ASYNC':
      return { kind: 'blocked', expiresAt: now + durationMs(expiry) };
    default:
      return { kind: 'done', outputs: rest };
  }
}

/** Null for an answer that is no JSON. */
function readOutputs(text: string): Record<string, string> | null {
  let json: unknown;
  try {
    json = text === '' ? {} : JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null || !('outputFields' in json)) return {};
  const { outputFields } = json;
  if (typeof outputFields !== 'object' || outputFields === null) return {};
  return Object.fromEntries(Object.entries(outputFields).map(([name, value]) => [name, String(value)]));
}

const weekMs = 604_800_000;
const unitMs: Readonly<Record<string, number>> = {
  W: weekMs,
  D: 86_400_000,
  H: 3_600_000,
  M: 60_000,
  S: 1000,
};

/** An ISO 8601 duration of weeks, days, hours, minutes and seconds; a week, HubSpot's default, without one. */
export function durationMs(duration: string | undefined): number {
  if (duration === undefined || !/^P/.test(duration)) return weekMs;
  const parts = [...duration.matchAll(/(\d+)([WDHMS])/g)];
  return parts.reduce((sum, [, count = '0', unit = '']) => sum + Number(count) * (unitMs[unit] ?? 0), 0);
}
