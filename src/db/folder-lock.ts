/**
 * One process per database folder. PGlite does not notice a second process on its folder and both write diverging
 * logs, so the folder carries lock files `lock-<n>` with the holder's process id and start time; the start time tells a
 * holder that died from another process that was given its id, as happens whenever a container restarts.
 *
 * The highest number counts. Who finds its holder dead, or the word `free`, claims the next number by linking a finished
 * file to that name, which only one can do, and is the holder if no higher number stands then. A number is removed only
 * under a higher one, so a starter who looked long ago and claims a number that is free again sees that it lost.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from './store-error.ts';

export type FolderLock = { release(): Promise<void> };

const free = 'free';

/** Throws `StoreError` (folder-locked) while another live process holds the folder. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const mine = `${process.pid} ${await startOf(process.pid)} ${randomUUID()}`;
  const draft = join(folder, `draft-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, mine);
  } catch (cause) {
    throw new StoreError(`Cannot write to the folder ${folder}. Choose a folder that can be written to.`, {
      failure: 'folder-unusable',
      cause,
    });
  }
  try {
    const number = await claim(folder, draft);
    return { release: () => release(folder, number, mine) };
  } finally {
    await rm(draft);
  }
}

async function claim(folder: string, draft: string): Promise<number> {
  for (;;) {
    const numbers = await numbersIn(folder);
    const highest = Math.max(0, ...numbers);
    const holder = await readOrNull(pathOf(folder, highest));
    if (holder !== null && (await isAlive(holder))) throw held(folder, holder);
    const number = highest + 1;
    if (!(await linked(draft, pathOf(folder, number)))) continue;
    if (Math.max(...(await numbersIn(folder))) === number) {
      for (const old of numbers) await rm(pathOf(folder, old), { force: true });
      return number;
    }
    await rm(pathOf(folder, number), { force: true });
  }
}

/** The number stays, so that it is not claimed a second time by somebody who looked before. */
async function release(folder: string, number: number, mine: string): Promise<void> {
  const path = pathOf(folder, number);
  if ((await readOrNull(path)) !== mine) return;
  const draft = join(folder, `draft-${randomUUID()}`);
  await writeFile(draft, free);
  await rename(draft, path);
}

function held(folder: string, holder: string): StoreError {
  const [pid] = holder.split(' ');
  return new StoreError(
    `The folder ${folder} is in use by process ${pid}. Stop that process or choose another folder.`,
    { failure: 'folder-locked' },
  );
}

function pathOf(folder: string, number: number): string {
  return join(folder, `lock-${number}`);
}

async function numbersIn(folder: string): Promise<readonly number[]> {
  return (await readdir(folder)).flatMap((name) => (/^lock-\d+$/.test(name) ? [Number(name.slice(5))] : []));
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isAlive(holder: string): Promise<boolean> {
  const [pidText = '', start = ''] = holder.split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (codeOf(error) === 'ESRCH') return false;
  }
  return start === (await startOf(pid));
}

/** Clock ticks between boot and the start of the process (field 22 of proc(5) stat); '-' where there is no /proc. */
async function startOf(pid: number): Promise<string> {
  const stat = await readOrNull(`/proc/${pid}/stat`);
  // The name in field 2 may hold blanks, so count from its closing parenthesis.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
