/**
 * The one way in for all workflow actions: knows the portal, does each call once, gives a repeated call the same answer,
 * and turns a failing HubSpot into "ask again" where that may help.
 *
 * What the builder of a workflow got wrong fails the run; what is about one contact lets the workflow go on.
 */
import type { ActionAnswer, ActionCall, ActionCalls, ActionName, ActionReply } from './action-calls.ts';
import { type AssessNowDeps, assessNow } from './assess-now.ts';
import { type CheckGuardrailDeps, checkGuardrail, undecided } from './check-guardrail.ts';
import { CrmError } from './crm-error.ts';
import { type DesiredByWorkflowDeps, desiredByWorkflow } from './desired-by-workflow.ts';
import { type OpenRecoveryCaseDeps, openRecoveryCase } from './open-recovery-case.ts';
import type { Installation, Installations, PortalId } from './ports.ts';
import { remedyFor } from './remedy-for.ts';
import type { Wakeups } from './work.ts';

export type AnswerActionDeps = AssessNowDeps &
  CheckGuardrailDeps &
  DesiredByWorkflowDeps &
  OpenRecoveryCaseDeps & {
    readonly installations: Pick<Installations, 'find'>;
    readonly actionCalls: Pick<ActionCalls, 'begin' | 'answer' | 'release'>;
    readonly wakeups: Wakeups;
  };

/** A call with a contact, by a portal that we work for. `tries` is more than 1 when an earlier try was cut off. */
export type ContactCall = ActionCall & { readonly contactId: string; readonly tries: number };

type Run = (deps: AnswerActionDeps, of: Installation, call: ContactCall) => Promise<ActionReply>;

const runs: Readonly<Record<ActionName, Run>> = {
  assess_now: assessNow,
  check_guardrail: checkGuardrail,
  set_desired: desiredByWorkflow,
  open_recovery_case: openRecoveryCase,
};

/** Longer than any call may take; after that a silent one counts as cut off. */
const leaseMs = 60_000;
const busyMs = 2000;

/** Null for a portal that has not installed us. Throws what is a bug or a failing store. */
export async function answerAction(
  deps: AnswerActionDeps,
  portal: PortalId,
  call: ActionCall,
): Promise<ActionAnswer | null> {
  const of = await deps.installations.find(portal);
  if (of === null || of.state !== 'active') return null;
  const begun = await deps.actionCalls.begin(portal, call, deps.clock.now(), leaseMs);
  if (begun.kind === 'answered') return begun.reply;
  if (begun.kind === 'under-way') return { kind: 'later', afterMs: busyMs };
  const reply = await run(deps, of, call, begun.tries);
  if (reply.kind === 'later') {
    await deps.actionCalls.release(portal, call.callbackId);
    return reply;
  }
  const stands = await deps.actionCalls.answer(portal, call.callbackId, reply);
  // Woken last: the worker must find the call waiting.
  if (stands.kind === 'waiting') await deps.wakeups.wake('refresh', portal, 'now');
  return stands;
}

/**
 * What to tell whoever could not wait: a verdict that is not decided. Null for actions that may take their time. The
 * keeping of it is not waited for, since it may be the store that is late.
 */
export function answerLate(
  {
    actionCalls,
    report,
  }: Pick<AnswerActionDeps, 'actionCalls'> & { readonly report: (error: unknown) => void },
  portal: PortalId,
  call: ActionCall,
): ActionReply | null {
  if (call.action !== 'check_guardrail') return null;
  const reply = undecided(call.inputs, 'the answer did not come in time');
  actionCalls.answer(portal, call.callbackId, reply).catch(report);
  return reply;
}

async function run(
  deps: AnswerActionDeps,
  of: Installation,
  call: ActionCall,
  tries: number,
): Promise<ActionAnswer> {
  const { contactId } = call;
  if (contactId === null) {
    return { kind: 'passed-over', outputs: { reason: 'No contact is enrolled and none was named.' } };
  }
  try {
    return await runs[call.action](deps, of, { ...call, contactId, tries });
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const remedy = remedyFor(error, tries);
    if (remedy.kind === 'retry') return { kind: 'later', afterMs: remedy.afterMs };
    return { kind: 'passed-over', outputs: { reason: `HubSpot refused it (${error.failure}).` } };
  }
}
