/** Creating and changing records: the one door for the API, the portal's pages and workflows alike. */
import type { PastValue, PortalStore } from '../store.ts';
import type { RecordKey } from './associations.ts';
import type { ChangeSource } from './change.ts';
import { linkRecords } from './link-records.ts';
import type { ObjectType } from './object-types.ts';
import { stageMeaning } from './pipelines.ts';
import { checkValue, type ValueFault } from './property-value.ts';
import { iso } from './record-values.ts';
import type { StoredRecord } from './shelf.ts';

/** How many past values of a property are kept; the API tells about as many. */
const pastValuesKept = { contacts: 45, others: 20 };

export type Values = Readonly<Record<string, string>>;

export type NewLink = { readonly to: RecordKey; readonly typeId?: number };

export type CreateOutcome =
  | { readonly kind: 'created'; readonly record: StoredRecord }
  | { readonly kind: 'invalid'; readonly faults: readonly ValueFault[] }
  | { readonly kind: 'taken'; readonly existingId: string };

export type UpdateOutcome =
  | { readonly kind: 'updated'; readonly record: StoredRecord }
  | { readonly kind: 'invalid'; readonly faults: readonly ValueFault[] }
  | { readonly kind: 'taken'; readonly existingId: string };

/** Checks and normalises values; who may write read-only ones passes `trusted`. */
export function checkValues(
  store: PortalStore,
  type: ObjectType,
  values: Values,
  trusted = false,
): { readonly faults: readonly ValueFault[]; readonly values: Values } {
  const faults: ValueFault[] = [];
  const fitting: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const definition = store.catalog.find(type.name, name);
    if (definition === undefined) {
      faults.push({
        property: name,
        code: 'PROPERTY_DOESNT_EXIST',
        message: `Property "${name}" does not exist`,
      });
    } else if (definition.readOnlyValue && !trusted) {
      faults.push({
        property: name,
        code: 'READ_ONLY_VALUE',
        message: `"${name}" is a read only property; its value cannot be set.`,
      });
    } else {
      const checked = checkValue(definition, value);
      if (checked.kind === 'fault') faults.push(checked.fault);
      else fitting[name] = checked.value;
    }
  }
  faults.push(...stageFaults(store, type, fitting));
  return { faults, values: fitting };
}

function stageFaults(store: PortalStore, type: ObjectType, values: Values): ValueFault[] {
  if (type.name !== 'deals' && type.name !== 'tickets' && type.name !== 'orders') return [];
  const property = type.name === 'deals' ? 'dealstage' : 'hs_pipeline_stage';
  const stage = values[property];
  if (!stage || stageMeaning(store.pipelines(type.name), stage) !== undefined) return [];
  return [{ property, code: 'INVALID_OPTION', message: `${stage} was not one of the allowed options` }];
}

export function createRecord(
  store: PortalStore,
  type: ObjectType,
  given: Values,
  links: readonly NewLink[],
  by: ChangeSource,
): CreateOutcome {
  const { faults, values } = checkValues(store, type, given);
  if (faults.length > 0) return { kind: 'invalid', faults };
  const existing =
    type.name === 'contacts' && values['email'] ? store.contactByEmail(values['email']) : undefined;
  if (existing !== undefined) return { kind: 'taken', existingId: existing.id };
  const at = store.clock.now();
  const shelf = store.shelf(type.name);
  const record: StoredRecord = {
    type,
    id: shelf.nextId(),
    values: {},
    createdAt: at,
    updatedAt: at,
    archivedAt: 0,
    mergedInto: null,
  };
  shelf.add(record);
  store.tell({ kind: 'creation', type: type.name, id: record.id, at, by });
  setValues(
    store,
    record,
    { ...startingStage(store, type, values), ...values, ...startingValues(type, by) },
    by,
  );
  for (const link of links) linkRecords(store, { type: type.name, id: record.id }, link.to, by, link.typeId);
  return { kind: 'created', record };
}

/** A new deal, ticket or order is in the first stage of its pipeline, or in the pipeline of its stage. */
function startingStage(store: PortalStore, type: ObjectType, values: Values): Values {
  if (type.name !== 'deals' && type.name !== 'tickets' && type.name !== 'orders') return {};
  const [pipelineName, stageName] =
    type.name === 'deals' ? ['pipeline', 'dealstage'] : ['hs_pipeline', 'hs_pipeline_stage'];
  const pipelines = store.pipelines(type.name);
  const pipeline =
    pipelines.find((one) => one.id === values[pipelineName]) ??
    pipelines.find((one) => one.stages.some((stage) => stage.id === values[stageName])) ??
    pipelines[0];
  const stage = pipeline?.stages[0];
  return pipeline === undefined || stage === undefined
    ? {}
    : { [pipelineName]: pipeline.id, [stageName]: stage.id };
}

function startingValues(type: ObjectType, by: ChangeSource): Values {
  return {
    hs_object_source: by.source,
    hs_object_source_label: by.source,
    hs_object_source_id: by.sourceId,
    ...(by.userId === undefined ? {} : { hs_created_by_user_id: String(by.userId) }),
    ...(type.name === 'contacts' ? { hs_is_contact: 'true' } : {}),
  };
}

export function updateRecord(
  store: PortalStore,
  record: StoredRecord,
  given: Values,
  by: ChangeSource,
): UpdateOutcome {
  const { faults, values } = checkValues(store, record.type, given);
  if (faults.length > 0) return { kind: 'invalid', faults };
  const holder =
    record.type.name === 'contacts' && values['email'] ? store.contactByEmail(values['email']) : undefined;
  if (holder !== undefined && holder !== record) return { kind: 'taken', existingId: holder.id };
  setValues(store, record, values, by);
  return { kind: 'updated', record };
}

/**
 * Sets values that are known to fit. Only what differs is a change: it is remembered, stamped and told. Values that follow
 * from others (a lifecycle date, a close date) are set along with them.
 */
export function setValues(store: PortalStore, record: StoredRecord, values: Values, by: ChangeSource): void {
  const at = store.clock.now();
  const all = { ...values, ...followingValues(store, record, values, at) };
  for (const [property, to] of Object.entries(all)) {
    const from = record.values[property];
    if ((from ?? '') === to) continue;
    remember(store, record, property, from, { value: to, at, by });
    if (to === '') delete record.values[property];
    else record.values[property] = to;
    if (property === 'email' && record.type.name === 'contacts') store.setEmail(record, from, to);
    store.shelf(record.type.name).touch(record, at);
    store.tell({ kind: 'propertyChange', type: record.type.name, id: record.id, at, by, property, from, to });
  }
}

function followingValues(store: PortalStore, record: StoredRecord, values: Values, at: number): Values {
  const type = record.type.name;
  const isNew = (name: string) => values[name] !== undefined && values[name] !== record.values[name];
  if (type === 'contacts' && isNew('lifecyclestage') && values['lifecyclestage']) {
    const name = `hs_lifecyclestage_${values['lifecyclestage']}_date`;
    return store.catalog.find('contacts', name) === undefined ? {} : { [name]: iso(at) };
  }
  if (type === 'tickets' && isNew('hs_pipeline_stage') && values['closed_date'] === undefined) {
    const closed = stageMeaning(store.pipelines('tickets'), values['hs_pipeline_stage'] ?? '')?.closed;
    return { closed_date: closed ? iso(at) : '' };
  }
  if (type === 'deals' && isNew('dealstage') && values['closedate'] === undefined) {
    const closed = stageMeaning(store.pipelines('deals'), values['dealstage'] ?? '')?.closed;
    return closed ? { closedate: iso(at) } : {};
  }
  if (type === 'tasks' && isNew('hs_task_status')) {
    return { hs_task_completion_date: values['hs_task_status'] === 'COMPLETED' ? iso(at) : '' };
  }
  return {};
}

function remember(
  store: PortalStore,
  record: StoredRecord,
  property: string,
  from: string | undefined,
  entry: PastValue,
): void {
  const ofRecord = store.history.get(record) ?? new Map<string, PastValue[]>();
  store.history.set(record, ofRecord);
  const past = ofRecord.get(property) ?? (from === undefined ? [] : [firstValue(record, from)]);
  const kept = record.type.name === 'contacts' ? pastValuesKept.contacts : pastValuesKept.others;
  ofRecord.set(property, [...past, entry].slice(-kept));
}

/** What a loaded value looks like in the history: it came with the record. */
export function firstValue(record: StoredRecord, value: string): PastValue {
  const by: ChangeSource = { source: 'IMPORT', sourceId: 'import', label: 'Import' };
  return { value, at: record.createdAt, by };
}
