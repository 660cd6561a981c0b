/** Contacts as HubSpot answers them, made into what the use cases read: signals, facts, and our properties as they stand. */
import type { PortalId, ReadContact } from '../usecases/ports.ts';
import type { Associations } from './associations.ts';
import type { Calls } from './calls.ts';
import { consentsIn } from './facts/consent.ts';
import { contactFacts, factProperties } from './facts/contact-facts.ts';
import { readFlagChanges } from './flag-changes.ts';
import { type PublishedDefinition, publishedValues } from './published-values.ts';
import { readReferrals } from './referrals.ts';
import type { HubSpotRecord } from './schemas.ts';
import { contactLabel, contactProperties, contactSignals } from './signals/contacts.ts';
import { type Meaning, textOf } from './signals/crm-record.ts';
import { referralSignals } from './signals/referrals.ts';
import { readSubscriptions } from './subscription-statuses.ts';
import { toRecord } from './to-record.ts';

export type ContactDeps = {
  readonly calls: Calls;
  readonly associations: Associations;
  readonly ownProperties: readonly PublishedDefinition[];
};

/** What is known of the portal that the contacts belong to: its words, and what it lets us read. */
export type ContactPortal = {
  readonly id: PortalId;
  readonly meaning: Meaning;
  readonly scopes: readonly string[];
};

/** Every property that is read of a contact, in one list for one call. */
export function readProperties(
  { ownProperties }: Pick<ContactDeps, 'ownProperties'>,
  meaning: Meaning,
): string[] {
  const own = ownProperties.map(({ name }) => name);
  return [...new Set([...contactProperties(meaning), ...factProperties(meaning), ...own])];
}

export async function toContacts(
  deps: ContactDeps,
  { id: portal, meaning, scopes }: ContactPortal,
  raws: readonly HubSpotRecord[],
): Promise<readonly ReadContact[]> {
  const records = raws.map((raw) => toRecord('contacts', raw, 1));
  const changes = await readFlagChanges(deps.calls, portal, records, meaning);
  const referrals = await readReferrals(deps, portal, records, meaning);
  const subscriptions = await readSubscriptions(deps.calls, portal, records, meaning, scopes);
  return records.map((record) => {
    const statuses = subscriptions.get(record.id) ?? null;
    const links = referrals.get(record.id) ?? [];
    return {
      id: record.id,
      createdAt: record.createdAt,
      modifiedAt: record.modifiedAt,
      label: contactLabel(record),
      ownerId: textOf(record, 'hubspot_owner_id'),
      signals: [
        ...contactSignals(record, meaning, changes, consentsIn(statuses ?? [])),
        ...referralSignals(record, links),
      ],
      facts: contactFacts(record, meaning, { changes, referrals: links, statuses }),
      published: publishedValues(record.properties, deps.ownProperties),
    };
  });
}
