/**
 * Measures what only the whole portal can say: customers per owner, margins, concentration, who shares an interest, who
 * brought whom. One pass over the contacts in pieces; what changed for a contact marks it to be assessed again, and all of
 * them when the portal itself moved by more than a little.
 */
import { type ContactMeasures, measurePortal, type PortalRow } from '../relationship/measure-portal.ts';
import { type MeasuredContact, portalRow } from '../relationship/portal-row.ts';
import type { PortalView } from '../relationship/portal-view.ts';
import { markEveryone } from './mark-everyone.ts';
import { type PortalContextDeps, portalContext } from './portal-context.ts';
import type { Atomically, Clock, ContactId, Installation, PortalId } from './ports.ts';
import type { DirtyContacts, DirtyRecords } from './store.ts';

/** What is measured over a whole portal, and what it is measured from. */
export type PortalViews = {
  /** Null before the first measuring. */
  find(portal: PortalId): Promise<PortalView | null>;
  save(portal: PortalId, view: PortalView): Promise<void>;
  /** At most `limit` contacts after the given id, in the order of ids; who objected is left out. */
  page(portal: PortalId, after: ContactId | null, limit: number): Promise<readonly MeasuredContact[]>;
  /** Replaces what the portal says of these contacts; returns those of whom it says something else now. */
  saveMeasures(
    portal: PortalId,
    measures: ReadonlyMap<ContactId, ContactMeasures>,
  ): Promise<readonly ContactId[]>;
};

export type MeasurePortalDeps = PortalContextDeps & {
  readonly views: PortalViews;
  readonly dirtyContacts: Pick<DirtyContacts, 'mark'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly atomically: Atomically;
  readonly clock: Clock;
  /** Lets other work in between two pieces. */
  readonly breathe: () => Promise<void>;
};

/** Contacts of one piece. */
const batchSize = 500;

/** A number that moved by less says the same of everybody [D]. */
const tolerance = 0.05;

/** False when it was told to stop: then nothing was saved. */
export async function measureAll(
  deps: MeasurePortalDeps,
  { of, signal }: { of: Installation; signal: AbortSignal },
): Promise<boolean> {
  const { portalId: portal } = of;
  const { settings } = await portalContext(deps, of);
  const now = deps.clock.now();
  const rows: PortalRow[] = [];
  for (let after: ContactId | null = null; ; ) {
    if (signal.aborted) return false;
    const page = await deps.views.page(portal, after, batchSize);
    rows.push(...page.map((contact) => portalRow(contact, settings, now)));
    after = page.at(-1)?.id ?? null;
    if (page.length < batchSize) break;
    await deps.breathe();
  }
  const { view, contacts } = measurePortal(rows, settings, of.timeZone, now);
  await saveMeasures(deps, portal, rows, contacts);
  const before = await deps.views.find(portal);
  const isNews = before === null || !isAlike(before, view);
  await deps.atomically(portal, async () => {
    // What contacts are assessed by stays as it was, so that small steps do not add up unseen.
    await deps.views.save(portal, isNews ? view : { ...before, ...storyOf(view) });
    if (isNews) await markEveryone(deps.dirtyRecords, portal);
  });
  return true;
}

function storyOf({ story }: PortalView): Pick<PortalView, 'story'> {
  return story === undefined ? {} : { story };
}

async function saveMeasures(
  { views, dirtyContacts, atomically, breathe }: MeasurePortalDeps,
  portal: PortalId,
  rows: readonly PortalRow[],
  contacts: ReadonlyMap<string, ContactMeasures>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += batchSize) {
    const ids = rows.slice(from, from + batchSize).map(({ id }) => id);
    const measures = new Map(ids.map((id) => [id, contacts.get(id) ?? {}]));
    // A mark and what it stands for are one: a crash in between would lose the change.
    await atomically(portal, async () => {
      const changed = await views.saveMeasures(portal, measures);
      if (changed.length > 0) await dirtyContacts.mark(portal, changed);
    });
    await breathe();
  }
}

/** What assessments read of a view. */
function read({ measuredAt: _when, story: _story, ...view }: PortalView): object {
  return view;
}

/** The same shape and words, and each number near the other. */
function isAlike(before: PortalView, after: PortalView): boolean {
  return near(read(before), read(after));
}

function near(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && near(value, right.get(key)))
  );
}
