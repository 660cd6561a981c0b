/**
 * Tells waiting workflows to go on: each call whose contact has been read and assessed again, and each that has waited
 * long enough. What HubSpot does not take now is tried again until nobody waits for it any more.
 */
import type { ActionCalls, WaitingCall } from './action-calls.ts';
import { type AssessedFieldsDeps, assessedReply } from './assess-now.ts';
import { CrmError } from './crm-error.ts';
import type { Crm, Installation } from './ports.ts';
import { remedyFor } from './remedy-for.ts';

export type CompleteActionsDeps = AssessedFieldsDeps & {
  readonly actionCalls: Pick<ActionCalls, 'waiting' | 'complete'>;
  readonly crm: Pick<Crm, 'completeAction'>;
};

/** HubSpot may not have read our answer yet when we complete what it only then knows to be waiting. */
const mayBeEarlyMs = 60_000;
const againMs = 2000;

/** When to try again, ms from now; null when nothing is owed that could be given now. */
export async function completeActions(deps: CompleteActionsDeps, of: Installation): Promise<number | null> {
  const now = deps.clock.now();
  let againAfter: number | null = null;
  for (const call of await deps.actionCalls.waiting(of.portalId)) {
    if (!call.isFresh && call.until > now) continue;
    const after = await complete(deps, of, call);
    if (after !== null) againAfter = Math.min(after, againAfter ?? after);
  }
  return againAfter;
}

async function complete(
  deps: CompleteActionsDeps,
  of: Installation,
  { callbackId, contactId, at }: WaitingCall,
): Promise<number | null> {
  const reply = await assessedReply(deps, of, contactId);
  try {
    await deps.crm.completeAction(of.portalId, callbackId, reply);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const isEarly = error.failure === 'not-found' && deps.clock.now() - at < mayBeEarlyMs;
    const remedy = remedyFor(error, 1);
    if (isEarly) return againMs;
    if (remedy.kind === 'retry') return remedy.afterMs;
  }
  await deps.actionCalls.complete(of.portalId, callbackId, reply);
  return null;
}
