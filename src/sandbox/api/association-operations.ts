/** The association API: batches in a lane of their own, and the links of a single record. */
import { z } from 'zod';
import { defaultLinkType, labelledTypes, linkCategory, type RecordKey } from '../crm/associations.ts';
import { linkRecords, unlinkRecords } from '../crm/link-records.ts';
import type { ObjectType } from '../crm/object-types.ts';
import type { PortalStore } from '../store.ts';
import { invalid, notFound, toBatchError } from './api-error.ts';
import { batchBody } from './batches.ts';
import { limitIn, refuseLongBatch, typeIn } from './call-reading.ts';
import type { Answer, Call, Operation, ScopeRule } from './dispatch.ts';

/** Inputs of a batch: HubSpot takes 1,000 to read and 2,000 to write. */
const batchMax = { read: 1000, write: 2000 };

/** Links told per record and page. */
const linksPerPage = 500;

const id = z.object({ id: z.coerce.string() });
const specs = z.array(z.object({ associationCategory: z.string(), associationTypeId: z.number() }));
const pairInput = z.object({ inputs: z.array(z.object({ from: id, to: id, types: specs.optional() })) });

export function associationOperations(store: PortalStore): Operation[] {
  const batch = '/crm/associations/:version/:from/:to';
  const single = '/crm/objects/:version/:from/:id/associations';
  const row = (
    method: Operation['method'],
    path: string,
    family: string,
    scopes: Operation['scopes'],
    handle: Operation['handle'],
  ): Operation => ({
    method,
    path,
    family,
    lane: path.includes('/batch/') ? 'associations' : 'general',
    scopes,
    handle,
  });
  return [
    row('post', `${batch}/batch/read`, 'associations.batch.read', readsEither, (call) =>
      batchRead(store, call),
    ),
    row('post', `${batch}/batch/create`, 'associations.batch.create', writesEither, (call) =>
      batchLink(store, call),
    ),
    row('post', `${batch}/batch/associate/default`, 'associations.batch.create', writesEither, (call) =>
      batchLinkDefault(store, call),
    ),
    row('post', `${batch}/batch/archive`, 'associations.batch.archive', writesEither, (call) =>
      batchUnlink(store, call),
    ),
    row('get', `${batch}/labels`, 'associations.labels', readsEither, (call) => labels(call)),
    row('put', `${single}/default/:to/:toId`, 'associations.create', writesEither, (call) =>
      linkDefault(store, call),
    ),
    row('get', `${single}/:to`, 'associations.list', readsEither, (call) => listLinks(store, call)),
    row('put', `${single}/:to/:toId`, 'associations.create', writesEither, (call) => linkOne(store, call)),
    row('delete', `${single}/:to/:toId`, 'associations.archive', writesEither, (call) =>
      unlinkOne(store, call),
    ),
  ];
}

type Params = Readonly<Record<string, string>>;

function readsEither(params: Params): ScopeRule {
  return [typeIn(params, 'from').read, typeIn(params, 'to').read];
}

function writesEither(params: Params): ScopeRule {
  return [typeIn(params, 'from').write, typeIn(params, 'to').write].filter((scopes) => scopes.length > 0);
}

function ends(call: Call): { readonly from: ObjectType; readonly to: ObjectType } {
  return { from: typeIn(call.params, 'from'), to: typeIn(call.params, 'to') };
}

function tellLink(store: PortalStore, from: RecordKey, to: RecordKey) {
  return {
    toObjectId: to.id,
    associationTypes: store.associations.typesOf(from, to).map((typeId) => ({
      category: linkCategory(typeId),
      typeId,
      label: labelledTypes[`${from.type}>${to.type}`]?.[typeId] ?? null,
    })),
  };
}

/** One page of a record's links, after the link to `after`. */
function pageOfLinks(
  store: PortalStore,
  from: RecordKey,
  to: ObjectType,
  after: string | null,
  limit: number,
) {
  const all = store.linked(from, to.name);
  const start = after === null ? 0 : all.findIndex((record) => record.id === after) + 1;
  const page = all.slice(start, start + limit);
  const results = page.map((record) => tellLink(store, from, { type: to.name, id: record.id }));
  const hasMore = start + page.length < all.length;
  return { results, ...(hasMore ? { paging: { next: { after: page.at(-1)?.id ?? '' } } } : {}) };
}

/** A record without links is told as an error beside the others, and the answer is 207: so does HubSpot. */
function batchRead(store: PortalStore, call: Call): Answer {
  const { from, to } = ends(call);
  const { inputs } = call.parse(
    z.object({ inputs: z.array(z.object({ id: z.coerce.string(), after: z.string().nullish() })) }),
  );
  refuseLongBatch(inputs, batchMax.read);
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const input of inputs) {
    const key = { type: from.name, id: input.id };
    const page = pageOfLinks(store, key, to, input.after ?? null, linksPerPage);
    if (page.results.length > 0) {
      const { results: linked, ...rest } = page;
      results.push({ from: { id: input.id }, to: linked, ...rest });
    } else {
      errors.push(noLinks(from, to, input.id));
    }
  }
  return { status: errors.length > 0 ? 207 : 200, body: batchBody(store, results, errors) };
}

function noLinks(from: ObjectType, to: ObjectType, fromId: string) {
  return toBatchError({
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to.singular.toLowerCase()} is associated with ${from.singular.toLowerCase()} ${fromId}.`,
    context: { fromObjectId: [fromId], fromObjectType: [from.typeId], toObjectType: [to.typeId] },
  });
}

function batchLink(store: PortalStore, call: Call): Answer {
  const { from, to } = ends(call);
  const { inputs } = call.parse(pairInput);
  refuseLongBatch(inputs, batchMax.write);
  const results = inputs.map((input) => {
    const types = input.types ?? [];
    link(store, call, { type: from.name, id: input.from.id }, { type: to.name, id: input.to.id }, types);
    return labelsBetween(from, to, input.from.id, input.to.id, types);
  });
  return { status: 201, body: batchBody(store, results) };
}

type Specs = z.infer<typeof specs>;

function link(store: PortalStore, call: Call, from: RecordKey, to: RecordKey, types: Specs): void {
  for (const key of [from, to]) {
    if (store.findLive(key.type, key.id) === undefined)
      throw invalid(`There is no ${key.type} record with id ${key.id}`);
  }
  if (types.length === 0) linkRecords(store, from, to, call.by);
  for (const { associationTypeId } of types) {
    if (store.associations.typeByLink(from.type, associationTypeId) !== to.type) {
      throw invalid(`There is no association type ${associationTypeId} from ${from.type} to ${to.type}`);
    }
    linkRecords(store, from, to, call.by, associationTypeId);
  }
}

function labelsBetween(
  from: ObjectType,
  to: ObjectType,
  fromObjectId: string,
  toObjectId: string,
  types: Specs,
) {
  const names = labelledTypes[`${from.name}>${to.name}`] ?? {};
  return {
    fromObjectTypeId: from.typeId,
    fromObjectId,
    toObjectTypeId: to.typeId,
    toObjectId,
    labels: types.flatMap(({ associationTypeId }) => names[associationTypeId] ?? []),
  };
}

function batchLinkDefault(store: PortalStore, call: Call): Answer {
  const { from, to } = ends(call);
  const { inputs } = call.parse(pairInput);
  refuseLongBatch(inputs, batchMax.write);
  const results = inputs.flatMap((input) => linkAsDefault(store, call, from, to, input.from.id, input.to.id));
  return { status: 200, body: batchBody(store, results) };
}

function linkAsDefault(
  store: PortalStore,
  call: Call,
  from: ObjectType,
  to: ObjectType,
  fromId: string,
  toId: string,
) {
  link(store, call, { type: from.name, id: fromId }, { type: to.name, id: toId }, []);
  const tell = (one: ObjectType, other: ObjectType, oneId: string, otherId: string) => ({
    from: { id: oneId },
    to: { id: otherId },
    associationSpec: {
      associationCategory: 'HUBSPOT_DEFINED',
      associationTypeId: defaultLinkType(one.name, other.name),
    },
  });
  return [tell(from, to, fromId, toId), tell(to, from, toId, fromId)];
}

function batchUnlink(store: PortalStore, call: Call): Answer {
  const { from, to } = ends(call);
  const { inputs } = call.parse(z.object({ inputs: z.array(z.object({ from: id, to: z.array(id) })) }));
  refuseLongBatch(inputs, batchMax.write);
  for (const input of inputs) {
    for (const other of input.to) {
      unlinkRecords(store, { type: from.name, id: input.from.id }, { type: to.name, id: other.id }, call.by);
    }
  }
  return { status: 204 };
}

function labels(call: Call): Answer {
  const { from, to } = ends(call);
  const labelled = Object.entries(labelledTypes[`${from.name}>${to.name}`] ?? {});
  const results = [
    { category: 'HUBSPOT_DEFINED', typeId: defaultLinkType(from.name, to.name), label: null },
    ...labelled.map(([typeId, label]) => ({
      category: linkCategory(Number(typeId)),
      typeId: Number(typeId),
      label,
    })),
  ];
  return { status: 200, body: { results } };
}

function singleEnds(call: Call) {
  const { from, to } = ends(call);
  const fromId = call.params['id'] ?? '';
  const toId = call.params['toId'] ?? '';
  return {
    from,
    to,
    fromKey: { type: from.name, id: fromId },
    toKey: { type: to.name, id: toId },
    fromId,
    toId,
  };
}

function listLinks(store: PortalStore, call: Call): Answer {
  const { from, to, fromKey, fromId } = singleEnds(call);
  if (store.findLive(from.name, fromId) === undefined) throw notFound();
  const limit = limitIn(call.query, linksPerPage, linksPerPage);
  return { status: 200, body: pageOfLinks(store, fromKey, to, call.query.get('after'), limit) };
}

function linkDefault(store: PortalStore, call: Call): Answer {
  const { from, to, fromId, toId } = singleEnds(call);
  return { status: 200, body: batchBody(store, linkAsDefault(store, call, from, to, fromId, toId)) };
}

function linkOne(store: PortalStore, call: Call): Answer {
  const { from, to, fromKey, toKey, fromId, toId } = singleEnds(call);
  const types = call.parse(specs);
  link(store, call, fromKey, toKey, types);
  return { status: 201, body: labelsBetween(from, to, fromId, toId, types) };
}

function unlinkOne(store: PortalStore, call: Call): Answer {
  const { fromKey, toKey } = singleEnds(call);
  unlinkRecords(store, fromKey, toKey, call.by);
  return { status: 204 };
}
