import { expect, test } from 'vitest';
import { groupCommit } from '../../src/db/group-commit.ts';

const limits = { lanes: 1, most: 10, mostWeight: 100 };

/** A store whose writes end when they are told to. */
function slowStore() {
  const writes: { items: readonly string[]; end: (error?: Error) => void }[] = [];
  const write = (items: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      writes.push({ items, end: (error) => (error === undefined ? resolve() : reject(error)) });
    });
  return { writes, write };
}

const how = (write: (items: readonly string[]) => Promise<void>) => ({
  write,
  weightOf: (item: string) => item.length,
  isItemsFault: (error: unknown) => error instanceof Error && error.message.startsWith('bad'),
});

/** Everything that can go on without the store has gone on. */
const quiet = () => new Promise((resolve) => setImmediate(resolve));

test('what arrives in one turn of the event loop goes into one write', async () => {
  const { writes, write } = slowStore();
  const keep = groupCommit(how(write), limits);
  for (const item of ['a', 'b', 'c']) void keep(item);
  await quiet();
  expect(writes.map(({ items }) => items)).toEqual([['a', 'b', 'c']]);
});

test('what arrives during a write goes into the next one, and nobody is told before it stands', async () => {
  const { writes, write } = slowStore();
  const keep = groupCommit(how(write), limits);
  const kept: string[] = [];
  for (const item of ['a', 'b', 'c']) {
    void keep(item).then(() => kept.push(item));
    await quiet();
  }
  expect(writes.map(({ items }) => items)).toEqual([['a']]);
  expect(kept).toEqual([]);
  writes[0]?.end();
  await quiet();
  expect(kept).toEqual(['a']);
  expect(writes[1]?.items).toEqual(['b', 'c']);
  writes[1]?.end();
  await quiet();
  expect(kept).toEqual(['a', 'b', 'c']);
});

test('a write takes so many items, and no more than weigh so much together, but at least one', async () => {
  const { writes, write } = slowStore();
  const keep = groupCommit(how(write), limits);
  const all = [
    'first',
    ...Array.from({ length: 12 }, () => 'x'),
    'y'.repeat(60),
    'z'.repeat(60),
    'w'.repeat(200),
  ];
  const keeping = Promise.all(all.map(keep));
  for (let place = 0; place < 5; place += 1) {
    await quiet();
    writes[place]?.end();
  }
  await keeping;
  expect(writes.map(({ items }) => items.length)).toEqual([10, 4, 1, 1]);
});

/** Refuses what holds a bad item, and everything while it is down; tells how often it was asked. */
function pickyStore(down?: string) {
  const written: string[] = [];
  const asked: string[][] = [];
  const write = async (items: readonly string[]) => {
    asked.push([...items]);
    if (down !== undefined) throw new Error(down);
    if (items.includes('bad')) throw new Error('bad item');
    written.push(...items);
  };
  return { written, asked, write };
}

test('an item that cannot be written fails alone', async () => {
  const { written, write } = pickyStore();
  const outcomes = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(groupCommit(how(write), limits)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(written).toEqual(['a', 'b', 'c']);
});

test('while the store is down it is asked once for all, and each hears of it', async () => {
  const { asked, write } = pickyStore('connection refused');
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map(groupCommit(how(write), limits)));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(asked).toEqual([['a', 'b', 'c']]);
});
