/**
 * Reads dirty records again and keeps what they now say. A mark carries no truth: a record that is not there any more
 * is dropped, whatever the event said. Saving, marking the contacts and settling are one transaction, so that a crash
 * repeats the reading and loses no change.
 */
import { CrmError } from './crm-error.ts';
import type { ActivityType, Atomically, Clock, ContactId, Crm, DirtyRecord, PortalId } from './ports.ts';
import { pauseOf, remedyFor } from './remedy-for.ts';
import { pruneRead, type RetentionDeps } from './retention.ts';
import type { Claim, DirtyContacts, DirtyRecords, Timeline } from './store.ts';
import type { Parking } from './work.ts';

export type RefreshRecordsDeps = {
  readonly choices: RetentionDeps['choices'];
  readonly crm: Pick<Crm, 'readActivities' | 'readContacts' | 'activitiesOf'>;
  readonly timeline: Pick<
    Timeline,
    | 'saveActivities'
    | 'saveContacts'
    | 'dropActivities'
    | 'dropContacts'
    | 'colleagues'
    | 'activitiesOf'
    | 'prune'
  >;
  readonly dirtyRecords: DirtyRecords;
  readonly dirtyContacts: Pick<DirtyContacts, 'mark' | 'markStored'>;
  readonly parking: Pick<Parking, 'park'>;
  readonly atomically: Atomically;
  readonly clock: Clock;
};

/** `failed`: the records were released; the error says what to do with the portal. */
export type Refreshed =
  | { readonly kind: 'idle' }
  | { readonly kind: 'done'; readonly count: number }
  | { readonly kind: 'failed'; readonly error: CrmError; readonly attempt: number };

/** HubSpot's batch read takes 100 ids. */
const batchSize = 100;
/** Its association batch takes 1,000, so that many activities of a type share one. */
const activityBatchSize = 1000;
/** Enough to fill batches of several types at once. */
const claimLimit = 1000;
/** Contacts that one piece of `everyone` marks. */
const markedAtOnce = 1000;
/** Longer than 1,000 records take with every retry of the adapter. */
const leaseMs = 10 * 60_000;

export async function refreshRecords(
  deps: RefreshRecordsDeps,
  { portal, readable }: { portal: PortalId; readable: readonly ActivityType[] },
): Promise<Refreshed> {
  const claim = await deps.dirtyRecords.claim(portal, claimLimit, leaseMs);
  if (claim.items.length === 0) return { kind: 'idle' };
  let failed: CrmError | null = null;
  for (const batch of batchesOf(claim.items)) {
    const [first] = batch;
    if (first === undefined) continue;
    if (first.type === 'everyone') {
      await markPieces(deps, portal, claim, batch);
      continue;
    }
    if (isUnreadable(first.type, readable)) {
      await deps.dirtyRecords.settle(portal, claim, batch);
      continue;
    }
    // After a failure nothing more is asked of HubSpot in this run.
    failed = failed ?? (await refreshBatch(deps, portal, claim, batch));
    if (failed !== null) await giveBack(deps, portal, claim, batch, failed);
  }
  if (failed !== null) return { kind: 'failed', error: failed, attempt: claim.attempt };
  return { kind: 'done', count: claim.items.length };
}

/** HubSpot is not asked, so this goes on whatever it answers. The rest is marked in the transaction that settles a piece. */
async function markPieces(
  { dirtyRecords, dirtyContacts, atomically }: RefreshRecordsDeps,
  portal: PortalId,
  claim: Claim<DirtyRecord>,
  pieces: readonly DirtyRecord[],
): Promise<void> {
  for (const piece of pieces) {
    await atomically(portal, async () => {
      const last = await dirtyContacts.markStored(portal, piece.id === '' ? null : piece.id, markedAtOnce);
      await dirtyRecords.settle(portal, claim, [piece]);
      if (last !== null) await dirtyRecords.mark(portal, [{ type: 'everyone', id: last }]);
    });
  }
}

/** Reads one batch of one type; a batch with a bad input is parted until that one stands alone and is parked. */
async function refreshBatch(
  deps: RefreshRecordsDeps,
  portal: PortalId,
  claim: Claim<DirtyRecord>,
  batch: readonly DirtyRecord[],
): Promise<CrmError | null> {
  try {
    await readBatch(deps, portal, claim, batch);
    return null;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    if (error.failure === 'missing-scope') {
      // A right taken back concerns one type of record: the others go on.
      const subject = `records:${batch[0]?.type}`;
      await park(deps, portal, claim, { subject, settled: batch }, error);
      return null;
    }
    const remedy = remedyFor(error, claim.attempt);
    if (remedy.kind !== 'bisect' && remedy.kind !== 'forget') return error;
    const [only, ...others] = batch;
    if (only !== undefined && others.length === 0) {
      await park(deps, portal, claim, { subject: `${only.type}:${only.id}`, settled: batch }, error);
      return null;
    }
    for (const part of partsOf(batch, narrower(batch.length))) {
      const failed = await refreshBatch(deps, portal, claim, part);
      if (failed !== null) return failed;
    }
    return null;
  }
}

function readBatch(
  deps: RefreshRecordsDeps,
  portal: PortalId,
  claim: Claim<DirtyRecord>,
  batch: readonly DirtyRecord[],
): Promise<void> {
  const type = batch[0]?.type;
  const reading = { portal, claim, batch, ids: batch.map((record) => record.id) };
  if (type === undefined || type === 'everyone') return Promise.resolve();
  if (type === 'history') return readHistories(deps, reading);
  if (type === 'contacts') return readContacts(deps, reading);
  return readActivities(deps, reading, type);
}

type Reading = {
  readonly portal: PortalId;
  readonly claim: Claim<DirtyRecord>;
  readonly batch: readonly DirtyRecord[];
  readonly ids: readonly string[];
};

async function readHistories(
  { crm, timeline, dirtyRecords, dirtyContacts, atomically }: RefreshRecordsDeps,
  { portal, claim, batch, ids }: Reading,
): Promise<void> {
  const activities = await crm.activitiesOf(portal, ids);
  await atomically(portal, async () => {
    // Those we know of may be about somebody else meanwhile.
    await dirtyRecords.mark(portal, await timeline.activitiesOf(portal, ids));
    await dirtyRecords.mark(portal, activities);
    // Marked last of all: whoever works on contacts finds their activities read.
    await dirtyContacts.mark(portal, ids);
    await dirtyRecords.settle(portal, claim, batch);
  });
}

async function readContacts(deps: RefreshRecordsDeps, { portal, claim, batch, ids }: Reading): Promise<void> {
  const { crm, timeline, dirtyRecords, atomically } = deps;
  const contacts = await crm.readContacts(portal, ids);
  const gone = missingFrom(ids, contacts);
  await atomically(portal, async () => {
    const { changed, resumed } = await timeline.saveContacts(portal, contacts);
    const cut = await pruneRead(deps, portal, ids);
    // A timeline that is still to be read again tells half a story: its contact is marked when it was looked up.
    const whole = [...new Set([...changed, ...cut])].filter((id) => !resumed.includes(id));
    await markChanged(deps, portal, whole);
    await dirtyRecords.mark(
      portal,
      resumed.map((id) => ({ type: 'history', id })),
    );
    // Settled before dropped: dropping a contact takes its marks along.
    await dirtyRecords.settle(portal, claim, batch);
    await timeline.dropContacts(portal, gone);
  });
}

async function readActivities(
  deps: RefreshRecordsDeps,
  { portal, claim, batch, ids }: Reading,
  type: ActivityType,
): Promise<void> {
  const { crm, timeline, dirtyRecords, atomically } = deps;
  const activities = await crm.readActivities(portal, type, ids);
  const gone = missingFrom(ids, activities).map((id) => ({ type, id }));
  await atomically(portal, async () => {
    const saved = await timeline.saveActivities(portal, activities);
    const left = await timeline.dropActivities(portal, gone);
    const about = [...new Set(activities.flatMap(({ contactIds }) => contactIds))];
    const cut = await pruneRead(deps, portal, about);
    await markChanged(deps, portal, [...saved, ...left, ...cut]);
    await dirtyRecords.settle(portal, claim, batch);
  });
}

async function markChanged(
  { timeline, dirtyContacts }: Pick<RefreshRecordsDeps, 'timeline' | 'dirtyContacts'>,
  portal: PortalId,
  changed: readonly ContactId[],
): Promise<void> {
  if (changed.length === 0) return;
  await dirtyContacts.mark(portal, [...changed, ...(await timeline.colleagues(portal, changed))]);
}

async function giveBack(
  deps: RefreshRecordsDeps,
  portal: PortalId,
  claim: Claim<DirtyRecord>,
  batch: readonly DirtyRecord[],
  error: CrmError,
): Promise<void> {
  const retryAt = deps.clock.now() + pauseOf(remedyFor(error, claim.attempt));
  await deps.dirtyRecords.release(portal, claim, batch, retryAt);
}

async function park(
  deps: RefreshRecordsDeps,
  portal: PortalId,
  claim: Claim<DirtyRecord>,
  { subject, settled }: { subject: string; settled: readonly DirtyRecord[] },
  error: CrmError,
): Promise<void> {
  await deps.atomically(portal, async () => {
    await deps.parking.park(portal, { subject, reason: error.failure, at: deps.clock.now() });
    await deps.dirtyRecords.settle(portal, claim, settled);
  });
}

function missingFrom(ids: readonly string[], read: readonly { readonly id: string }[]): readonly string[] {
  const present = new Set(read.map((record) => record.id));
  return ids.filter((id) => !present.has(id));
}

function isUnreadable(type: DirtyRecord['type'], readable: readonly ActivityType[]): boolean {
  return type !== 'contacts' && type !== 'history' && type !== 'everyone' && !readable.includes(type);
}

function batchesOf(records: readonly DirtyRecord[]): readonly (readonly DirtyRecord[])[] {
  const byType = Map.groupBy(records, (record) => record.type);
  return [...byType].flatMap(([type, ofType]) =>
    partsOf(ofType, type === 'contacts' || type === 'history' ? batchSize : activityBatchSize),
  );
}

/** First to what one call takes, then by halves. */
function narrower(size: number): number {
  return size > batchSize ? batchSize : Math.ceil(size / 2);
}

function partsOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, place) =>
    all.slice(place * size, (place + 1) * size),
  );
}
