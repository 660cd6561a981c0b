/**
 * Databases for tests, on PostgreSQL when DATABASE_URL_TEST names one and else on one PGlite per worker: a schema of its
 * own for as long as a test uses it. `await using` gives it back, and the next one finds it empty.
 */
import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { inject } from 'vitest';
import { createCipher } from '../../src/db/cipher.ts';
import type { Database } from '../../src/db/database.ts';
import { openDatabase, openPGlite } from '../../src/db/open-database.ts';
import { createStore, type Store } from '../../src/db/store.ts';
import type { Clock } from '../../src/usecases/ports.ts';
import { databaseImage } from './database-image.ts';

type Made = {
  readonly database: Database;
  readonly schema: string;
  /** As the owner, past the wall. */
  asOwner(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
};

export type TestDatabase = AsyncDisposable & Made;

export type TestClock = Clock & { at: number };

/** The server that the suite runs on, null for PGlite. */
export const serverUrl = inject('serverUrl');
export const storeName = serverUrl === null ? 'PGlite' : 'PostgreSQL';

let shared: Promise<PGlite> | null = null;

/** Given back and empty. */
const free: Made[] = [];

export function testClock(at = Date.UTC(2026, 0, 5)): TestClock {
  return {
    at,
    now() {
      return this.at;
    },
  };
}

export async function testDatabase(): Promise<TestDatabase> {
  const made = free.pop() ?? (await make());
  // On PGlite all share one connection.
  await made.asOwner(`set search_path to ${made.schema}; select 1`);
  return {
    ...made,
    async [Symbol.asyncDispose]() {
      await empty(made);
      free.push(made);
    },
  };
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

function make(): Promise<Made> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  return serverUrl === null ? onPGlite(schema) : onServer(serverUrl, schema);
}

/** Of every row, by whatever tables there are. */
async function empty({ schema, asOwner }: Made): Promise<void> {
  const tables = await asOwner(`
    select string_agg(format('%I.%I', schemaname, tablename), ', ') as names from pg_tables
    where schemaname = '${schema}' and tablename not like 'kysely%'`);
  await asOwner(`truncate ${tables[0]?.['names']} restart identity; select 1`);
}

async function onPGlite(schema: string): Promise<Made> {
  shared ??= databaseImage().then((image) => PGlite.create({ loadDataDir: image }));
  const pglite = await shared;
  await pglite.exec(`reset role; create schema ${schema}`);
  const database = await openPGlite(pglite, schema, async () => {});
  const asOwner = async (text: string) => {
    await pglite.exec('reset role');
    const results = await pglite.exec(text);
    await pglite.exec('set role rapport_app');
    return results.at(-1)?.rows ?? [];
  };
  return { database, schema, asOwner };
}

async function onServer(url: string, schema: string): Promise<Made> {
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
  };
}
