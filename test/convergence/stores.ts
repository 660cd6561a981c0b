/** Stores for lives: folders copied from one that was made once, since making one takes longer than a life; or schemas. */
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../src/db/open-database.ts';
import type { ServiceStore } from './service-store.ts';

export type StoreMaker = AsyncDisposable & {
  /** An empty store: a schema on the server where there is one, else a folder. */
  make(): Promise<ServiceStore>;
};

/** Everything made is removed in the end. @param serverUrl null for the embedded database. */
export async function makeStores(serverUrl: string | null): Promise<StoreMaker> {
  return serverUrl === null ? makeFolders() : makeSchemas(serverUrl);
}

async function makeFolders(): Promise<StoreMaker> {
  const home = await mkdtemp(path.join(tmpdir(), 'rapport-converge-'));
  const template = path.join(home, 'template');
  await (await openDatabase({ kind: 'folder', path: template })).close();
  let made = 0;
  return {
    async make() {
      made += 1;
      const copy = path.join(home, String(made));
      await cp(template, copy, { recursive: true });
      return { kind: 'folder', path: copy };
    },
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  };
}

function makeSchemas(url: string): StoreMaker {
  const schemas: string[] = [];
  return {
    async make() {
      const schema = `converge_${randomBytes(6).toString('hex')}`;
      schemas.push(schema, `${schema}_jobs`);
      return { kind: 'server', url, schema, poolSize: 6 };
    },
    [Symbol.asyncDispose]: () => dropSchemas(url, schemas),
  };
}

async function dropSchemas(url: string, schemas: readonly string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  for (const schema of schemas) await owner.query(`drop schema if exists ${schema} cascade`);
  await owner.end();
}
