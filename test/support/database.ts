/**
 * Databases for tests: a schema of its own for each test, on PostgreSQL when DATABASE_URL_TEST names one and else on one
 * PGlite per test file. `await using` drops it again.
 */
import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { createCipher } from '../../src/db/cipher.ts';
import type { Database } from '../../src/db/database.ts';
import { openDatabase, openPGlite } from '../../src/db/open-database.ts';
import { createStore, type Store } from '../../src/db/store.ts';
import type { Clock } from '../../src/usecases/ports.ts';

export type TestDatabase = AsyncDisposable & {
  readonly database: Database;
  readonly schema: string;
  /** As the owner, past the wall. */
  asOwner(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
};

export type TestClock = Clock & { at: number };

const { DATABASE_URL_TEST } = process.env;
export const serverUrl = DATABASE_URL_TEST ?? null;
export const storeName = serverUrl === null ? 'PGlite' : 'PostgreSQL';

let shared: Promise<PGlite> | null = null;

export function testClock(at = Date.UTC(2026, 0, 5)): TestClock {
  return {
    at,
    now() {
      return this.at;
    },
  };
}

export async function testDatabase(): Promise<TestDatabase> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  return serverUrl === null ? onPGlite(schema) : onServer(serverUrl, schema);
}

/** A store with a clock in hand and a key of its own. */
export async function testStore(): Promise<
  AsyncDisposable & { store: Store; database: Database; clock: TestClock }
> {
  const opened = await testDatabase();
  const clock = testClock();
  const cipher = createCipher([{ id: 'test', key: randomBytes(32) }]);
  return {
    store: createStore(opened.database, { clock, cipher }),
    database: opened.database,
    clock,
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

async function onPGlite(schema: string): Promise<TestDatabase> {
  shared ??= PGlite.create();
  const pglite = await shared;
  await pglite.exec(`reset role; create schema ${schema}`);
  const database = await openPGlite(pglite, schema, async () => {});
  const asOwner = async (text: string) => {
    await pglite.exec('reset role');
    const results = await pglite.exec(text);
    await pglite.exec('set role rapport_app');
    return results.at(-1)?.rows ?? [];
  };
  return {
    database,
    schema,
    asOwner,
    async [Symbol.asyncDispose]() {
      await pglite.exec(`reset role; drop schema ${schema} cascade`);
    },
  };
}

async function onServer(url: string, schema: string): Promise<TestDatabase> {
  const owner = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` });
  await owner.connect();
  await owner.query(`create schema ${schema}`);
  const database = await openDatabase({ kind: 'server', url, schema, poolSize: 6 });
  return {
    database,
    schema,
    async asOwner(text) {
      const results: unknown = await owner.query(text);
      const last: unknown = Array.isArray(results) ? results.at(-1) : results;
      // pg answers statements with results that carry rows.
      return (last as { rows: Readonly<Record<string, unknown>>[] }).rows;
    },
    async [Symbol.asyncDispose]() {
      await database.close();
      await owner.query(`drop schema ${schema} cascade`);
      await owner.end();
    },
  };
}
