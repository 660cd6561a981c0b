import type { PortalId } from './ports.ts';
import type { DirtyRecords } from './store.ts';

/**
 * Has every stored contact of the portal assessed again. One mark says so, made in the transaction of what it follows
 * from; `refreshRecords` turns it into marks of contacts, a piece at a time, and after a crash goes on where it stood.
 */
export async function markEveryone(
  dirtyRecords: Pick<DirtyRecords, 'mark'>,
  portal: PortalId,
): Promise<void> {
  await dirtyRecords.mark(portal, [{ type: 'everyone', id: '' }]);
}
