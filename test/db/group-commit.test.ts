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

/** Everything that can go on without the store has gone on. */
const quiet = () => new Promise((resolve) => setImmediate(resolve));

test('what arrives in one turn of the event loop goes into one write', async () => {
  const { writes, write } = slowStore();
  const keep = groupCommit(write, limits, (item) => item.length);
  for (const item of ['a', 'b', 'c']) void keep(item);
  await quiet();
  expect(writes.map(({ items }) => items)).toEqual([['a', 'b', 'c']]);
});

test('what arrives during a write goes into the next one, and nobody is told before it stands', async () => {
  const { writes, write } = slowStore();
  const keep = groupCommit(write, limits, (item) => item.length);
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
  const keep = groupCommit(write, limits, (item) => item.length);
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

test('an item that cannot be written fails alone', async () => {
  const written: string[] = [];
  const keep = groupCommit(
    async (items: readonly string[]) => {
      if (items.includes('bad')) throw new Error('it is bad');
      written.push(...items);
    },
    limits,
    (item) => item.length,
  );
  const outcomes = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(keep));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(written).toEqual(['a', 'b', 'c']);
});
