import { describe, expect, test } from 'vitest';
import { createSandboxClock } from '../../../src/sandbox/clock/sandbox-clock.ts';
import { objectType } from '../../../src/sandbox/crm/object-types.ts';
import { runSearch } from '../../../src/sandbox/crm/run-search.ts';
import type { SearchFilter } from '../../../src/sandbox/crm/search-filter.ts';
import { createStore } from '../../../src/sandbox/store.ts';

const startAt = Date.UTC(2026, 0, 15);
const store = createStore({ clock: createSandboxClock(startAt), customPropertyLimit: 10 });
store.load([
  {
    type: 'deals',
    id: '1',
    createdAt: 1000,
    updatedAt: 5000,
    properties: { dealname: 'Machine lease', amount: '90' },
  },
  {
    type: 'deals',
    id: '2',
    createdAt: 2000,
    updatedAt: 4000,
    properties: { dealname: 'machine service', amount: '1000' },
  },
  {
    type: 'deals',
    id: '3',
    createdAt: 3000,
    updatedAt: 3000,
    properties: { dealname: 'Beans', closedate: '2026-01-10' },
  },
  { type: 'contacts', id: '7', createdAt: 1000, properties: {}, associations: [{ type: 'deals', id: '2' }] },
]);

function found(
  filters: readonly SearchFilter[],
  sort: { property: string; descending: boolean } | null = null,
): string[] {
  const search = {
    groups: filters.length > 0 ? [filters] : [],
    query: '',
    sort,
    indexedUntil: Number.POSITIVE_INFINITY,
  };
  return runSearch(store, objectType('deals'), search).map((record) => record.id);
}

const filter = (
  propertyName: string,
  operator: SearchFilter['operator'],
  more: Partial<SearchFilter> = {},
): SearchFilter => ({
  propertyName,
  operator,
  ...more,
});

describe('filters', () => {
  test.each<[string, SearchFilter, string[]]>([
    ['numbers are compared as numbers', filter('amount', 'GT', { value: '100' }), ['2']],
    ['text is equal whatever its case', filter('dealname', 'EQ', { value: 'MACHINE LEASE' }), ['1']],
    ['a list holds any of its values', filter('amount', 'IN', { values: ['90', '1000'] }), ['1', '2']],
    ['what is unequal includes what is empty', filter('amount', 'NEQ', { value: '90' }), ['2', '3']],
    ['both ends of a range count', filter('amount', 'BETWEEN', { value: '90', highValue: '90' }), ['1']],
    [
      'times are compared as times',
      filter('closedate', 'GTE', { value: String(Date.UTC(2026, 0, 10)) }),
      ['3'],
    ],
    [
      'a token is a word, with a star for its rest',
      filter('dealname', 'CONTAINS_TOKEN', { value: 'mach*' }),
      ['1', '2'],
    ],
    ['a property can be there', filter('amount', 'HAS_PROPERTY'), ['1', '2']],
    ['a property can be missing', filter('amount', 'NOT_HAS_PROPERTY'), ['3']],
    ['a linked contact finds its deals', filter('associations.contact', 'EQ', { value: '7' }), ['2']],
    ['an id bounds from below', filter('hs_object_id', 'GT', { value: '1' }), ['2', '3']],
  ])('%s', (_fact, one, ids) => {
    expect(found([one])).toEqual(ids);
  });

  test('filters of a group are needed together, groups are alternatives', () => {
    const both = [filter('amount', 'HAS_PROPERTY'), filter('dealname', 'CONTAINS_TOKEN', { value: 'lease' })];
    expect(found(both)).toEqual(['1']);
    const search = {
      groups: [both, [filter('closedate', 'HAS_PROPERTY')]],
      query: '',
      sort: null,
      indexedUntil: 9e15,
    };
    expect(runSearch(store, objectType('deals'), search).map((record) => record.id)).toEqual(['1', '3']);
  });

  test('modified since a moment is found through the order of modification', () => {
    const since = filter('hs_lastmodifieddate', 'GTE', { value: '4000' });
    expect(found([since], { property: 'hs_lastmodifieddate', descending: false })).toEqual(['2', '1']);
  });

  test('records without the sorted property come last in either direction', () => {
    expect(found([], { property: 'amount', descending: false })).toEqual(['1', '2', '3']);
    expect(found([], { property: 'amount', descending: true })).toEqual(['2', '1', '3']);
  });

  test('what was changed after the index was made is not found yet', () => {
    const search = { groups: [], query: '', sort: null, indexedUntil: 4000 };
    expect(runSearch(store, objectType('deals'), search).map((record) => record.id)).toEqual(['2', '3']);
  });
});
