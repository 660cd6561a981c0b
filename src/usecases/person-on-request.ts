/** One person as a privacy officer handles them: found, shown with all that is stored, and erased. */
import type { PersonalData, StoredTable } from './personal-data.ts';
import type { ContactId, Crm, PortalId } from './ports.ts';
import type { Timeline } from './store.ts';

export type FindPersonDeps = {
  readonly crm: Pick<Crm, 'contactByEmail'>;
  readonly timeline: Pick<Timeline, 'load'>;
  readonly personalData: PersonalData;
};

export type FoundPerson = {
  readonly contact: ContactId;
  /** Null when the contact itself is not stored. */
  readonly label: string | null;
  readonly tables: readonly StoredTable[];
};

/** By HubSpot's id of the contact or by address; null for whom nothing is stored. Throws `CrmError` for an address. */
export async function findPerson(
  deps: FindPersonDeps,
  { portal, who }: { portal: PortalId; who: string },
): Promise<FoundPerson | null> {
  const contact = who.includes('@') ? await deps.crm.contactByEmail(portal, who) : who;
  if (contact === null) return null;
  const tables = await deps.personalData.of(portal, contact);
  if (tables.length === 0) return null;
  const [stored] = await deps.timeline.load(portal, [contact]);
  return { contact, label: stored?.label ?? null, tables };
}

export type ErasePersonDeps = {
  readonly crm: Pick<Crm, 'writeProperties'>;
  readonly timeline: Pick<Timeline, 'load' | 'forget'>;
  readonly personalData: PersonalData;
  /** Names of the properties that we alone write. */
  readonly computed: ReadonlySet<string>;
};

/**
 * Empties what we computed in HubSpot, then deletes every stored row; a tombstone keeps the person from being stored again.
 * In this order: after the deletion nobody would know what to empty. Returns how many rows went. Throws `CrmError`, and
 * then nothing is deleted yet.
 */
export async function erasePerson(
  deps: ErasePersonDeps,
  { portal, contact }: { portal: PortalId; contact: ContactId },
): Promise<number> {
  const [stored] = await deps.timeline.load(portal, [contact]);
  const published = stored?.published ?? {};
  // After a write that was never settled nobody knows what stands there.
  const isDoubtful = stored?.unsettled ?? false;
  const names = [...deps.computed].filter((name) => isDoubtful || (published[name] ?? '') !== '');
  const values = Object.fromEntries(names.map((name) => [name, '']));
  if (Object.keys(values).length > 0) {
    await deps.crm.writeProperties(portal, [{ contactId: contact, values }]);
  }
  const tables = await deps.personalData.of(portal, contact);
  await deps.timeline.forget(portal, [contact]);
  return tables.reduce((sum, table) => sum + table.rows.length, 0);
}
