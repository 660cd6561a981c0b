/**
 * The card's refresh button: assesses this contact at once from what is stored, and marks its record and timeline to be
 * read again, so that the truth follows within seconds. The rep never waits for HubSpot.
 */
import { portalContext } from './portal-context.ts';
import type { Clock, ContactId, PortalId } from './ports.ts';
import { type ReadCardDeps, readCard } from './read-card.ts';
import type { Assessments, DirtyContacts, DirtyRecords, Infer } from './store.ts';
import type { Wakeups } from './work.ts';

export type RefreshNowDeps = ReadCardDeps & {
  readonly assessments: Pick<Assessments, 'save'>;
  readonly dirtyContacts: Pick<DirtyContacts, 'mark'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly wakeups: Wakeups;
  readonly clock: Clock;
  readonly infer: Infer;
};

/** The card after the assessment, as `readCard` gives it. */
export async function refreshNow(
  deps: RefreshNowDeps,
  { portal, contact }: { portal: PortalId; contact: ContactId },
): Promise<string> {
  const [stored] = await deps.timeline.load(portal, [contact]);
  const installation = await deps.installations.find(portal);
  if (stored !== undefined && installation !== null) {
    const inferContact = deps.infer(await portalContext(deps, installation));
    const { assessment } = inferContact(stored, deps.clock.now());
    // Marked first: what is saved here must reach HubSpot, also after a crash in between.
    await deps.dirtyContacts.mark(portal, [contact]);
    await deps.dirtyRecords.mark(portal, [
      { type: 'contacts', id: contact },
      { type: 'history', id: contact },
    ]);
    await deps.assessments.save(portal, [{ contactId: contact, assessment, writing: false }]);
    await deps.wakeups.wake('refresh', portal, 'now');
  }
  return readCard(deps, { portal, contact });
}
