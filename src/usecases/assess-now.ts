/**
 * The action *Assess now*: reads the contact's record and timeline again and answers with the assessment that follows.
 * The workflow waits for it by callback. Where the permission to complete callbacks was not given, it is answered at
 * once from what is stored, and the fresh values follow as properties.
 */
import type { ActionReply, FieldValues } from './action-calls.ts';
import { type PortalContextDeps, portalContext } from './portal-context.ts';
import type { Atomically, Clock, ContactId, Installation } from './ports.ts';
import type { Backfills, DirtyContacts, DirtyRecords, Infer, Timeline } from './store.ts';

export type AssessedFieldsDeps = PortalContextDeps & {
  readonly timeline: Pick<Timeline, 'load'>;
  readonly backfills: Pick<Backfills, 'progress'>;
  readonly clock: Clock;
  readonly infer: Infer;
};

export type AssessNowDeps = AssessedFieldsDeps & {
  readonly dirtyContacts: Pick<DirtyContacts, 'mark'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly atomically: Atomically;
};

/** The scope with which a waiting workflow is told to go on. */
export const callbackScope = 'automation';

/** A reading takes seconds; after so long the answer is what is known by then. */
const patienceMs = 10 * 60_000;

export async function assessNow(
  deps: AssessNowDeps,
  of: Installation,
  { contactId }: { readonly contactId: ContactId },
): Promise<ActionReply> {
  const portal = of.portalId;
  const [stored] = await deps.timeline.load(portal, [contactId]);
  await deps.atomically(portal, async () => {
    await deps.dirtyRecords.mark(portal, [
      { type: 'contacts', id: contactId },
      { type: 'history', id: contactId },
    ]);
    // A contact that we do not know yet is marked by reading it.
    if (stored !== undefined) await deps.dirtyContacts.mark(portal, [contactId]);
  });
  if (of.scopes.includes(callbackScope)) {
    return { kind: 'waiting', until: deps.clock.now() + patienceMs };
  }
  return assessedReply(deps, of, contactId);
}

/** The assessment of what is stored, as the outputs of the action. */
export async function assessedReply(
  deps: AssessedFieldsDeps,
  of: Installation,
  contactId: ContactId,
): Promise<ActionReply> {
  const read = await deps.backfills.progress(of.portalId);
  if (read === null || read.finishedAt === null) return passedOver('The first reading is not finished.');
  const [stored] = await deps.timeline.load(of.portalId, [contactId]);
  if (stored === undefined) return passedOver('Rapport does not know this contact.');
  const inferContact = deps.infer(await portalContext(deps, of));
  return { kind: 'done', outputs: outputsOf(inferContact(stored, deps.clock.now()).values) };
}

function outputsOf(values: FieldValues): FieldValues {
  const of = (name: string) => values[name] ?? '';
  return {
    stage: of('rapport_stage'),
    flight: of('rapport_flight'),
    vitality: of('rapport_vitality'),
    holds_until: of('rapport_holds_until') && String(Date.parse(of('rapport_holds_until'))),
    reason: of('rapport_stage_reason'),
  };
}

function passedOver(reason: string): ActionReply {
  return { kind: 'passed-over', outputs: { reason } };
}
