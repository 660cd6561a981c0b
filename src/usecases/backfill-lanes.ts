/**
 * Reads the records of several types by two lanes at once: lists from the lowest ids up, searches from the highest down,
 * until they meet. One page of each type is listed first, which is all of most. Of the others searching takes half the
 * calls and has a quota of its own, but only two calls a second: a portal that it reads soon enough is left to it, in every
 * larger one both go as fast as they may.
 */
import { CrmError } from './crm-error.ts';
import { areAscending, compareIds } from './id-order.ts';
import type { Atomically, Clock, Crm, Page, PortalId, ReadActivity, ReadContact, Slice } from './ports.ts';
import type { BackfillAdvance, BackfillStep, Backfills, Timeline } from './store.ts';
import type { Parking } from './work.ts';

export type BackfillLanesDeps = {
  readonly crm: Pick<
    Crm,
    'listContacts' | 'listActivities' | 'readActivities' | 'searchContacts' | 'searchActivities'
  >;
  readonly timeline: Pick<Timeline, 'saveContacts' | 'saveActivities'>;
  readonly backfills: Pick<Backfills, 'advance'>;
  readonly parking: Pick<Parking, 'park'>;
  readonly atomically: Atomically;
  readonly clock: Clock;
  /** So many records of all types together are left to search alone. */
  readonly searchAlone: number;
};

/** What two searches of 200 records a second find in a minute. */
export const searchedInAMinute = 24_000;

/** One run: what it may still read, and why it has to end before. */
export type LaneRun = {
  readonly portal: PortalId;
  readonly signal: AbortSignal;
  /** Pages that may still be listed. */
  pages: number;
  failed: CrmError | null;
  /** Search failed in this run: what is left is listed. */
  searchRests: boolean;
};

/** Types listed at a time: enough to keep within our turns busy while HubSpot takes its time to answer. */
const listers = 6;
/** Types searched at a time: the next search need not wait until the last one's records are saved. */
const searchers = 2;
/** A type with what its lanes are doing. `left`: what the last search did not reach. */
type Place = { step: BackfillStep; listing: boolean; searching: boolean; serves: boolean; left: number };

/** Ends when all is read, the run's share is used up, or it failed or was told to stop. A bug is thrown. */
export async function readByBothLanes(
  deps: BackfillLanesDeps,
  run: LaneRun,
  steps: readonly BackfillStep[],
): Promise<void> {
  const places = steps.map(
    (step): Place => ({ step, listing: false, searching: false, serves: true, left: step.expected ?? 0 }),
  );
  await inLanes(listers, () => listOn(deps, run, places.filter(isUntouched), 1));
  const { promise: listsWanted, resolve: startLists } = Promise.withResolvers<void>();
  const decide = () => {
    if (run.searchRests || isLarge(deps, places)) startLists();
  };
  decide();
  const search = inLanes(searchers, () => searchOn(deps, run, places, decide)).finally(startLists);
  const lists = inLanes(listers, () => listsWanted.then(() => listOn(deps, run, places)));
  for (const lane of await Promise.allSettled([search, lists])) {
    if (lane.status === 'rejected') throw lane.reason;
  }
}

/** When all of them have ended: a bug in one does not leave the others running behind the caller's back. */
async function inLanes(lanes: number, work: () => Promise<void>): Promise<void> {
  for (const lane of await Promise.allSettled(Array.from({ length: lanes }, work))) {
    if (lane.status === 'rejected') throw lane.reason;
  }
}

function isUntouched({ step: { after, below } }: Place): boolean {
  return after === null && below === null;
}

function isLarge({ searchAlone }: BackfillLanesDeps, places: readonly Place[]): boolean {
  const known = places.reduce((sum, { step }) => sum + (step.expected ?? 0), 0);
  return known > searchAlone || places.some((place) => !place.serves);
}

function mayGoOn({ pages, failed, signal }: LaneRun): boolean {
  return pages > 0 && failed === null && !signal.aborted;
}

async function searchOn(
  deps: BackfillLanesDeps,
  run: LaneRun,
  places: readonly Place[],
  decide: () => void,
): Promise<void> {
  while (mayGoOn(run) && !run.searchRests) {
    const place = nextToSearch(places);
    if (place === undefined) return;
    place.searching = true;
    try {
      await searchSlice(deps, run, place);
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      // A type that search refuses is listed; when search as a whole has trouble, everything is.
      const isOfType = ['invalid-input', 'not-found', 'missing-scope'].includes(error.failure);
      if (isOfType) place.serves = false;
      else run.searchRests = true;
    } finally {
      place.searching = false;
    }
    decide();
  }
}

/** Those of unknown size first, then the one that takes longest. */
function nextToSearch(places: readonly Place[]): Place | undefined {
  const free = places.filter(({ step, searching, serves }) => !step.done && !searching && serves);
  const unknown = free.find(({ step }) => step.expected === null);
  return unknown ?? free.toSorted((a, b) => b.left - a.left)[0];
}

async function searchSlice(deps: BackfillLanesDeps, run: LaneRun, place: Place): Promise<void> {
  const { type, listed, below, expected } = place.step;
  const between = { above: listed, below };
  const save = async (
    slice: Slice<ReadContact> | Slice<ReadActivity> | null,
    saving: () => Promise<unknown>,
  ) => {
    if (slice === null) {
      place.serves = false;
      return;
    }
    place.left = slice.left;
    const counted = expected === null ? { expected: slice.records.length + slice.left } : {};
    const reached = { below: slice.lowest, done: slice.left === 0, records: slice.records.length };
    await advance(deps, run, place, { type, ...reached, ...counted }, saving);
  };
  if (type === 'contacts') {
    const slice = await deps.crm.searchContacts(run.portal, between);
    return save(slice, () => deps.timeline.saveContacts(run.portal, slice?.records ?? []));
  }
  const slice = await deps.crm.searchActivities(run.portal, type, between);
  return save(slice, () => deps.timeline.saveActivities(run.portal, slice?.records ?? []));
}

async function listOn(
  deps: BackfillLanesDeps,
  run: LaneRun,
  places: readonly Place[],
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const waiting = [...places];
  for (let place = waiting.shift(); place !== undefined && mayGoOn(run); place = waiting.shift()) {
    if (place.step.done || place.listing) continue;
    place.listing = true;
    try {
      await listType(deps, run, place, most);
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      if (error.failure === 'missing-scope') await goWithout(deps, run, place, error);
      else run.failed ??= error;
    }
    place.listing = false;
  }
}

/** Below every id: nothing is sure to be listed, since a page was not in the order of ids. */
const nothing = '0';

function isSure(listed: string | null): boolean {
  return listed !== null && listed !== nothing;
}

/** At most so many pages. The next one is on its way while one is saved. */
async function listType(deps: BackfillLanesDeps, run: LaneRun, place: Place, most: number): Promise<void> {
  let pages = 0;
  let ahead: Promise<ListedPage> | null = ask(deps, run, place.step, place.step.after);
  while (ahead !== null) {
    const page: ListedPage = await ahead;
    const { ids, next } = page;
    const { after, listed, below } = place.step;
    const isOrdered = (after === null || isSure(listed)) && areAscending([listed ?? nothing, ...ids]);
    const last = ids.at(-1) ?? null;
    const hasMet = isOrdered && last !== null && below !== null && compareIds(last, below) >= 0;
    const done = next === null || hasMet;
    pages += 1;
    ahead =
      done || pages >= most || place.step.done || !mayGoOn(run) ? null : ask(deps, run, place.step, next);
    const reached = { type: place.step.type, after: next, listed: isOrdered ? last : nothing, done };
    const saved = advance(deps, run, place, { ...reached, records: page.fresh(below) }, () =>
      page.save(below),
    );
    // Beside a saving that fails the page that is on its way is let go.
    await Promise.all([saved, ahead?.catch(() => undefined)]);
  }
}

/** `fresh`: how many of the page search has not read before; only those are saved. */
type ListedPage = {
  readonly ids: readonly string[];
  readonly next: string | null;
  fresh(below: string | null): number;
  save(below: string | null): Promise<unknown>;
};

async function ask(
  deps: BackfillLanesDeps,
  run: LaneRun,
  { type }: BackfillStep,
  after: string | null,
): Promise<ListedPage> {
  run.pages -= 1;
  const { crm, timeline } = deps;
  if (type === 'contacts') {
    const page = await crm.listContacts(run.portal, after);
    return listedPage(page, (records) => timeline.saveContacts(run.portal, records));
  }
  const page = await crm.listActivities(run.portal, type, after);
  const cut = page.records.filter((record) => record.moreContacts).map(({ id }) => id);
  const whole = cut.length === 0 ? [] : await crm.readActivities(run.portal, type, cut);
  const records = [...page.records.filter((record) => !record.moreContacts), ...whole];
  return listedPage(
    { ...page, records },
    (fresh) => timeline.saveActivities(run.portal, fresh),
    page.records,
  );
}

function listedPage<T extends { readonly id: string }>(
  page: Page<T>,
  save: (records: readonly T[]) => Promise<unknown>,
  inOrder: readonly { readonly id: string }[] = page.records,
): ListedPage {
  const fresh = (below: string | null) =>
    page.records.filter(({ id }) => below === null || compareIds(id, below) < 0);
  return {
    ids: inOrder.map(({ id }) => id),
    next: page.next,
    fresh: (below) => fresh(below).length,
    save: (below) => save(fresh(below)),
  };
}

/** What was read and how far it reaches are saved together, so that a crash repeats a page and loses none. */
async function advance(
  { backfills, atomically }: BackfillLanesDeps,
  { portal }: LaneRun,
  place: Place,
  by: BackfillAdvance,
  save: () => Promise<unknown>,
): Promise<void> {
  await atomically(portal, async () => {
    await save();
    await backfills.advance(portal, by);
  });
  const { after, listed, below, expected, done, records } = place.step;
  place.step = {
    type: by.type,
    after: by.after ?? after,
    listed: by.listed ?? listed,
    below: by.below ?? below,
    expected: by.expected ?? expected,
    done: done || by.done,
    records: records + by.records,
  };
}

/** A right that was not granted, or taken back meanwhile: what it would show stays unseen, the rest goes on. */
async function goWithout(
  deps: BackfillLanesDeps,
  run: LaneRun,
  place: Place,
  error: CrmError,
): Promise<void> {
  const { type } = place.step;
  await advance(deps, run, place, { type, done: true, records: 0 }, () =>
    deps.parking.park(run.portal, {
      subject: `backfill:${type}`,
      reason: error.failure,
      at: deps.clock.now(),
    }),
  );
}
