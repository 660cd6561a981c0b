import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/sandbox/story/random.ts';

test('neighbouring seeds begin differently', () => {
  const first = Array.from({ length: 1000 }, (_, seed) => createRandom(seed).next());
  expect(new Set(first).size).toBe(1000);
  const mean = first.reduce((sum, value) => sum + value, 0) / 1000;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
});

test('a whole number stays within its bounds, both of which occur', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 0, max: 3 }),
      (seed, least, width) => {
        const random = createRandom(seed);
        const drawn = new Set(Array.from({ length: 200 }, () => random.int(least, least + width)));
        expect([...drawn].every((value) => value >= least && value <= least + width)).toBe(true);
        expect(drawn.size).toBe(width + 1);
      },
    ),
  );
});

test('the same seed draws the same', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [one, other] = [createRandom(seed), createRandom(seed)];
      for (let index = 0; index < 20; index++) expect(one.next()).toBe(other.next());
    }),
  );
});

test('a gap is at least half of the usual one and at most its double', () => {
  const random = createRandom(5);
  const gaps = Array.from({ length: 2000 }, () => random.gap(10));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(20);
});
