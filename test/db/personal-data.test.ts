import { expect, test } from 'vitest';
import { createPersonalData, personalTables } from '../../src/db/personal-data.ts';
import { testDatabase, testStore } from '../support/database.ts';
import { activity, assessment, contact } from '../support/timeline-builders.ts';

const portal = 7;

/** Tables that say nothing about a contact; those of an admin or an installation among them. */
const impersonal = [
  'action_log',
  'admin',
  'backfill',
  'backfill_step',
  'backtest_result',
  'delivery',
  'edition',
  'installation',
  'oauth_state',
  'portal_model',
  'portal_view',
  'preview',
  'rate',
  'register',
  'round',
  'summary',
  'token',
  'tombstone',
];

test('the map names every column of every table that may be about a person', async () => {
  await using opened = await testDatabase();
  const columns = await opened.asOwner(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = '${opened.schema}' and table_name not like 'kysely%'`,
  );
  const unmapped = columns.filter(({ table, column }) => {
    const classes = personalTables[String(table)]?.classes;
    return classes === undefined
      ? !impersonal.includes(String(table))
      : classes[String(column)] === undefined;
  });
  expect(unmapped).toEqual([]);
});

test('no table with a contact in it passes for impersonal', async () => {
  await using opened = await testDatabase();
  const columns = await opened.asOwner(
    `select table_name as "table" from information_schema.columns
     where table_schema = '${opened.schema}' and column_name in ('contact_id', 'item', 'subject')`,
  );
  expect(columns.map(({ table }) => String(table)).filter((table) => impersonal.includes(table))).toEqual([]);
});

test('what is exported of a person is every row about them, and after an erasure none', async () => {
  await using opened = await testStore();
  const { store, database } = opened;
  const personal = createPersonalData(database);
  await store.timeline.saveContacts(portal, [contact('1'), contact('2')]);
  await store.timeline.saveActivities(portal, [activity('emails', '10', ['1', '2'])]);
  for (const contactId of ['1', '2'])
    await store.assessments.save(portal, [{ contactId, assessment: assessment(), writing: false }]);
  await store.dirtyContacts.mark(portal, ['1', '2']);
  await store.dirtyRecords.mark(portal, [
    { type: 'contacts', id: '1' },
    { type: 'history', id: '1' },
    { type: 'emails', id: '1' },
  ]);
  await store.parking.park(portal, { subject: 'contacts:1', reason: 'x', at: 1 });
  const tables = await personal.of(portal, '1');
  const counted = Object.fromEntries(tables.map(({ table, rows }) => [table, rows.length]));
  expect(counted).toEqual({
    contact: 1,
    signal: 1,
    assessment: 1,
    stage_log: 1,
    dirty_contact: 1,
    dirty_record: 2,
    parked: 1,
  });
  expect(JSON.stringify(tables)).toContain('Contact 1');
  expect(JSON.stringify(tables)).not.toContain('Contact 2');
  await store.timeline.forget(portal, ['1']);
  expect(await personal.of(portal, '1')).toEqual([]);
  expect((await personal.of(portal, '2')).length).toBeGreaterThan(3);
  expect(await personal.of(8, '2')).toEqual([]);
});
