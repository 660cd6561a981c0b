import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TouchDay } from '../../../src/relationship/signal/touch-days.ts';
import { type Counters, countersOf, countTouchDay } from '../../../src/relationship/vitality/counters.ts';
import { anyHistory } from './arbitraries.ts';

/** A day told in pieces, as touches arrive one by one. */
function inPieces(day: TouchDay): TouchDay[] {
  const pieces = Math.min(day.touches, day.kinds.length);
  return Array.from({ length: pieces }, (_, i) => ({
    day: day.day,
    touches: i === 0 ? day.touches - pieces + 1 : 1,
    inbound: day.inbound && i === 0,
    kinds: day.kinds.filter((_, k) => k % pieces === i),
    trouble: i === 0 ? day.trouble : 0,
    commitment: i === pieces - 1 ? day.commitment : 0,
  }));
}

test('touches counted one by one give the same counters as a rebuild from all of them', () => {
  fc.assert(
    fc.property(anyHistory, fc.constantFrom(30, 90, 365), (days, horizonDays) => {
      let counted: Counters | null = null;
      for (const piece of days.flatMap(inPieces)) {
        const next = countTouchDay(counted, piece, horizonDays);
        if (next === 'out_of_order') throw new Error('in order by construction');
        counted = next;
      }
      expect(counted).toEqual(countersOf(days, horizonDays));
    }),
    { numRuns: 300 },
  );
});

test('the order in which touch days are given leaves no trace', () => {
  const shuffled = anyHistory.chain((days) =>
    fc
      .array(fc.nat(), { minLength: days.length, maxLength: days.length, size: 'max' })
      .map((keys) => ({ days, other: [...days.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0)) })),
  );
  fc.assert(
    fc.property(shuffled, ({ days, other }) => {
      const reordered = other.map((i) => days[i]).filter((day) => day !== undefined);
      expect(countersOf(reordered, 90)).toEqual(countersOf(days, 90));
    }),
    { numRuns: 300 },
  );
});

test('the running mean and squares equal those computed from the list of gaps', () => {
  fc.assert(
    fc.property(anyHistory, (days) => {
      const counters = countersOf(days, 90);
      const gaps = days.slice(1).map((day, i) => Math.log(day.day - (days[i]?.day ?? 0)));
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(gaps.length, 1);
      expect(counters?.gapMean).toBeCloseTo(mean, 9);
      expect(counters?.gapSquares).toBeCloseTo(
        gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0),
        7,
      );
      expect([counters?.gap1, counters?.gap2, counters?.gap3]).toEqual(
        [gaps.at(-1), gaps.at(-2), gaps.at(-3)].map((gap) => gap ?? 0),
      );
    }),
    { numRuns: 300 },
  );
});

test('the decayed counts equal the sum over all touch days, each halved by its age', () => {
  fc.assert(
    fc.property(anyHistory, (days) => {
      const counters = countersOf(days, 90);
      const last = days.at(-1)?.day ?? 0;
      const decayed = (halfLife: number) =>
        days.reduce((sum, day) => sum + 2 ** ((day.day - last) / halfLife), 0);
      expect(counters?.rateShort).toBeCloseTo(decayed(30), 9);
      expect(counters?.rateLong).toBeCloseTo(decayed(180), 9);
    }),
    { numRuns: 300 },
  );
});
