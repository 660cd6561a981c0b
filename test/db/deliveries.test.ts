import { expect, test } from 'vitest';
import { storeName, testStore } from '../support/database.ts';

test(`a delivery that cannot be stored harms none that arrives with it (${storeName})`, async () => {
  await using opened = await testStore();
  const { deliveries } = opened.store;
  const bodies = ['[1]', '[2]\u0000', '[3]'];
  const outcomes = await Promise.allSettled(bodies.map((body) => deliveries.keep(body, 1)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await deliveries.take(9, 1)).map(({ body }) => body)).toEqual(['[1]', '[3]']);
});
