import { expect, test } from 'vitest';
import { ofWholeDays } from '../../../src/relationship/vitality/whole-days.ts';

test('a function of whole days is asked once for each number of days', () => {
  const asked: number[] = [];
  const squared = ofWholeDays((days) => {
    asked.push(days);
    return days * days;
  });
  expect([squared(3), squared(3), squared(4)]).toEqual([9, 9, 16]);
  expect(asked).toEqual([3, 4]);
});

test('what is no whole number of days, or a very long time, is computed', () => {
  const halved = ofWholeDays((days) => days / 2);
  for (const days of [0.5, -1, 1e6, Number.POSITIVE_INFINITY]) expect(halved(days)).toBe(days / 2);
});
