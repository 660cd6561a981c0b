/** Which changes of the schema a server still waits for, without making any. */
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { migrations } from './migrations.ts';
import { StoreError } from './store-error.ts';

/** Throws `StoreError` when the server cannot be reached. */
export async function pendingMigrations(url: string, schema: string): Promise<readonly string[]> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    options: `-c search_path=${schema}`,
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', () => undefined);
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db: kysely,
      provider: { getMigrations: async () => ({ ...migrations }) },
      migrationTableSchema: schema,
    });
    const all = await migrator.getMigrations();
    return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  } catch (cause) {
    throw new StoreError(
      'Cannot reach PostgreSQL at DATABASE_URL. Check the address, the password and that it runs.',
      { failure: 'unreachable', cause },
    );
  } finally {
    await kysely.destroy();
  }
}
