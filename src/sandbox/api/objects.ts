/** The object API for one record at a time: list, read, create, update, archive, merge, privacy deletion. */
import { z } from 'zod';
import { archiveRecord, forgetRecord, mergeRecords } from '../crm/end-record.ts';
import type { ObjectType } from '../crm/object-types.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import {
  type CreateOutcome,
  createRecord,
  type NewLink,
  type UpdateOutcome,
  updateRecord,
} from '../crm/write-record.ts';
import type { PortalStore } from '../store.ts';
import { conflict, invalid, notFound } from './api-error.ts';
import { invalidValues, limitIn, listIn, readsType, typeIn, typesIn, writesType } from './call-reading.ts';
import type { Answer, Call, Operation } from './dispatch.ts';
import { tellRecord, type Wanted } from './record-answer.ts';

/** Records of a list page; half of it with history. */
const pageMax = { plain: 100, withHistory: 50 };

export const propertiesSchema = z.record(
  z.string(),
  z.union([z.string(), z.null(), z.number(), z.boolean()]),
);

export const linksSchema = z.array(
  z.object({
    to: z.object({ id: z.coerce.string() }),
    types: z.array(z.object({ associationCategory: z.string(), associationTypeId: z.number() })),
  }),
);

export type ObjectParts = { readonly store: PortalStore; readonly portalId: number };

export function objectOperations(parts: ObjectParts): Operation[] {
  const { store } = parts;
  const base = '/crm/objects/:version/:type';
  return [
    operation('post', `${base}/merge`, 'objects.merge', writesType, (call) => merge(store, call)),
    operation('post', `${base}/gdpr-delete`, 'objects.gdpr-delete', writesType, (call) =>
      forget(store, call),
    ),
    operation('get', base, 'objects.list', readsType, (call) => list(store, call)),
    operation('post', base, 'objects.create', writesType, (call) => create(parts, call)),
    operation('get', `${base}/:id`, 'objects.read', readsType, (call) => read(store, call)),
    operation('patch', `${base}/:id`, 'objects.update', writesType, (call) => update(parts, call)),
    operation('delete', `${base}/:id`, 'objects.archive', writesType, (call) => archive(store, call)),
  ];
}

function operation(
  method: Operation['method'],
  path: string,
  family: string,
  scopes: Operation['scopes'],
  handle: Operation['handle'],
): Operation {
  return { method, path, family, lane: 'general', scopes, handle };
}

function wantedIn(query: URLSearchParams): Wanted {
  return {
    properties: listIn(query, 'properties'),
    withHistory: listIn(query, 'propertiesWithHistory'),
    associations: typesIn(query, 'associations'),
  };
}

function list(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const wanted = wantedIn(call.query);
  const max = wanted.withHistory?.length ? pageMax.withHistory : pageMax.plain;
  const limit = limitIn(call.query, 10, max);
  const after = Number(call.query.get('after') ?? '0');
  if (!Number.isFinite(after)) throw invalid(`after is no cursor of this list: ${call.query.get('after')}`);
  const page: StoredRecord[] = [];
  let hasMore = false;
  for (const record of store.shelf(type.name).after(after, call.query.get('archived') === 'true')) {
    if (page.length === limit) {
      hasMore = true;
      break;
    }
    page.push(record);
  }
  const last = page.at(-1)?.id ?? '';
  const paging = {
    next: { after: last, link: `https://api.hubapi.com${pathOf(call)}?after=${last}&limit=${limit}` },
  };
  return {
    status: 200,
    body: {
      results: page.map((record) => tellRecord(store, record, wanted)),
      ...(hasMore ? { paging } : {}),
    },
  };
}

function pathOf(call: Call): string {
  return `/crm/objects/${call.version}/${call.params['type']}`;
}

/** An id that was merged away reads as the record it went into. */
function findByPath(store: PortalStore, call: Call, type: ObjectType): StoredRecord | undefined {
  const id = call.params['id'] ?? '';
  const idProperty = call.query.get('idProperty');
  if (idProperty !== null) return findByProperty(store, type, idProperty, id);
  return store.find(type.name, id);
}

/** Finds a record by a property whose values are unique. */
export function findByProperty(
  store: PortalStore,
  type: ObjectType,
  property: string,
  value: string,
): StoredRecord | undefined {
  if (property === 'hs_object_id') return store.findLive(type.name, value);
  if (type.name === 'contacts' && property === 'email') return store.contactByEmail(value);
  const definition = store.catalog.find(type.name, property);
  if (definition === undefined || !definition.hasUniqueValue) {
    throw invalid(`Property ${property} does not have unique values`);
  }
  for (const record of store.shelf(type.name).after(0, false))
    if (record.values[property] === value) return record;
  return undefined;
}

function read(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const found = findByPath(store, call, type);
  const record = found?.mergedInto ? store.findLive(type.name, found.mergedInto) : found;
  const wantsArchived = call.query.get('archived') === 'true';
  if (record === undefined || (record.archivedAt !== 0) !== wantsArchived) throw notFound();
  return { status: 200, body: tellRecord(store, record, wantedIn(call.query)) };
}

function create(parts: ObjectParts, call: Call): Answer {
  const type = typeIn(call.params);
  const input = call.parse(z.object({ properties: propertiesSchema, associations: linksSchema.nullish() }));
  const links = toLinks(parts.store, type, input.associations ?? []);
  const values = toValues(input.properties);
  refuseMissingTime(type, values);
  const outcome = createRecord(parts.store, type, values, links, call.by);
  const record = unwrap(outcome, parts.portalId);
  return {
    status: 201,
    body: tellRecord(parts.store, record, { properties: Object.keys(input.properties) }),
  };
}

/** Activities cannot be made without the time they happened at. */
export function refuseMissingTime(type: ObjectType, values: Readonly<Record<string, string>>): void {
  if (type.timeProperty === 'hs_timestamp' && !values['hs_timestamp']) {
    throw invalid('hs_timestamp is required', [
      {
        message: 'hs_timestamp is required',
        code: 'MISSING_REQUIRED_PROPERTY',
        context: { propertyName: ['hs_timestamp'] },
      },
    ]);
  }
}

/** Null, a number or a boolean is taken for its text, as HubSpot's own clients send them. */
export function toValues(properties: z.infer<typeof propertiesSchema>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, value === null ? '' : String(value)]),
  );
}

/** The record or the refusal of what was asked. */
export function unwrap(outcome: CreateOutcome | UpdateOutcome, portalId: number): StoredRecord {
  switch (outcome.kind) {
    case 'created':
    case 'updated':
      return outcome.record;
    case 'invalid':
      throw invalidValues(outcome.faults, portalId);
    case 'taken':
      throw conflict(`Contact already exists. Existing ID: ${outcome.existingId}`);
  }
}

/** Links of a new record. The type of the other end is found by the link type, as the body does not name it. */
export function toLinks(store: PortalStore, type: ObjectType, given: z.infer<typeof linksSchema>): NewLink[] {
  return given.flatMap((link) =>
    link.types.map(({ associationTypeId }) => {
      const to = store.associations.typeByLink(type.name, associationTypeId);
      if (to === undefined)
        throw invalid(`No association type ${associationTypeId} exists from ${type.singular}`);
      if (store.findLive(to, link.to.id) === undefined)
        throw invalid(`No ${to} with id ${link.to.id} to associate with`);
      return { to: { type: to, id: link.to.id }, typeId: associationTypeId };
    }),
  );
}

function update(parts: ObjectParts, call: Call): Answer {
  const type = typeIn(call.params);
  const { properties } = call.parse(z.object({ properties: propertiesSchema }));
  const record = findByPath(parts.store, call, type);
  if (record === undefined || record.archivedAt !== 0) throw notFound();
  unwrap(updateRecord(parts.store, record, toValues(properties), call.by), parts.portalId);
  return { status: 200, body: tellRecord(parts.store, record, { properties: Object.keys(properties) }) };
}

/** Archiving what is not there is no error. */
function archive(store: PortalStore, call: Call): Answer {
  const record = store.findLive(typeIn(call.params).name, call.params['id'] ?? '');
  if (record !== undefined) archiveRecord(store, record, call.by);
  return { status: 204 };
}

function merge(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const input = call.parse(
    z.object({ primaryObjectId: z.coerce.string(), objectIdToMerge: z.coerce.string() }),
  );
  const winner = store.findLive(type.name, input.primaryObjectId);
  const loser = store.findLive(type.name, input.objectIdToMerge);
  if (winner === undefined || loser === undefined) throw notFound();
  if (winner === loser) throw invalid('A record cannot be merged with itself');
  mergeRecords(store, winner, loser, call.by);
  return { status: 200, body: tellRecord(store, winner, { properties: [] }) };
}

function forget(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const input = call.parse(z.object({ objectId: z.coerce.string(), idProperty: z.string().optional() }));
  const record =
    input.idProperty === undefined
      ? store.find(type.name, input.objectId)
      : findByProperty(store, type, input.idProperty, input.objectId);
  if (record !== undefined) forgetRecord(store, record, call.by);
  return { status: 204 };
}
