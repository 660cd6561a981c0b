/** Whether a record passes the filters of a search, compared as its property's type demands. */
import type { PortalStore } from '../store.ts';
import { objectTypeOf } from './object-types.ts';
import type { PropertyDefinition } from './property-definition.ts';
import { toTime } from './property-value.ts';
import { readValue } from './record-values.ts';
import type { StoredRecord } from './shelf.ts';

export const operators = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const;

export type SearchFilter = {
  readonly propertyName: string;
  readonly operator: (typeof operators)[number];
  readonly value?: string | undefined;
  readonly highValue?: string | undefined;
  readonly values?: readonly string[] | undefined;
};

/** Groups are alternatives, the filters of a group are needed together. No group at all: everything passes. */
export function passes(
  store: PortalStore,
  record: StoredRecord,
  groups: readonly (readonly SearchFilter[])[],
): boolean {
  if (groups.length === 0) return true;
  return groups.some((filters) => filters.every((filter) => passesFilter(store, record, filter)));
}

function passesFilter(store: PortalStore, record: StoredRecord, filter: SearchFilter): boolean {
  if (filter.propertyName.startsWith('associations.')) return passesLink(store, record, filter);
  const definition = store.catalog.find(record.type.name, filter.propertyName);
  const value = readValue(store, record, filter.propertyName);
  if (filter.operator === 'HAS_PROPERTY') return value !== undefined;
  if (filter.operator === 'NOT_HAS_PROPERTY') return value === undefined;
  // Negative filters pass records that have no value at all.
  if (value === undefined) return filter.operator.startsWith('NOT_') || filter.operator === 'NEQ';
  return compare(definition, value, filter);
}

/** The pseudo-property `associations.contact`: linked to that record, or to any of those. */
function passesLink(store: PortalStore, record: StoredRecord, filter: SearchFilter): boolean {
  const to = objectTypeOf(filter.propertyName.slice('associations.'.length));
  if (to === undefined) return false;
  const linked = store.associations.linked({ type: record.type.name, id: record.id }, to.name);
  if (filter.operator === 'HAS_PROPERTY') return linked.length > 0;
  if (filter.operator === 'NOT_HAS_PROPERTY') return linked.length === 0;
  const wanted = filter.values ?? (filter.value === undefined ? [] : [filter.value]);
  const hit = wanted.some((id) => linked.includes(id));
  return filter.operator === 'NEQ' || filter.operator === 'NOT_IN' ? !hit : hit;
}

function compare(definition: PropertyDefinition | undefined, value: string, filter: SearchFilter): boolean {
  const key = (text: string | undefined) => sortKey(definition, text);
  const is = key(value);
  switch (filter.operator) {
    case 'EQ':
      return is === key(filter.value);
    case 'NEQ':
      return is !== key(filter.value);
    case 'LT':
      return is < key(filter.value);
    case 'LTE':
      return is <= key(filter.value);
    case 'GT':
      return is > key(filter.value);
    case 'GTE':
      return is >= key(filter.value);
    case 'BETWEEN':
      return is >= key(filter.value) && is <= key(filter.highValue);
    case 'IN':
      return (filter.values ?? []).some((one) => key(one) === is);
    case 'NOT_IN':
      return !(filter.values ?? []).some((one) => key(one) === is);
    case 'CONTAINS_TOKEN':
      return containsToken(value, filter.value ?? '');
    case 'NOT_CONTAINS_TOKEN':
      return !containsToken(value, filter.value ?? '');
    case 'HAS_PROPERTY':
      return true;
    case 'NOT_HAS_PROPERTY':
      return false;
  }
}

/** Numbers for numbers and times, lower-case text for the rest. */
export function sortKey(
  definition: PropertyDefinition | undefined,
  text: string | undefined,
): number | string {
  if (text === undefined) return '';
  switch (definition?.type) {
    case 'number':
      return Number(text);
    case 'date':
    case 'datetime':
      return toTime(text) ?? Number.NaN;
    default:
      return text.toLowerCase();
  }
}

/** Words of the text against a pattern in which `*` stands for anything within a word. */
function containsToken(text: string, pattern: string): boolean {
  const source = pattern
    .toLowerCase()
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const whole = new RegExp(`^${source}$`);
  const lower = text.toLowerCase();
  return whole.test(lower) || lower.split(/[\s@.,;/]+/).some((word) => whole.test(word));
}
