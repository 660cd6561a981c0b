/** Random contacts and portal models for the laws of vitality. */

import fc from 'fast-check';
import {
  featureNames,
  type PortalModel,
  perFeature,
  shippedModel,
  weightSigns,
} from '../../../src/relationship/portal-model.ts';
import type { SignalKind } from '../../../src/relationship/signal/signal.ts';
import type { TouchDay } from '../../../src/relationship/signal/touch-days.ts';

const kinds: readonly SignalKind[] = ['message', 'order', 'call', 'meeting', 'form', 'ticket'];

export const anyTouchDay = (day: fc.Arbitrary<number>): fc.Arbitrary<TouchDay> =>
  fc.record({
    day,
    touches: fc.integer({ min: 1, max: 50 }),
    inbound: fc.boolean(),
    kinds: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 4 }),
    trouble: fc.integer({ min: 0, max: 3 }),
    commitment: fc.integer({ min: 0, max: 3 }),
  });

/** A contact's touch days in order, one per day: from bursts to gaps of years. */
export const anyHistory: fc.Arbitrary<TouchDay[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 20_000 }),
    fc.array(fc.tuple(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 900 }))), {
      maxLength: 60,
      size: 'max',
    }),
    fc.array(anyTouchDay(fc.constant(0)), { minLength: 61, maxLength: 61, size: 'max' }),
  )
  .map(([first, gaps, days]) => {
    let day = first;
    return days.slice(0, gaps.length + 1).map((touchDay, i) => {
      day += i === 0 ? 0 : (gaps[i - 1]?.[0] ?? 1);
      return { ...touchDay, day };
    });
  });

/** Any model a fit could give: signs obeyed, constants anywhere in their range. */
export const anyModel: fc.Arbitrary<PortalModel> = fc
  .record({
    horizonDays: fc.constantFrom(7, 30, 60, 90, 180, 365),
    weights: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: featureNames.length,
      maxLength: featureNames.length,
    }),
    intercept: fc.double({ min: -8, max: 8, noNaN: true }),
    bgnbd: fc.record({ r: positive(), alpha: positive(), a: positive(), b: positive() }),
    gaps: fc.record({
      mu: fc.double({ min: 0, max: 7, noNaN: true }),
      s: fc.double({ min: 0.1, max: 3, noNaN: true }),
      kappa: fc.double({ min: 0.25, max: 20, noNaN: true }),
      g: fc.double({ min: 1, max: 1000, noNaN: true }),
    }),
  })
  .map(({ weights, ...rest }) => ({
    ...shippedModel(rest.horizonDays),
    ...rest,
    weights: perFeature((name, i) => {
      const weight = weights[i] ?? 0;
      return weightSigns[name] === 0 ? weight : Math.abs(weight) * weightSigns[name];
    }),
  }));

function positive(): fc.Arbitrary<number> {
  return fc.double({ min: -9, max: 9, noNaN: true }).map(Math.exp);
}

export const anySilence: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 30_000 }),
);
