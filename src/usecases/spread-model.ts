import type { PortalModels, TriedModel } from './learned.ts';
import { markEveryone } from './mark-everyone.ts';
import type { Atomically, PortalId } from './ports.ts';
import type { DirtyRecords } from './store.ts';
import type { Wakeups } from './work.ts';

export type SpreadModelDeps = {
  readonly portalModels: Pick<PortalModels, 'save'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly atomically: Atomically;
  readonly wakeups: Wakeups;
};

/** Puts an adopted model in force and has every contact assessed by it: both or, after a crash, neither. */
export async function spreadModel(
  deps: SpreadModelDeps,
  portal: PortalId,
  adopted: TriedModel,
): Promise<void> {
  await deps.atomically(portal, async () => {
    await deps.portalModels.save(portal, adopted);
    await markEveryone(deps.dirtyRecords, portal);
  });
  await deps.wakeups.wake('refresh', portal, 'now');
}
