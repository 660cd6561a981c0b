import { describe, expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { toCard } from '../../src/relationship/card.ts';
import { type ContactFacts, noFacts } from '../../src/relationship/facts.ts';
import { problemSentence } from '../../src/relationship/matrix/input-problem.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { type PortalView, unmeasuredView } from '../../src/relationship/portal-view.ts';
import { preparePortal } from '../../src/relationship/prepare-portal.ts';
import { toProperties } from '../../src/relationship/properties.ts';
import { defaultSettings, type Settings } from '../../src/relationship/settings.ts';
import type { FactsOf, Signal, SignalKind } from '../../src/relationship/signal/signal.ts';

const now = Date.parse('2026-06-15T12:00:00Z');
const dayMs = 86_400_000;
const ago = (days: number) => now - days * dayMs;

function signal<K extends SignalKind>(
  kind: K,
  days: number,
  facts: FactsOf[K],
  by: Signal['by'] = 'customer',
) {
  const source = `${kind}:${days}`;
  // A kind and its facts belong together by the type of this function.
  return { id: source, source, at: ago(days), kind, by, channel: 'email', facts } as unknown as Signal;
}

const order = (days: number, facts: Partial<FactsOf['order']> = {}) =>
  signal('order', days, { amount: 100, ...facts });
const mail = (days: number) => signal('message', days, { personal: true });

/** Few customers with a high margin: a partnership pays. */
const rich: PortalView = {
  ...unmeasuredView,
  whole: {
    ...unmeasuredView.whole,
    customers: 20,
    owners: 1,
    margin: { source: 'admin', share: 0.6, band: 'high' },
  },
};

const ask = (
  signals: readonly Signal[],
  facts: Partial<ContactFacts> = {},
  settings: Partial<Settings> = {},
) =>
  assess(
    signals,
    { ...noFacts, ...facts },
    { ...shippedModel(90), view: rich },
    { ...defaultSettings, ...settings },
    now,
  );

describe('the models read each other', () => {
  const weekly = Array.from({ length: 8 }, (_, week) => order(3 + 7 * week));

  test('a ceiling of the guardrails lowers the suggested level, and the rule is named', () => {
    const { level, guardrails } = ask([order(40), mail(3)]);
    expect(guardrails?.ceiling).toBe('I3');
    expect(level?.suggested).toMatchObject({
      economics: [['partnership']],
      level: 'proactive',
      loweredBy: [{ by: 'guardrail', rule: 'G12' }],
    });
  });

  test('what they want lowers the level as a wish, and not once more as the rule that keeps it', () => {
    const desired = { id: 'buddies', source: 'form', at: ago(9) };
    const { level } = ask(weekly, { desired });
    expect(level?.suggested).toMatchObject({
      level: 'accountable',
      loweredBy: [{ by: 'preference', rule: 'buddies' }],
    });
  });

  test('the wish beside what is practised is a mismatch', () => {
    const desired = { id: 'business_partners', source: 'form', at: ago(9) };
    expect(ask(weekly, { desired }).desired?.mismatch).toBe('too_distant');
    expect(ask(weekly).desired?.mismatch).toBe('not_asked');
  });

  test('a stage set by hand is the one under which the guardrails and the next step stand', () => {
    const override = {
      id: 'o',
      stage: 'avoiding' as const,
      reason: 'No.',
      until: ago(-30),
      at: ago(1),
      by: null,
    };
    const { guardrails, nextStep } = ask(weekly, { override });
    expect([guardrails?.ceiling, nextStep?.never]).toEqual(['I1', 'one_honest_note']);
  });

  test('an open complaint stops the limited club, asks to be mended and pauses automation', () => {
    const complaint = signal('complaint', 2, { closedAt: null, ticketId: '7' });
    const found = ask([...weekly, complaint, mail(1)], { approaches: { affinity: 'volunteered' } });
    expect(found.milestones?.firstFight?.recoveryOpen).toBe(true);
    expect(toProperties(found)['rapport_recovery_open']).toBe('true');
    expect(found.approaches?.refused.map(({ approach }) => approach)).toContain('limited_club');
    const sales = found.guardrails?.rulings.filter(({ purposes }) => purposes.includes('sales'));
    expect(sales?.map(({ answer }) => answer)).toEqual(['DENY']);
  });
});

describe('the sector follows from the questionnaire', () => {
  const answered = (collects: 'us' | 'partner'): Partial<Settings> => ({
    questionnaire: { general: { collects, anonymous: 'no', anonymousShare: null }, families: {} },
  });
  const registered = [signal('registered', 9, { what: 'product' }), mail(2)];

  test('where a partner collects the money, a registered product makes a customer', () => {
    const found = ask(registered, {}, answered('partner'));
    expect([found.stage, found.quadrant?.quadrant]).toEqual(['integrating', 'indirect_identified']);
  });

  test('where we collect it ourselves, it does not', () => {
    const found = ask(registered, {}, answered('us'));
    expect([found.stage, found.quadrant?.quadrant]).toEqual(['experimenting', 'direct_identified']);
  });
});

describe('bad input', () => {
  test('all that is odd about a contact is told at once, each in a sentence', () => {
    const { problems } = ask(
      [
        signal('survey', 400, { metric: 'nps', value: 9 }),
        order(90, { currency: 'USD' }),
        order(60, { currency: 'EUR' }),
        signal('term', 50, { endAt: ago(-200) }),
        { ...signal('term', 40, { endAt: ago(-100) }), source: 'deals:2' },
        signal('referral', 5, { contactId: '7' }),
      ],
      { milestones: { contactId: '7' } },
    );
    const codes = ['orphan_survey', 'overlapping_terms', 'self_referral', 'two_currencies'];
    expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual(codes);
    for (const problem of problems) expect(problemSentence(problem, 'en').length).toBeGreaterThan(20);
  });

  test('all that is odd about a portal is told at once', () => {
    const settings: Settings = {
      ...defaultSettings,
      businessHours: {
        ...defaultSettings.businessHours,
        hours: { timeZone: null, week: [], holidays: ['soon'] },
      },
      questionnaire: { general: { collects: 'us', anonymous: 'no', anonymousShare: 7 }, families: {} },
      level: {
        ...defaultSettings.level,
        grid: { ...defaultSettings.level.grid, few: { high: ['basic'], medium: ['basic'], low: ['basic'] } },
      },
    };
    const { problems } = preparePortal(settings, { ...rich, timeZone: 'Mars/Olympus' });
    expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual([
      'grid_not_monotone',
      'impossible_holiday',
      'no_business_hours',
      'share_out_of_range',
      'unknown_time_zone',
    ]);
    const found = assess(
      [order(9)],
      noFacts,
      { ...shippedModel(90), view: { ...rich, timeZone: 'Mars/Olympus' } },
      settings,
      now,
    );
    expect(found.stage).toBe('integrating');
  });
});

test('a card of all models stays small in both languages', () => {
  const signals = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? order(9 * i + 1) : mail(9 * i + 2)));
  const found = ask(signals, { desired: { id: 'buddies', source: 'form', at: ago(9) } });
  for (const language of ['en', 'de'] as const) {
    expect(JSON.stringify(toCard(found, [], { language })).length).toBeLessThan(8 * 1024);
  }
});
