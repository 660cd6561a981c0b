import { expect, test } from 'vitest';
import { backtest } from '../../../src/relationship/backtest/backtest.ts';
import { auc, calibrationError, logLoss, quantile } from '../../../src/relationship/backtest/measures.ts';
import { alarmFigures } from '../../../src/relationship/backtest/silences.ts';
import { wilson } from '../../../src/relationship/backtest/wilson.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import { ordinaryPortal, portalHistories } from '../fit/portals.ts';

const msPerDay = 86_400_000;

const order = (day: number): Signal => ({
  id: `o${day}`,
  source: `orders:${day}`,
  at: day * msPerDay,
  kind: 'order',
  by: 'customer',
  channel: 'order',
  facts: { amount: 10 },
});

const histories = portalHistories({ ...ordinaryPortal, contacts: 300 }).map((days) =>
  days.map((d) => order(d.day)),
);
const asOf = 18_000 + ordinaryPortal.days;
const input = { histories, settings: defaultSettings, asOf, horizonDays: 90 };

function done(result: ReturnType<typeof backtest>) {
  if (result.kind !== 'done') throw new Error(`expected a result, got ${JSON.stringify(result)}`);
  return result;
}

test('every outcome is counted once, and stages, flights and everybody agree', () => {
  const result = done(backtest(input));
  const n = result.stages.reduce((sum, { returned }) => sum + returned.n, 0);
  const hits = result.stages.reduce((sum, { returned }) => sum + returned.hits, 0);
  expect(n).toBe(result.outcomes);
  expect({ n, hits }).toEqual({ n: result.baseRate.n, hits: result.baseRate.hits });
  expect(result.flights.reduce((sum, { returned }) => sum + returned.n, 0)).toBe(n);
});

test('who is said to stay returns more often than who is said to go', () => {
  const [together, apart] = done(backtest(input)).flights;
  expect(together?.flight).toBe('coming_together');
  expect(together?.returned.low).toBeGreaterThan(apart?.returned.high ?? 1);
});

test('what comes after the last known outcome changes nothing', () => {
  const later = histories.map((signals, i) => [...signals, order(asOf + 1 + (i % 60))]);
  expect(backtest({ ...input, histories: later })).toEqual(backtest(input));
});

test('what happens inside an outcome changes the outcome and nothing that was said', () => {
  const [latest = 0] = done(backtest(input)).cutoffs;
  const revived = histories.map((signals) => [...signals, order(latest + 45)]);
  const options = { maxCutoffs: 1 };
  const before = done(backtest({ ...input, options }));
  const after = done(backtest({ ...input, histories: revived, options }));
  expect(after.stages.map((s) => [s.stage, s.returned.n])).toEqual(
    before.stages.map((s) => [s.stage, s.returned.n]),
  );
  expect(after.baseRate.share).toBe(1);
  expect(before.baseRate.share).toBeLessThan(0.8);
});

test('below a hundred outcomes nothing is claimed', () => {
  const result = backtest({ ...input, histories: histories.slice(0, 8) });
  expect(result).toMatchObject({ kind: 'too-little-data', needed: 100 });
});

test('an empty portal is too little data, not a failure', () => {
  expect(backtest({ ...input, histories: [] })).toEqual({
    kind: 'too-little-data',
    outcomes: 0,
    needed: 100,
  });
});

test('progress only grows and ends at one', () => {
  const heard: number[] = [];
  backtest(input, (share) => heard.push(share));
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  expect(heard.at(-1)).toBe(1);
  expect(heard.length).toBeGreaterThan(3);
});

test('the Wilson interval of 8 in 10 is the published one', () => {
  // Newcombe (1998), method 3; 8/10 gives .4902 to .9433.
  const { low, high } = wilson(8, 10);
  expect(low).toBeCloseTo(0.4902, 3);
  expect(high).toBeCloseTo(0.9433, 3);
  expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 });
});

test('alarms are false when the contact came back after the flag, and the plain cutoff costs the same', () => {
  const silences = [
    ...[10, 20, 30, 40].map((returnedAfter) => ({ returnedAfter, flaggedAfter: null })),
    { returnedAfter: 60, flaggedAfter: 50 },
    { returnedAfter: 60, flaggedAfter: 60 },
    { returnedAfter: null, flaggedAfter: 15 },
    { returnedAfter: null, flaggedAfter: 25 },
    { returnedAfter: null, flaggedAfter: null },
  ];
  expect(alarmFigures(silences)).toEqual({
    lost: 3,
    returned: 6,
    found: 2,
    falseAlarms: 1,
    medianDays: 25,
    cutoffDays: 60,
    leadDays: 35,
  });
});

test('ranking, surprise and calibration are what they are by hand', () => {
  const returned = [true, false, true, false];
  expect(auc([0.9, 0.1, 0.8, 0.2], returned)).toBe(1);
  expect(auc([0.5, 0.5, 0.5, 0.5], returned)).toBe(0.5);
  expect(auc([0.1, 0.9, 0.9, 0.2], returned)).toBe(0.375);
  expect(logLoss([0.5, 0.5, 0.5, 0.5], returned)).toBeCloseTo(Math.LN2, 12);
  expect(calibrationError([0.55, 0.55, 0.55, 0.55], returned)).toBeCloseTo(0.05, 12);
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
});
