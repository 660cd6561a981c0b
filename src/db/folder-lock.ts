/**
 * One process per database folder. PGlite does not notice a second process on its folder and both write diverging
 * logs, so the folder carries a lock file with the holder's process id and start time; the start time tells a holder
 * that died from another process that was given its id, as happens whenever a container restarts.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from './store-error.ts';

export type FolderLock = { release(): Promise<void> };

/** Throws `StoreError` (folder-locked) while another live process holds the folder. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new StoreError(`Cannot create the folder ${folder}. Choose a folder that can be written to.`, {
      failure: 'folder-unusable',
      cause,
    });
  });
  const path = join(folder, 'lock');
  const mine = `${process.pid} ${await startOf(process.pid)} ${randomUUID()}`;
  // Two rounds: the second after a dead holder's lock was put aside.
  for (let round = 0; round < 2; round++) {
    if (await created(path, mine, folder)) return { release: () => releaseIf(path, mine) };
    const holder = await readOrNull(path);
    if (holder !== null) {
      if (await isAlive(holder)) break;
      await putAside(path, holder);
    }
  }
  const [pid] = ((await readOrNull(path)) ?? '?').split(' ');
  throw new StoreError(
    `The folder ${folder} is in use by process ${pid}. Stop that process or choose another folder.`,
    { failure: 'folder-locked' },
  );
}

async function created(path: string, content: string, folder: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new StoreError(`Cannot write to the folder ${folder}. Choose a folder that can be written to.`, {
      failure: 'folder-unusable',
      cause: error,
    });
  }
}

/** A lock that another starter took between our look and our rename is put back. */
async function putAside(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readOrNull(aside)) !== dead) await link(aside, path);
  await rm(aside);
}

async function releaseIf(path: string, mine: string): Promise<void> {
  if ((await readOrNull(path)) === mine) await rm(path);
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
