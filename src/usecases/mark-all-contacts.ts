import type { ContactId, PortalId } from './ports.ts';
import type { DirtyContacts } from './store.ts';

const markedAtOnce = 1000;

/** Marks every stored contact of the portal to be assessed again. Repeatable; a crash in between leaves some unmarked. */
export async function markAllContacts(
  dirtyContacts: Pick<DirtyContacts, 'markStored'>,
  portal: PortalId,
): Promise<void> {
  let last: ContactId | null = null;
  do last = await dirtyContacts.markStored(portal, last, markedAtOnce);
  while (last !== null);
}
