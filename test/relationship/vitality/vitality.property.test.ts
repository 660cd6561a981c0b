import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import type { By, Signal } from '../../../src/relationship/signal/signal.ts';
import { touchDays } from '../../../src/relationship/signal/touch-days.ts';
import { type Counters, countersOf } from '../../../src/relationship/vitality/counters.ts';
import {
  firstSilenceBelow,
  logitV,
  silenceCurve,
  vitality,
} from '../../../src/relationship/vitality/vitality.ts';
import { anyHistory, anyModel, anySilence } from './arbitraries.ts';

const contact = fc.tuple(anyHistory, anyModel).map(([days, model]) => {
  const counters = countersOf(days, model.horizonDays);
  if (counters === null) throw new Error('a history has at least one day');
  return { counters, model };
});

test('in silence vitality never rises', () => {
  fc.assert(
    fc.property(contact, anySilence, anySilence, ({ counters, model }, e1, e2) => {
      const [early, late] = [Math.min(e1, e2), Math.max(e1, e2)];
      const before = logitV(counters, early, model);
      expect(logitV(counters, late, model)).toBeLessThanOrEqual(before + 1e-9 * (1 + Math.abs(before)));
    }),
    { numRuns: 2000 },
  );
});

test('vitality is a chance for every history, silence and model, whatever the clocks say', () => {
  const silence = fc.oneof(anySilence, fc.double(), fc.constantFrom(Number.NaN, 1e300, -5));
  fc.assert(
    fc.property(contact, silence, ({ counters, model }, e) => {
      expect(Number.isFinite(logitV(counters, e, model))).toBe(true);
      const v = vitality(counters, e, model);
      expect(v >= 0 && v <= 1).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('the first silence below a threshold is below it and the day before is not', () => {
  const threshold = fc.double({ min: -20, max: 10, noNaN: true });
  fc.assert(
    fc.property(contact, threshold, ({ counters, model }, limit) => {
      const curve = silenceCurve(counters, model);
      const day = firstSilenceBelow(curve, limit, 0, 5000);
      if (day === null) {
        expect(logitV(counters, 5000, model)).toBeGreaterThanOrEqual(limit);
        return;
      }
      expect(logitV(counters, day, model)).toBeLessThan(limit);
      if (day > 1) expect(logitV(counters, day - 1, model)).toBeGreaterThanOrEqual(limit);
    }),
    { numRuns: 1000 },
  );
});

const act = fc.record({
  at: fc.integer({ min: 0, max: 1_700_000_000_000 }),
  kind: fc.constantFrom('message' as const, 'form' as const, 'ticket' as const),
});

function signal(
  { at, kind }: { at: number; kind: 'message' | 'form' | 'ticket' },
  by: By,
  id: string,
): Signal {
  const base = { id, source: `test:${id}`, at, by, channel: 'other' as const };
  return kind === 'message' ? { ...base, kind, facts: { personal: true } } : { ...base, kind, facts: {} };
}

test('outreach and system signals leave vitality the same number', () => {
  const acts = fc.array(act, { minLength: 1, maxLength: 40, size: 'max' });
  const noise = fc.array(fc.tuple(act, fc.constantFrom<By>('us', 'system')), { maxLength: 40, size: 'max' });
  const countersFrom = (signals: readonly Signal[], horizonDays: number): Counters | null =>
    countersOf(touchDays(signals, defaultSettings), horizonDays);
  fc.assert(
    fc.property(acts, noise, anyModel, anySilence, (customers, others, model, e) => {
      const theirs = customers.map((a, i) => signal(a, i % 3 === 0 ? 'both' : 'customer', `c${i}`));
      const ours = others.map(([a, by], i) => signal(a, by, `o${i}`));
      const without = countersFrom(theirs, model.horizonDays);
      const withAll = countersFrom([...ours, ...theirs], model.horizonDays);
      if (without === null || withAll === null) throw new Error('there is a touch');
      expect(logitV(withAll, e, model)).toBe(logitV(without, e, model));
    }),
    { numRuns: 500 },
  );
});
