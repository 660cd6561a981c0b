/**
 * What was modified since a time, by search. In the order of ids and behind the last one (keyset), so that HubSpot's reach of
 * 10,000 results is never met.
 */
import type { Page, PortalId, RecordType } from '../usecases/ports.ts';
import type { FoundRecord } from '../usecases/reconciliation.ts';
import type { Calls } from './calls.ts';
import { foundSchema, type HubSpotRecord } from './schemas.ts';
import { toTime } from './signals/crm-record.ts';
import { paths } from './versions.ts';

/** Results of one page of a search. */
const pageSize = 200;
const mergedIds = 'hs_merged_object_ids';

export async function modifiedSince(
  calls: Calls,
  portal: PortalId,
  type: RecordType,
  { since, after }: { readonly since: number; readonly after: string | null },
): Promise<Page<FoundRecord>> {
  const modified = type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
  const behind = after === null ? [] : [{ propertyName: 'hs_object_id', operator: 'GT', value: after }];
  const json = {
    limit: pageSize,
    after: '0',
    filterGroups: [
      {
        filters: [{ propertyName: modified, operator: 'GTE', value: String(Math.max(0, since)) }, ...behind],
      },
    ],
    properties: [modified, mergedIds],
    sorts: ['hs_object_id'],
  };
  const doing = `search the ${type} of portal ${portal} that were modified`;
  const call = { method: 'POST', path: paths.search(type), json, lane: 'search', doing } as const;
  const { results } = await calls.read(portal, call, foundSchema);
  const last = results.length < pageSize ? undefined : results.at(-1);
  return { records: results.map((record) => found(record, modified)), next: last?.id ?? null };
}

/** A record without a readable time counts as modified just now: it is looked at. */
function found({ id, properties, updatedAt }: HubSpotRecord, modified: string): FoundRecord {
  const at = toTime(properties[modified] ?? updatedAt ?? '');
  const merged = (properties[mergedIds] ?? '').split(';').filter((of) => /^\d{1,20}$/.test(of));
  return { id, modifiedAt: at ?? Number.MAX_SAFE_INTEGER, mergedIds: merged };
}
