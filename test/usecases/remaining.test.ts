import { expect, test } from 'vitest';
import { remainingOf } from '../../src/usecases/remaining.ts';
import type { BackfillProgress } from '../../src/usecases/store.ts';

const step = (type: 'contacts' | 'emails', records: number, done: boolean) => ({
  type,
  after: null,
  listed: null,
  below: null,
  expected: null,
  done,
  records,
});
const idle = { records: 0, contacts: 0 };

function reading(of: Partial<BackfillProgress>): BackfillProgress {
  return { startedAt: 0, finishedAt: null, steps: [], contacts: 0, assessed: 0, ...of };
}

test('a portal that was read and has nothing waiting has nothing left', () => {
  expect(remainingOf(reading({ finishedAt: 9, contacts: 5000 }), idle)).toBeNull();
  expect(remainingOf(null, idle)).toBeNull();
});

test('what is left of a hundred thousand contacts takes what ten calls a second need for reading and writing them', () => {
  const backfill = reading({
    contacts: 100_000,
    steps: [step('contacts', 40_000, false), step('emails', 0, true)],
  });
  expect(remainingOf(backfill, idle)).toEqual({ ms: 160_000, isWhole: true });
});

test('while a type of unknown size is being read it is only the least that it takes', () => {
  const backfill = reading({
    contacts: 1000,
    steps: [step('contacts', 1000, true), step('emails', 300, false)],
  });
  expect(remainingOf(backfill, idle)).toEqual({ ms: 1100, isWhole: false });
});

test('after the reading, what waits is what is left', () => {
  expect(remainingOf(reading({ finishedAt: 9 }), { records: 250, contacts: 1000 })).toEqual({
    ms: 1300,
    isWhole: true,
  });
});
