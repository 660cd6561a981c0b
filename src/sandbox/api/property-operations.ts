/** The property API: definitions one by one and in batches. */
import { z } from 'zod';
import type { ObjectType } from '../crm/object-types.ts';
import {
  creatableTypes,
  fieldTypes,
  fieldTypesOf,
  type PropertyDefinition,
  type PropertyType,
} from '../crm/property-definition.ts';
import type { PortalStore } from '../store.ts';
import { ApiError, conflict, invalid, notFound, toBatchError } from './api-error.ts';
import { batchBody } from './batches.ts';
import { anyOf, isStrict, refuseLongBatch, typeIn } from './call-reading.ts';
import type { Answer, Call, Operation } from './dispatch.ts';
import { tellProperty } from './property-answer.ts';

const batchMax = 100;
const optionMax = 5000;

const option = z.object({
  label: z.string(),
  value: z.string(),
  displayOrder: z.number().int().default(-1),
  hidden: z.boolean().default(false),
  description: z.string().optional(),
});
/** The 2026-09 rules want order and visibility of every option said. */
const strictOption = option.extend({ displayOrder: z.number().int(), hidden: z.boolean() });

const changeable = z.object({
  label: z.string().min(1),
  groupName: z.string(),
  type: z.enum(['bool', 'date', 'datetime', 'enumeration', 'number', 'phone_number', 'string']),
  fieldType: z.string(),
  description: z.string().optional(),
  displayOrder: z.number().int().optional(),
  hidden: z.boolean().optional(),
  formField: z.boolean().optional(),
  options: z.array(option).optional(),
});
const creation = changeable.extend({ name: z.string(), hasUniqueValue: z.boolean().optional() });
const strictCreation = creation.extend({ options: z.array(strictOption).optional() });
type Creation = z.infer<typeof creation>;
const looseChange = changeable.partial();
const strictChange = changeable.extend({ options: z.array(strictOption) }).partial();

export const readsSchema: Operation['scopes'] = (params) => anyOf(typeIn(params).schemaRead);
export const writesSchema: Operation['scopes'] = (params) => anyOf(typeIn(params).schemaWrite);

export function propertyOperations(store: PortalStore): Operation[] {
  const base = '/crm/properties/:version/:type';
  const row = (
    method: Operation['method'],
    path: string,
    family: string,
    scopes: Operation['scopes'],
    handle: Operation['handle'],
  ): Operation => ({ method, path: base + path, family, lane: 'general', scopes, handle });
  return [
    row('post', '/batch/create', 'properties.batch.create', writesSchema, (call) => batchCreate(store, call)),
    row('post', '/batch/read', 'properties.batch.read', readsSchema, (call) => batchRead(store, call)),
    row('post', '/batch/archive', 'properties.batch.archive', writesSchema, (call) =>
      batchArchive(store, call),
    ),
    row('get', '', 'properties.list', readsSchema, (call) => list(store, call)),
    row('post', '', 'properties.create', writesSchema, (call) => createOne(store, call)),
    row('get', '/:name', 'properties.read', readsSchema, (call) => read(store, call)),
    row('patch', '/:name', 'properties.update', writesSchema, (call) => update(store, call)),
    row('delete', '/:name', 'properties.archive', writesSchema, (call) => archive(store, call)),
  ];
}

function list(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const archived = call.query.get('archived') === 'true';
  const definitions = archived
    ? store.catalog.archived(type.name)
    : [...store.catalog.of(type.name).values()];
  return { status: 200, body: { results: definitions.map(tellProperty) } };
}

function existing(store: PortalStore, call: Call): PropertyDefinition {
  const name = call.params['name'] ?? '';
  const definition = store.catalog.find(typeIn(call.params).name, name);
  if (definition === undefined) throw notFound(`Property named ${name} does not exist`);
  return definition;
}

function read(store: PortalStore, call: Call): Answer {
  return { status: 200, body: tellProperty(existing(store, call)) };
}

function createOne(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const definition = prepare(store, type, call.parse<Creation>(isStrict(call) ? strictCreation : creation));
  store.catalog.put(type.name, definition);
  return { status: 201, body: tellProperty(definition) };
}

/** Existing names are told beside those that were created (207); anything else that is wrong refuses the batch. */
function batchCreate(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const input = isStrict(call) ? strictCreation : creation;
  const { inputs } = call.parse<{ inputs: Creation[] }>(z.object({ inputs: z.array(input) }));
  refuseLongBatch(inputs, batchMax);
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const one of inputs) {
    try {
      const definition = prepare(store, type, one);
      store.catalog.put(type.name, definition);
      results.push(tellProperty(definition));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { status: _, ...about } = error.about;
      errors.push(toBatchError({ ...about, context: { name: [one.name] } }));
    }
  }
  return { status: errors.length > 0 ? 207 : 201, body: batchBody(store, results, errors) };
}

function prepare(store: PortalStore, type: ObjectType, input: Creation): PropertyDefinition {
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(input.name)) {
    throw invalid(
      `Property name ${input.name} is not valid: lower-case letters, digits and underscores, a letter first`,
    );
  }
  if (store.catalog.find(type.name, input.name) !== undefined) {
    throw conflict(`A property named '${input.name}' already exists.`, { name: [input.name] });
  }
  if (store.catalog.customCount(type.name) >= store.catalog.customLimit) {
    throw new ApiError({
      status: 400,
      category: 'VALIDATION_ERROR',
      subCategory: 'Properties.PROPERTY_LIMIT_REACHED',
      message: `The limit of ${store.catalog.customLimit} custom properties of this object is reached`,
    });
  }
  refuseMisfit(store, type, input);
  const at = store.clock.now();
  return {
    name: input.name,
    label: input.label,
    description: input.description ?? '',
    groupName: input.groupName,
    type: input.type,
    fieldType: input.fieldType,
    options: input.type === 'bool' || input.type === 'enumeration' ? (input.options ?? []) : [],
    displayOrder: input.displayOrder ?? -1,
    hidden: input.hidden ?? false,
    formField: input.formField ?? false,
    hasUniqueValue: input.hasUniqueValue ?? false,
    hubspotDefined: false,
    readOnlyValue: false,
    externalOptions: false,
    dataSensitivity: 'non_sensitive',
    createdAt: at,
    updatedAt: at,
    archivedAt: 0,
  };
}

type Shape = {
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly groupName: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
};

function refuseMisfit(store: PortalStore, type: ObjectType, shape: Shape): void {
  if (!creatableTypes.includes(shape.type))
    throw invalid(`Properties of type ${shape.type} cannot be created`);
  if (!fieldTypes.includes(shape.fieldType) || !fieldTypesOf[shape.type]?.includes(shape.fieldType)) {
    throw invalid(`Field type ${shape.fieldType} does not go with type ${shape.type}`, [
      { message: 'field type does not fit', code: 'INVALID_FIELD_TYPE', in: 'fieldType' },
    ]);
  }
  if (!store.catalog.groups(type.name).has(shape.groupName)) {
    throw invalid(`Property group ${shape.groupName} does not exist`, [
      { message: 'group does not exist', code: 'PROPERTY_GROUP_DOESNT_EXIST', in: 'groupName' },
    ]);
  }
  const options = shape.options ?? [];
  if (options.length > optionMax) throw invalid(`There can be at most ${optionMax} options`);
  for (const part of ['value', 'label'] as const) {
    const texts = options.map((one) => one[part]);
    if (new Set(texts).size < texts.length) throw invalid(`Two options have the same ${part}`);
  }
  const values = options.map((one) => one.value).sort();
  if (shape.type === 'bool' && values.join() !== 'false,true') {
    throw invalid('Boolean properties must have exactly two options, true and false');
  }
}

function update(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const definition = existing(store, call);
  const given = isStrict(call) ? call.parse(strictChange) : call.parse(looseChange);
  if (definition.hubspotDefined)
    throw invalid(`Property ${definition.name} is HubSpot's own and cannot be changed`);
  const changed = changedDefinition(definition, given, store.clock.now());
  refuseMisfit(store, type, changed);
  store.catalog.put(type.name, changed);
  return { status: 200, body: tellProperty(changed) };
}

function changedDefinition(
  before: PropertyDefinition,
  given: z.infer<typeof looseChange>,
  updatedAt: number,
): PropertyDefinition {
  return {
    ...before,
    label: given.label ?? before.label,
    groupName: given.groupName ?? before.groupName,
    type: given.type ?? before.type,
    fieldType: given.fieldType ?? before.fieldType,
    description: given.description ?? before.description,
    displayOrder: given.displayOrder ?? before.displayOrder,
    hidden: given.hidden ?? before.hidden,
    formField: given.formField ?? before.formField,
    options: given.options ?? before.options,
    updatedAt,
  };
}

function archive(store: PortalStore, call: Call): Answer {
  const definition = existing(store, call);
  refuseOwn(definition);
  store.catalog.archive(typeIn(call.params).name, definition.name, store.clock.now());
  return { status: 204 };
}

function refuseOwn(definition: PropertyDefinition): void {
  if (definition.hubspotDefined)
    throw invalid(`Property ${definition.name} is HubSpot's own and cannot be archived`);
}

const named = z.array(z.object({ name: z.string() }));

function batchRead(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const required = { inputs: named, archived: z.boolean() };
  const { inputs } = call.parse<{ inputs: { name: string }[] }>(
    z.object(isStrict(call) ? { ...required, dataSensitivity: z.string() } : required),
  );
  refuseLongBatch(inputs, batchMax);
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const { name } of inputs) {
    const definition = store.catalog.find(type.name, name);
    if (definition !== undefined) results.push(tellProperty(definition));
    else
      errors.push(
        toBatchError({ category: 'OBJECT_NOT_FOUND', message: `Property named ${name} does not exist` }),
      );
  }
  return { status: errors.length > 0 ? 207 : 200, body: batchBody(store, results, errors) };
}

function batchArchive(store: PortalStore, call: Call): Answer {
  const type = typeIn(call.params);
  const { inputs } = call.parse(z.object({ inputs: named }));
  refuseLongBatch(inputs, batchMax);
  for (const { name } of inputs) {
    const definition = store.catalog.find(type.name, name);
    if (definition === undefined) continue;
    refuseOwn(definition);
    store.catalog.archive(type.name, name, store.clock.now());
  }
  return { status: 204 };
}
