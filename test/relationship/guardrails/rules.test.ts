import { describe, expect, test } from 'vitest';
import { verifiedTypes } from '../../../src/relationship/desired/desired-types.ts';
import type { Action } from '../../../src/relationship/guardrails/action.ts';
import { type RuleId, ruleIds } from '../../../src/relationship/guardrails/fired.ts';
import type { Standing } from '../../../src/relationship/guardrails/standing.ts';
import { verdict } from '../../../src/relationship/guardrails/verdict.ts';
import { wordVerdict } from '../../../src/relationship/guardrails/word-verdict.ts';
import { complaint, dayMs, daysAgo, field, optOut, ours, standing } from './standing-fixture.ts';

const followUp: Action = { purpose: 'follow_up', channel: 'email' };
const sales: Action = { purpose: 'sales', channel: 'email' };
const marketing: Action = { purpose: 'marketing', channel: 'email' };
const buddies = verifiedTypes.find((it) => it.id === 'buddies');
if (buddies === undefined) throw new Error('Buddies are among the verified types');

/** What fires each rule, and what its reason must name. */
const fixtures: readonly {
  readonly rule: RuleId;
  readonly title: string;
  readonly standing: Standing;
  readonly action: Action;
  readonly answer: string;
  readonly ceiling: string;
  readonly names: string;
}[] = [
  {
    rule: 'G01',
    title: 'an objection leaves replies and contract matters only',
    standing: standing({ facts: { objection: true, objectionAt: daysAgo(3) } }),
    action: followUp,
    answer: 'DENY',
    ceiling: 'I1',
    names: '12 June 2026',
  },
  {
    rule: 'G02',
    title: 'an opt-out of e-mail denies uninvited e-mail',
    standing: standing({ signals: [optOut(daysAgo(5), 'email')] }),
    action: followUp,
    answer: 'DENY',
    ceiling: 'I1',
    names: '10 June 2026',
  },
  {
    rule: 'G03',
    title: 'who is not subscribed gets no marketing, and the subscription is named',
    standing: standing({
      facts: {
        subscriptions: [
          { name: 'Newsletter', channel: 'email', purposes: ['marketing'], status: 'not_subscribed' },
        ],
      },
    }),
    action: marketing,
    answer: 'DENY',
    ceiling: 'I4',
    names: 'Newsletter',
  },
  {
    rule: 'G04',
    title: 'a contract as the only legal basis limits us to the contract',
    standing: standing({ facts: { legalBases: ['contract'] } }),
    action: sales,
    answer: 'DENY',
    ceiling: 'I1',
    names: 'Legal basis',
  },
  {
    rule: 'G05',
    title: 'sensitive knowledge is never said',
    standing: standing(),
    action: { ...followUp, mentions: [field('P7', { name: 'health_notes' })] },
    answer: 'DENY',
    ceiling: 'I4',
    names: 'health_notes',
  },
  {
    rule: 'G06',
    title: 'what was seen covertly is never said',
    standing: standing(),
    action: { ...followUp, mentions: [field('P4', { name: 'last_open' })] },
    answer: 'DENY',
    ceiling: 'I4',
    names: 'last_open',
  },
  {
    rule: 'G07',
    title: 'personal third-party knowledge is said only after asking, with its source',
    standing: standing(),
    action: { ...followUp, mentions: [field('P6', { name: 'hobby', source: 'a fair list' })] },
    answer: 'ASK_FIRST',
    ceiling: 'I4',
    names: 'a fair list',
  },
  {
    rule: 'G08',
    title: 'a conclusion from what they told us may be said in Bonding, with a notice',
    standing: standing(),
    action: { ...followUp, mentions: [field('P5', { name: 'taste', inferredFrom: ['P1', 'P2'] })] },
    answer: 'ALLOW_WITH_NOTICE',
    ceiling: 'I4',
    names: 'taste',
  },
  {
    rule: 'G09',
    title: 'what was collected for another purpose needs asking first',
    standing: standing(),
    action: { ...sales, mentions: [field('P1', { name: 'delivery_note', purposes: ['service_reply'] })] },
    answer: 'ASK_FIRST',
    ceiling: 'I4',
    names: 'delivery_note',
  },
  {
    rule: 'G10',
    title: 'contact pressure of one and a half denies uninvited outreach',
    standing: standing({ signals: [10, 20, 30, 40, 50, 60].map((days) => ours(daysAgo(days))) }),
    action: followUp,
    answer: 'DENY',
    ceiling: 'I4',
    names: '15 July 2026',
  },
  {
    rule: 'G11',
    title: 'a call waits for the end of the quiet hours',
    standing: standing({ at: Date.UTC(2026, 5, 15, 21) }),
    action: { ...followUp, channel: 'call' },
    answer: 'DENY',
    ceiling: 'I4',
    names: '16 June 2026',
  },
  {
    rule: 'G12',
    title: 'the stage says how close we may come',
    standing: standing({ stage: 'stagnating' }),
    action: followUp,
    answer: 'ALLOW',
    ceiling: 'I2',
    names: '6 May 2026',
  },
  {
    rule: 'G13',
    title: 'early on nothing from another context is brought up',
    // Every stage ceiling is a setting; with the highest one only the other context stands against it.
    standing: standing({
      stage: 'experimenting',
      settings: { stageCeilings: { ...standing().settings.stageCeilings, experimenting: 'I4' } },
    }),
    action: { ...followUp, mentions: [field('P1', { name: 'private_talk', context: 'elsewhere' })] },
    answer: 'DENY',
    ceiling: 'I4',
    names: 'private_talk',
  },
  {
    rule: 'G14',
    title: 'an open complaint forbids selling',
    standing: standing({ signals: [complaint(daysAgo(2))] }),
    action: sales,
    answer: 'DENY',
    ceiling: 'I4',
    names: '13 June 2026',
  },
  {
    rule: 'G15',
    title: 'the relationship they want is a ceiling',
    standing: standing({
      facts: { desired: { kind: 'asked', type: buddies, source: 'preference page', at: daysAgo(100) } },
    }),
    action: followUp,
    answer: 'ALLOW',
    ceiling: 'I2',
    names: '7 March 2026',
  },
  {
    rule: 'G16',
    title: 'in a segment of collective depth nothing observed of the single person is said',
    standing: standing({ facts: { depth: 'collective' } }),
    action: { ...followUp, mentions: [field('P3', { name: 'visits' })] },
    answer: 'DENY',
    ceiling: 'I4',
    names: 'visits',
  },
  {
    rule: 'G17',
    title: 'a child or vulnerable person gets no advertising',
    standing: standing({ facts: { vulnerable: true } }),
    action: marketing,
    answer: 'DENY',
    ceiling: 'I1',
    names: 'Child or vulnerable person',
  },
  {
    rule: 'G18',
    title: 'consent older than two years without a healing touch has to be asked for again',
    standing: standing({ facts: { consentAt: daysAgo(800) } }),
    action: marketing,
    answer: 'ASK_FIRST',
    ceiling: 'I4',
    names: '6 April 2024',
  },
  {
    rule: 'G19',
    title: 'a shared mailbox limits us to the matter at hand',
    standing: standing({ facts: { mailbox: 'role' } }),
    action: followUp,
    answer: 'ALLOW',
    ceiling: 'I1',
    names: 'E-mail',
  },
];

describe('each rule fires alone, with its answer, its ceiling and a reason that names the field or the date', () => {
  test.each(fixtures)('$rule: $title', ({ rule, standing: at, action, answer, ceiling, names }) => {
    const said = verdict(at, action);
    expect(said.reasons.map((it) => it.rule)).toEqual([rule]);
    expect([said.answer, said.ceiling]).toEqual([answer, ceiling]);
    const worded = wordVerdict(said, 'en', 'UTC').reasons.map((it) => it.sentence);
    expect(worded.join()).toContain(names);
    expect(wordVerdict(said, 'de', 'UTC').reasons[0]?.sentence).not.toEqual(worded[0]);
  });

  test('G20: a level above the ceiling is lowered, together with the rule that lowered it', () => {
    const said = verdict(standing({ facts: { mailbox: 'role' } }), { ...followUp, level: 'proactive' });
    expect(said.reasons.map((it) => it.rule)).toEqual(['G20', 'G19']);
    expect(said.allowedLevel).toBe('reactive');
    const [reason] = wordVerdict(said, 'en', 'UTC').reasons;
    expect(reason?.sentence).toBe('Lowered by the shared mailbox: proactive becomes reactive.');
  });

  test('the fixtures and G20 cover all twenty rules', () => {
    expect([...fixtures.map((it) => it.rule), 'G20']).toEqual([...ruleIds]);
  });

  test('nothing fires where nothing stands against an action', () => {
    expect(verdict(standing(), { ...marketing, level: 'partnership' })).toEqual({
      answer: 'ALLOW',
      ceiling: 'I4',
      reasons: [],
      validUntil: (Math.floor(daysAgo(30) / dayMs) + 730) * dayMs,
      safeAlternative: null,
      notices: [],
      allowedLevel: 'partnership',
    });
  });
});
