/**
 * Signals are kept for as long as the portal's admin chose. What is read anew is cut at once, and every night what has
 * grown too old; contacts who lose something are assessed again.
 */
import { type ChoicesStore, choicesOf } from './choices.ts';
import type { Atomically, Clock, ContactId, PortalId } from './ports.ts';
import type { StoredRecords } from './reconciliation.ts';
import type { DirtyContacts, Timeline } from './store.ts';

export type RetentionDeps = {
  readonly choices: Pick<ChoicesStore, 'current'>;
  readonly timeline: Pick<Timeline, 'prune'>;
  readonly clock: Clock;
};

export type PruneAllDeps = RetentionDeps & {
  readonly storedRecords: Pick<StoredRecords, 'slice'>;
  readonly dirtyContacts: Pick<DirtyContacts, 'mark'>;
  readonly atomically: Atomically;
};

const dayMs = 86_400_000;
/** Contacts looked at in one transaction. */
const batchSize = 500;

/** Cuts what was just read of these contacts; call it in the transaction that saved it. Returns who lost something. */
export async function pruneRead(
  { choices, timeline, clock }: RetentionDeps,
  portal: PortalId,
  ids: readonly ContactId[],
): Promise<readonly ContactId[]> {
  const { retentionDays } = await choicesOf(choices, portal);
  return retentionDays === null ? [] : timeline.prune(portal, ids, clock.now() - retentionDays * dayMs);
}

/** Cuts the whole portal, and marks who lost something. False when it was told to stop: the next run begins anew. */
export async function pruneAll(
  deps: PruneAllDeps,
  { portal, signal }: { portal: PortalId; signal: AbortSignal },
): Promise<boolean> {
  if ((await choicesOf(deps.choices, portal)).retentionDays === null) return true;
  for (let after: string | null = null; ; ) {
    if (signal.aborted) return false;
    const ids = await deps.storedRecords.slice(portal, after, batchSize);
    await deps.atomically(portal, async () => {
      const lost = await pruneRead(deps, portal, ids);
      if (lost.length > 0) await deps.dirtyContacts.mark(portal, lost);
    });
    if (ids.length < batchSize) return true;
    after = ids.at(-1) ?? null;
  }
}
