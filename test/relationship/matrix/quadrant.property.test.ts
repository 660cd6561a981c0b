import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FamilyAnswer } from '../../../src/relationship/matrix/questionnaire.ts';
import { type Case, classify, portal } from './classify.ts';
import { ago, dayMs, now, won } from './signals.ts';

describe('laws', () => {
  const families = ['shop', 'resale', null] as const;
  const anyAnswer = fc.record({
    collects: fc.constantFrom('us', 'partner', 'both', 'unknown') as fc.Arbitrary<FamilyAnswer['collects']>,
    anonymous: fc.constantFrom('yes', 'no', 'unknown') as fc.Arbitrary<FamilyAnswer['anonymous']>,
    anonymousShare: fc.option(fc.constantFrom(0, 0.1, 0.5, 1)),
  });
  const anyPurchase = fc.record({
    days: fc.integer({ min: 0, max: 800 }),
    amount: fc.constantFrom(1, 10, 100, 1000),
    family: fc.constantFrom(...families),
    viaIntermediary: fc.boolean(),
  });
  const anyCase = fc
    .record({
      general: anyAnswer,
      shop: anyAnswer,
      resale: anyAnswer,
      bought: fc.array(anyPurchase, { maxLength: 6, size: 'max' }),
      identification: fc.constantFrom('strict', 'practical') as fc.Arbitrary<'strict' | 'practical'>,
    })
    .map(({ general, shop, resale, bought, identification }): Case => {
      const details = bought.map(({ family, viaIntermediary }, i) => [
        `deals:${i}`,
        { ...(family === null ? {} : { family }), viaIntermediary },
      ]);
      return {
        questionnaire: portal(general, { shop, resale }),
        signals: bought.map(({ days, amount }, i) => won(ago(days), String(i), amount)),
        details: Object.fromEntries(details),
        settings: { identification },
      };
    });
  const answerAt = (given: Case, at: number) => {
    const { quadrant, reason } = classify({ ...given, at });
    return JSON.stringify([quadrant, reason]);
  };

  test('without anything new the answer changes on the day announced and on no day before', () => {
    fc.assert(
      fc.property(anyCase, fc.double({ min: 0, max: 1, noNaN: true }), (given, part) => {
        const { changesAt } = classify(given);
        const before = changesAt === null ? now + part * 900 * dayMs : now + part * (changesAt - 1 - now);
        expect(answerAt(given, before)).toBe(answerAt(given, now));
        if (changesAt !== null) expect(answerAt(given, changesAt)).not.toBe(answerAt(given, now));
      }),
      { numRuns: 400 },
    );
  });

  test('a way to buy without a name never identifies anybody', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const leaky = (found: FamilyAnswer) =>
          ({ ...found, anonymous: 'yes', anonymousShare: null }) as const;
        const { general, families: known } = given.questionnaire;
        const opened = portal(
          leaky(general),
          Object.fromEntries(Object.entries(known).map(([name, one]) => [name, leaky(one)])),
        );
        expect(classify({ ...given, questionnaire: opened }).quadrant).not.toMatch(/_identified/);
      }),
    );
  });
});
