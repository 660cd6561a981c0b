import type { PortalModels, TriedModel } from './learned.ts';
import { markAllContacts } from './mark-all-contacts.ts';
import type { PortalId } from './ports.ts';
import type { DirtyContacts } from './store.ts';
import type { Wakeups } from './work.ts';

export type SpreadModelDeps = {
  readonly portalModels: Pick<PortalModels, 'save'>;
  readonly dirtyContacts: Pick<DirtyContacts, 'markStored'>;
  readonly wakeups: Wakeups;
};

/**
 * Puts an adopted model in force and has every contact assessed by it. It is in force before the first contact is
 * marked, so that whoever claims a mark finds it. Repeatable: after a crash in between the next refit goes on here.
 */
export async function spreadModel(
  deps: SpreadModelDeps,
  portal: PortalId,
  adopted: TriedModel,
): Promise<void> {
  await deps.portalModels.save(portal, { ...adopted, spread: false });
  await markAllContacts(deps.dirtyContacts, portal);
  await deps.portalModels.save(portal, { ...adopted, spread: true });
  await deps.wakeups.wake('refresh', portal, 'now');
}
