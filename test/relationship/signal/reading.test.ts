import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/relationship/settings.ts';
import { actorOf, heals, readSignal, reads } from '../../../src/relationship/signal/reading.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';

const base = { id: 's', source: 'emails:1', at: 1_000, channel: 'other' as const };
const read = (signal: Signal, settings: Settings = defaultSettings, bounced = false) =>
  readSignal(signal, settings, bounced);
const isTouch = (signal: Signal, settings?: Settings) => (read(signal, settings) & reads.touch) !== 0;

const mail = (
  facts: Extract<Signal, { kind: 'message' }>['facts'],
  by: Signal['by'] = 'customer',
): Signal => ({
  ...base,
  kind: 'message',
  by,
  facts,
});
const call = (by: Signal['by'], connected: boolean, seconds: number): Signal => ({
  ...base,
  kind: 'call',
  by,
  facts: { connected, seconds },
});

describe('who acted', () => {
  test('a call of a minute is by both, whoever dialled', () => {
    expect(actorOf(call('us', true, 60), defaultSettings)).toBe('both');
    expect(actorOf(call('customer', true, 60), defaultSettings)).toBe('both');
  });

  test('a call of 59 seconds is by whoever dialled', () => {
    expect(isTouch(call('us', true, 59))).toBe(false);
    expect(isTouch(call('customer', true, 59))).toBe(true);
  });

  test('an order is the customer’s act, whoever recorded it', () => {
    const order: Signal = { ...base, kind: 'order', by: 'us', facts: { amount: 5 } };
    expect(read(order) & reads.inbound).not.toBe(0);
  });

  test('a survey nobody but us filled in is no touch', () => {
    const survey: Signal = { ...base, kind: 'survey', by: 'us', facts: { metric: 'nps', value: 10 } };
    expect(read(survey)).toBe(reads.outreach);
  });
});

describe('noise', () => {
  const noisy = { ...defaultSettings.noise };

  test('an automatic reply is no touch, unless that rule is off', () => {
    const reply = mail({ personal: false, autoReply: true });
    expect(read(reply)).toBe(0);
    expect(isTouch(reply, { ...defaultSettings, noise: { ...noisy, ignoreAutoReplies: false } })).toBe(true);
  });

  test('a meeting with five externals is no touch, with four it is one', () => {
    const meeting = (participants: number): Signal => ({
      ...base,
      kind: 'meeting',
      by: 'both',
      facts: { minutes: 30, participants },
    });
    expect([isTouch(meeting(5)), isTouch(meeting(4))]).toEqual([false, true]);
  });

  test('a bounced mail is no outreach', () => {
    const sent = mail({ personal: true }, 'us');
    expect(read(sent)).toBe(reads.outreach | reads.personal);
    expect(read(sent, defaultSettings, true)).toBe(0);
  });

  test('a bot click reaches nobody, a human one does', () => {
    const click = (bot: boolean): Signal => ({ ...base, kind: 'click', by: 'customer', facts: { bot } });
    expect([read(click(true)), read(click(false))]).toEqual([0, reads.reach]);
  });

  test('a sequence mail is outreach and not personal', () => {
    expect(read(mail({ personal: true, sequence: true }, 'us'))).toBe(reads.outreach);
  });
});

describe('families', () => {
  test.each([
    ['complaint', { closedAt: null }],
    ['refund', { amount: 5 }],
    ['downgrade', {}],
    ['competitor', {}],
    ['price_objection', {}],
  ] as const)('%s is a touch that does not heal', (kind, facts) => {
    // Each pair of the table is a kind with facts of that kind.
    const bits = read({ ...base, kind, by: 'customer', facts } as Signal);
    expect([(bits & reads.touch) !== 0, heals(bits)]).toEqual([true, false]);
  });

  test('NPS 6 and CSAT 2 are trouble, NPS 7 and CSAT 3 are not', () => {
    const survey = (metric: 'nps' | 'csat', value: number): Signal => ({
      ...base,
      kind: 'survey',
      by: 'customer',
      facts: { metric, value },
    });
    const healed = [survey('nps', 6), survey('csat', 2), survey('nps', 7), survey('csat', 3)].map((signal) =>
      heals(read(signal)),
    );
    expect(healed).toEqual([false, false, true, true]);
  });

  test('a meeting we called off is no withdrawal of theirs', () => {
    const off = (by: Signal['by']): Signal => ({ ...base, kind: 'meeting_cancelled', by, facts: {} });
    expect([read(off('us')), read(off('customer'))]).toEqual([reads.outreach, reads.withdrawal]);
  });

  test('who moves a meeting to another day touches; who misses it with a new date does neither', () => {
    const declined: Signal = { ...base, kind: 'decline', by: 'customer', facts: { newDate: true } };
    const missed: Signal = { ...base, kind: 'no_show', by: 'both', facts: { newDate: true } };
    expect([isTouch(declined), read(missed)]).toEqual([true, 0]);
  });

  test('a lost deal is an end only with the wish not to be contacted', () => {
    const lost = (doNotContact: boolean): Signal => ({
      ...base,
      kind: 'deal_lost',
      by: 'us',
      facts: { dealId: 'd', doNotContact },
    });
    expect([read(lost(true)), read(lost(false))]).toEqual([reads.end, reads.outreach]);
  });
});
