import { describe, expect, test } from 'vitest';
import type { IdentityFacts } from '../../../src/relationship/matrix/identification.ts';
import { defaultMatrixSettings, matrixFields } from '../../../src/relationship/matrix/matrix-settings.ts';
import { quadrantSentence } from '../../../src/relationship/matrix/quadrant-texts.ts';
import { unansweredQuestionnaire } from '../../../src/relationship/matrix/questionnaire.ts';
import { answer, bank, cashRetailer, classify, insurer, maker, partnerDeal, portal } from './classify.ts';
import { ago, dayMs, order, refund, won } from './signals.ts';

describe('the sectors', () => {
  test('a maker without outlets of its own is indirect and unidentified', () => {
    expect(classify({ questionnaire: maker }).quadrant).toBe('indirect_unidentified');
  });

  test('a cash retailer is direct and unidentified', () => {
    expect(classify({ questionnaire: cashRetailer }).quadrant).toBe('direct_unidentified');
  });

  test('a contact with an e-mail address in a cash retailer is unidentified in strict mode', () => {
    const found = classify({ questionnaire: cashRetailer, signals: [order(ago(10), 40)] });
    expect(found.quadrant).toBe('direct_unidentified');
    expect(found.reason.failed).toEqual({ test: 'anonymous_purchase', family: null });
    expect(quadrantSentence(found.reason, 'en')).toBe(
      'They pay us directly. Not identified: people can buy here without saying who they are.',
    );
    expect(quadrantSentence(found.reason, 'de')).toBe(
      'Sie zahlen direkt an uns. Nicht identifiziert: Man kann hier kaufen, ohne sich zu nennen.',
    );
  });

  test('a bank is direct and identified', () => {
    const found = classify({ questionnaire: bank });
    expect(found.quadrant).toBe('direct_identified');
    expect(quadrantSentence(found.reason, 'en')).toBe(
      'Customers pay us directly here. What they do can be told to be theirs.',
    );
  });

  test('an insurer with brokers is indirect and identified', () => {
    expect(classify({ questionnaire: insurer }).quadrant).toBe('indirect_identified');
  });

  test('nobody is classified before the questionnaire is answered', () => {
    const found = classify({ questionnaire: unansweredQuestionnaire, signals: [order(ago(10), 40)] });
    expect(found.quadrant).toBe('undetermined');
    expect(quadrantSentence(found.reason, 'en')).toContain(
      'Nobody has answered yet who collects the money here.',
    );
  });

  test('an answered payment question alone classifies nobody', () => {
    const found = classify({ questionnaire: portal(answer('us', 'unknown')) });
    expect(found.quadrant).toBe('undetermined');
    expect(found.reason.failed?.test).toBe('anonymity_unanswered');
  });
});

describe('who collects the money', () => {
  const both = portal(answer('both', 'no'));

  test('half of what was paid straight to us makes a contact direct', () => {
    const signals = [won(ago(20), '1', 500), won(ago(10), '2', 500)];
    const found = classify({ questionnaire: both, signals, details: partnerDeal });
    expect(found.payment).toEqual({ verdict: 'direct', directShare: 0.5, by: 'purchases' });
    const less = classify({
      questionnaire: both,
      signals: [won(ago(20), '1', 501), won(ago(10), '2', 499)],
      details: partnerDeal,
    });
    expect(less.payment.verdict).toBe('indirect');
    expect(less.quadrant).toBe('indirect_identified');
  });

  test('a contact without purchases inherits the answer of its pipeline', () => {
    const questionnaire = portal(answer('us', 'no'), { resale: answer('partner', 'no') });
    expect(classify({ questionnaire, family: 'resale' }).quadrant).toBe('indirect_identified');
    expect(classify({ questionnaire, family: 'unheard of' }).quadrant).toBe('direct_identified');
  });

  test('where both collect and no purchase says which, the quadrant stays open', () => {
    const found = classify({ questionnaire: both });
    expect(found.quadrant).toBe('undetermined');
    expect(found.reason.paymentOpen).toBe('both');
    expect(quadrantSentence(found.reason, 'de')).toContain('kein Kauf von ihnen sagt');
  });

  test('an intermediary named on the deal outweighs the answer of the portal', () => {
    const found = classify({ questionnaire: bank, signals: [won(ago(20), '1')], details: partnerDeal });
    expect(found.quadrant).toBe('indirect_identified');
  });

  test('an order and the won deal it belongs to are one purchase', () => {
    const signals = [won(ago(20), '1', 900), order(ago(19), 100, { dealId: '1' }), order(ago(5), 150)];
    const found = classify({
      questionnaire: both,
      signals,
      details: { [`orders:${ago(19)}`]: { viaIntermediary: true } },
    });
    expect(found.payment.directShare).toBe(0.6);
  });

  test('what was refunded was not paid', () => {
    const signals = [
      order(ago(20), 400, {}, 'orders:1'),
      order(ago(10), 100, {}, 'orders:2'),
      refund(ago(15), 350, 'orders:1'),
    ];
    const details = { 'orders:1': { viaIntermediary: true } };
    expect(classify({ questionnaire: both, signals, details }).payment.directShare).toBeCloseTo(2 / 3);
  });

  test('purchases older than 24 months no longer count, and the day they stop counting is known', () => {
    const signals = [won(ago(729), '1', 900), won(ago(10), '2', 100)];
    const today = classify({ questionnaire: both, signals, details: partnerDeal });
    expect(today.quadrant).toBe('indirect_identified');
    const { changesAt } = today;
    expect(changesAt).toBe(Math.floor(ago(729) / dayMs + 730) * dayMs);
    const later = classify({ questionnaire: both, signals, details: partnerDeal, at: changesAt ?? 0 });
    expect(later.quadrant).toBe('direct_identified');
  });
});

describe('the failing test is named', () => {
  const failures: readonly (readonly [string, Partial<IdentityFacts>, string])[] = [
    ['without an address nobody is identified', { key: 'none' }, 'no_key'],
    ['a role mailbox identifies nobody', { key: 'role' }, 'role_mailbox'],
    ['an address that several share identifies nobody', { key: 'shared' }, 'shared_key'],
    ['who refuses tracking is unidentified', { trackingRefused: true }, 'tracking_refused'],
  ];

  test.each(failures)('%s', (_, identity, failing) => {
    const found = classify({ questionnaire: bank, identity });
    expect(found.quadrant).toBe('direct_unidentified');
    expect(found.reason.failed?.test).toBe(failing);
    for (const language of ['en', 'de'] as const) {
      expect(quadrantSentence(found.reason, language)).toMatch(/: .+\.$/);
      expect(quadrantSentence(found.reason, language)).not.toContain(failing);
    }
  });

  test('the family in which people buy without a name is named', () => {
    const questionnaire = portal(answer('us', 'no'), { shop: answer('us', 'yes', 0.3) });
    const found = classify({
      questionnaire,
      signals: [won(ago(20), '1'), won(ago(10), '2')],
      details: { 'deals:1': { family: 'shop' } },
    });
    expect(found.reason.failed).toEqual({ test: 'anonymous_purchase', family: 'shop' });
    expect(quadrantSentence(found.reason, 'en')).toContain('buy in shop without');
  });
});

describe('practical identification', () => {
  const practical = { identification: 'practical' } as const;

  test('coverage of .8 identifies, less does not', () => {
    const seen = (coverage: number) =>
      classify({ questionnaire: cashRetailer, identity: { coverage }, settings: practical }).quadrant;
    expect(seen(0.8)).toBe('direct_identified');
    expect(seen(0.79)).toBe('direct_unidentified');
  });

  test('coverage that was not measured is what is not bought anonymously', () => {
    const leak = (share: number | null) =>
      classify({ questionnaire: portal(answer('us', 'yes', share)), settings: practical });
    expect(leak(0.2).quadrant).toBe('direct_identified');
    expect(leak(0.3).reason.failed).toEqual({ test: 'low_coverage', family: null });
    expect(leak(null).quadrant).toBe('undetermined');
  });

  test('measured coverage already shows what a refusal of tracking hides', () => {
    const refused = { trackingRefused: true };
    const find = (identity: Partial<IdentityFacts>) =>
      classify({ questionnaire: bank, identity, settings: practical }).quadrant;
    expect(find(refused)).toBe('direct_unidentified');
    expect(find({ ...refused, coverage: 0.9 })).toBe('direct_identified');
  });

  test('a role mailbox stays unidentified whatever the coverage', () => {
    const found = classify({
      questionnaire: bank,
      identity: { key: 'role', coverage: 1 },
      settings: practical,
    });
    expect(found.quadrant).toBe('direct_unidentified');
  });
});

test('every matrix setting is described, and its default lies in its range', () => {
  for (const [name, { description, range }] of Object.entries(matrixFields)) {
    expect(description).not.toBe('');
    const value: unknown = Reflect.get(defaultMatrixSettings, name);
    if (range.kind === 'number') expect(Number(value) >= range.min && Number(value) <= range.max).toBe(true);
    if (range.kind === 'choice') expect(range.options).toContain(value);
  }
});
