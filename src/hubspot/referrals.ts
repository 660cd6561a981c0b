/**
 * Who brought whom, in portals that have a label for it: one call of the associations' own lane per page of contacts, and
 * one more for the dates of partners who are not on the page. In all other portals nothing is asked.
 */
import type { PortalId } from '../usecases/ports.ts';
import type { Associations } from './associations.ts';
import type { Calls } from './calls.ts';
import { batchSchema } from './schemas.ts';
import { type CrmRecord, type Meaning, toTime } from './signals/crm-record.ts';
import type { Referral } from './signals/referrals.ts';
import { paths } from './versions.ts';

const batchSize = 100;

type Deps = { readonly calls: Calls; readonly associations: Associations };

/** By contact. A partner who is gone was nobody's referral any more. */
export async function readReferrals(
  deps: Deps,
  portal: PortalId,
  records: readonly CrmRecord[],
  { properties: { referrerLabels, referralLabels, introducedLabels } }: Meaning,
): Promise<ReadonlyMap<string, readonly Referral[]>> {
  const labelled = referrerLabels.length + referralLabels.length + introducedLabels.length;
  if (records.length === 0 || labelled === 0) return new Map();
  const ids = records.map(({ id }) => id);
  const links = await deps.associations.readTyped(portal, 'contacts', 'contacts', ids);
  const found = [...links].flatMap(([id, partners]) =>
    partners.flatMap((partner) => {
      const has = (labels: readonly number[]) => partner.typeIds.some((typeId) => labels.includes(typeId));
      const ways = [
        ...(has(referralLabels) ? ['brought' as const] : has(referrerLabels) ? ['broughtBy' as const] : []),
        ...(has(introducedLabels) ? ['introduced' as const] : []),
      ];
      return ways.map((how) => ({ id, how, contactId: partner.id }));
    }),
  );
  const created = await creations(deps.calls, portal, records, found);
  const referrals = new Map<string, Referral[]>();
  for (const { id, how, contactId } of found) {
    const createdAt = created.get(contactId);
    if (createdAt === undefined) continue;
    referrals.set(id, [...(referrals.get(id) ?? []), { how, contactId, createdAt }]);
  }
  return referrals;
}

async function creations(
  calls: Calls,
  portal: PortalId,
  records: readonly CrmRecord[],
  partners: readonly { readonly contactId: string }[],
): Promise<ReadonlyMap<string, number>> {
  const created = new Map(records.map(({ id, createdAt }) => [id, createdAt]));
  const unknown = [...new Set(partners.map(({ contactId }) => contactId))].filter((id) => !created.has(id));
  for (let start = 0; start < unknown.length; start += batchSize) {
    const inputs = unknown.slice(start, start + batchSize).map((id) => ({ id }));
    const json = { inputs, properties: ['createdate'], propertiesWithHistory: [] };
    const doing = `read when ${inputs.length} contacts of portal ${portal} were created`;
    const call = { method: 'POST', path: paths.batchRead('contacts'), json, lane: 'general', doing } as const;
    for (const { id, properties, createdAt } of (await calls.read(portal, call, batchSchema)).results) {
      const at = toTime(properties['createdate'] ?? createdAt ?? '');
      if (at !== null) created.set(id, at);
    }
  }
  return created;
}
