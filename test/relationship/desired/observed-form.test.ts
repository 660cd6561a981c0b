import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultDesiredSettings } from '../../../src/relationship/desired/desired-settings.ts';
import { axes, observedForm } from '../../../src/relationship/desired/observed-form.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import { readTimeline } from '../../../src/relationship/signal/timeline.ts';
import { anySignal } from '../guardrails/any-standing.ts';
import {
  complaint,
  daysAgo,
  now,
  optOut,
  order,
  ourCall,
  ours,
  theirs,
} from '../guardrails/standing-fixture.ts';

const form = (signals: readonly Signal[], captive = false) =>
  observedForm(readTimeline(signals, defaultSettings, now), captive, defaultDesiredSettings, now);

test('valence is the share of good acts among good and bad ones', () => {
  const signals = [order(daysAgo(40)), order(daysAgo(30)), order(daysAgo(20)), complaint(daysAgo(10))];
  expect(form(signals).valence).toEqual({ value: 0.75, evidence: 4 });
});

test('an opt-out is a bad act', () => {
  expect(form([optOut(daysAgo(3))]).valence).toEqual({ value: 0, evidence: 1 });
});

test('intensity is touches of ninety days against the fullest of twelve', () => {
  const recent = [1, 2, 3].map((days) => theirs(daysAgo(days)));
  expect(form([theirs(daysAgo(200)), ...recent]).intensity).toEqual({ value: 0.25, evidence: 3 });
});

test('voluntariness is the share of touches that the customer began; who is captive has none', () => {
  const signals = [theirs(daysAgo(9)), ourCall(daysAgo(8), 300)];
  expect(form(signals).voluntariness).toEqual({ value: 0.5, evidence: 2 });
  expect(form(signals, true).voluntariness).toEqual({ value: 0, evidence: 2 });
});

test('duration grows from the first touch and is full after three years', () => {
  expect(form([theirs(daysAgo(1095))]).duration.value).toBeCloseTo(1, 12);
  expect(form([theirs(now)]).duration.value).toBe(0);
});

test('formality is the share of acts under a contract among those and talk', () => {
  expect(form([order(daysAgo(9)), theirs(daysAgo(8)), theirs(daysAgo(7))]).formality).toEqual({
    value: 1 / 3,
    evidence: 3,
  });
});

test('symmetry is full when both write alike, and empty when only we write', () => {
  expect(form([theirs(daysAgo(9)), ours(daysAgo(8))]).symmetry).toEqual({ value: 1, evidence: 2 });
  expect(form([ours(daysAgo(9)), ours(daysAgo(8))]).symmetry).toEqual({ value: 0, evidence: 2 });
});

test('without evidence an axis says nothing', () => {
  for (const axis of axes) expect(form([])[axis]).toEqual({ value: null, evidence: 0 });
});

test('every axis lies between its poles, whatever the signals and the settings', () => {
  const odd = fc.constantFrom(Number.NaN, 0, -1, Number.POSITIVE_INFINITY, 90);
  const settings = fc.record({ intenseTouches: odd, observedDays: odd, longDays: odd });
  const time = fc.constantFrom(now, 0, Number.NaN, Number.POSITIVE_INFINITY);
  fc.assert(
    fc.property(
      fc.array(anySignal, { size: 'max', maxLength: 30 }),
      fc.boolean(),
      settings,
      time,
      (signals, captive, own, at) => {
        const timeline = readTimeline(signals, defaultSettings, now);
        const observed = observedForm(timeline, captive, { ...defaultDesiredSettings, ...own }, at);
        for (const axis of axes) {
          const { value, evidence } = observed[axis];
          expect(Number.isInteger(evidence)).toBe(true);
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 500 },
  );
});
