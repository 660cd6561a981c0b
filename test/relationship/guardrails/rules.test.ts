import { describe, expect, test } from 'vitest';
import { verifiedTypes } from '../../../src/relationship/desired/desired-types.ts';
import type { Action } from '../../../src/relationship/guardrails/action.ts';
import { type RuleId, ruleIds } from '../../../src/relationship/guardrails/fired.ts';
import type { Standing } from '../../../src/relationship/guardrails/standing.ts';
import { decide, verdict } from '../../../src/relationship/guardrails/verdict.ts';
import { wordVerdict } from '../../../src/relationship/guardrails/word-verdict.ts';
import {
  complaint,
  dayMs,
  daysAgo,
  field,
  now,
  optOut,
  ourCall,
  ours,
  standing,
} from './standing-fixture.ts';

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

describe('what each rule leaves alone', () => {
  test.each([
    ['a reply after an objection', standing({ facts: { objection: true } }), 'service_reply'],
    ['a contract matter after an erasure request', standing({ facts: { erasure: true } }), 'transactional'],
    ['a reply after a global opt-out', standing({ signals: [optOut(daysAgo(5))] }), 'service_reply'],
    ['a recovery while a complaint is open', standing({ signals: [complaint(daysAgo(2))] }), 'recovery'],
    ['a survey while a complaint is open', standing({ signals: [complaint(daysAgo(2))] }), 'survey'],
    ['a follow-up without a subscription', standing({ facts: { subscriptions: [] } }), 'follow_up'],
  ] as const)('%s passes', (_title, at, purpose) => {
    expect(decide(at, { purpose, channel: 'email' }).answer).toBe('ALLOW');
  });

  test('an opt-out of e-mail leaves the phone open', () => {
    const at = standing({ signals: [optOut(daysAgo(5), 'email')] });
    expect(decide(at, { ...followUp, channel: 'call' }).answer).toBe('ALLOW');
  });

  test('who opted in again after a global opt-out hears from us again', () => {
    const again = { ...optOut(daysAgo(4)), kind: 'opt_in' as const, facts: { scope: 'global' as const } };
    expect(decide(standing({ signals: [optOut(daysAgo(5)), again] }), followUp).answer).toBe('ALLOW');
  });

  test('an opt-out in the CRM stands whatever the signals say', () => {
    const again = { ...optOut(daysAgo(4)), kind: 'opt_in' as const, facts: { scope: 'global' as const } };
    const at = standing({ signals: [again], facts: { optOuts: [{ channel: 'all', at: null }] } });
    expect(decide(at, followUp).answer).toBe('DENY');
  });

  test('a complaint that was closed forbids nothing', () => {
    expect(decide(standing({ signals: [complaint(daysAgo(9), daysAgo(2))] }), sales).answer).toBe('ALLOW');
  });

  test('a portal that demands a legal basis denies marketing without one, and names the field', () => {
    const said = verdict(
      standing({ facts: { legalBases: [] }, settings: { legalBasisRequired: true } }),
      marketing,
    );
    expect(said.answer).toBe('DENY');
    expect(wordVerdict(said, 'en', 'UTC').reasons[0]?.sentence).toContain('Legal basis');
  });

  test('sensitive knowledge may be used with consent for this very purpose, and for no other', () => {
    const used = (consentFor: readonly ('sales' | 'follow_up')[]) =>
      decide(standing(), { ...followUp, fieldsUsed: [field('P7', { consentFor })] }).answer;
    expect(used(['follow_up'])).toBe('ALLOW');
    expect(used(['sales'])).toBe('DENY');
  });

  test('what was seen covertly is used only after asking', () => {
    expect(decide(standing(), { ...followUp, fieldsUsed: [field('P4')] }).answer).toBe('ASK_FIRST');
  });

  test('a visit counts as seen covertly until consent to tracking is known', () => {
    const at = standing({ facts: { tracking: 'unknown' } });
    expect(decide(at, { ...followUp, mentions: [field('P3')] }).reasons[0]?.rule).toBe('G06');
  });

  test('firmographic knowledge of a third party is said with its source and needs no asking', () => {
    const mentions = [field('P6', { personal: false, source: 'the trade register' })];
    expect(decide(standing(), { ...followUp, mentions }).answer).toBe('ALLOW_WITH_NOTICE');
  });

  test.each([
    ['in Intensifying', standing({ stage: 'intensifying' }), field('P5', { inferredFrom: ['P1'] })],
    ['when it rests on visits', standing(), field('P5', { inferredFrom: ['P1', 'P3'] })],
    ['when nobody knows on what it rests', standing(), field('P5')],
  ])('a conclusion may not be said %s', (_title, at, mention) => {
    expect(decide(at, { ...followUp, mentions: [mention] }).answer).toBe('DENY');
  });

  test('a healing touch renews an old consent', () => {
    const at = standing({
      signals: [{ ...complaint(daysAgo(1)), kind: 'form', channel: 'form', facts: {} }],
      facts: { consentAt: daysAgo(800) },
    });
    expect(decide(at, marketing).answer).toBe('ALLOW');
  });
});

describe('wishes and quiet time', () => {
  test('“not by phone” denies every call of ours, and the alternative is another channel', () => {
    const at = standing({ facts: { refusedChannels: [{ channel: 'call', at: daysAgo(20) }] } });
    const said = verdict(at, { ...followUp, channel: 'call' });
    expect(said.answer).toBe('DENY');
    expect(said.safeAlternative).toMatchObject({ code: 'other_channel', channel: 'email' });
  });

  test('“write again in September” denies until that day', () => {
    const askedUntil = Date.UTC(2026, 8, 1);
    const said = verdict(standing({ facts: { askedUntil } }), followUp);
    expect([said.answer, said.validUntil]).toEqual(['DENY', askedUntil]);
    expect(said.safeAlternative).toEqual({ code: 'wait', until: askedUntil });
  });

  test('a stated cadence of thirty days denies until thirty days after our last word', () => {
    const said = verdict(standing({ signals: [ours(daysAgo(10))], facts: { cadenceDays: 30 } }), followUp);
    expect([said.answer, said.validUntil]).toEqual(['DENY', Date.UTC(2026, 6, 5)]);
  });

  test("quiet hours are those of the portal's time zone", () => {
    const at = Date.UTC(2026, 5, 15, 7, 30);
    const call: Action = { ...followUp, channel: 'call' };
    expect(decide(standing({ at, timeZone: 'UTC' }), call).answer).toBe('DENY');
    expect(decide(standing({ at, timeZone: 'Europe/Berlin' }), call).answer).toBe('ALLOW');
  });

  test('a call that the customer began knows no quiet hours', () => {
    const at = standing({ at: Date.UTC(2026, 5, 15, 23) });
    expect(decide(at, { purpose: 'service_reply', channel: 'call' }).answer).toBe('ALLOW');
  });
});

describe('who draws back', () => {
  test('in Avoiding one outreach in sixty days is allowed, and the next one waits', () => {
    expect(decide(standing({ stage: 'avoiding' }), followUp).answer).toBe('ALLOW');
    const said = decide(standing({ stage: 'avoiding', signals: [ourCall(daysAgo(20))] }), followUp);
    expect([said.answer, said.validUntil]).toEqual(['DENY', Date.UTC(2026, 6, 25)]);
  });

  test('in Terminating no automation writes, and a person may', () => {
    const said = verdict(standing({ stage: 'terminating' }), { ...followUp, automated: true });
    expect(said.answer).toBe('DENY');
    expect(said.safeAlternative).toMatchObject({ code: 'write_by_hand' });
  });

  test('an answer is no outreach: it passes in Avoiding whatever came before', () => {
    const at = standing({ stage: 'avoiding', signals: [ours(daysAgo(1))] });
    expect(decide(at, { purpose: 'service_reply', channel: 'email' }).answer).toBe('ALLOW');
  });

  test.each([
    ['not_enough_evidence', 'I1'],
    ['initiating', 'I1'],
    ['experimenting', 'I2'],
    ['intensifying', 'I3'],
    ['integrating', 'I3'],
    ['bonding', 'I4'],
    ['differentiating', 'I2'],
    ['circumscribing', 'I2'],
    ['stagnating', 'I2'],
    ['avoiding', 'I1'],
    ['terminating', 'I1'],
    [null, 'I1'],
  ] as const)('the ceiling in %s is %s', (stage, ceiling) => {
    expect(decide(standing({ stage }), followUp).ceiling).toBe(ceiling);
  });

  test.each([
    ['strangers', 'I1'],
    ['basic_exchange', 'I1'],
    ['fling', 'I2'],
    ['buddies', 'I2'],
    ['ex_friends', 'I2'],
    ['best_friends', 'I3'],
    ['business_partners', 'I4'],
    ['master_slave', 'I2'],
  ])('who wants to be %s sets the ceiling %s', (id, ceiling) => {
    const type = verifiedTypes.find((it) => it.id === id);
    if (type === undefined) throw new Error(`${id} is among the verified types`);
    const at = standing({ facts: { desired: { kind: 'asked', type, source: 'form', at: now } } });
    expect(decide(at, followUp).ceiling).toBe(ceiling);
  });

  test('a relationship nobody knows any more is read as the most distant one', () => {
    const desired = { kind: 'unknown_type', id: 'penpals', source: 'form', at: now } as const;
    expect(decide(standing({ facts: { desired } }), followUp).ceiling).toBe('I1');
  });
});
