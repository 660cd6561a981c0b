import { describe, expect, test } from 'vitest';
import { verifiedTypes } from '../../../src/relationship/desired/desired-types.ts';
import { noFacts } from '../../../src/relationship/facts.ts';
import type { Action } from '../../../src/relationship/guardrails/action.ts';
import {
  guardrailFactsFrom,
  unknownGuardrailFacts,
} from '../../../src/relationship/guardrails/guardrail-facts.ts';
import { decide, verdict } from '../../../src/relationship/guardrails/verdict.ts';
import { wordVerdict } from '../../../src/relationship/guardrails/word-verdict.ts';
import { complaint, daysAgo, field, now, optOut, ourCall, ours, standing } from './standing-fixture.ts';

const followUp: Action = { purpose: 'follow_up', channel: 'email' };
const sales: Action = { purpose: 'sales', channel: 'email' };
const marketing: Action = { purpose: 'marketing', channel: 'email' };

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

describe('the ceiling I0', () => {
  const silent = standing({
    stage: 'terminating',
    settings: { stageCeilings: { ...standing().settings.stageCeilings, terminating: 'I0' } },
  });

  test('leaves only what is necessary, and names the rule that set it', () => {
    const said = verdict(silent, followUp);
    expect([said.answer, said.allowedLevel]).toEqual(['DENY', 'basic']);
    expect(wordVerdict(said, 'en', 'UTC').reasons[0]?.sentence).toBe(
      'Lowered to silence by the stage: only what law or contract demands.',
    );
    expect(decide(silent, { purpose: 'transactional', channel: 'email' }).answer).toBe('ALLOW');
  });
});

test('what the engine knows of a contact carries over, and the rest stays unknown', () => {
  const facts = guardrailFactsFrom({ ...noFacts, mailbox: 'role', askedUntil: now }, { depth: 'collective' });
  expect(facts).toEqual({
    ...unknownGuardrailFacts,
    mailbox: 'role',
    askedUntil: now,
    depth: 'collective',
  });
});
