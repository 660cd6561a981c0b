/**
 * Turns kept webhook deliveries into marks. A delivery is removed only after its marks stand, so that a crash repeats
 * it; repeated, reordered and late deliveries change nothing, because a mark only says "look again".
 */
import { type Hint, type RecordTypes, readDelivery } from './delivery.ts';
import type { Clock, DirtyRecord, Installations, PortalId } from './ports.ts';
import type { DirtyRecords, Timeline } from './store.ts';
import type { Deliveries, Parking, Wakeups } from './work.ts';

export type ReceiveEventsDeps = {
  readonly deliveries: Pick<Deliveries, 'take' | 'done'>;
  readonly installations: Pick<Installations, 'find'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly timeline: Pick<Timeline, 'forget'>;
  readonly parking: Pick<Parking, 'park'>;
  readonly wakeups: Wakeups;
  readonly clock: Clock;
  readonly recordTypes: RecordTypes;
};

const takeLimit = 100;
const leaseMs = 60_000;
/** Parked deliveries belong to no portal. */
const noPortal = 0;

/** Returns how many deliveries were exploded: none left when it is zero. */
export async function receiveEvents(deps: ReceiveEventsDeps): Promise<number> {
  const taken = await deps.deliveries.take(takeLimit, leaseMs);
  const hints: Hint[] = [];
  for (const { id, body } of taken) {
    const read = readDelivery(body, deps.recordTypes);
    if (read === null) {
      const parked = { subject: `delivery:${id}`, reason: 'unreadable', at: deps.clock.now() };
      await deps.parking.park(noPortal, parked);
    } else hints.push(...read);
  }
  for (const [portal, own] of Map.groupBy(hints, (hint) => hint.portal)) await apply(deps, portal, own);
  await deps.deliveries.done(taken.map(({ id }) => id));
  return taken.length;
}

async function apply(deps: ReceiveEventsDeps, portal: PortalId, hints: readonly Hint[]): Promise<void> {
  const installation = await deps.installations.find(portal);
  // Deliveries trail in after an uninstall, and from portals we never knew: there is nobody to work for.
  if (installation === null || installation.state === 'uninstalled') return;
  const records: DirtyRecord[] = [];
  const erased = new Set<string>();
  for (const hint of hints) {
    if (hint.kind === 'dirty') records.push(...hint.records);
    else erased.add(hint.contactId);
  }
  await deps.dirtyRecords.mark(portal, records);
  if (erased.size > 0) await deps.timeline.forget(portal, [...erased]);
  if (records.length > 0) await deps.wakeups.wake('refresh', portal);
}
