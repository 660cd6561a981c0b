import { expect, test } from 'vitest';
import { publishedPressure } from '../../../src/relationship/guardrails/contact-guardrails.ts';
import { verdict } from '../../../src/relationship/guardrails/verdict.ts';
import { wordVerdict } from '../../../src/relationship/guardrails/word-verdict.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import { complaint, dayMs, daysAgo, order, ourCall, ours, standing, theirs } from './standing-fixture.ts';

const pressure = (signals: readonly Signal[]) => standing({ signals }).pressure;

test('contact pressure equals a hand count: two calls in vain, three e-mails, one SMS, one LinkedIn message, five letters', () => {
  const signals = [
    ourCall(daysAgo(80)),
    ourCall(daysAgo(3)),
    ours(daysAgo(70)),
    ours(daysAgo(50), 'email', { personal: false }),
    ours(daysAgo(40), 'email', { personal: false, sequence: true }),
    ours(daysAgo(30), 'sms'),
    ours(daysAgo(20), 'linkedin'),
    ...[60, 48, 36, 24, 12].map((days) => ours(daysAgo(days), 'postal', { personal: false })),
  ];
  expect(pressure(signals)).toMatchObject({ calls: 2, emails: 3, directMessages: 2, mailings: 5 });
  // 2/3 + 3/4 + 2/4 + 5/10
  expect(pressure(signals).value).toBeCloseTo(29 / 12, 12);
  expect(publishedPressure(pressure(signals))).toBe(2.4);
});

test('three calls alone, four e-mails alone and ten letters alone are exactly at the tolerance', () => {
  expect(pressure([1, 2, 3].map((days) => ourCall(daysAgo(days)))).value).toBe(1);
  expect(pressure([1, 2, 3, 4].map((days) => ours(daysAgo(days)))).value).toBe(1);
  const letters = Array.from({ length: 10 }, (_, days) => ours(daysAgo(days), 'postal'));
  expect(pressure(letters).value).toBe(1);
});

test('a call that became a conversation is no pressure', () => {
  expect(pressure([ourCall(daysAgo(3), 300)]).value).toBe(0);
});

test('a reply in a thread in which they wrote is no pressure, and a message in another thread is', () => {
  const signals = [
    theirs(daysAgo(60), { threadId: 'a' }),
    ours(daysAgo(20), 'email', { threadId: 'a' }),
    ours(daysAgo(19), 'email', { threadId: 'b' }),
  ];
  expect(pressure(signals).emails).toBe(1);
});

test('a message within seven days after a healing touch is invited, on the eighth day no more', () => {
  const touch = theirs(daysAgo(30));
  expect(pressure([touch, ours(daysAgo(23))]).emails).toBe(0);
  expect(pressure([touch, ours(daysAgo(22.9))]).emails).toBe(1);
});

test('a complaint invites nothing', () => {
  expect(pressure([complaint(daysAgo(30), daysAgo(29)), ours(daysAgo(28))]).emails).toBe(1);
});

test('transactional mail, tickets and orders are no pressure', () => {
  const signals = [
    ours(daysAgo(5), 'email', { transactional: true }),
    ours(daysAgo(4), 'ticket'),
    order(daysAgo(40)),
  ];
  expect(pressure(signals).value).toBe(0);
});

test('a mail that came back put pressure on nobody', () => {
  const sent = ours(daysAgo(5));
  const bounce: Signal = { ...sent, id: 'bounce', kind: 'bounce', by: 'system', facts: {} };
  expect(pressure([sent, bounce]).value).toBe(0);
});

test('outreach leaves the window on the ninetieth whole day', () => {
  expect(pressure([ours(daysAgo(89))]).emails).toBe(1);
  expect(pressure([ours(daysAgo(90))]).emails).toBe(0);
});

test('the date on which pressure falls below a threshold is a whole UTC day, and the pressure falls on it', () => {
  const signals = [80, 60, 40, 30, 20, 10].map((days) => ours(daysAgo(days)));
  const { belowDenyAt, belowNoticeAt, nextFallAt } = pressure(signals);
  const leaves = (days: number) => Math.floor(daysAgo(days) / dayMs + 90) * dayMs;
  expect([belowDenyAt, belowNoticeAt, nextFallAt]).toEqual([leaves(80), leaves(40), leaves(80)]);
  expect(standing({ signals, at: leaves(80) - 1 }).pressure.value).toBe(1.5);
  expect(standing({ signals, at: leaves(80) }).pressure.value).toBe(1.25);
  expect(standing({ signals, at: leaves(40) }).pressure.value).toBe(0.75);
});

test('from 1.0 on the rep is told, and a reply passes at any pressure', () => {
  const at = standing({ signals: [1, 2, 3].map((days) => ourCall(daysAgo(days))) });
  const said = verdict(at, { purpose: 'follow_up', channel: 'email' });
  expect(said.answer).toBe('ALLOW_WITH_NOTICE');
  expect(wordVerdict(said, 'en', 'UTC').repNotice).toBe('They have heard much from us: contact pressure 1.');
  const under = standing({ signals: Array.from({ length: 30 }, (_, days) => ourCall(daysAgo(days))) });
  expect(verdict(under, { purpose: 'service_reply', channel: 'email' }).answer).toBe('ALLOW_WITH_NOTICE');
  expect(verdict(under, { purpose: 'follow_up', channel: 'email' }).answer).toBe('DENY');
});

test('without marketing sends the verdict says that marketing mail is not visible', () => {
  const at = standing({ facts: { marketingMailVisible: false } });
  const said = wordVerdict(verdict(at, { purpose: 'follow_up', channel: 'email' }), 'en', 'UTC');
  expect(said.repNotice).toContain('Marketing mail is not visible');
  const many = standing({
    signals: [1, 2, 3].map((days) => ourCall(daysAgo(days))),
    facts: { marketingMailVisible: false },
  });
  const reasons = wordVerdict(verdict(many, { purpose: 'sales', channel: 'email' }), 'en', 'UTC').reasons;
  expect(reasons[0]?.sentence).toContain('Marketing mail is not visible.');
});
