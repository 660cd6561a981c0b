/**
 * What PostgreSQL would do for the queries of the store once there is much in it: no table is ever walked through. The
 * queries are those the store really sends; each is explained afterwards in the scope it was sent in.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCipher } from '../../src/db/cipher.ts';
import { createStore } from '../../src/db/store.ts';
import { serverUrl, type TestDatabase, testClock, testDatabase } from '../support/database.ts';
import { activity } from '../support/timeline-builders.ts';
import { callAll, type WatchedStore, watchStore } from './every-store-call.ts';
import { fillTables } from './fill-tables.ts';

/** Calls that go through a whole table because their answer is about all of it, and nothing else of the kind. */
const walksOnPurpose: Readonly<Record<string, string>> = {
  'installations.active installation': 'all portals are the answer',
  'backlog.waiting installation': 'every portal is asked for a mark',
  'deliveries.count delivery': 'how many wait is the answer',
  'deliveries.free delivery': 'once after a worker died, of what waits to be taken apart',
};

type Sent = {
  readonly by: string;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly scope: string;
};
type Plan = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
};

/** Everything that is sent while `run` runs, once for each call. */
async function sentDuring(run: () => Promise<void>, calling: () => string): Promise<readonly Sent[]> {
  const sent = new Map<string, Sent>();
  const scopes = new WeakMap<object, string>();
  const { query } = pg.Client.prototype;
  const watched = function (this: pg.Client, ...args: unknown[]) {
    const [text, values] = args;
    if (typeof text === 'string') {
      const scope = /select set_config\([^)]*\)/.exec(text)?.[0];
      if (scope !== undefined) scopes.set(this, scope);
      if (/^\s*(select|insert|update|delete|with)\b/i.test(text) && !text.includes('set_config')) {
        const by = calling();
        sent.set(`${by} ${text}`, {
          by,
          text,
          values: Array.isArray(values) ? values : [],
          scope: scopes.get(this) ?? 'select 1',
        });
      }
    }
    return Reflect.apply(query, this, args);
  };
  pg.Client.prototype.query = watched as typeof query;
  try {
    await run();
  } finally {
    pg.Client.prototype.query = query;
  }
  return [...sent.values()];
}

describe.runIf(serverUrl !== null)('the queries of a filled store', () => {
  let world: TestDatabase;
  let watched: WatchedStore;
  let sent: readonly Sent[];

  beforeAll(async () => {
    world = await testDatabase();
    await world.asOwner(fillTables);
    const cipher = createCipher([{ id: 'k', key: Buffer.alloc(32) }]);
    watched = watchStore(createStore(world.database, { clock: testClock(), cipher }));
    sent = await sentDuring(() => callAll(watched.store), watched.calling);
  }, 120_000);

  afterAll(() => world[Symbol.asyncDispose]());

  test('are those of every call that the store answers', () => {
    expect([...watched.uncalled]).toEqual([]);
    expect(sent.length).toBeGreaterThan(100);
  });

  test('no table is left empty', async () => {
    const rows = await world.asOwner(`
      select relname as name from pg_class where relnamespace = '${world.schema}'::regnamespace and relkind = 'r'
        and relname not like 'kysely%' and reltuples < 1900`);
    expect(rows).toEqual([]);
  });

  test('walk through no table', async () => {
    const client = new pg.Client({
      connectionString: serverUrl ?? '',
      options: `-c search_path=${world.schema}`,
    });
    await client.connect();
    const walks: string[] = [];
    for (const { by, text, values, scope } of sent) {
      await client.query(`begin; set local role rapport_app; ${scope}`);
      const { rows } = await client.query(`explain (format json) ${text}`, [...values]);
      await client.query('rollback');
      for (const table of walkedIn(rows[0]['QUERY PLAN'][0].Plan)) {
        if (!(`${by} ${table}` in walksOnPurpose))
          walks.push(`${by} ${table}: ${text.replaceAll(/\s+/g, ' ').trim()}`);
      }
    }
    await client.end();
    expect(walks).toEqual([]);
  });

  test('have the portal first in every key, so that any table can be parted by it', async () => {
    const rows = await world.asOwner(`
      select c.relname as table, i.relname as key, a.attname as first
      from pg_index as x join pg_class as c on c.oid = x.indrelid join pg_class as i on i.oid = x.indexrelid
      join pg_namespace as n on n.oid = c.relnamespace
      join pg_attribute as a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where n.nspname = '${world.schema}' and x.indisunique
        and exists (select from pg_attribute as p where p.attrelid = c.oid and p.attname = 'portal_id')`);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => row['first'] !== 'portal_id')).toEqual([]);
  });
});

describe.runIf(serverUrl !== null)('the queries of a portal that grew faster than its statistics', () => {
  test('find the records of a page without reading the others', async () => {
    await using world = await testDatabase();
    await world.asOwner(`
      delete from pg_statistic where starelid in (
        select oid from pg_class where relnamespace = '${world.schema}'::regnamespace);
      insert into contact (portal_id, id, label, created_at, modified_at, objection, facts, published)
      select 7, c::text, 'x', 0, 0, false, '{}', '{}' from generate_series(1, 20000) as c;
      insert into signal (portal_id, contact_id, record, id, source, at, kind, by, channel, facts, modified_at)
      select 7, c::text, 'emails:' || c, 'emails:' || c || '#sent', 'emails:' || c, c, 'message', 'customer', 'email', '{}', 0
      from generate_series(1, 20000) as c;
      select 1`);
    const cipher = createCipher([{ id: 'k', key: Buffer.alloc(32) }]);
    const { timeline } = createStore(world.database, { clock: testClock(), cipher });
    const ids = Array.from({ length: 200 }, (_, place) => String(place + 1));
    const sent = await sentDuring(
      async () => {
        await timeline.saveActivities(
          7,
          ids.map((id) => activity('emails', id, [id])),
        );
        await timeline.load(7, ids);
      },
      () => 'a page',
    );
    const selects = sent.filter(({ text }) => /^\s*select\b/.test(text) && /\b(contact|signal)\b/.test(text));
    const client = new pg.Client({
      connectionString: serverUrl ?? '',
      options: `-c search_path=${world.schema}`,
    });
    await client.connect();
    const read: number[] = [];
    for (const { text, values, scope } of selects) {
      await client.query(`begin; set local role rapport_app; ${scope}`);
      const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
      await client.query('rollback');
      read.push(readIn(rows[0]['QUERY PLAN'][0].Plan));
    }
    await client.end();
    expect(read.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...read)).toBeLessThanOrEqual(2 * ids.length);
  });
});

/** Rows that were touched in tables, those among them that did not fit. */
function readIn(plan: Plan): number {
  const { 'Actual Rows': rows = 0, 'Actual Loops': loops = 1, 'Rows Removed by Filter': removed = 0 } = plan;
  const own = plan['Relation Name'] === undefined ? 0 : (rows + removed) * loops;
  return own + (plan.Plans ?? []).reduce((sum, part) => sum + readIn(part), 0);
}

function walkedIn(plan: Plan): string[] {
  const own = plan['Relation Name'];
  const walked = plan['Node Type'] === 'Seq Scan' && own !== undefined ? [own] : [];
  return [...walked, ...(plan.Plans ?? []).flatMap(walkedIn)];
}
