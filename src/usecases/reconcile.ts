/**
 * Looks for what no webhook told: a portal whose deliveries were lost, an import, an outage of ours. Per type, search
 * finds what was modified since the last pass; and piece by piece all contacts are read again with their timelines, since
 * search knows nothing of what was deleted, and no date moves when a link does. As everywhere, only marks are made.
 */
import { CrmError } from './crm-error.ts';
import type {
  ActivityType,
  Atomically,
  Clock,
  Crm,
  DirtyRecord,
  Installation,
  PortalId,
  RecordType,
} from './ports.ts';
import type { FoundRecord, Round, RoundCursor, Rounds, StoredRecords } from './reconciliation.ts';
import { type RepairDeps, repairProperties } from './repair-properties.ts';
import type { BackfillProgress, Backfills, DirtyRecords } from './store.ts';
import type { Parking, Wakeups } from './work.ts';

export type ReconcileDeps = RepairDeps & {
  readonly crm: Pick<Crm, 'modifiedSince' | 'provision'>;
  readonly rounds: Rounds;
  readonly storedRecords: StoredRecords;
  readonly backfills: Pick<Backfills, 'progress'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly parking: Pick<Parking, 'park' | 'clear'>;
  readonly atomically: Atomically;
  readonly wakeups: Wakeups;
  readonly clock: Clock;
  /** The activity types that these granted scopes let us read. */
  readonly readable: (granted: readonly string[]) => readonly ActivityType[];
};

/** Saved at the end of each pass, with the last of its marks. */
export const lastRound = 'stored-contacts' satisfies Round;

export type Reconciled =
  | { readonly kind: 'done' }
  | { readonly kind: 'more' }
  | { readonly kind: 'failed'; readonly error: CrmError };

/** HubSpot's search index is behind by seconds or more [V]; what we take for the end of a pass is that much earlier [D]. */
export const overlapMs = 15 * 60_000;
/** Pages of search in one run, 200 records each. */
const share = 50;
const dayMs = 86_400_000;
/** How often a portal is reconciled, and in what time all its contacts are read again [D]. */
const runsPerDay = 24;
const daysOfRound = 7;
/** A pass that began so recently need not be made again. */
const freshMs = dayMs / runsPerDay / 2;
/** Fewest contacts read again per run: one batch. */
const fewest = 100;

export async function reconcile(
  deps: ReconcileDeps,
  { of, signal }: { of: Installation; signal: AbortSignal },
): Promise<Reconciled> {
  const { portalId: portal } = of;
  const read = await deps.backfills.progress(portal);
  // A first reading that is under way will find it all.
  if (read === null || read.finishedAt === null) return { kind: 'done' };
  const cursors = new Map((await deps.rounds.of(portal)).map((cursor) => [cursor.round, cursor]));
  const budget = { pages: share };
  try {
    await checkProperties(deps, portal, cursors.get('properties'));
    for (const type of ['contacts' as const, ...deps.readable(of.scopes)]) {
      const begin = {
        round: type,
        since: read.startedAt - overlapMs,
        startedAt: deps.clock.now(),
        after: null,
      };
      const cursor = cursors.get(type) ?? begin;
      if (isFresh(cursor, deps.clock.now())) continue;
      if (!(await searchThrough(deps, portal, type, cursor, budget, signal))) return { kind: 'more' };
    }
  } catch (error) {
    if (error instanceof CrmError) return { kind: 'failed', error };
    throw error;
  } finally {
    await deps.wakeups.wake('refresh', portal);
  }
  await readAgain(deps, portal, cursors.get(lastRound), read);
  await deps.wakeups.wake('refresh', portal);
  return { kind: 'done' };
}

/** A run that goes on where another ended passes over what that one came to the end of. */
function isFresh({ startedAt, since }: RoundCursor, now: number): boolean {
  return startedAt === null && now - (since + overlapMs) < freshMs;
}

/** Once a day: whoever deletes or changes one of our properties tells nobody. */
async function checkProperties(
  deps: ReconcileDeps,
  portal: PortalId,
  cursor: RoundCursor | undefined,
): Promise<void> {
  const now = deps.clock.now();
  if (cursor !== undefined && now - cursor.since < dayMs) return;
  await repairProperties(deps, portal);
  await deps.rounds.save(portal, { round: 'properties', since: now, startedAt: null, after: null });
}

/** One pass in the order of ids, which has no end that search could not reach. True when it came to its end. */
async function searchThrough(
  deps: ReconcileDeps,
  portal: PortalId,
  type: RecordType,
  cursor: RoundCursor,
  budget: { pages: number },
  signal: AbortSignal,
): Promise<boolean> {
  const subject = `reconcile:${type}`;
  const startedAt = cursor.startedAt ?? deps.clock.now();
  let { after } = cursor;
  for (;;) {
    if (budget.pages === 0 || signal.aborted) return false;
    budget.pages -= 1;
    try {
      const page = await deps.crm.modifiedSince(portal, type, { since: cursor.since, after });
      const next: RoundCursor =
        page.next === null
          ? { round: type, since: startedAt - overlapMs, startedAt: null, after: null }
          : { round: type, since: cursor.since, startedAt, after: page.next };
      await deps.atomically(portal, async () => {
        await deps.dirtyRecords.mark(portal, await unknownOf(deps, portal, type, page.records));
        if (page.next === null) await deps.parking.clear(portal, [subject]);
        await deps.rounds.save(portal, next);
      });
      if (page.next === null) return true;
      after = page.next;
    } catch (error) {
      if (!(error instanceof CrmError) || error.failure !== 'missing-scope') throw error;
      // A right taken back concerns one type; the others are looked through.
      await deps.parking.park(portal, { subject, reason: error.failure, at: deps.clock.now() });
      return true;
    }
  }
}

/** What was modified after we read it, and who was merged away without our knowing. */
async function unknownOf(
  { storedRecords }: Pick<ReconcileDeps, 'storedRecords'>,
  portal: PortalId,
  type: RecordType,
  found: readonly FoundRecord[],
): Promise<readonly DirtyRecord[]> {
  const ids = found.flatMap(({ id, mergedIds }) => [id, ...mergedIds]);
  const stored = await storedRecords.modifiedAt(portal, type, ids);
  return found.flatMap(({ id, modifiedAt, mergedIds }): readonly DirtyRecord[] => {
    const before = stored.get(id);
    const changed = before === undefined || before < modifiedAt ? [{ type, id }] : [];
    const losers = mergedIds.filter((loser) => stored.has(loser)).map((loser) => ({ type, id: loser }));
    if (type !== 'contacts' || losers.length === 0) return [...changed, ...losers];
    const histories = [id, ...losers.map((loser) => loser.id)].map((of) => ({
      type: 'history' as const,
      id: of,
    }));
    return [...changed, ...losers, ...histories];
  });
}

/**
 * Marks the next piece of the stored contacts; the pieces of a week are all of them. With their histories: an activity
 * that was about nobody we know is not stored, and a link to it is seen from the contact alone.
 */
async function readAgain(
  deps: ReconcileDeps,
  portal: PortalId,
  cursor: RoundCursor | undefined,
  { contacts }: BackfillProgress,
): Promise<void> {
  const size = Math.max(fewest, Math.ceil(contacts / (runsPerDay * daysOfRound)));
  const ids = await deps.storedRecords.slice(portal, cursor?.after ?? null, size);
  const after = ids.length < size ? null : (ids.at(-1) ?? null);
  const now = deps.clock.now();
  await deps.atomically(portal, async () => {
    await deps.dirtyRecords.mark(
      portal,
      ids.flatMap((id): readonly DirtyRecord[] => [
        { type: 'contacts', id },
        { type: 'history', id },
      ]),
    );
    await deps.rounds.save(portal, { round: lastRound, since: now, startedAt: null, after });
  });
}
