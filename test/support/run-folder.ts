/** What one run of the suite has for itself: a folder and, on PostgreSQL, a database; both are gone when it ends. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** For what is made once and used by many files. */
    readonly runFolder: string;
    /** Where the suite runs on PostgreSQL, else null. */
    readonly serverUrl: string | null;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL_TEST } = process.env;
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-run-'));
  const server = DATABASE_URL_TEST === undefined ? null : await ownDatabase(DATABASE_URL_TEST);
  project.provide('runFolder', folder);
  project.provide('serverUrl', server?.url ?? null);
  return async () => {
    await rm(folder, { recursive: true });
    await server?.drop();
  };
}

async function ownDatabase(given: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `rapport_run_${randomBytes(6).toString('hex')}`;
  await asked(given, `create database ${name}`);
  // Nothing here outlives the run, so no commit needs to wait for the disk.
  await asked(given, `alter database ${name} set synchronous_commit = off`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asked(given, `drop database ${name} with (force)`) };
}

async function asked(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
