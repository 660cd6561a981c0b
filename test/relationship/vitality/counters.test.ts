import { expect, test } from 'vitest';
import type { TouchDay } from '../../../src/relationship/signal/touch-days.ts';
import { countersOf, countTouchDay } from '../../../src/relationship/vitality/counters.ts';

const touch = (day: number, more: Partial<TouchDay> = {}): TouchDay => ({
  day,
  touches: 1,
  inbound: true,
  kinds: ['message'],
  trouble: 0,
  commitment: 0,
  ...more,
});

test('no touch day gives no counters', () => {
  expect(countersOf([], 90)).toBeNull();
});

test('a day before the last one asks for a rebuild', () => {
  const counters = countersOf([touch(100)], 90);
  expect(countTouchDay(counters, touch(99), 90)).toBe('out_of_order');
});

test('a second touch of one day opens no gap but counts as a touch', () => {
  const counters = countersOf([touch(100), touch(110), touch(110, { kinds: ['order'], inbound: false })], 90);
  expect(counters).toMatchObject({ n: 2, touches: 3, kinds: ['message', 'order'], lastInbound: true });
  expect(counters?.gap1).toBeCloseTo(Math.log(10), 12);
});

test('trouble twice on one day is one troubled day', () => {
  const counters = countersOf([touch(1, { trouble: 1 }), touch(1, { trouble: 2 }), touch(5)], 90);
  expect(counters).toMatchObject({ troubledDays: 1, trouble: 3, lastTroubled: false });
});

test('a long-lived contact needs no more room than a new one', () => {
  const days = Array.from({ length: 5000 }, (_, i) => touch(i * 2));
  const [long, short] = [countersOf(days, 90), countersOf(days.slice(0, 1), 90)];
  expect(Object.keys(long ?? {})).toEqual(Object.keys(short ?? {}));
  expect(JSON.stringify(long).length).toBeLessThan(500);
});
