/** Takes a correction back. It stays in the log as undone; the answer is assessed again at once. */
import type { Person } from './corrections.ts';
import type { ContactId, PortalId } from './ports.ts';
import { refreshNow } from './refresh-now.ts';
import { type SetDesiredDeps, writeDesired } from './set-desired.ts';

export type UndoOutcome =
  | { readonly kind: 'done'; readonly card: string }
  /** No such correction of this contact. */
  | { readonly kind: 'unknown-correction' }
  /** HubSpot did not take the desired relationship back; trying again is safe. */
  | { readonly kind: 'not-written' };

export async function undoCorrection(
  deps: SetDesiredDeps,
  { portal, contact, id, by }: { portal: PortalId; contact: ContactId; id: string; by: Person },
): Promise<UndoOutcome> {
  const stood = await deps.corrections.find(portal, id);
  // An id of another contact is not found: it says nothing about that contact.
  if (stood === null || stood.contactId !== contact) return { kind: 'unknown-correction' };
  if (stood.undone === null && stood.says.kind === 'desired') {
    const written = await writeDesired(deps, { portal, contact, ...stood.says.before });
    if (written !== 'written') return { kind: 'not-written' };
  }
  await deps.corrections.undo(portal, id, deps.clock.now(), by);
  return { kind: 'done', card: await refreshNow(deps, { portal, contact }) };
}
