import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from '../../src/db/folder-lock.ts';

/** Above the largest process id Linux gives. */
const dead = '4194999 1 x';

async function tempFolder(lock?: string) {
  const path = await mkdtemp(join(tmpdir(), 'rapport-lock-'));
  if (lock !== undefined) await writeFile(join(path, 'lock-3'), lock);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

test('a folder is held by one, and free again after the release', async () => {
  await using folder = await tempFolder();
  const lock = await lockFolder(folder.path);
  await expect(lockFolder(folder.path)).rejects.toMatchObject({ failure: 'folder-locked' });
  await lock.release();
  const second = await lockFolder(folder.path);
  await lock.release();
  await expect(lockFolder(folder.path)).rejects.toMatchObject({ failure: 'folder-locked' });
  await second.release();
  expect(await readdir(folder.path)).toEqual(['lock-2']);
});

test.each([
  ['a dead process', dead],
  ['nobody, as a crash of the disk may leave it', ''],
])('the lock of %s is taken over', async (_whose, content) => {
  await using folder = await tempFolder(content);
  const lock = await lockFolder(folder.path);
  expect(await readdir(folder.path)).toEqual(['lock-4']);
  expect(await readFile(join(folder.path, 'lock-4'), 'utf8')).toContain(`${process.pid} `);
  await lock.release();
});

test.runIf(process.platform === 'linux')(
  'so is that of a process whose id now belongs to another',
  async () => {
    await using folder = await tempFolder(`${process.pid} 1 x`);
    await (await lockFolder(folder.path)).release();
  },
);

test('of many who find a dead lock at the same time one gets the folder', async () => {
  for (let round = 0; round < 20; round++) {
    await using folder = await tempFolder(dead);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder.path)));
    expect(tries.filter((one) => one.status === 'fulfilled').length).toBe(1);
    for (const one of tries) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ failure: 'folder-locked' });
    }
    expect(await readdir(folder.path)).toEqual(['lock-4']);
  }
});

test('a folder that cannot be made is named in a sentence', async () => {
  await using folder = await tempFolder();
  const file = join(folder.path, 'file');
  await writeFile(file, '');
  await expect(lockFolder(join(file, 'below'))).rejects.toMatchObject({ failure: 'folder-unusable' });
});
