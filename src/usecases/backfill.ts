/**
 * Reads a portal for the first time: contacts, then every activity type we may read. Contacts are assessed only when all
 * is read: a stage told from half a timeline would be wrong, and fire workflows.
 */
import { type BackfillLanesDeps, type LaneRun, readByBothLanes } from './backfill-lanes.ts';
import type { CrmError } from './crm-error.ts';
import { markEveryone } from './mark-everyone.ts';
import type { PortalId } from './ports.ts';
import type { Backfills, DirtyRecords } from './store.ts';

export type BackfillDeps = BackfillLanesDeps & {
  readonly backfills: Backfills;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
};

/** `more`: stopped at the end of its share, so that one portal's backfill does not keep others waiting. */
export type Backfilled =
  | { readonly kind: 'none' }
  | { readonly kind: 'more' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly error: CrmError };

/** Listed pages of one run: two and a half minutes of a portal's turns. */
const share = 1500;

export async function backfill(
  deps: BackfillDeps,
  { portal, signal }: { portal: PortalId; signal: AbortSignal },
): Promise<Backfilled> {
  const progress = await deps.backfills.progress(portal);
  if (progress === null || progress.finishedAt !== null) return { kind: 'none' };
  const run: LaneRun = { portal, signal, pages: share, failed: null, searchRests: false };
  const pending = await deps.backfills.pending(portal);
  // Contacts first: what is kept of an activity depends on who of them objects.
  const contacts = pending.filter((step) => step.type === 'contacts');
  await readByBothLanes(deps, run, contacts);
  if ((await deps.backfills.pending(portal)).every((step) => step.type !== 'contacts')) {
    await readByBothLanes(
      deps,
      run,
      pending.filter((step) => step.type !== 'contacts'),
    );
  }
  if (run.failed !== null) return { kind: 'failed', error: run.failed };
  if ((await deps.backfills.pending(portal)).length > 0) return { kind: 'more' };
  await deps.atomically(portal, async () => {
    await markEveryone(deps.dirtyRecords, portal);
    await deps.backfills.finish(portal, deps.clock.now());
  });
  return { kind: 'finished' };
}
