import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewest, hideSmall } from '../../src/usecases/hide-small.ts';

test('one to four are hidden, nobody and many are shown', () => {
  expect(hideSmall([0, 1, 4, 5, 200])).toEqual([0, null, null, 5, 200]);
});

test('a single small number takes the next one with it, so that the sum does not give it away', () => {
  expect(hideSmall([3, 9, 70, 0])).toEqual([null, null, 70, 0]);
  expect(hideSmall([3])).toEqual([null]);
});

test('from what is shown and the sum no hidden number can be told', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (cells) => {
      const shown = hideSmall(cells);
      const hidden = shown.filter((cell) => cell === null).length;
      const filled = cells.filter((cell) => cell > 0).length;
      expect(hidden === 1 && filled > 1).toBe(false);
      for (const [at, cell] of shown.entries()) {
        if (cell !== null) expect([cell, cell === 0 || cell >= fewest]).toEqual([cells[at], true]);
      }
    }),
  );
});
