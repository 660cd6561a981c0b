import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insert, median, middleOf } from '../../../src/relationship/stage/median.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40, size: 'max' });

test('numbers put in as they come stand in ascending order', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const sorted: number[] = [];
      for (const value of values) insert(sorted, value);
      expect(sorted).toEqual(values.toSorted((a, b) => a - b));
    }),
  );
});

test('the middle of an even count is the mean of the two in the middle', () => {
  expect(middleOf([1, 2, 4, 9])).toBe(3);
  expect(median([9, 1, 4])).toBe(4);
});

test('nothing has no middle', () => {
  expect(middleOf([])).toBeNaN();
});
