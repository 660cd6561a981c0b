/** Calls an app's workflow action: a signed request whose answer says to go on, to wait for a callback, or that it failed. */
import type { AppDeclaration, WorkflowActionDeclaration } from '../app-declaration.ts';
import { readValue } from '../crm/record-values.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import type { PortalStore } from '../store.ts';
import { signedHeaders } from '../webhooks/sign-request.ts';

const answerWithinMs = 30_000;
const attemptsMax = 5;
const firstRetryMs = 500;

export type ActionOutcome =
  | { readonly kind: 'done'; readonly outputs: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly reason: string; readonly goOn: boolean }
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
  readonly inputFields: Readonly<Record<string, string>>;
  readonly resolve: (url: string) => string;
  readonly timeScale: number;
  readonly stopping: AbortSignal;
};

/** 4xx is final, 429 and 5xx are tried again a few times with the same callback id: an app has to be idempotent by it. */
export async function callCustomAction(call: ActionCall): Promise<ActionOutcome> {
  let reason = 'no answer';
  for (let attempt = 0; attempt < attemptsMax && !call.stopping.aborted; attempt++) {
    if (attempt > 0) await pause((firstRetryMs * 2 ** (attempt - 1)) / call.timeScale, call.stopping);
    const response = await post(call);
    if (response === null) continue;
    if (response.status >= 200 && response.status < 300)
      return readAnswer(response.text, call.store.clock.now());
    reason = `HTTP ${response.status}`;
    if (response.status < 500 && response.status !== 429) break;
  }
  return { kind: 'failed', reason, goOn: false };
}

async function post(call: ActionCall): Promise<{ readonly status: number; readonly text: string } | null> {
  const body = JSON.stringify(toBody(call));
  const uri = call.action.actionUrl;
  const at = call.store.clock.now();
  try {
    const response = await fetch(call.resolve(uri), {
      method: 'POST',
      headers: signedHeaders(call.app.clientSecret, { method: 'POST', uri, body, at }, 'v2'),
      body,
      signal: AbortSignal.any([call.stopping, AbortSignal.timeout(answerWithinMs)]),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    // No connection, no answer in time, or the portal stops: all mean "no answer" to the workflow.
    return null;
  }
}

function toBody(call: ActionCall) {
  const { contact, action } = call;
  const names = action.objectProperties ?? [];
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
    fields: call.inputFields,
    inputFields: call.inputFields,
  };
}

function readAnswer(text: string, now: number): ActionOutcome {
  const outputs = readOutputs(text);
  if (outputs === null) return { kind: 'failed', reason: 'the answer was no JSON', goOn: false };
  const { hs_execution_state: state, hs_expiration_duration: expiry, ...rest } = outputs;
  switch (state) {
    case 'FAIL_CONTINUE':
      return { kind: 'failed', reason: 'the app said FAIL_CONTINUE', goOn: true };
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

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopping.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
