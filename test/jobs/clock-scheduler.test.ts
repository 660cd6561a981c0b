import { expect, test } from 'vitest';
import { createClockScheduler } from '../../src/jobs/clock-scheduler.ts';
import { testClock } from '../support/database.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

function world() {
  const clock = testClock(Date.UTC(2026, 0, 5, 0, 0, 30));
  const reported: unknown[] = [];
  const ticks: string[] = [];
  // Looks only when told: no timing in the test.
  const scheduler = createClockScheduler({
    clock,
    lookEveryMs: day,
    report: (error) => reported.push(error),
  });
  scheduler.every('often', '*/5 * * * *', async () => void ticks.push('often'));
  scheduler.every('nightly', '0 3 * * *', async () => void ticks.push('nightly'));
  return { clock, scheduler, ticks, reported };
}

test('ticks when a due time has passed, and not before', async () => {
  const { clock, scheduler, ticks } = world();
  clock.at += 4 * minute;
  await scheduler.look();
  expect(ticks).toEqual([]);
  clock.at += minute;
  await scheduler.look();
  await scheduler.look();
  expect(ticks).toEqual(['often']);
  await scheduler.stop();
});

test('a jump over many due times ticks each schedule once', async () => {
  const { clock, scheduler, ticks } = world();
  clock.at += 400 * day;
  await scheduler.look();
  expect(ticks.sort()).toEqual(['nightly', 'often']);
  await scheduler.stop();
});

test('a clock set back ticks at the next due time from there', async () => {
  const { clock, scheduler, ticks } = world();
  clock.at -= day;
  await scheduler.look();
  expect(ticks).toEqual([]);
  clock.at += 5 * minute;
  await scheduler.look();
  expect(ticks).toEqual(['often']);
  await scheduler.stop();
});

test('a tick that fails is reported and the others go on', async () => {
  const { clock, scheduler, ticks, reported } = world();
  scheduler.every('broken', '* * * * *', async () => {
    throw new Error('broken');
  });
  scheduler.every('last', '* * * * *', async () => void ticks.push('last'));
  clock.at += minute;
  await scheduler.look();
  expect(ticks).toEqual(['last']);
  expect(reported).toEqual([new Error('broken')]);
  await scheduler.stop();
});
