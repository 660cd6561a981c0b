import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datasetPath, readCdnow } from '../../../bench/histories.ts';
import { fitBgNbd, likelihood, type Recurrence } from '../../../src/relationship/fit/fit-bgnbd.ts';

/**
 * cdnow-recurrences.csv: repeat days, days from the first to the last and to 1997-09-30, and how many customers share them;
 * counted from the CDNOW 1/10 sample of Fader & Hardie (brucehardie.com) as kept in github.com/CamDavidsonPilon/lifetimes
 * (MIT licence), orders of one day merged.
 */
function cdnow(): Recurrence[] {
  const file = path.join(import.meta.dirname, 'cdnow-recurrences.csv');
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return rows.flatMap((row) => {
    const [x = 0, last = 0, days = 0, customers = 0] = row.split(',').map(Number);
    return Array.from({ length: customers }, () => ({ x, tx: last / 7, T: days / 7 }));
  });
}

function expectPublished(contacts: readonly Recurrence[]): void {
  const { bgnbd, logLikelihood } = fitBgNbd(contacts);
  // Fader, Hardie & Lee (2005), table 2: .243, 4.414, .793, 2.426, log-likelihood -9582.4.
  expect(contacts).toHaveLength(2357);
  expect(bgnbd.r).toBeCloseTo(0.2426, 3);
  expect(bgnbd.alpha).toBeCloseTo(4.4136, 3);
  expect(bgnbd.a).toBeCloseTo(0.7929, 3);
  expect(bgnbd.b).toBeCloseTo(2.4259, 3);
  expect(logLikelihood).toBeCloseTo(-9582.4, 1);
}

test('maximum likelihood finds the published CDNOW parameters', () => {
  expectPublished(cdnow());
});

const dataset = datasetPath('cdnow');

test.skipIf(dataset === null || !existsSync(dataset))('the raw orders give the same parameters', async () => {
  const end = Date.parse('1997-09-30') / 86_400_000;
  const days = new Map<string, Set<number>>();
  for (const { contact, at } of await readCdnow(dataset ?? '')) {
    const day = Date.parse(at) / 86_400_000;
    if (day > end) continue;
    days.set(contact, (days.get(contact) ?? new Set()).add(day));
  }
  expectPublished(
    [...days.values()].map((set) => {
      const [first, last] = [Math.min(...set), Math.max(...set)];
      return { x: set.size - 1, tx: (last - first) / 7, T: (end - first) / 7 };
    }),
  );
});

const parameters = fc.record({ r: positive(), alpha: positive(), a: positive(), b: positive() });

function positive(): fc.Arbitrary<number> {
  return fc.double({ min: -2, max: 3, noNaN: true }).map(Math.exp);
}

const recurrences = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.double({ min: 0.2, max: 50, noNaN: true }),
      fc.nat({ max: 60 }),
    )
    .map(([x, tx, silent]) => ({ x, tx: x === 0 ? 0 : tx, T: (x === 0 ? 0 : tx) + silent })),
  { minLength: 1, maxLength: 30 },
);

test('the gradient is the slope of the likelihood', () => {
  fc.assert(
    fc.property(parameters, recurrences, (at, contacts) => {
      const { gradient } = likelihood(contacts, at);
      for (const [i, name] of (['r', 'alpha', 'a', 'b'] as const).entries()) {
        const step = at[name] * 1e-5;
        const up = likelihood(contacts, { ...at, [name]: at[name] + step }).value;
        const down = likelihood(contacts, { ...at, [name]: at[name] - step }).value;
        const slope = (up - down) / (2 * step);
        expect(Math.abs((gradient[i] ?? 0) - slope)).toBeLessThan(1e-3 * (1 + Math.abs(slope)));
      }
    }),
    { numRuns: 200 },
  );
});

test('any population gives finite parameters, also one in which nobody ever stops', () => {
  const prior = { centre: { r: 0.3, alpha: 5, a: 0.8, b: 2.5 }, sd: 2 };
  fc.assert(
    fc.property(recurrences, (contacts) => {
      const { bgnbd, logLikelihood } = fitBgNbd(contacts, prior);
      expect(Object.values(bgnbd).every((p) => Number.isFinite(p) && p > 0)).toBe(true);
      expect(Number.isFinite(logLikelihood)).toBe(true);
    }),
    { numRuns: 200 },
  );
  const tireless = Array.from({ length: 300 }, () => ({ x: 50, tx: 50, T: 50 }));
  for (const p of Object.values(fitBgNbd(tireless).bgnbd))
    expect(Math.abs(Math.log(p))).toBeLessThanOrEqual(10);
});
