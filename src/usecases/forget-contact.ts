/** Erases one person on request: everything stored goes, and a tombstone keeps them from being stored again. */
import type { ContactId, PortalId } from './ports.ts';
import type { Timeline } from './store.ts';

export async function forgetContact(
  { timeline }: { readonly timeline: Pick<Timeline, 'forget'> },
  { portal, contact }: { portal: PortalId; contact: ContactId },
): Promise<void> {
  await timeline.forget(portal, [contact]);
}
