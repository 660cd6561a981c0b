/** An embedded database that is up to date already, for those who begin with it: loading takes a moment, making seconds. */
import { readFile, writeFile } from 'node:fs/promises';
import { openDatabase } from '../../src/db/open-database.ts';
import { createJobs } from '../../src/jobs/create-jobs.ts';
import { onceInRun } from './once-in-run.ts';

let loaded: Promise<Blob> | null = null;

export function databaseImage(): Promise<Blob> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Blob> {
  const file = await onceInRun('database.tar', async (at) => {
    await writeFile(at, await dump());
    return at;
  });
  return new Blob([await readFile(file)]);
}

async function dump(): Promise<Buffer> {
  const database = await openDatabase({ kind: 'memory' });
  const { home } = database;
  if (home.kind !== 'embedded') throw new Error('A database in memory is an embedded one');
  const jobs = createJobs({ home, report: (error) => Promise.reject(error) });
  await jobs.start(null);
  await jobs.stop();
  const image = await home.pglite.dumpDataDir('none');
  await database.close();
  return Buffer.from(await image.arrayBuffer());
}
