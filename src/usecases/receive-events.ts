/**
 * Turns kept webhook deliveries into marks. A delivery is removed only after its marks stand, so that a crash repeats
 * it; repeated, reordered and late deliveries change nothing, because a mark only says "look again".
 */
import { type Hint, type RecordTypes, readDelivery } from './delivery.ts';
import type { Clock, DirtyRecord, Installations, PortalId } from './ports.ts';
import type { DirtyRecords, Timeline } from './store.ts';
import { type Deliveries, noPortal, type Parking, type Wakeups } from './work.ts';
import { isWorthCalling } from './worth-calling.ts';

export type ReceiveEventsDeps = {
  readonly deliveries: Pick<Deliveries, 'take' | 'done'>;
  readonly installations: Pick<Installations, 'find'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark' | 'waitingByType'>;
  readonly timeline: Pick<Timeline, 'forget'>;
  readonly parking: Pick<Parking, 'park'>;
  readonly wakeups: Wakeups;
  readonly clock: Clock;
  readonly recordTypes: RecordTypes;
};

const takeLimit = 100;
const leaseMs = 60_000;

/** Returns how many deliveries were exploded: none left when it is zero. */
export async function receiveEvents(deps: ReceiveEventsDeps): Promise<number> {
  const taken = await deps.deliveries.take(takeLimit, leaseMs);
  const hints: Hint[] = [];
  for (const { id, body } of taken) {
    const read = readDelivery(body, deps.recordTypes);
    if (read === null) {
      await park(deps, noPortal, `delivery:${id}`, 'unreadable');
    } else hints.push(...read);
  }
  for (const [portal, own] of Map.groupBy(hints, (hint) => hint.portal ?? noPortal)) {
    await apply(deps, portal, own);
  }
  await deps.deliveries.done(taken.map(({ id }) => id));
  return taken.length;
}

async function apply(deps: ReceiveEventsDeps, portal: PortalId, hints: readonly Hint[]): Promise<void> {
  if (portal !== noPortal) {
    const installation = await deps.installations.find(portal);
    if (installation === null) return park(deps, noPortal, `portal:${portal}`, 'unknown-portal');
    // Deliveries trail in after an uninstall: there is nobody to work for.
    if (installation.state === 'uninstalled') return;
  }
  const records: DirtyRecord[] = [];
  const erased = new Set<string>();
  const broken = new Map<string, string>();
  for (const hint of hints) {
    if (hint.kind === 'dirty') records.push(...hint.records);
    else if (hint.kind === 'erased') erased.add(hint.contactId);
    else broken.set(hint.subject, hint.reason);
  }
  for (const [subject, reason] of broken) await park(deps, portal, subject, reason);
  await deps.dirtyRecords.mark(portal, records);
  if (erased.size > 0) await deps.timeline.forget(portal, [...erased]);
  if (records.length === 0) return;
  // A resting portal is woken once enough has been collected.
  const isEnough = isWorthCalling(await deps.dirtyRecords.waitingByType(portal));
  await deps.wakeups.wake('refresh', portal, ...(isEnough ? (['now'] as const) : []));
}

async function park(
  { parking, clock }: Pick<ReceiveEventsDeps, 'parking' | 'clock'>,
  portal: PortalId,
  subject: string,
  reason: string,
): Promise<void> {
  await parking.park(portal, { subject, reason, at: clock.now() });
}
