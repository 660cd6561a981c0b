/** A schema of our own on the PostgreSQL that DATABASE_URL_TEST names, gone when the benchmark ends. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../src/db/open-database.ts';

export type OwnSchema = AsyncDisposable & {
  readonly url: string;
  readonly schema: string;
  /** As the owner, past the wall between portals. */
  query(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
};

/** Brought up to date. @throws when no PostgreSQL is named. */
export async function ownSchema(): Promise<OwnSchema> {
  const { DATABASE_URL_TEST: url } = process.env;
  if (url === undefined) {
    throw new Error('This benchmark needs PostgreSQL: set DATABASE_URL_TEST to one that may be written to.');
  }
  const schema = `bench_${randomBytes(5).toString('hex')}`;
  const owner = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` });
  await owner.connect();
  await owner.query(`create schema ${schema}`);
  await (await openDatabase({ kind: 'server', url, schema })).close();
  return {
    url,
    schema,
    query: async (text, values) => (await owner.query(text, values === undefined ? [] : [...values])).rows,
    async [Symbol.asyncDispose]() {
      for (const name of [schema, `${schema}_jobs`])
        await owner.query(`drop schema if exists ${name} cascade`);
      await owner.end();
    },
  };
}
