/**
 * Brings our properties in a portal back to what they were: those that were deleted are made again, options that were
 * taken away are added, and what another type or the portal's quota stands in the way of is named. A property that was
 * made again is empty on every contact, whatever we last wrote there, so it is written anew.
 */
import { markEveryone } from './mark-everyone.ts';
import type { Crm, Installations, PortalId } from './ports.ts';
import type { StoredRecords } from './reconciliation.ts';
import type { DirtyContacts, DirtyRecords } from './store.ts';
import type { Wakeups } from './work.ts';

export type RepairDeps = {
  readonly crm: Pick<Crm, 'provision'>;
  readonly installations: Pick<Installations, 'find' | 'save'>;
  readonly storedRecords: Pick<StoredRecords, 'unpublish'>;
  readonly dirtyContacts: Pick<DirtyContacts, 'mark'>;
  readonly dirtyRecords: Pick<DirtyRecords, 'mark'>;
  readonly wakeups: Wakeups;
};

const atOnce = 1000;

/** Throws `CrmError`. What else changes meanwhile, such as the live switch or an uninstall, stays as it is then. */
export async function repairProperties(deps: RepairDeps, portal: PortalId): Promise<void> {
  const provision = await deps.crm.provision(portal);
  const installation = await deps.installations.find(portal);
  if (installation === null) return;
  const before = new Set(installation.provision?.missing.map(({ name }) => name));
  const missing = new Set(provision.missing.map(({ name }) => name));
  const lost = provision.created.filter((name) => !before.has(name));
  await writeAnew(deps, portal, lost);
  // What there was no room or right for until now stands on nobody yet.
  if ([...before].some((name) => !missing.has(name))) await markEveryone(deps.dirtyRecords, portal);
  await deps.installations.save({ ...installation, provision });
  await deps.wakeups.wake('refresh', portal);
  await deps.wakeups.wake('labels', portal);
}

async function writeAnew(
  { storedRecords, dirtyContacts }: RepairDeps,
  portal: PortalId,
  properties: readonly string[],
): Promise<void> {
  if (properties.length === 0) return;
  let last: readonly string[];
  do {
    last = await storedRecords.unpublish(portal, properties, atOnce);
    await dirtyContacts.mark(portal, last);
  } while (last.length === atOnce);
}
