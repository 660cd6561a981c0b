import { expect, test } from 'vitest';
import { serverUrl, storeName } from '../support/database.ts';
import { liveThrough } from './live-through.ts';
import { makeStores } from './stores.ts';

/** More of them, and other ones: `npm run converge`. */
const seeds = [1, 2];

test(`after random lives the portals say what a fresh install on them would say, on ${storeName}`, {
  timeout: 900_000,
}, async () => {
  await using stores = await makeStores(serverUrl);
  const { lives, errors } = await liveThrough({ seeds, stores, steps: 15, lost: 0, words: 0 });
  expect(lives.map(({ seed, differences }) => ({ seed, differences }))).toEqual(
    seeds.map((seed) => ({ seed, differences: [] })),
  );
  expect(errors).toEqual([]);
});
