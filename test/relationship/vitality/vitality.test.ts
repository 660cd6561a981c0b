import { expect, test } from 'vitest';
import { shippedModel } from '../../../src/relationship/portal-model.ts';
import { countersOf } from '../../../src/relationship/vitality/counters.ts';
import { bgChance, featuresOf } from '../../../src/relationship/vitality/features.ts';
import { logitOfMedian, vitality } from '../../../src/relationship/vitality/vitality.ts';

const cdnow = { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 };

const weekly = Array.from({ length: 20 }, (_, i) => ({
  day: 1000 + 7 * i,
  touches: 1,
  inbound: true,
  kinds: ['order' as const],
  trouble: 0,
  commitment: 1,
}));

test('the first customer of the published CDNOW sheet is alive with the published chance', () => {
  // Fader & Hardie, "Computing P(alive) using the BG/NBD model": x = 2, t_x = 30.43, T = 38.86 gives .7266. Over an
  // endless horizon whoever is alive comes back, so the chance of a return is the chance of being alive.
  const chance = bgChance({ n: 3, spanWeeks: 30.43 }, (38.86 - 30.43) * 7, cdnow, 1e60);
  expect(chance).toBeCloseTo(0.7266, 3);
});

test('a one-time buyer is never called dead, only rare', () => {
  const once = { n: 1, spanWeeks: 0 };
  const soon = bgChance(once, 0, cdnow, 90);
  const late = bgChance(once, 1000, cdnow, 90);
  expect(soon).toBeCloseTo(1 - (4.4136 / (4.4136 + 90 / 7)) ** 0.2426, 10);
  expect(late).toBeGreaterThan(0);
  expect(late).toBeLessThan(soon);
});

test('features of a metronome are what the definitions say', () => {
  const counters = countersOf(weekly, 90);
  if (counters === null) throw new Error('twenty days');
  const [, silence, overdue, survival, rateShort, rateLong, ...free] = featuresOf(
    counters,
    7,
    shippedModel(90),
  );
  const gap = Math.log(7);
  const mu = (19 * gap + 1.5 * Math.log(20)) / 20.5;
  const s = Math.sqrt(4 / 22);
  expect(silence).toBeCloseTo(Math.log(8 / 90), 9);
  expect(overdue).toBeCloseTo(Math.log(1 + Math.exp((Math.log(7.5) - mu) / s)), 9);
  expect(survival).toBeCloseTo(-20 * Math.log(1 + 7 / (133 + 20)), 9);
  const decayed = (halfLife: number) =>
    Math.log(weekly.reduce((sum, _, i) => sum + 2 ** ((-7 * i) / halfLife), 0)) - (Math.LN2 * 7) / halfLife;
  expect(rateShort).toBeCloseTo(decayed(30), 9);
  expect(rateLong).toBeCloseTo(decayed(180), 9);
  const expected = [0, s, 0, 1, 0, 0, 0, Math.log(20), Math.log(21), 0];
  expect(free).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(free[i]).toBeCloseTo(value, 9);
  });
});

test('a weekly buyer is lively the day after an order and hardly so after half a year', () => {
  const counters = countersOf(weekly, 90);
  if (counters === null) throw new Error('twenty days');
  expect(vitality(counters, 1, shippedModel(90))).toBeGreaterThan(0.9);
  expect(vitality(counters, 180, shippedModel(90))).toBeLessThan(0.2);
});

test('the shipped median contact is neither sure nor lost', () => {
  for (const horizonDays of [30, 60, 90, 180, 365]) {
    const odds = logitOfMedian(shippedModel(horizonDays));
    expect(Math.abs(odds)).toBeLessThan(2);
  }
});
