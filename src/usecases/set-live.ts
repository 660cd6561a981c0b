/**
 * The live switch. HubSpot has no quiet write, so stages are held back until an admin lets them out: then every contact
 * is looked at again, and its first write says `first`, which every recipe filters out. Switching back only holds back
 * what comes from then on.
 */
import { markEveryone } from './mark-everyone.ts';
import type { Atomically, Installations, PortalId } from './ports.ts';
import type { DirtyRecords } from './store.ts';
import type { Wakeups } from './work.ts';

export type SetLiveDeps = {
  readonly installations: Pick<Installations, 'find' | 'save'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly atomically: Atomically;
  readonly wakeups: Wakeups;
};

/** Returns false for a portal that is not installed. Repeatable: going live again marks everybody again. */
export async function setLive(
  deps: SetLiveDeps,
  { portal, live }: { portal: PortalId; live: boolean },
): Promise<boolean> {
  const installation = await deps.installations.find(portal);
  if (installation?.state !== 'active') return false;
  await deps.atomically(portal, async () => {
    await deps.installations.save({ ...installation, live });
    if (live) await markEveryone(deps.dirtyRecords, portal);
  });
  if (live) await deps.wakeups.wake('refresh', portal, 'now');
  return true;
}
