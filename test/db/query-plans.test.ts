/**
 * What PostgreSQL would do for the queries of the store once there is much in it: no big table is ever walked through. The
 * queries are those the store really sends; each is explained afterwards in the scope it was sent in.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCipher } from '../../src/db/cipher.ts';
import type { Store } from '../../src/db/store.ts';
import { createStore } from '../../src/db/store.ts';
import { serverUrl, type TestDatabase, testClock, testDatabase } from '../support/database.ts';
import { activity, assessment, contact, installation } from '../support/timeline-builders.ts';

const portal = 7;
const bigTables = ['contact', 'signal', 'assessment', 'stage_log', 'dirty_contact', 'dirty_record'];

type Sent = { readonly text: string; readonly values: readonly unknown[]; readonly scope: string };
type Plan = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
};

/** Twenty portals of two thousand contacts with ten signals each, and marks on all of them. */
const fill = `
  insert into installation (portal_id, state, scopes, missing_scopes, time_zone, ui_domain, currency, live, app_events,
    pipelines, installed_at)
  select p, 'active', '[]', '[]', 'UTC', 'x', 'EUR', true, false, '{}', 0 from generate_series(1, 20) as p;
  insert into contact (portal_id, id, label, created_at, modified_at, objection, facts, published)
  select p, c::text, 'x', 0, 0, false, '{}', '{}' from generate_series(1, 20) as p, generate_series(1, 2000) as c;
  insert into signal (portal_id, contact_id, record, id, source, at, kind, by, channel, facts, modified_at)
  select p, c::text, 'emails:' || (c * 10 + n), 'emails:' || (c * 10 + n) || '#sent', 'emails:' || (c * 10 + n), n,
    'message', 'customer', 'email', '{}', 0
  from generate_series(1, 20) as p, generate_series(1, 2000) as c, generate_series(1, 10) as n;
  insert into assessment (portal_id, contact_id, assessed_at, stage, due_at, model_version, body, card)
  select p, c::text, 0, 'bonding', c * 1000000000::bigint, 'm', '{}', '{}'
  from generate_series(1, 20) as p, generate_series(1, 2000) as c;
  insert into stage_log (portal_id, contact_id, at, stage, movement, model_version)
  select p, c::text, n, 'bonding', 'first', 'm'
  from generate_series(1, 20) as p, generate_series(1, 2000) as c, generate_series(1, 3) as n;
  insert into dirty_contact (portal_id, item, mark)
  select p, c::text, nextval('mark') from generate_series(1, 20) as p, generate_series(1, 2000) as c;
  insert into dirty_record (portal_id, item, mark)
  select p, 'emails:' || c, nextval('mark') from generate_series(1, 20) as p, generate_series(1, 2000) as c;
  analyze; select 1`;

/** Everything that is sent while `run` runs, once each. */
async function sentDuring(run: () => Promise<void>): Promise<readonly Sent[]> {
  const sent = new Map<string, Sent>();
  const scopes = new WeakMap<object, string>();
  const { query } = pg.Client.prototype;
  const watched = function (this: pg.Client, ...args: unknown[]) {
    const [text, values] = args;
    if (typeof text === 'string') {
      const scope = /select set_config\([^)]*\)/.exec(text)?.[0];
      if (scope !== undefined) scopes.set(this, scope);
      if (/^\s*(select|insert|update|delete|with)\b/i.test(text) && !text.includes('set_config')) {
        sent.set(text, {
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

async function daily(store: Store): Promise<void> {
  const ids = ['5', '6', '7'];
  const { timeline, dirtyContacts, dirtyRecords, assessments } = store;
  await timeline.saveContacts(
    portal,
    ids.map((id) => contact(id)),
  );
  await timeline.saveActivities(
    portal,
    ids.map((id) => activity('emails', id, [id])),
  );
  await timeline.load(portal, ids);
  await timeline.colleagues(portal, ids);
  await timeline.activitiesOf(portal, ids);
  await timeline.knows(portal, '5');
  await timeline.dropActivities(portal, [{ type: 'emails', id: '99' }]);
  await timeline.dropContacts(portal, ['1999']);
  await timeline.forget(portal, ['2000']);
  for (const set of [dirtyContacts, dirtyRecords] as const) {
    const claim = await set.claim(portal, 100, 1);
    await set.count(portal);
    // Each set settles what it claimed itself.
    await set.settle(portal, claim as never, claim.items.slice(0, 50) as never);
    await set.release(portal, claim as never, claim.items.slice(50) as never, 0);
  }
  await dirtyContacts.mark(portal, ids);
  await dirtyContacts.markStored(portal, '100', 100);
  await dirtyRecords.waitingByType(portal);
  await assessments.save(
    portal,
    ids.map((contactId) => ({ contactId, assessment: assessment(), card: '{}', writing: ['a'] })),
  );
  await assessments.setPublished(portal, [{ contactId: '5', values: {}, modelVersion: 'm' }]);
  await assessments.card(portal, '5');
  await assessments.markDue(5_000_000_000, 100);
  await assessments.stageCounts(portal);
  await store.counts.due(portal, 5_000_000_000);
  await store.counts.of(portal);
  await store.backlog.waiting(0);
  await store.histories.sample(portal, 100);
  await store.histories.signals(portal, ids);
  await store.backfills.start(portal, ['contacts'], 0, null);
  await store.backfills.pending(portal);
  await store.backfills.progress(portal);
  await store.installations.save(installation(portal));
}

describe.runIf(serverUrl !== null)('the queries of a filled store', () => {
  let world: TestDatabase;
  let sent: readonly Sent[];

  beforeAll(async () => {
    world = await testDatabase();
    await world.asOwner(fill);
    const cipher = createCipher([{ id: 'k', key: Buffer.alloc(32) }]);
    const store = createStore(world.database, { clock: testClock(), cipher });
    sent = await sentDuring(() => daily(store));
  }, 120_000);

  afterAll(() => world[Symbol.asyncDispose]());

  test('walk through no big table', async () => {
    const client = new pg.Client({
      connectionString: serverUrl ?? '',
      options: `-c search_path=${world.schema}`,
    });
    await client.connect();
    const walks: string[] = [];
    for (const { text, values, scope } of sent) {
      await client.query(`begin; set local role rapport_app; ${scope}`);
      const { rows } = await client.query(`explain (format json) ${text}`, [...values]);
      await client.query('rollback');
      for (const table of walkedIn(rows[0]['QUERY PLAN'][0].Plan)) {
        walks.push(`${table}: ${text.replaceAll(/\s+/g, ' ').trim()}`);
      }
    }
    await client.end();
    expect(sent.length).toBeGreaterThan(30);
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

function walkedIn(plan: Plan): string[] {
  const own = plan['Relation Name'];
  const walked =
    plan['Node Type'] === 'Seq Scan' && own !== undefined && bigTables.includes(own) ? [own] : [];
  return [...walked, ...(plan.Plans ?? []).flatMap(walkedIn)];
}
