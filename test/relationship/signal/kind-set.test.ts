import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import { kindSetOf, noKinds, sizeOf } from '../../../src/relationship/signal/kind-set.ts';
import { readSignal, reads } from '../../../src/relationship/signal/reading.ts';
import type { By, SignalKind } from '../../../src/relationship/signal/signal.ts';
import { everyKind, now, signalOf } from '../stage/any-history.ts';

const actors: readonly By[] = ['customer', 'both', 'us', 'system'];

function canTouch(kind: SignalKind): boolean {
  for (let n = 1; n <= 40; n += 1) {
    const signal = signalOf(kind, now, n, 's');
    if (actors.some((by) => (readSignal({ ...signal, by }, defaultSettings, false) & reads.touch) !== 0))
      return true;
  }
  return false;
}

const touching = everyKind.filter(canTouch);

test.each(touching)('%s, which can be a touch, is in a set of its own', (kind) => {
  expect(sizeOf(kindSetOf(kind))).toBe(1);
});

test('no two kinds share a place, and all of them fit into one set', () => {
  const all = touching.reduce((set, kind) => set | kindSetOf(kind), noKinds);
  expect(sizeOf(all)).toBe(touching.length);
  expect(all).toBeGreaterThan(0);
});

test('a kind added twice is in the set once', () => {
  const set = kindSetOf('order') | kindSetOf('message');
  expect(sizeOf(set | kindSetOf('order'))).toBe(2);
  expect(sizeOf(noKinds)).toBe(0);
});
