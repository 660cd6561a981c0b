/** How the object API tells a record: its properties, their history and its inline associations. */
import { linkName } from '../crm/associations.ts';
import type { ObjectType, ObjectTypeName } from '../crm/object-types.ts';
import { iso, readValue } from '../crm/record-values.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import { firstValue } from '../crm/write-record.ts';
import type { PortalStore } from '../store.ts';

export type Wanted = {
  /** Empty: HubSpot's default ones. */
  readonly properties: readonly string[];
  readonly withHistory?: readonly string[];
  readonly associations?: readonly ObjectType[];
};

/** Linked records told inline with each record of a page; more have to be asked for. */
export const inlineLinks = 100;

const defaults: Partial<Record<ObjectTypeName, readonly string[]>> = {
  contacts: ['firstname', 'lastname', 'email'],
  companies: ['name', 'domain'],
  deals: ['dealname', 'amount', 'closedate', 'pipeline', 'dealstage'],
  tickets: [
    'subject',
    'content',
    'hs_pipeline',
    'hs_pipeline_stage',
    'hs_ticket_category',
    'hs_ticket_priority',
  ],
};

export function tellRecord(
  store: PortalStore,
  record: StoredRecord,
  wanted: Wanted,
): Record<string, unknown> {
  const associations = wanted.associations ?? [];
  return {
    id: record.id,
    properties: tellProperties(store, record, wanted.properties),
    ...(wanted.withHistory?.length
      ? { propertiesWithHistory: tellHistory(store, record, wanted.withHistory) }
      : {}),
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.updatedAt),
    archived: record.archivedAt !== 0,
    ...(record.archivedAt === 0 ? {} : { archivedAt: iso(record.archivedAt) }),
    ...(associations.length > 0 ? inlineAssociations(store, record, associations) : {}),
  };
}

/** Asked-for properties that do not exist are left out without a word, as HubSpot does; empty ones are null. */
function tellProperties(store: PortalStore, record: StoredRecord, wanted: readonly string[]) {
  const { type } = record;
  const names = wanted.length > 0 ? wanted : (defaults[type.name] ?? []);
  const values: Record<string, string | null> = {};
  for (const name of [...names, type.created, type.modified, 'hs_object_id']) {
    if (isTold(store, type, name)) values[name] = readValue(store, record, name) ?? null;
  }
  return values;
}

/** No app here has the scopes for sensitive data, so none is told. */
function isTold(store: PortalStore, type: ObjectType, name: string): boolean {
  return store.catalog.find(type.name, name)?.dataSensitivity === 'non_sensitive';
}

function tellHistory(store: PortalStore, record: StoredRecord, wanted: readonly string[]) {
  const told: Record<string, unknown[]> = {};
  for (const name of wanted) {
    if (!isTold(store, record.type, name)) continue;
    const value = readValue(store, record, name);
    const kept =
      store.history.get(record)?.get(name) ?? (value === undefined ? [] : [firstValue(record, value)]);
    told[name] = kept.toReversed().map(({ value: past, at, by }) => ({
      value: past,
      timestamp: iso(at),
      sourceType: by.source,
      sourceId: by.sourceId,
      sourceLabel: by.label,
      ...(by.userId === undefined ? {} : { updatedByUserId: by.userId }),
    }));
  }
  return told;
}

function inlineAssociations(store: PortalStore, record: StoredRecord, types: readonly ObjectType[]) {
  const told: Record<string, unknown> = {};
  for (const to of types) {
    const linked = store.linked({ type: record.type.name, id: record.id }, to.name);
    if (linked.length === 0) continue;
    const results = linked
      .slice(0, inlineLinks)
      .map((other) => ({ id: other.id, type: linkName(record.type.name, to.name) }));
    const after = results.at(-1)?.id ?? '';
    const link = `/crm/v3/objects/${record.type.name}/${record.id}/associations/${to.name}?after=${after}`;
    told[to.name.replaceAll('_', ' ')] = {
      results,
      ...(linked.length > inlineLinks ? { paging: { next: { after, link } } } : {}),
    };
  }
  return Object.keys(told).length > 0 ? { associations: told } : {};
}
