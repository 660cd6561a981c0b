/**
 * Reads a portal for the first time: contacts, then every activity type we may read, page by page with inline
 * associations. A page and its cursor are saved together, so that a crash repeats one page and loses none. Contacts are
 * assessed only when all is read: a stage told from half a timeline would be wrong, and fire workflows.
 */
import { CrmError } from './crm-error.ts';
import { markAllContacts } from './mark-all-contacts.ts';
import type { Atomically, Clock, Crm, PortalId, ReadActivity } from './ports.ts';
import type { BackfillStep, Backfills, DirtyContacts, Timeline } from './store.ts';
import type { Parking } from './work.ts';

export type BackfillDeps = {
  readonly crm: Pick<Crm, 'listContacts' | 'listActivities' | 'readActivities'>;
  readonly timeline: Pick<Timeline, 'saveContacts' | 'saveActivities'>;
  readonly backfills: Backfills;
  readonly dirtyContacts: Pick<DirtyContacts, 'markStored'>;
  readonly parking: Pick<Parking, 'park'>;
  readonly atomically: Atomically;
  readonly clock: Clock;
};

/** `more`: stopped at the end of its share, so that one portal's backfill does not keep others waiting. */
export type Backfilled =
  | { readonly kind: 'none' }
  | { readonly kind: 'more' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly error: CrmError };

/** Pages of one run. */
const share = 200;
/** Pages read at a time: enough to keep within our turns busy while HubSpot takes its time to answer. */
const lanes = 4;
/** HubSpot's batch read takes 100 ids. */
const batchSize = 100;

export async function backfill(
  deps: BackfillDeps,
  { portal, signal }: { portal: PortalId; signal: AbortSignal },
): Promise<Backfilled> {
  const progress = await deps.backfills.progress(portal);
  if (progress === null || progress.finishedAt !== null) return { kind: 'none' };
  const budget = { pages: share };
  const pending = await deps.backfills.pending(portal);
  const contacts = pending.filter((step) => step.type === 'contacts');
  const activities = pending.filter((step) => step.type !== 'contacts');
  const failed =
    (await runSteps(deps, portal, contacts, budget, signal)) ??
    (await runSteps(deps, portal, activities, budget, signal));
  if (failed !== null) return { kind: 'failed', error: failed };
  if ((await deps.backfills.pending(portal)).length > 0) return { kind: 'more' };
  await markAllContacts(deps.dirtyContacts, portal);
  await deps.backfills.finish(portal, deps.clock.now());
  return { kind: 'finished' };
}

type Budget = { pages: number };

/** Runs the steps in lanes beside each other; the first failure stops all of them at their next page. */
async function runSteps(
  deps: BackfillDeps,
  portal: PortalId,
  steps: readonly BackfillStep[],
  budget: Budget,
  signal: AbortSignal,
): Promise<CrmError | null> {
  const waiting = [...steps];
  let failed: CrmError | null = null;
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      while (!step.done && failed === null && budget.pages > 0 && !signal.aborted) {
        budget.pages -= 1;
        try {
          step = await readPage(deps, portal, step);
        } catch (error) {
          if (!(error instanceof CrmError)) throw error;
          if (error.failure === 'missing-scope') step = await goWithout(deps, portal, step, error);
          else failed = error;
        }
      }
    }
  };
  const runs = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const run of runs) if (run.status === 'rejected') throw run.reason;
  return failed;
}

async function readPage(deps: BackfillDeps, portal: PortalId, step: BackfillStep): Promise<BackfillStep> {
  const { crm, timeline } = deps;
  if (step.type === 'contacts') {
    const page = await crm.listContacts(portal, step.after);
    return saved(deps, portal, after(step, page), async () => {
      await timeline.saveContacts(portal, page.records);
    });
  }
  const page = await crm.listActivities(portal, step.type, step.after);
  const cut = page.records.filter((record) => record.moreContacts);
  const whole: ReadActivity[] = page.records.filter((record) => !record.moreContacts);
  for (let from = 0; from < cut.length; from += batchSize) {
    const ids = cut.slice(from, from + batchSize).map((record) => record.id);
    whole.push(...(await crm.readActivities(portal, step.type, ids)));
  }
  return saved(deps, portal, after(step, page), async () => {
    await timeline.saveActivities(portal, whole);
  });
}

async function saved(
  { backfills, atomically }: BackfillDeps,
  portal: PortalId,
  step: BackfillStep,
  save: () => Promise<void>,
): Promise<BackfillStep> {
  await atomically(portal, async () => {
    await save();
    await backfills.advance(portal, step);
  });
  return step;
}

function after(step: BackfillStep, page: { records: readonly unknown[]; next: string | null }): BackfillStep {
  return {
    type: step.type,
    after: page.next ?? step.after,
    done: page.next === null,
    records: step.records + page.records.length,
  };
}

/** A right that was not granted, or taken back meanwhile: what it would show stays unseen, the rest goes on. */
async function goWithout(
  deps: BackfillDeps,
  portal: PortalId,
  step: BackfillStep,
  error: CrmError,
): Promise<BackfillStep> {
  const done = { ...step, done: true };
  await deps.atomically(portal, async () => {
    const subject = `backfill:${step.type}`;
    await deps.parking.park(portal, { subject, reason: error.failure, at: deps.clock.now() });
    await deps.backfills.advance(portal, done);
  });
  return done;
}
