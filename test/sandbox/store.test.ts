import { expect, test } from 'vitest';
import { createSandboxClock } from '../../src/sandbox/clock/sandbox-clock.ts';
import type { Change } from '../../src/sandbox/crm/change.ts';
import { readValue } from '../../src/sandbox/crm/record-values.ts';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { createStore } from '../../src/sandbox/store.ts';

const startAt = Date.UTC(2026, 0, 15);
const newStore = () => createStore({ clock: createSandboxClock(startAt), customPropertyLimit: 10 });
const record = (more: Partial<SandboxRecord>): SandboxRecord => ({
  type: 'contacts',
  id: '1',
  createdAt: startAt,
  properties: {},
  ...more,
});

test('loading tells nobody, and a link named at one end is seen from both', () => {
  const store = newStore();
  const told: Change[] = [];
  store.onChange((change) => told.push(change));
  const count = store.load([
    record({}),
    record({ type: 'notes', id: '9', associations: [{ type: 'contact', id: '1' }] }),
  ]);
  expect([count, told]).toEqual([2, []]);
  expect(store.linked({ type: 'contacts', id: '1' }, 'notes').map((one) => one.id)).toEqual(['9']);
});

test('times are kept as ISO text, and the given creation date wins', () => {
  const store = newStore();
  store.load([record({ properties: { createdate: '1700000000000', recent_conversion_date: '2026-01-02' } })]);
  const contact = store.find('contacts', '1');
  if (contact === undefined) throw new Error('not loaded');
  expect(readValue(store, contact, 'createdate')).toBe('2023-11-14T22:13:20.000Z');
  expect(readValue(store, contact, 'recent_conversion_date')).toBe('2026-01-02T00:00:00.000Z');
  expect(readValue(store, contact, 'lastmodifieddate')).toBe('2026-01-15T00:00:00.000Z');
});

test.each<[string, Partial<SandboxRecord>]>([
  ['a type that does not exist', { type: 'spaceships' }],
  ['an id that is no number', { id: 'one' }],
  ['a property that does not exist', { properties: { no_such_property: 'x' } }],
  ['a value that does not fit', { properties: { lifecyclestage: 'no_such_stage' } }],
  ['a link to a type that does not exist', { associations: [{ type: 'spaceships', id: '1' }] }],
])('%s is refused with the record named', (_what, more) => {
  expect(() => newStore().load([record(more)])).toThrow(/Cannot (load|link)/);
});

test('ids that the portal gives itself begin after the loaded ones', () => {
  const store = newStore();
  store.load([record({ id: '95000000000000' })]);
  expect(store.shelf('contacts').nextId()).toBe('95000000000001');
  expect(store.shelf('deals').nextId()).toBe('90000000001');
});
