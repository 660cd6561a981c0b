/**
 * Reads contacts and activities: by pages with inline associations, or by ids with the association batch (which HubSpot
 * charges to a lane of its own). Each type is read with exactly the properties its translation needs.
 */

import { CrmError } from '../usecases/crm-error.ts';
import type {
  ActivityType,
  ContactId,
  DirtyRecord,
  Page,
  PipelineMeaning,
  PortalId,
  ReadActivity,
  ReadContact,
} from '../usecases/ports.ts';
import { activityTypes } from '../usecases/ports.ts';
import type { PropertyMapping } from '../usecases/property-mapping.ts';
import { type Associations, createAssociations } from './associations.ts';
import type { Calls } from './calls.ts';
import { withDealExtras } from './deal-extras.ts';
import type { PublishedDefinition } from './published-values.ts';
import { readBatch } from './read-batch.ts';
import { type HubSpotRecord, listSchema } from './schemas.ts';
import type { CrmRecord, Meaning, SignalMapping } from './signals/crm-record.ts';
import { type LinkedType, translations } from './signals/translations.ts';
import { type ContactPortal, readProperties, toContacts } from './to-contacts.ts';
import { toRecord } from './to-record.ts';
import { paths } from './versions.ts';

/** HubSpot's page and batch size. */
const pageSize = 100;

/** What the adapter must know of a portal; an installation fits. */
export type KnownPortal = {
  readonly pipelines: PipelineMeaning;
  readonly mapping: PropertyMapping;
  /** Contact properties that an admin gave a provenance class. */
  readonly classified?: readonly string[];
  /** The granted ones: what they do not open is not asked for. */
  readonly scopes: readonly string[];
};

export type TimelineDeps = {
  readonly calls: Calls;
  /** What the portal means by its pipelines and properties, as it stands in our store. */
  readonly knownOf: (portal: PortalId) => Promise<KnownPortal>;
  readonly mapping: SignalMapping;
  readonly ownProperties: readonly PublishedDefinition[];
};

type ReadDeps = TimelineDeps & { readonly associations: Associations };

export type TimelineReader = {
  listContacts(portal: PortalId, after: string | null): Promise<Page<ReadContact>>;
  listActivities(portal: PortalId, type: ActivityType, after: string | null): Promise<Page<ReadActivity>>;
  readContacts(portal: PortalId, ids: readonly ContactId[]): Promise<readonly ReadContact[]>;
  readActivities(
    portal: PortalId,
    type: ActivityType,
    ids: readonly string[],
  ): Promise<readonly ReadActivity[]>;
  activitiesOf(portal: PortalId, contactIds: readonly ContactId[]): Promise<readonly DirtyRecord[]>;
};

export function createTimeline(deps: TimelineDeps): TimelineReader {
  const associations = createAssociations(deps.calls);
  return {
    listContacts: (portal, after) => listContacts({ ...deps, associations }, portal, after),
    listActivities: (portal, type, after) => listActivities({ ...deps, associations }, portal, type, after),
    readContacts: (portal, ids) => readContacts({ ...deps, associations }, portal, ids),
    readActivities: (portal, type, ids) => readActivities({ ...deps, associations }, portal, type, ids),
    activitiesOf: (portal, contactIds) => activitiesOf(associations, portal, contactIds),
  };
}

export async function contactPortal(deps: TimelineDeps, id: PortalId): Promise<ContactPortal> {
  const known = await deps.knownOf(id);
  return { id, meaning: toMeaning(known, deps.mapping), scopes: known.scopes };
}

function toMeaning(known: KnownPortal, mapping: SignalMapping): Meaning {
  const { pipelines, mapping: properties, classified = [] } = known;
  return { pipelines, properties, mapping, classified };
}

const linkScopes: Readonly<Record<LinkedType, readonly string[]>> = {
  deals: ['crm.objects.deals.read'],
  orders: ['crm.objects.orders.read'],
  // HubSpot's reference asks for both.
  line_items: ['crm.objects.line_items.read', 'e-commerce'],
};

/** HubSpot refuses the whole call for a link to a type that was not granted. */
function linksOf(type: ActivityType, { scopes }: KnownPortal): readonly LinkedType[] {
  return (translations[type].links ?? []).filter((link) =>
    linkScopes[link].every((scope) => scopes.includes(scope)),
  );
}

/** Pages come in the order of ids and may hold archived records of a race; those are skipped. */
async function listPage(
  deps: TimelineDeps,
  portal: PortalId,
  type: string,
  query: Readonly<Record<string, string>>,
): Promise<Page<HubSpotRecord>> {
  const call = { method: 'GET', path: paths.objects(type), lane: 'general' } as const;
  const doing = `list ${type} of portal ${portal}`;
  const ask = () => deps.calls.read(portal, { ...call, query, doing }, listSchema);
  const first = await ask();
  // An empty page behind others would end the list: it must say so twice.
  const page = first.results.length === 0 && query['after'] !== undefined ? await ask() : first;
  return {
    records: page.results.filter((record) => record.archived !== true),
    next: page.paging?.next?.after ?? null,
  };
}

async function listContacts(
  deps: ReadDeps,
  portal: PortalId,
  after: string | null,
): Promise<Page<ReadContact>> {
  const about = await contactPortal(deps, portal);
  const properties = readProperties(deps, about.meaning).join(',');
  const query = { limit: String(pageSize), properties, ...(after === null ? {} : { after }) };
  const page = await listPage(deps, portal, 'contacts', query);
  return { records: await toContacts(deps, about, page.records), next: page.next };
}

async function listActivities(
  deps: ReadDeps,
  portal: PortalId,
  type: ActivityType,
  after: string | null,
): Promise<Page<ReadActivity>> {
  const known = await deps.knownOf(portal);
  const meaning = toMeaning(known, deps.mapping);
  const { properties, signals } = translations[type];
  const links = linksOf(type, known);
  const query = {
    limit: String(pageSize),
    properties: properties(meaning).join(','),
    associations: ['contacts', ...links].join(','),
    ...(after === null ? {} : { after }),
  };
  const page = await listPage(deps, portal, type, query);
  const cut = new Set(page.records.filter(isCut).map(({ id }) => id));
  const contacts = new Map(page.records.map((raw) => [raw.id, inlineIds(raw, 'contacts')]));
  const linked = page.records.map((raw) => ({
    ...toRecord(type, raw, contacts.get(raw.id)?.length ?? 0),
    ...Object.fromEntries(links.map((link) => [link, inlineIds(raw, link)])),
  }));
  const records = await withExtras(deps, portal, type, linked, known);
  return {
    records: records.map((record) => {
      const about = read(type, record, contacts.get(record.id) ?? []);
      return { ...about, moreContacts: cut.has(record.id), signals: signals(record, meaning) };
    }),
    next: page.next,
  };
}

/** Links that did not fit inline: of half the line items no margin can be told, either. */
function isCut({ associations = {} }: HubSpotRecord): boolean {
  return Object.values(associations).some(({ paging }) => paging?.next !== undefined);
}

/** Of deals, what stands beside them. */
async function withExtras(
  deps: ReadDeps,
  portal: PortalId,
  type: ActivityType,
  records: readonly CrmRecord[],
  known: KnownPortal,
): Promise<readonly CrmRecord[]> {
  if (type !== 'deals') return records;
  return withDealExtras(deps, portal, records, toMeaning(known, deps.mapping), known.scopes);
}

async function readContacts(
  deps: ReadDeps,
  portal: PortalId,
  ids: readonly ContactId[],
): Promise<readonly ReadContact[]> {
  const about = await contactPortal(deps, portal);
  const properties = readProperties(deps, about.meaning);
  return toContacts(deps, about, await readBatch(deps.calls, portal, 'contacts', ids, properties));
}

async function readActivities(
  deps: ReadDeps,
  portal: PortalId,
  type: ActivityType,
  ids: readonly string[],
): Promise<readonly ReadActivity[]> {
  const properties = await activityProperties(deps, portal, type);
  const batches = Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, place) =>
    readBatch(deps.calls, portal, type, ids.slice(place * pageSize, (place + 1) * pageSize), properties),
  );
  return withAssociations(deps, portal, type, (await Promise.all(batches)).flat());
}

export async function activityProperties(
  deps: TimelineDeps,
  portal: PortalId,
  type: ActivityType,
): Promise<readonly string[]> {
  return translations[type].properties((await contactPortal(deps, portal)).meaning);
}

/** Whom these are about, and what else they are linked with, by the association batch. */
export async function withAssociations(
  { associations, ...deps }: ReadDeps,
  portal: PortalId,
  type: ActivityType,
  raws: readonly HubSpotRecord[],
): Promise<readonly ReadActivity[]> {
  if (raws.length === 0) return [];
  const known = await deps.knownOf(portal);
  const meaning = toMeaning(known, deps.mapping);
  const found = raws.map(({ id }) => id);
  const contacts = await associations.read(portal, type, 'contacts', found);
  const links = new Map<LinkedType, ReadonlyMap<string, readonly string[]>>();
  for (const link of linksOf(type, known)) {
    links.set(link, await associations.read(portal, type, link, found));
  }
  const linked = raws.map((raw) => ({
    ...toRecord(type, raw, contacts.get(raw.id)?.length ?? 0),
    ...Object.fromEntries([...links].map(([link, ofRecord]) => [link, ofRecord.get(raw.id) ?? []])),
  }));
  const records = await withExtras({ ...deps, associations }, portal, type, linked, known);
  return records.map((record) => {
    const about = read(type, record, contacts.get(record.id) ?? []);
    return { ...about, moreContacts: false, signals: translations[type].signals(record, meaning) };
  });
}

/** A type whose scope was not granted has no activities for us; every other refusal is one. */
async function activitiesOf(
  associations: Associations,
  portal: PortalId,
  contactIds: readonly ContactId[],
): Promise<readonly DirtyRecord[]> {
  const found: DirtyRecord[] = [];
  for (const type of activityTypes) {
    try {
      const byContact = await associations.read(portal, 'contacts', type, contactIds);
      const ids = new Set([...byContact.values()].flat());
      for (const id of ids) found.push({ type, id });
    } catch (error) {
      if (!(error instanceof CrmError && error.failure === 'missing-scope')) throw error;
    }
  }
  return found;
}

function inlineIds(raw: HubSpotRecord, type: string): string[] {
  // HubSpot names line items with a space here.
  const links = raw.associations?.[type] ?? raw.associations?.[type.replaceAll('_', ' ')];
  return [...new Set((links?.results ?? []).map(({ id }) => id))];
}

function read(type: ActivityType, record: CrmRecord, contactIds: readonly string[]) {
  return { type, id: record.id, contactIds, modifiedAt: record.modifiedAt };
}
