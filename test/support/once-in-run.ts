/** What takes seconds to make and is only read later on: made by the first of a run that needs it, for all of them. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

const patienceMs = 300_000;
const lookEveryMs = 50;

/** @param make puts what it makes at the path that it is given, and answers with what JSON can hold of it. */
export async function onceInRun<T>(name: string, make: (at: string) => Promise<T>): Promise<T> {
  const at = path.join(inject('runFolder'), name);
  const told = `${at}.json`;
  if (await isFirst(`${at}.begun`)) {
    const made = await make(at);
    await writeFile(`${told}.part`, JSON.stringify(made));
    await rename(`${told}.part`, told);
    return made;
  }
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += lookEveryMs) {
    const text = await readFile(told, 'utf8').catch((error: unknown) => known(error, 'ENOENT'));
    // Written by ourselves, from the same type.
    if (text !== null) return JSON.parse(text) as T;
    await sleep(lookEveryMs);
  }
  throw new Error(`${name} was begun by another test file and not finished: that one says why`);
}

async function isFirst(claim: string): Promise<boolean> {
  const made = await mkdir(claim).catch((error: unknown) => known(error, 'EEXIST'));
  return made !== null;
}

function known(error: unknown, code: string): null {
  if (error instanceof Error && 'code' in error && error.code === code) return null;
  throw error;
}
