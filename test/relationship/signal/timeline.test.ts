import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { Signal } from '../../../src/relationship/signal/signal.ts';
import { dayAfter, dayOf, msPerDay, readTimeline } from '../../../src/relationship/signal/timeline.ts';
import { touchDays } from '../../../src/relationship/signal/touch-days.ts';

const form = (id: string, at: number): Signal => ({
  id,
  source: `contacts:${id}`,
  at,
  kind: 'form',
  by: 'customer',
  channel: 'form',
  facts: {},
});
const order = (id: string, at: number, amount = 10): Signal => ({
  id,
  source: `orders:${id}`,
  at,
  kind: 'order',
  by: 'customer',
  channel: 'order',
  facts: { amount },
});
const mail = (id: string, at: number, source = `emails:${id}`): Signal => ({
  id,
  source,
  at,
  kind: 'message',
  by: 'us',
  channel: 'email',
  facts: { personal: true },
});
const bounce = (id: string, at: number, source: string): Signal => ({
  id,
  source,
  at,
  kind: 'bounce',
  by: 'system',
  channel: 'email',
  facts: {},
});

const idsOf = (signals: readonly Signal[], now = 1e12) =>
  readTimeline(signals, defaultSettings, now).signals.map((signal) => signal.id);

test('what is dated before 1970, after now or not at all is left out', () => {
  expect(idsOf([form('a', -1), form('b', 2e12), form('c', Number.NaN), form('d', 5)])).toEqual(['d']);
});

test('two sayings of one id are one signal, the later one, in whatever order they come', () => {
  const [said, corrected] = [order('a', 10), order('a', 20)];
  for (const signals of [
    [said, corrected],
    [corrected, said],
  ]) {
    expect(readTimeline(signals, defaultSettings, 1e12).signals).toEqual([corrected]);
  }
});

test('signals without an id are one when time, kind, actor and facts agree', () => {
  expect(idsOf([order('', 10, 5), order('', 10, 5), order('', 10, 6)])).toHaveLength(2);
});

test('within one instant an end comes before a withdrawal, trouble, outreach, a touch and an order', () => {
  const stop: Signal = { ...form('end', 7), kind: 'stop_request', channel: 'email', facts: {} };
  const missed: Signal = { ...form('away', 7), kind: 'no_show', by: 'both', channel: 'meeting', facts: {} };
  const angry: Signal = {
    ...form('angry', 7),
    kind: 'complaint',
    channel: 'ticket',
    facts: { closedAt: null },
  };
  const batch = [order('paid', 7), form('touch', 7), mail('out', 7), angry, missed, stop];
  expect(idsOf(batch)).toEqual(['end', 'away', 'angry', 'out', 'touch', 'paid']);
});

test('a mail that came back was never delivered', () => {
  const timeline = readTimeline([mail('m', 5), bounce('b', 9, 'emails:m')], defaultSettings, 1e12);
  expect(timeline.bits).toEqual([0, 0]);
});

test('a day is counted from midnight UTC, and a known date is over on the first whole day after it', () => {
  expect([dayOf(msPerDay - 1), dayOf(msPerDay), dayAfter(msPerDay), dayAfter(msPerDay + 1)]).toEqual([
    0, 1, 1, 2,
  ]);
});

test('touches of one UTC day are one touch day with all that happened on it', () => {
  const angry: Signal = {
    ...form('c', 300),
    kind: 'complaint',
    channel: 'ticket',
    facts: { closedAt: null },
  };
  expect(
    touchDays([order('a', 100), form('b', 200), angry, mail('m', 400), form('n', msPerDay)], defaultSettings),
  ).toEqual([
    { day: 0, touches: 3, inbound: true, kinds: ['order', 'form', 'complaint'], trouble: 1, commitment: 1 },
    { day: 1, touches: 1, inbound: true, kinds: ['form'], trouble: 0, commitment: 0 },
  ]);
});
