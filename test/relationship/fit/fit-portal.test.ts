import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adopt, heldBackOutcomes } from '../../../src/relationship/fit/adopt.ts';
import { fitGaps } from '../../../src/relationship/fit/fit-gaps.ts';
import { fitPortal } from '../../../src/relationship/fit/fit-portal.ts';
import { examplesOf, pseudoCutoffs } from '../../../src/relationship/fit/training-rows.ts';
import { featureNames, shippedModel, weightSigns } from '../../../src/relationship/portal-model.ts';
import { countersOf } from '../../../src/relationship/vitality/counters.ts';
import { logitOfMedian, vitality } from '../../../src/relationship/vitality/vitality.ts';
import { anyHistory } from '../vitality/arbitraries.ts';
import { ordinaryPortal, portalHistories } from './portals.ts';

const histories = portalHistories(ordinaryPortal);
const end = 18_000 + ordinaryPortal.days;
const aTouchDay = { touches: 1, inbound: true, kinds: ['order' as const], trouble: 0, commitment: 0 };

test('cut-offs begin one horizon before today and go back in thirds of it', () => {
  expect(pseudoCutoffs(1000, 0, 90, 3)).toEqual([910, 880, 850]);
  expect(pseudoCutoffs(1000, 870, 90, 9)).toEqual([910, 880]);
});

test('an example knows what was known that day, and whether a touch followed within the horizon', () => {
  const days = [10, 20, 120].map((day) => ({ ...aTouchDay, day }));
  const [early, late] = examplesOf(days, [30, 29], 90, 180);
  expect(early).toMatchObject({ at: 29, silentDays: 9, returned: false, counters: { n: 2, last: 20 } });
  expect(late).toMatchObject({ at: 30, returned: true, counters: { n: 2, last: 20 } });
});

test('a contact silent for longer than asked is no example', () => {
  const [days] = portalHistories({ ...ordinaryPortal, contacts: 1 });
  expect(examplesOf(days?.slice(0, 1) ?? [], [(days?.[0]?.day ?? 0) + 181], 90, 180)).toEqual([]);
});

test('what happens after the date does not change the model', () => {
  const asOf = end - 200;
  const past = histories.map((days) => days.filter((d) => d.day <= asOf));
  expect(fitPortal(histories, asOf, 90)).toEqual(fitPortal(past, asOf, 90));
});

test('contacts who come after the date take no place in the sample', () => {
  const asOf = end - 200;
  const later = histories.map(() => [{ ...aTouchDay, day: asOf + 1 }]);
  const mixed = histories.flatMap((days, i) => [later[i] ?? [], days]);
  const few = { maxContacts: 250 };
  expect(fitPortal(mixed, asOf, 90, few)).toEqual(fitPortal(histories, asOf, 90, few));
});

test('a portal with few contacts keeps the shipped weights and constants', () => {
  const { weights, intercept, bgnbd, gaps } = fitPortal(histories.slice(0, 12), end, 90);
  const shipped = shippedModel(90);
  expect({ weights, intercept, bgnbd, gaps }).toEqual({
    weights: shipped.weights,
    intercept: shipped.intercept,
    bgnbd: shipped.bgnbd,
    gaps: shipped.gaps,
  });
});

test('a portal younger than its horizon learns from a part of it', () => {
  const model = fitPortal(histories, 18_000 + 300, 270);
  expect(model.horizonDays).toBe(270);
  expect(model.weights).not.toEqual(shippedModel(270).weights);
});

test('a refit on its own past predicts the future better than the shipped model', () => {
  const asOf = end - 90;
  const refit = fitPortal(histories, asOf, 90);
  const outcomes = heldBackOutcomes(histories, end, 90);
  const choice = adopt(shippedModel(90), refit, outcomes);
  expect(outcomes.length).toBeGreaterThan(200);
  expect(choice).toMatchObject({ adopted: true, model: refit });
  expect(choice.before - choice.after).toBeGreaterThan(0.002);
});

test('a model is not replaced by itself, nor on no evidence at all', () => {
  const model = shippedModel(90);
  expect(adopt(model, { ...model, version: 'other' }, heldBackOutcomes(histories, end, 90)).adopted).toBe(
    false,
  );
  expect(adopt(model, fitPortal(histories, end, 90), []).adopted).toBe(false);
});

test('a portal that died lately is seen to be dying', () => {
  const dead = histories.map((days) => days.filter((d) => d.day <= end - 40));
  const alive = fitPortal(histories, end, 90);
  const dying = fitPortal(dead, end, 90);
  const counters = countersOf(histories[0] ?? [], 90);
  if (counters === null) throw new Error('the first contact has a touch');
  expect(vitality(counters, 30, dying)).toBeLessThan(vitality(counters, 30, alive));
});

test('contributions are told against the median of the portal itself', () => {
  const model = fitPortal(histories, end, 90);
  const odds = histories.flatMap((days) => {
    const counters = countersOf(days, 90);
    return counters === null ? [] : [vitality(counters, end - counters.last, model)];
  });
  odds.sort((a, b) => a - b);
  const median = 1 / (1 + Math.exp(-logitOfMedian(model)));
  expect(median).toBeGreaterThan(odds[Math.floor(odds.length * 0.2)] ?? 1);
  expect(median).toBeLessThan(odds[Math.floor(odds.length * 0.8)] ?? 0);
});

test('any portal gives a finite model that obeys the signs', () => {
  const portal = fc.array(anyHistory, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(portal, fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(7, 90, 365), (some, asOf, H) => {
      const model = fitPortal(some, asOf, H, { minOutcomes: 1, minContacts: 1 });
      const numbers = [
        model.intercept,
        ...Object.values(model.weights),
        ...Object.values(model.bgnbd),
        ...Object.values(model.gaps),
        ...Object.values(model.medians),
      ];
      expect(numbers.every(Number.isFinite)).toBe(true);
      for (const name of featureNames)
        expect(model.weights[name] * weightSigns[name]).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 200 },
  );
});

test('gap constants find the mean and the two spreads that made the gaps', () => {
  const even = portalHistories({ ...ordinaryPortal, contacts: 3000, dropout: 0.02, spread: 0.6 });
  const counters = even.map((days) => countersOf(days, 90)).filter((c) => c !== null);
  const gaps = fitGaps(counters, shippedModel(90).gaps);
  // The log of an exponential waiting time has a spread of pi / sqrt 6; whole days cut off its lower tail.
  expect(gaps.s).toBeGreaterThan(0.9);
  expect(gaps.s).toBeLessThan(1.3);
  expect(gaps.kappa).toBeGreaterThan(1.5);
  expect(gaps.kappa).toBeLessThan(8);
});

test('without a contact of three touch days the fallback constants stand', () => {
  const counters = histories.map((days) => countersOf(days.slice(0, 2), 90)).filter((c) => c !== null);
  expect(fitGaps(counters, shippedModel(90).gaps)).toEqual(shippedModel(90).gaps);
});
