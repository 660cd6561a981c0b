/**
 * The regular look round: marks the contacts whose values change by time alone from now on, and wakes every portal
 * that has work. It also heals lost wake-ups: a wake-up is only a hint, what must be done stands in the store.
 */
import type { Clock, PortalId } from './ports.ts';
import { parkedMs } from './remedy-for.ts';
import type { Assessments } from './store.ts';
import type { Backlog, Deliveries, Parking, Wakeups } from './work.ts';

export type SweepDeps = {
  readonly assessments: Pick<Assessments, 'markDue'>;
  readonly backlog: Backlog;
  readonly deliveries: Pick<Deliveries, 'count'>;
  readonly parking: Pick<Parking, 'list'>;
  readonly wakeups: Wakeups;
  readonly clock: Clock;
};

const markedAtOnce = 1000;

/** Under this subject a backfill stands that HubSpot refused for good. */
export const parkedBackfill = 'backfill';

/** Returns how many contacts were due. */
export async function sweep(deps: SweepDeps): Promise<number> {
  const now = deps.clock.now();
  let due = 0;
  for (let last = markedAtOnce; last >= markedAtOnce; due += last) {
    const marked = await deps.assessments.markDue(now, markedAtOnce);
    last = [...marked.values()].reduce((sum, count) => sum + count, 0);
  }
  const waiting = await deps.backlog.waiting(now);
  await wakeAll(deps, 'refresh', waiting.refresh);
  await wakeAll(deps, 'backfill', await unlessParked(deps, waiting.backfill, now));
  if ((await deps.deliveries.count()) > 0) await deps.wakeups.wake('deliveries', 0);
  return due;
}

/** A parked backfill has no marks that wait: woken at every sweep it would call a portal that refuses us for ever. */
async function unlessParked(
  { parking }: SweepDeps,
  portals: readonly PortalId[],
  now: number,
): Promise<readonly PortalId[]> {
  const woken: PortalId[] = [];
  for (const portal of portals) {
    const parked = (await parking.list(portal)).find(({ subject }) => subject === parkedBackfill);
    if (parked === undefined || now - parked.at >= parkedMs) woken.push(portal);
  }
  return woken;
}

async function wakeAll(
  { wakeups }: SweepDeps,
  kind: 'refresh' | 'backfill',
  portals: readonly PortalId[],
): Promise<void> {
  for (const portal of portals) await wakeups.wake(kind, portal);
}
