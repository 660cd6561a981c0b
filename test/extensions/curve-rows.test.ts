import { curveRows } from '@rapport/shared/curve-rows.ts';
import { expect, test } from 'vitest';

const day = 86_400_000;
const from = Date.parse('2026-07-01T00:00:00Z');
const curve = {
  from: '2026-07-01T00:00:00.000Z',
  points: [
    [0, 80],
    [10, 60],
    [20, 45],
    [30, 30],
  ],
} as const;

const partsOf = (now: number, holdsUntil: number | null) =>
  curveRows(curve, now, holdsUntil).map(({ day: at, part }) => [(at - from) / day, part]);

test('a curve has a line so far, one while the stage holds, and one beyond, each beginning where the last ends', () => {
  expect(partsOf(from + 10 * day, from + 20 * day)).toEqual([
    [0, 'past'],
    [10, 'past'],
    [10, 'ahead'],
    [20, 'ahead'],
    [20, 'beyond'],
    [30, 'beyond'],
  ]);
});

test('where silence alone changes nothing, nothing is beyond', () => {
  expect(partsOf(from, null).filter(([, part]) => part === 'beyond')).toEqual([]);
});

test('a card that was left open past its horizon has only a past', () => {
  expect(new Set(partsOf(from + 99 * day, from + 20 * day).map(([, part]) => part))).toEqual(
    new Set(['past']),
  );
});
