/**
 * After a crash or a failure between a write and our note of it, what stands in HubSpot may be the old value or the new
 * one. It is asked, not guessed: whether a stage is the first that was ever written hangs on it.
 */
import type { Crm, PortalId } from './ports.ts';
import type { StoredContact } from './store.ts';

export type Standing = {
  readonly contacts: readonly StoredContact[];
  /** Of those that were asked: what our note has missed. */
  readonly missed: ReadonlyMap<string, StoredContact['published']>;
};

/** Throws `CrmError`. A contact that is not there any more keeps its doubt: its write will say that it is gone. */
export async function whatStands(
  crm: Pick<Crm, 'readContacts'>,
  portal: PortalId,
  stored: readonly StoredContact[],
): Promise<Standing> {
  const unsure = stored.filter(({ unsettled }) => unsettled).map(({ id }) => id);
  if (unsure.length === 0) return { contacts: stored, missed: new Map() };
  const read = await crm.readContacts(portal, unsure);
  const missed = new Map(read.map(({ id, published }) => [id, published]));
  const contacts = stored.map((contact) => {
    const published = missed.get(contact.id);
    return published === undefined ? contact : { ...contact, published, unsettled: false };
  });
  return { contacts, missed };
}
