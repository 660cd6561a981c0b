/** The contact list of the portal's pages: filtered, searched, sorted and paged on the server. */

import { objectType } from '../crm/object-types.ts';
import { recordTitle } from '../crm/record-title.ts';
import { readValue } from '../crm/record-values.ts';
import { runSearch } from '../crm/run-search.ts';
import type { SearchFilter } from '../crm/search-filter.ts';
import type { ContactList } from '../sandbox-api-for-pages.ts';
import type { PortalStore } from '../store.ts';

const pageMax = 200;

const alwaysShown = ['firstname', 'lastname', 'email', 'lifecyclestage', 'hubspot_owner_id', 'createdate'];

export function listContacts(store: PortalStore, query: URLSearchParams): ContactList {
  const offset = wholeNumber(query.get('offset'), 0);
  const limit = Math.min(pageMax, wholeNumber(query.get('limit'), 25));
  const sort = query.get('sort') || null;
  const filters = toFilters(query.getAll('filter'));
  const found = runSearch(store, objectType('contacts'), {
    groups: filters.length > 0 ? [filters] : [],
    query: query.get('query') ?? '',
    sort: sort === null ? null : { property: sort, descending: query.get('direction') === 'desc' },
    indexedUntil: Number.POSITIVE_INFINITY,
  });
  const columns = (query.get('columns') ?? '').split(',').filter((column) => column !== '');
  const names = [...new Set([...alwaysShown, ...columns])];
  return {
    total: found.length,
    offset,
    results: found.slice(offset, offset + limit).map((record) => ({
      id: record.id,
      title: recordTitle(store, record),
      properties: Object.fromEntries(names.map((name) => [name, readValue(store, record, name) ?? null])),
    })),
  };
}

/** `property:value`; the same property again means either value, an empty value means no value. */
function toFilters(texts: readonly string[]): SearchFilter[] {
  const pairs = texts.map((text) => {
    const colon = text.indexOf(':');
    return { property: text.slice(0, colon), value: text.slice(colon + 1) };
  });
  return [...Map.groupBy(pairs, (pair) => pair.property)].map(([propertyName, group]) => {
    const values = group.map((pair) => pair.value);
    if (values.every((value) => value === '')) return { propertyName, operator: 'NOT_HAS_PROPERTY' };
    return { propertyName, operator: 'IN', values };
  });
}

export function wholeNumber(text: string | null, byDefault: number): number {
  const number = Number(text ?? byDefault);
  return Number.isInteger(number) && number >= 0 ? number : byDefault;
}
