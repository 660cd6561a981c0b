import type { Clock, PortalId } from './ports.ts';
import { lastRound } from './reconcile.ts';
import type { Rounds } from './reconciliation.ts';
import { type Remaining, remainingOf } from './remaining.ts';
import type { BackfillProgress, Backfills, DirtyContacts, DirtyRecords, StoredCounts } from './store.ts';
import type { Backlog, Deliveries, Parked, Parking } from './work.ts';

/** How a portal's sync stands: how far the first reading is, what waits, what was parked. Cheap enough to be polled. */
export type PortalHealth = {
  readonly backfill: BackfillProgress | null;
  /** What HubSpot's quota lets us foretell of the rest; null when nothing is left. */
  readonly remaining: Remaining | null;
  /** How long the longest waiting mark waits, ms; null when none does. */
  readonly lagMs: number | null;
  /** Deliveries are of all portals: they are told apart only when they are read. */
  readonly waiting: {
    readonly deliveries: number;
    readonly records: number;
    readonly contacts: number;
    /** Contacts whose time has come and whom no sweep has marked yet. */
    readonly due: number;
  };
  readonly parked: readonly Parked[];
  /** When the last pass over what webhooks miss came to its end; null before the first. */
  readonly reconciledAt: number | null;
};

export type HealthDeps = {
  readonly counts: Pick<StoredCounts, 'due'>;
  readonly backfills: Pick<Backfills, 'progress'>;
  readonly backlog: Pick<Backlog, 'lag'>;
  readonly deliveries: Pick<Deliveries, 'count'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'count'>;
  readonly dirtyContacts: Pick<DirtyContacts, 'count'>;
  readonly parking: Pick<Parking, 'list'>;
  readonly rounds: Pick<Rounds, 'of'>;
  readonly clock: Clock;
};

export async function readHealth(deps: HealthDeps, portal: PortalId): Promise<PortalHealth> {
  const [due, backfill, lagMs, deliveries, records, contacts, parked, rounds] = await Promise.all([
    deps.counts.due(portal, deps.clock.now()),
    deps.backfills.progress(portal),
    deps.backlog.lag(portal),
    deps.deliveries.count(),
    deps.dirtyRecords.count(portal),
    deps.dirtyContacts.count(portal),
    deps.parking.list(portal),
    deps.rounds.of(portal),
  ]);
  const waiting = { deliveries, records, contacts, due };
  const reconciledAt = rounds.find(({ round }) => round === lastRound)?.since ?? null;
  return { backfill, remaining: remainingOf(backfill, waiting), lagMs, waiting, parked, reconciledAt };
}

/** Everything is read, assessed and written, and nothing waits. */
export function isSettled({ backfill, waiting }: PortalHealth): boolean {
  const isRead = backfill !== null && backfill.finishedAt !== null;
  return isRead && waiting.deliveries + waiting.records + waiting.contacts + waiting.due === 0;
}
