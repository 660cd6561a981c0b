/** Everything one portal holds: records, links, property definitions, pipelines, owners and the history of values. */
import type { SandboxClock } from './clock/sandbox-clock.ts';
import { type Associations, createAssociations, type RecordKey } from './crm/associations.ts';
import type { Change, ChangeListener, ChangeSource } from './crm/change.ts';
import { type ObjectType, type ObjectTypeName, objectTypeNames, objectTypeOf } from './crm/object-types.ts';
import { type Pipeline, type PipelineType, standardPipelines } from './crm/pipelines.ts';
import { createPropertyCatalog, type PropertyCatalog } from './crm/property-catalog.ts';
import { checkValue } from './crm/property-value.ts';
import { createShelf, type Shelf, type StoredRecord } from './crm/shelf.ts';
import { createSubscriptions, isLegalBasis, type Subscriptions } from './crm/subscriptions.ts';
import { firstValue } from './crm/write-record.ts';
import type { SandboxRecord } from './sandbox-record.ts';

export type Owner = {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly userId: number;
  readonly createdAt: number;
};

/** A value that a property had from `at` on. */
export type PastValue = { readonly value: string; readonly at: number; readonly by: ChangeSource };

export type PortalStore = {
  readonly clock: SandboxClock;
  readonly catalog: PropertyCatalog;
  readonly associations: Associations;
  readonly owners: Map<string, Owner>;
  readonly subscriptions: Subscriptions;
  readonly history: Map<StoredRecord, Map<string, PastValue[]>>;
  pipelines(type: PipelineType): readonly Pipeline[];
  shelf(type: ObjectTypeName): Shelf;
  /** The record, archived or not. */
  find(type: ObjectTypeName, id: string): StoredRecord | undefined;
  findLive(type: ObjectTypeName, id: string): StoredRecord | undefined;
  /** Live contact with that address, main or additional. */
  contactByEmail(email: string): StoredRecord | undefined;
  setEmail(contact: StoredRecord, before: string | undefined, after: string | undefined): void;
  /** Live linked records, oldest link first. */
  linked(from: RecordKey, to: ObjectTypeName): StoredRecord[];
  /** Puts records in without telling anybody, as an import before the app was installed. Returns how many. */
  load(records: Iterable<SandboxRecord>): number;
  onChange(listener: ChangeListener): void;
  tell(change: Change): void;
};

export type StoreOptions = {
  readonly clock: SandboxClock;
  /** Custom properties allowed per type. */
  readonly customPropertyLimit: number;
};

/** Ids the portal gives itself begin here, well above those of loaded records. */
const firstOwnId = 90_000_000_001;

export function createStore(options: StoreOptions): PortalStore {
  const { clock } = options;
  const shelves = new Map(objectTypeNames.map((name) => [name, createShelf(firstOwnId)]));
  const associations = createAssociations();
  const emails = new Map<string, string>();
  const listeners: ChangeListener[] = [];

  function shelf(type: ObjectTypeName): Shelf {
    const found = shelves.get(type);
    if (found === undefined) throw new Error(`No shelf for ${type}`);
    return found;
  }

  function findLive(type: ObjectTypeName, id: string): StoredRecord | undefined {
    const record = shelf(type).records.get(id);
    return record?.archivedAt === 0 ? record : undefined;
  }

  const store: PortalStore = {
    clock,
    catalog: createPropertyCatalog(options.customPropertyLimit, clock.now()),
    associations,
    owners: new Map(),
    subscriptions: createSubscriptions(),
    history: new Map(),
    pipelines: (type) => standardPipelines[type],
    shelf,
    find: (type, id) => shelf(type).records.get(id),
    findLive,
    contactByEmail(email) {
      const id = emails.get(email.toLowerCase());
      return id === undefined ? undefined : findLive('contacts', id);
    },
    setEmail(contact, before, after) {
      if (before && emails.get(before) === contact.id) emails.delete(before);
      if (after) emails.set(after.toLowerCase(), contact.id);
    },
    linked(from, to) {
      const found: StoredRecord[] = [];
      for (const id of associations.linked(from, to)) {
        const record = findLive(to, id);
        if (record !== undefined) found.push(record);
      }
      return found;
    },
    load(records) {
      let count = 0;
      for (const record of records) {
        if (record.type === 'owners') loadOwner(store, record);
        else if (record.type === 'subscription_statuses') loadSubscribed(store, record);
        else loadRecord(store, record);
        count += 1;
      }
      return count;
    },
    onChange: (listener) => void listeners.push(listener),
    tell(change) {
      for (const listener of listeners) listener(change);
    },
  };
  return store;
}

function loadRecord(store: PortalStore, given: SandboxRecord): void {
  const type = objectTypeOf(given.type);
  if (type === undefined) throw new Error(`Cannot load ${given.type} ${given.id}: there is no such type`);
  if (!/^\d{1,15}$/.test(given.id)) throw new Error(`Cannot load ${given.type} ${given.id}: ids are digits`);
  const record: StoredRecord = {
    type,
    id: given.id,
    values: loadedValues(store, type, given),
    createdAt: given.createdAt,
    updatedAt: given.updatedAt ?? given.createdAt,
    archivedAt: 0,
    mergedInto: null,
  };
  store.shelf(type.name).add(record);
  rememberFirst(store, record, given);
  if (type.name === 'contacts') store.setEmail(record, undefined, record.values['email']);
  const from = { type: type.name, id: given.id };
  for (const other of given.associations ?? []) {
    const toType = objectTypeOf(other.type);
    if (toType === undefined)
      throw new Error(`Cannot link ${given.type} ${given.id} to ${other.type}: no such type`);
    store.associations.link(from, { type: toType.name, id: other.id }, other.typeId);
  }
}

/** Values that came after the record's creation, or by another way than an import, have a history that says so. */
function rememberFirst(store: PortalStore, record: StoredRecord, given: SandboxRecord): void {
  const { valuesSince = {}, valueSources = {} } = given;
  for (const name of new Set([...Object.keys(valuesSince), ...Object.keys(valueSources)])) {
    const value = record.values[name];
    if (value === undefined) continue;
    const first = firstValue(record, value);
    const source = valueSources[name];
    const by = source === undefined ? first.by : { source, sourceId: source.toLowerCase(), label: source };
    const ofRecord = store.history.get(record) ?? new Map<string, PastValue[]>();
    store.history.set(record, ofRecord.set(name, [{ value, at: valuesSince[name] ?? first.at, by }]));
  }
}

function loadedValues(store: PortalStore, type: ObjectType, given: SandboxRecord): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(given.properties)) {
    if (value === '') continue;
    const definition = store.catalog.find(type.name, name);
    if (definition === undefined)
      throw new Error(`Cannot load ${type.name} ${given.id}: no property ${name}`);
    const checked = checkValue(definition, value);
    if (checked.kind === 'fault')
      throw new Error(`Cannot load ${type.name} ${given.id}: ${checked.fault.message}`);
    values[name] = checked.value;
  }
  return values;
}

function loadOwner(store: PortalStore, given: SandboxRecord): void {
  const read = (...names: string[]) =>
    names.map((name) => given.properties[name]).find((value) => value) ?? '';
  store.owners.set(given.id, {
    id: given.id,
    email: read('email'),
    firstName: read('firstName', 'firstname'),
    lastName: read('lastName', 'lastname'),
    userId: Number(read('userId') || given.id),
    createdAt: given.createdAt,
  });
}

function loadSubscribed(store: PortalStore, { properties, createdAt }: SandboxRecord): void {
  const { email = '', subscriptionId, legalBasis = '' } = properties;
  if (!isLegalBasis(legalBasis))
    throw new Error(`Cannot load a subscription of ${email}: no legal basis ${legalBasis}`);
  store.subscriptions.add({ email, subscriptionId: Number(subscriptionId), legalBasis, at: createdAt });
}
