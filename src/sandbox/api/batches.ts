/** The object API for up to a hundred records at once: read, create, update, upsert, archive. */
import { z } from 'zod';
import { archiveRecord } from '../crm/end-record.ts';
import type { ObjectType } from '../crm/object-types.ts';
import { iso } from '../crm/record-values.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import { checkValues, createRecord, updateRecord } from '../crm/write-record.ts';
import type { PortalStore } from '../store.ts';
import { ApiError, conflict, invalid, toBatchError } from './api-error.ts';
import { invalidValues, isStrict, readsType, refuseLongBatch, typeIn, writesType } from './call-reading.ts';
import type { Answer, Call, Operation } from './dispatch.ts';
import {
  findByProperty,
  linksSchema,
  type ObjectParts,
  propertiesSchema,
  refuseMissingTime,
  toLinks,
  toValues,
  unwrap,
} from './objects.ts';
import { tellRecord } from './record-answer.ts';

/** Inputs of one batch; half of it when history is read. */
const batchMax = { plain: 100, withHistory: 50 };

export type BatchParts = ObjectParts & {
  /**
   * What a batch update does when a record is gone: tells it beside the others (207), or refuses all of them (400).
   * HubSpot has been seen doing either, so an app must bear both.
   */
  readonly goneInBatch: 'partial' | 'refuse';
};

const id = z.coerce.string();
const updateInput = z.object({ id, idProperty: z.string().optional(), properties: propertiesSchema });

export function batchOperations(parts: BatchParts): Operation[] {
  const row = (verb: string, scopes: Operation['scopes'], handle: Operation['handle']): Operation => ({
    method: 'post',
    path: `/crm/objects/:version/:type/batch/${verb}`,
    family: `objects.batch.${verb}`,
    lane: 'general',
    scopes,
    handle,
  });
  return [
    row('read', readsType, (call) => batchRead(parts.store, call)),
    row('create', writesType, (call) => batchCreate(parts, call)),
    row('update', writesType, (call) => batchUpdate(parts, call)),
    row('upsert', writesType, (call) => batchUpsert(parts, call)),
    row('archive', writesType, (call) => batchArchive(parts.store, call)),
  ];
}

/** HubSpot's frame of every batch answer; times are the portal's. */
export function batchBody(store: PortalStore, results: readonly unknown[], errors: readonly unknown[] = []) {
  const at = iso(store.clock.now());
  return {
    status: 'COMPLETE',
    results,
    ...(errors.length > 0 ? { numErrors: errors.length, errors } : {}),
    startedAt: at,
    completedAt: at,
  };
}

function goneError(type: ObjectType, ids: readonly string[]) {
  return toBatchError({
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${type.singular} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
  });
}

function find(store: PortalStore, type: ObjectType, idProperty: string | undefined, key: string) {
  return idProperty === undefined
    ? store.findLive(type.name, key)
    : findByProperty(store, type, idProperty, key);
}

function batchRead(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const names = isStrict(call) ? z.array(z.string()) : z.array(z.string()).default([]);
  const body = call.parse(
    z.object({
      inputs: z.array(z.object({ id })),
      properties: names,
      propertiesWithHistory: names,
      idProperty: z.string().nullish(),
    }),
  );
  refuseLongBatch(body.inputs, body.propertiesWithHistory.length > 0 ? batchMax.withHistory : batchMax.plain);
  const wanted = { properties: body.properties, withHistory: body.propertiesWithHistory };
  const results: unknown[] = [];
  const gone: string[] = [];
  for (const key of new Set(body.inputs.map((input) => input.id))) {
    const record = readable(
      store,
      type,
      body.idProperty ?? undefined,
      key,
      call.query.get('archived') === 'true',
    );
    if (record === undefined) gone.push(key);
    else results.push(tellRecord(store, record, wanted));
  }
  if (gone.length === 0) return { status: 200, body: batchBody(store, results) };
  return { status: 207, body: batchBody(store, results, [goneError(type, gone)]) };
}

function readable(
  store: PortalStore,
  type: ObjectType,
  idProperty: string | undefined,
  key: string,
  archived: boolean,
): StoredRecord | undefined {
  if (!archived) return find(store, type, idProperty, key);
  const record = store.find(type.name, key);
  return record !== undefined && record.archivedAt !== 0 ? record : undefined;
}

/** All or nothing: every input is checked before the first record is made. */
function batchCreate(parts: BatchParts, call: Call): Answer {
  const { store } = parts;
  const type = typeIn(call.params);
  const { inputs } = call.parse(
    z.object({
      inputs: z.array(z.object({ properties: propertiesSchema, associations: linksSchema.nullish() })),
    }),
  );
  refuseLongBatch(inputs, batchMax.plain);
  const prepared = inputs.map((input) => {
    const values = toValues(input.properties);
    refuseMissingTime(type, values);
    refuseFaults(parts, type, values);
    return { values, links: toLinks(store, type, input.associations ?? []) };
  });
  refuseTakenAddresses(
    store,
    type,
    prepared.map(({ values }) => values['email']?.toLowerCase()),
  );
  const results = prepared.map(({ values, links }) => {
    const record = unwrap(createRecord(store, type, values, links, call.by), parts.portalId);
    return tellRecord(store, record, { properties: Object.keys(values) });
  });
  return { status: 201, body: batchBody(store, results) };
}

/** Also within the batch itself: two new contacts cannot share an address. */
function refuseTakenAddresses(
  store: PortalStore,
  type: ObjectType,
  emails: readonly (string | undefined)[],
): void {
  if (type.name !== 'contacts') return;
  const given = emails.filter((email) => email !== undefined);
  const taken = given.find(
    (email, index) => store.contactByEmail(email) !== undefined || given.indexOf(email) !== index,
  );
  if (taken === undefined) return;
  const existing = store.contactByEmail(taken);
  throw conflict(`Contact already exists. Existing ID: ${existing?.id ?? 'in this batch'}`);
}

function refuseFaults(parts: ObjectParts, type: ObjectType, values: Readonly<Record<string, string>>): void {
  const { faults } = checkValues(parts.store, type, values);
  if (faults.length > 0) throw invalidValues(faults, parts.portalId);
}

function batchUpdate(parts: BatchParts, call: Call): Answer {
  const { store } = parts;
  const type = typeIn(call.params);
  const { inputs } = call.parse(z.object({ inputs: z.array(updateInput) }));
  refuseLongBatch(inputs, batchMax.plain);
  refuseTwins(inputs.map((input) => input.id));
  // One value that does not fit sinks the whole batch: nothing is written before all are checked.
  for (const input of inputs) refuseFaults(parts, type, toValues(input.properties));
  const found = inputs.map((input) => ({ input, record: find(store, type, input.idProperty, input.id) }));
  const gone = found.filter(({ record }) => record === undefined).map(({ input }) => input.id);
  if (gone.length > 0 && parts.goneInBatch === 'refuse') {
    throw new ApiError({
      status: 400,
      category: 'VALIDATION_ERROR',
      message: `Could not get some ${type.singular} objects, they may be deleted or not exist. Check that ids are valid.`,
      context: { ids: gone },
    });
  }
  const results: unknown[] = [];
  for (const { input, record } of found) {
    if (record === undefined) continue;
    unwrap(updateRecord(store, record, toValues(input.properties), call.by), parts.portalId);
    results.push(tellRecord(store, record, { properties: Object.keys(input.properties) }));
  }
  if (gone.length === 0) return { status: 200, body: batchBody(store, results) };
  return { status: 207, body: batchBody(store, results, [goneError(type, gone)]) };
}

function refuseTwins(ids: readonly string[]): void {
  const twins = ids.filter((one, index) => ids.indexOf(one) !== index);
  if (twins.length > 0)
    throw invalid(
      `Duplicate IDs found in batch input: [${[...new Set(twins)].join(', ')}]. IDs must be unique`,
    );
}

function batchUpsert(parts: BatchParts, call: Call): Answer {
  const { store } = parts;
  const type = typeIn(call.params);
  const { inputs } = call.parse(z.object({ inputs: z.array(updateInput) }));
  refuseLongBatch(inputs, batchMax.plain);
  for (const input of inputs) refuseFaults(parts, type, toValues(input.properties));
  const results = inputs.map((input) => {
    const known = find(store, type, input.idProperty, input.id);
    const values = toValues(input.properties);
    const key = input.idProperty === undefined ? {} : { [input.idProperty]: input.id };
    const outcome =
      known === undefined
        ? createRecord(store, type, { ...key, ...values }, [], call.by)
        : updateRecord(store, known, values, call.by);
    const record = unwrap(outcome, parts.portalId);
    return { ...tellRecord(store, record, { properties: Object.keys(values) }), new: known === undefined };
  });
  return { status: 200, body: batchBody(store, results) };
}

function batchArchive(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const { inputs } = call.parse(z.object({ inputs: z.array(z.object({ id })) }));
  refuseLongBatch(inputs, batchMax.plain);
  for (const input of inputs) {
    const record = store.findLive(type.name, input.id);
    if (record !== undefined) archiveRecord(store, record, call.by);
  }
  return { status: 204 };
}
