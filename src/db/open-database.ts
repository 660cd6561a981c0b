/**
 * Opens the store: a folder or memory by PGlite, or PostgreSQL 15+ by its URL; brings the schema up to date; and steps
 * down to a role that row-level security binds whenever the one we were given walks past it.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { type Connections, createDatabase, type Database, type Executor } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { migrations } from './migrations.ts';
import { StoreError } from './store-error.ts';
import { createUpkeep } from './upkeep.ts';

export type DatabasePlace =
  | { readonly kind: 'server'; readonly url: string; readonly schema?: string; readonly poolSize?: number }
  | { readonly kind: 'folder'; readonly path: string }
  /** `image`: what a database had stored when it was dumped, to begin with instead of nothing. */
  | { readonly kind: 'memory'; readonly image?: Blob };

const defaultSchema = 'rapport';
/** Owns nothing and bypasses nothing; created when the given role is a superuser or may bypass policies. */
const appRole = 'rapport_app';

/**
 * Throws `StoreError` with a sentence that says what to do. `report` is told of what goes wrong later and beside all work,
 * in the upkeep of an embedded database.
 */
export async function openDatabase(
  place: DatabasePlace,
  report: (error: unknown) => void = thrown,
): Promise<Database> {
  switch (place.kind) {
    case 'server':
      return openServer(place.url, place.schema ?? defaultSchema, place.poolSize ?? 10);
    case 'memory': {
      const { image } = place;
      const pglite = await PGlite.create(image === undefined ? {} : { loadDataDir: image });
      return openTended(pglite, report, async () => {});
    }
    case 'folder': {
      const lock = await lockFolder(place.path);
      try {
        const pglite = await openFolder(join(place.path, 'database'));
        return await openTended(pglite, report, lock.release);
      } catch (error) {
        await lock.release();
        throw error;
      }
    }
  }
}

async function openFolder(path: string): Promise<PGlite> {
  try {
    await mkdir(path, { recursive: true });
    return await PGlite.create(path);
  } catch (cause) {
    throw new StoreError(`Cannot open the database in ${path}. Restore a backup or choose another folder.`, {
      failure: 'folder-unusable',
      cause,
    });
  }
}

function thrown(error: unknown): never {
  throw error;
}

async function openTended(
  pglite: PGlite,
  report: (error: unknown) => void,
  closed: () => Promise<void>,
): Promise<Database> {
  const database = await openPGlite(pglite, defaultSchema, async () => {
    await upkeep.stop();
    await pglite.close();
    await closed();
  });
  const upkeep = createUpkeep(pglite, report);
  return database;
}

/** A schema on an instance that is running already; `close` decides what closing means for it. */
export async function openPGlite(
  pglite: PGlite,
  schema: string,
  close: () => Promise<void>,
): Promise<Database> {
  await pglite.exec(`reset role; set search_path to ${quoted(schema)}`);
  const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(kysely, schema);
  const role = await boundRole(kysely, schema);
  if (role !== null) {
    // The job queue creates its own schema on this one connection.
    await sql`do $$ begin execute format('grant create on database %I to %I', current_database(), ${sql.lit(role)}); end $$`.execute(
      kysely,
    );
    // Not on a server: PostgreSQL before 17 has no such right, and its autovacuum needs none.
    await pglite.exec(
      `grant maintain on all tables in schema ${quoted(schema)} to ${role}; grant pg_checkpoint to ${role}; set role ${role}`,
    );
  }
  return createDatabase({
    kysely,
    home: { kind: 'embedded', pglite },
    message: async (text) => (await pglite.exec(text)).at(-1)?.rows ?? [],
    transaction: (scope, work) =>
      kysely.transaction().execute(async (trx) => {
        await sql.raw(scope).execute(trx);
        return work(trx);
      }),
    close,
  });
}

async function openServer(url: string, schema: string, poolSize: number): Promise<Database> {
  const owner = poolOf(url, schema, null, 1);
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: owner }) });
  let role: string | null;
  try {
    await sql`select 1`.execute(kysely).catch((cause: unknown) => {
      throw new StoreError(
        'Cannot reach PostgreSQL at DATABASE_URL. Check the address, the password and that it runs.',
        { failure: 'unreachable', cause },
      );
    });
    await migrate(kysely, schema);
    role = await boundRole(kysely, schema);
  } finally {
    await kysely.destroy();
  }
  const pool = poolOf(url, schema, role, poolSize);
  return createDatabase(serverConnections(pool, url));
}

function serverConnections(pool: pg.Pool, url: string): Connections {
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return {
    kysely,
    home: { kind: 'server', url },
    async message(text) {
      // Without parameters several statements travel as one message, and pg answers one result for each.
      const results: unknown = await pool.query(text);
      const last: unknown = Array.isArray(results) ? results.at(-1) : results;
      return hasRows(last) ? last.rows : [];
    },
    transaction: (scope, work) =>
      kysely.connection().execute(async (connection) => {
        await sql.raw(`begin; ${scope}`).execute(connection);
        return settled(connection, work);
      }),
    close: () => kysely.destroy(),
  };
}

async function settled<T>(connection: Executor, work: (trx: Executor) => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await work(connection);
  } catch (error) {
    // A broken connection cannot roll back and need not: the server has. The first error is the one to know.
    await sql`rollback`.execute(connection).catch(() => undefined);
    throw error;
  }
  await sql`commit`.execute(connection);
  return result;
}

function poolOf(url: string, schema: string, role: string | null, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: `-c search_path=${schema}${role === null ? '' : ` -c role=${role}`}`,
    connectionTimeoutMillis: 5_000,
    // A half-open connection gives up instead of holding a worker for ever.
    query_timeout: 60_000,
    keepAlive: true,
    types: {
      // int8 (20) and interval (1186) as PGlite gives them: number and text.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === 20 ? Number : oid === 1186 ? (text: string) => text : pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that the server closes is replaced on next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

async function migrate(kysely: Kysely<unknown>, schema: string): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => ({ ...migrations }) },
    // Named, or the migrator mistakes another schema's table for ours.
    migrationTableSchema: schema,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'before the first';
  throw new StoreError(
    `The database could not be brought up to date (migration ${failed}). Nothing was changed.`,
    {
      failure: 'migration-failed',
      cause: error,
    },
  );
}

/** The role to work as: null when the current one is bound by policies already. */
async function boundRole(kysely: Kysely<unknown>, schema: string): Promise<string | null> {
  const { rows } = await sql<{ free: boolean }>`
    select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`.execute(kysely);
  if (rows[0]?.free !== true) return null;
  await kysely.transaction().execute(async (trx) => {
    // Roles belong to the whole cluster: starters of several processes and schemas meet here.
    await sql`select pg_advisory_xact_lock(hashtextextended(${appRole}, 0))`.execute(trx);
    const known = await sql`select 1 from pg_roles where rolname = ${appRole}`.execute(trx);
    if (known.rows.length === 0) await sql.raw(`create role ${appRole} nologin`).execute(trx);
    for (const grant of [
      `usage on schema ${quoted(schema)}`,
      `select, insert, update, delete on all tables in schema ${quoted(schema)}`,
      `usage on all sequences in schema ${quoted(schema)}`,
    ]) {
      await sql.raw(`grant ${grant} to ${appRole}`).execute(trx);
    }
  });
  return appRole;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function hasRows(value: unknown): value is { rows: readonly Readonly<Record<string, unknown>>[] } {
  return typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows);
}
