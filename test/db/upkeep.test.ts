import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openPGlite } from '../../src/db/open-database.ts';
import { createTimeline } from '../../src/db/timeline.ts';
import { createUpkeep } from '../../src/db/upkeep.ts';
import { activity } from '../support/timeline-builders.ts';

const portal = 7;
let pglite: PGlite;
let database: Database;

beforeAll(async () => {
  pglite = await PGlite.create();
  database = await openPGlite(pglite, 'rapport', () => pglite.close());
});

afterAll(() => database.close());

/** How PostgreSQL would find the rows of a page of records. */
async function planOf(records: readonly string[]): Promise<string> {
  const rows = await database.readInPortal(
    portal,
    `explain select id from signal where portal_id = ${portal} and record = any('{${records.join(',')}}'::text[])`,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

async function deadRows(): Promise<unknown> {
  await pglite.query('select pg_stat_force_next_flush()');
  const { rows } = await pglite.query(
    "select n_dead_tup as dead from pg_stat_user_tables where relname = 'signal'",
  );
  return rows;
}

test('the rows of a page are found by their records however much is stored, and dropped rows are cleared away', async () => {
  const upkeep = createUpkeep(pglite, (error) => {
    throw error;
  });
  const timeline = createTimeline(database);
  const ids = Array.from({ length: 3000 }, (_, place) => String(place));
  await timeline.saveActivities(
    portal,
    ids.map((id) => activity('emails', id, [String(Number(id) % 300)])),
  );
  const records = ids.slice(0, 100).map((id) => `emails:${id}`);
  await upkeep.tend();
  expect(await planOf(records)).toContain('signal_by_record');
  await timeline.dropActivities(
    portal,
    ids.slice(0, 1500).map((id) => ({ type: 'emails', id })),
  );
  expect(await deadRows()).toEqual([{ dead: 1500 }]);
  await upkeep.tend();
  expect(await deadRows()).toEqual([{ dead: 0 }]);
  await upkeep.stop();
});

test('the log of writes is cut off by a checkpoint once it is long enough', async () => {
  const redo = async () => (await pglite.query('select redo_lsn from pg_control_checkpoint()')).rows;
  const fail = (error: unknown) => {
    throw error;
  };
  const patient = createUpkeep(pglite, fail, 2 ** 40);
  const eager = createUpkeep(pglite, fail, 0);
  const before = await redo();
  await createTimeline(database).saveActivities(portal, [activity('emails', '1', ['1'])]);
  await patient.tend();
  expect(await redo()).toEqual(before);
  await eager.tend();
  expect(await redo()).not.toEqual(before);
  await Promise.all([patient.stop(), eager.stop()]);
});
