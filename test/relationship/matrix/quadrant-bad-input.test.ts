import { describe, expect, test } from 'vitest';
import { problemSentence } from '../../../src/relationship/matrix/input-problem.ts';
import { readQuestionnaire } from '../../../src/relationship/matrix/questionnaire.ts';
import { answer, classify, partnerDeal, portal } from './classify.ts';
import { ago, order, won } from './signals.ts';

describe('bad input', () => {
  const both = portal(answer('both', 'no'));
  const signals = [
    order(ago(30), 900, { currency: 'USD' }, 'orders:1'),
    order(ago(20), 10, { currency: 'EUR' }, 'orders:2'),
    order(ago(10), 10, { currency: 'EUR' }, 'orders:3'),
  ];
  const details = { 'orders:1': { viaIntermediary: true } };

  test('two currencies without a home currency are counted, not added', () => {
    const found = classify({ questionnaire: both, signals, details });
    expect(found.payment.directShare).toBeCloseTo(2 / 3);
    expect(found.problems).toEqual([{ code: 'two_currencies', currencies: ['EUR', 'USD'] }]);
  });

  test('two currencies with a rate are added', () => {
    const settings = { homeCurrency: 'EUR', rates: { USD: 0.9 } };
    const found = classify({ questionnaire: both, signals, details, settings });
    expect(found.payment.directShare).toBeCloseTo(20 / 830);
    expect(found.problems).toEqual([]);
  });

  test('a currency without a rate is named, and purchases are counted', () => {
    const found = classify({ questionnaire: both, signals, details, settings: { homeCurrency: 'EUR' } });
    expect(found.payment.directShare).toBeCloseTo(2 / 3);
    expect(found.problems).toEqual([{ code: 'currency_without_rate', currency: 'USD', purchases: 1 }]);
  });

  test('a won deal of less than nothing counts as nothing paid', () => {
    const found = classify({
      questionnaire: both,
      signals: [won(ago(5), '1', -50), won(ago(4), '2', 50)],
      details: partnerDeal,
    });
    expect(found.payment.directShare).toBe(1);
    expect(found.problems).toEqual([{ code: 'negative_amount', source: 'deals:1' }]);
  });

  test('all problems of a questionnaire are reported at once, each in a sentence', () => {
    const { problems, answerFor } = readQuestionnaire(
      portal(answer('us', 'yes', 1.2), {
        web: answer('us', 'no', 0.1),
        shop: answer('us', 'yes', Number.NaN),
      }),
    );
    expect(problems).toEqual([
      { code: 'share_out_of_range', family: null },
      { code: 'anonymity_contradiction', family: 'web' },
      { code: 'share_out_of_range', family: 'shop' },
    ]);
    expect(answerFor('web').leak).toBe('some');
    for (const problem of problems) {
      expect(problemSentence(problem, 'en')).toMatch(/read as not answered|believed/);
      expect(problemSentence(problem, 'de')).toMatch(/nicht beantwortet|gilt/);
    }
  });
});
