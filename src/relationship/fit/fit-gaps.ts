import type { GapModel } from '../portal-model.ts';
import type { Counters } from '../vitality/counters.ts';

/** Own gaps that count as much as the population's mean where the data cannot say: one and a half of them. */
const kappaRange = { least: 0.25, most: 20 } as const;

/** The spread of log gaps is kept within these: a portal of metronomes would divide by nothing. */
const spreadRange = { least: 0.1, most: 3 } as const;

/**
 * Gap constants of a population by one-way analysis of variance: contacts are groups, log gaps their observations.
 * Within-variance gives `s`; kappa is within- over between-variance, the empirical-Bayes weight of the common mean.
 * Falls back to `fallback` below two contacts with two gaps or more.
 */
export function fitGaps(contacts: readonly Counters[], fallback: GapModel): GapModel {
  const withGaps = contacts.filter((c) => c.n >= 2);
  const repeated = withGaps.filter((c) => c.n >= 3);
  if (repeated.length < 2) return fallback;
  const gaps = withGaps.reduce((sum, c) => sum + c.n - 1, 0);
  // The mean of the contacts, not of the gaps: otherwise the few busiest would speak for everybody.
  const mu = withGaps.reduce((sum, c) => sum + c.gapMean, 0) / withGaps.length;
  const within = withinVariance(repeated);
  const grand = withGaps.reduce((sum, c) => sum + c.gapMean * (c.n - 1), 0) / gaps;
  const betweenSquares = withGaps.reduce((sum, c) => sum + (c.n - 1) * (c.gapMean - grand) ** 2, 0);
  const groupSize =
    (gaps - withGaps.reduce((sum, c) => sum + (c.n - 1) ** 2, 0) / gaps) / (withGaps.length - 1);
  const between = Math.max(0, (betweenSquares / (withGaps.length - 1) - within) / groupSize);
  return {
    mu,
    s: clamp(Math.sqrt(within), spreadRange),
    kappa: clamp(within / Math.max(between, 1e-9), kappaRange),
    g: Math.max(Math.exp(mu), 1),
  };
}

function withinVariance(repeated: readonly Counters[]): number {
  const squares = repeated.reduce((sum, c) => sum + c.gapSquares, 0);
  return squares / repeated.reduce((sum, c) => sum + c.n - 2, 0);
}

function clamp(x: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.min(Math.max(x, least), most);
}
