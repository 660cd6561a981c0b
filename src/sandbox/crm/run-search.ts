/** Runs a search over one type without walking all its records when a filter or the order allows it. */
import type { PortalStore } from '../store.ts';
import { type ObjectType, objectTypeOf } from './object-types.ts';
import { toTime } from './property-value.ts';
import { readValue } from './record-values.ts';
import { passes, type SearchFilter, sortKey } from './search-filter.ts';
import type { StoredRecord } from './shelf.ts';

export type Search = {
  readonly groups: readonly (readonly SearchFilter[])[];
  readonly query: string;
  readonly sort: { readonly property: string; readonly descending: boolean } | null;
  /** Records changed after this moment are not in the index yet, in ms since epoch. */
  readonly indexedUntil: number;
};

/** All matches, in order. Archived records are never found. */
export function runSearch(store: PortalStore, type: ObjectType, search: Search): StoredRecord[] {
  const words = search.query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: StoredRecord[] = [];
  for (const record of candidates(store, type, search)) {
    if (record.archivedAt !== 0 || record.updatedAt > search.indexedUntil) continue;
    if (!passes(store, record, search.groups) || !matchesWords(store, record, words)) continue;
    found.push(record);
  }
  return sorted(store, type, found, search);
}

function candidates(store: PortalStore, type: ObjectType, search: Search): Iterable<StoredRecord> {
  const filters = search.groups.length === 1 ? (search.groups[0] ?? []) : [];
  for (const filter of filters) {
    const narrowed = narrow(store, type, filter);
    if (narrowed !== null) return narrowed;
  }
  return store.shelf(type.name).after(0, false);
}

/** The few records a filter leaves, when an index knows them; null when it does not narrow. */
function narrow(store: PortalStore, type: ObjectType, filter: SearchFilter): Iterable<StoredRecord> | null {
  const { propertyName, operator, value } = filter;
  const shelf = store.shelf(type.name);
  if (propertyName === 'hs_object_id' && value !== undefined) {
    if (operator === 'EQ') return [store.findLive(type.name, value)].filter((record) => record !== undefined);
    if (operator === 'GT') return shelf.after(Number(value), false);
    if (operator === 'GTE') return shelf.after(Number(value) - 1, false);
  }
  if (propertyName === type.modified && value !== undefined && (operator === 'GT' || operator === 'GTE')) {
    return shelf.modifiedSince(toTime(value) ?? 0);
  }
  if (propertyName === 'email' && type.name === 'contacts' && operator === 'EQ' && value !== undefined) {
    return [store.contactByEmail(value)].filter((record) => record !== undefined);
  }
  if (propertyName.startsWith('associations.') && (operator === 'EQ' || operator === 'IN')) {
    const to = objectTypeOf(propertyName.slice('associations.'.length));
    if (to === undefined) return null;
    const ids = filter.values ?? (value === undefined ? [] : [value]);
    return new Set(ids.flatMap((id) => store.linked({ type: to.name, id }, type.name)));
  }
  return null;
}

const searched: Readonly<Record<string, readonly string[]>> = {
  contacts: ['firstname', 'lastname', 'email', 'phone', 'company', 'hs_object_id'],
  companies: ['name', 'domain', 'website', 'phone'],
  deals: ['dealname', 'pipeline', 'dealstage', 'description'],
  tickets: ['subject', 'content', 'hs_object_id'],
  orders: ['hs_order_name', 'hs_external_order_id'],
};

function matchesWords(store: PortalStore, record: StoredRecord, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const names = searched[record.type.name] ?? [
    'hs_call_title',
    'hs_meeting_title',
    'hs_task_subject',
    'hs_email_subject',
  ];
  const text = names.map((name) => readValue(store, record, name)?.toLowerCase() ?? '').join(' ');
  return words.every((word) => text.includes(word));
}

function sorted(store: PortalStore, type: ObjectType, found: StoredRecord[], search: Search): StoredRecord[] {
  const { sort } = search;
  if (sort === null) return found.sort((a, b) => Number(a.id) - Number(b.id));
  const definition = store.catalog.find(type.name, sort.property);
  const direction = sort.descending ? -1 : 1;
  const keyed = found.map((record) => ({ record, value: readValue(store, record, sort.property) }));
  const withValue = keyed
    .filter(({ value }) => value !== undefined)
    .map(({ record, value }) => ({ record, key: sortKey(definition, value) }))
    .sort((a, b) => direction * order(a.key, b.key) || Number(a.record.id) - Number(b.record.id));
  // Records without a value come last, whichever way the list is turned.
  const without = keyed.filter(({ value }) => value === undefined);
  return [...withValue, ...without].map(({ record }) => record);
}

function order(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
