/**
 * Reads contacts and activities by search: 200 a page, on a quota of its own, from the highest ids down, each page asking
 * for what lies below the last one, for HubSpot lets nobody page past 10,000 results. Search brings no associations: five
 * pages share one batch of them. https://developers.hubspot.com/docs/api-reference/latest/crm/search-the-crm
 */
import { areAscending } from '../usecases/id-order.ts';
import type {
  ActivityType,
  IdBounds,
  PortalId,
  ReadActivity,
  ReadContact,
  Slice,
} from '../usecases/ports.ts';
import { type Associations, createAssociations } from './associations.ts';
import { type HubSpotRecord, searchedSchema } from './schemas.ts';
import { activityProperties, contactPortal, type TimelineDeps, withAssociations } from './timeline.ts';
import { readProperties, toContacts } from './to-contacts.ts';
import { paths } from './versions.ts';

const pageSize = 200;
/** One association batch takes 1,000 records. */
const pages = 5;
/** HubSpot refuses a longer body. */
const bodyCharacters = 3000;

export type SearchLane = {
  searchContacts(portal: PortalId, between: IdBounds): Promise<Slice<ReadContact> | null>;
  searchActivities(
    portal: PortalId,
    type: ActivityType,
    between: IdBounds,
  ): Promise<Slice<ReadActivity> | null>;
};

export function createSearchLane(deps: TimelineDeps): SearchLane {
  const associations: Associations = createAssociations(deps.calls);
  const withLinks = { ...deps, associations };
  return {
    async searchContacts(portal, between) {
      const about = await contactPortal(deps, portal);
      const properties = readProperties(deps, about.meaning);
      const found = await searchDown(deps, portal, 'contacts', { properties, between });
      return found && { ...found, records: await toContacts(withLinks, about, found.records) };
    },
    async searchActivities(portal, type, between) {
      const properties = await activityProperties(deps, portal, type);
      const found = await searchDown(deps, portal, type, { properties, between });
      return found && { ...found, records: await withAssociations(withLinks, portal, type, found.records) };
    },
  };
}

/** Null when the question is too long, or when the answer is not in the order that was asked for or not whole. */
async function searchDown(
  { calls }: TimelineDeps,
  portal: PortalId,
  type: string,
  { properties, between }: { properties: readonly string[]; between: IdBounds },
): Promise<Slice<HubSpotRecord> | null> {
  const records: HubSpotRecord[] = [];
  let lowest: string | null = null;
  let left = 0;
  for (let page = 0; page < pages; page += 1) {
    const json = question(properties, { ...between, below: lowest ?? between.below });
    if (JSON.stringify(json).length > bodyCharacters) return null;
    const doing = `search ${type} of portal ${portal}`;
    const call = { method: 'POST', path: paths.search(type), json, lane: 'search', doing } as const;
    const first = await calls.read(portal, call, searchedSchema);
    // That nothing is there ends the reading: it must be said twice.
    const { total, results } = first.total === 0 ? await calls.read(portal, call, searchedSchema) : first;
    if (results.length === 0 && total > 0) return null;
    const ids = results.map(({ id }) => id);
    if (!areAscending([...(lowest === null ? [] : [lowest]), ...ids].reverse())) return null;
    records.push(...results.filter((record) => record.archived !== true));
    lowest = ids.at(-1) ?? lowest;
    left = total - results.length;
    if (left <= 0) return { records, lowest, left: 0 };
  }
  return { records, lowest, left };
}

/** All five keys must be there. */
function question(properties: readonly string[], { above, below }: IdBounds) {
  const filter = (operator: 'GT' | 'LT', value: string | null) =>
    value === null ? [] : [{ propertyName: 'hs_object_id', operator, value }];
  const filters = [...filter('GT', above), ...filter('LT', below)];
  return {
    filterGroups: filters.length === 0 ? [] : [{ filters }],
    sorts: ['-hs_object_id'],
    properties,
    limit: pageSize,
    after: '0',
  };
}
