import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/open-database.ts';
import { storeName, testDatabase, testStore } from '../support/database.ts';

describe(`the wall between portals (${storeName})`, () => {
  test('a portal sees its own rows and no other, whatever the statement asks for', async () => {
    await using opened = await testDatabase();
    const { database } = opened;
    for (const portal of [1, 2]) {
      await database.inPortal(portal, (trx) =>
        sql`insert into parked values (${portal}, 'contacts:1', 'x', 0)`.execute(trx),
      );
    }
    const seen = await database.inPortal(1, (trx) => sql`select portal_id from parked`.execute(trx));
    expect(seen.rows).toEqual([{ portal_id: 1 }]);
    expect(await database.readInPortal(2, 'select portal_id from parked')).toEqual([{ portal_id: 2 }]);
    const all = await database.acrossPortals((trx) =>
      sql`select portal_id from parked order by portal_id`.execute(trx),
    );
    expect(all.rows).toEqual([{ portal_id: 1 }, { portal_id: 2 }]);
  });

  test('a row of another portal cannot be written', async () => {
    await using opened = await testDatabase();
    const writing = opened.database.inPortal(1, (trx) =>
      sql`insert into parked values (2, 'contacts:1', 'x', 0)`.execute(trx),
    );
    await expect(writing).rejects.toMatchObject({ code: '42501' });
    expect(await opened.asOwner('select * from parked')).toEqual([]);
  });

  test('every table of a portal is behind the wall, and its primary key starts with the portal', async () => {
    await using opened = await testDatabase();
    const rows = await opened.asOwner(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled, (
        select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as first_key
      from pg_class c where c.relnamespace = '${opened.schema}'::regnamespace and c.relkind = 'r'
        and c.relname not like 'kysely%' order by 1`);
    const apart = rows.filter(({ walled, first_key }) => !(walled === true && first_key === 'portal_id'));
    expect(apart.map(({ name }) => name)).toEqual(['delivery', 'oauth_state']);
    expect(rows.length).toBeGreaterThan(12);
  });

  test('the portal of one transaction is not left behind for the next', async () => {
    await using opened = await testDatabase();
    await opened.database.inPortal(7, (trx) => sql`select 1`.execute(trx));
    await opened.database.readInPortal(7, 'select 1 as one');
    for (let i = 0; i < 8; i++) {
      const { rows } = await opened.database.acrossPortals((trx) =>
        sql<{
          portal: string | null;
        }>`select nullif(current_setting('app.portal', true), '') as portal`.execute(trx),
      );
      expect(rows).toEqual([{ portal: null }]);
    }
  });
});

describe(`transactions (${storeName})`, () => {
  test('what is done atomically stands together or not at all', async () => {
    await using world = await testStore();
    const { store } = world;
    const failing = store.atomically(1, async () => {
      await store.dirtyContacts.mark(1, ['1']);
      await store.parking.park(1, { subject: 'contacts:1', reason: 'x', at: 0 });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await store.dirtyContacts.count(1)).toBe(0);
    expect(await store.parking.list(1)).toEqual([]);
  });

  test('a transaction of one portal refuses work on another', async () => {
    await using world = await testStore();
    const { store } = world;
    await expect(store.atomically(1, () => store.dirtyContacts.mark(2, ['1']))).rejects.toThrow(
      'A transaction of portal 1 cannot work on portal 2',
    );
  });

  test('transactions beside each other neither join nor block', async () => {
    await using world = await testStore();
    const { store } = world;
    await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((portal) =>
        store.atomically(portal, async () => {
          await store.dirtyContacts.mark(portal, ['1']);
          expect(await store.dirtyContacts.count(portal)).toBe(1);
        }),
      ),
    );
    expect(await store.dirtyContacts.count(8)).toBe(1);
  });
});

describe('a database folder', () => {
  test('is kept between openings, and a second opener is told who holds it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-'));
    try {
      const first = await openDatabase({ kind: 'folder', path: folder });
      await first.inPortal(1, (trx) => sql`insert into parked values (1, 'contacts:1', 'x', 0)`.execute(trx));
      await expect(openDatabase({ kind: 'folder', path: folder })).rejects.toMatchObject({
        name: 'StoreError',
        failure: 'folder-locked',
        message: expect.stringContaining(`in use by process ${process.pid}`),
      });
      await first.close();
      const again = await openDatabase({ kind: 'folder', path: folder });
      expect(await again.readInPortal(1, 'select subject from parked')).toEqual([{ subject: 'contacts:1' }]);
      await again.close();
      expect(await readdir(folder)).toEqual(['database', 'lock-2']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test('a server that is not there is named in a sentence', async () => {
  const opening = openDatabase({ kind: 'server', url: 'postgres://nobody@127.0.0.1:1/none' });
  await expect(opening).rejects.toMatchObject({ name: 'StoreError', failure: 'unreachable' });
});
