import { type BgNbd, featureNames, type PortalModel } from '../portal-model.ts';
import { type Counters, halfLives } from './counters.ts';
import { ofWholeDays } from './whole-days.ts';

/**
 * The inputs of vitality as functions of the silence `e` (whole days since the last touch). A contact is split once into
 * what silence cannot change (`Steady`) and the few terms it can, so that a horizon search costs little per probe.
 */

/** Log features never fall below this; a decayed count of e^-12 is nothing. */
const logFloor = -12;

/** Chances closer to 0 or 1 than this are not told apart: the logit would outweigh everything else. */
const chanceClip = 1e-4;

/** All of a contact that silence leaves as it is. */
export type Steady = {
  readonly n: number;
  /** First to last touch: days, and weeks for BG/NBD. */
  readonly span: number;
  readonly spanWeeks: number;
  /** Own log-gap mean and spread, shrunk to the population's. */
  readonly mu: number;
  readonly s: number;
  readonly logRateShort: number;
  readonly logRateLong: number;
  /** The free features in the order of `featureNames`, from `trend` on. */
  readonly free: readonly number[];
};

export function steadyOf(c: Counters, model: PortalModel): Steady {
  const { mu, s, kappa } = model.gaps;
  const gaps = c.n - 1;
  const ownMu = (c.gapMean * gaps + kappa * mu) / (gaps + kappa);
  // Four pseudo-gaps of the population's spread: two gaps that happen to agree do not make a metronome.
  const ownS = Math.sqrt((c.gapSquares + 4 * s * s) / (Math.max(gaps - 1, 0) + 4));
  return {
    n: c.n,
    span: c.last - c.first,
    spanWeeks: (c.last - c.first) / 7,
    mu: ownMu,
    s: ownS,
    logRateShort: Math.log(c.rateShort),
    logRateLong: Math.log(c.rateLong),
    free: [
      gaps < 3 ? 0 : (c.gap1 - c.gap3) / 2,
      ownS,
      Math.log(Math.max(c.touches, c.n) / c.n),
      c.lastInbound ? 1 : 0,
      Math.log(Math.max(c.kinds.length, 1)),
      c.troubledDays / c.n,
      c.n < 3 ? 1 : 0,
      Math.log(c.n),
      Math.log1p(c.commitment),
      Math.log1p(c.trouble),
    ],
  };
}

/** Logit of the BG/NBD chance of a touch in the next H days, after e silent days (Fader, Hardie & Lee 2005, eq. 7 and 10). */
export function bgLogit(steady: Steady, e: number, bgnbd: BgNbd, horizonDays: number): number {
  return logit(Math.min(Math.max(bgChance(steady, e, bgnbd, horizonDays), chanceClip), 1 - chanceClip));
}

/** The BG/NBD chance itself, unclipped; also the baseline we compare ourselves with. */
export function bgChance(
  steady: { readonly n: number; readonly spanWeeks: number },
  e: number,
  { r, alpha, a, b }: BgNbd,
  horizonDays: number,
): number {
  const x = steady.n - 1;
  const age = alpha + steady.spanWeeks;
  const now = age + e / 7;
  const alive = x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * (now / age) ** (r + x));
  return alive * (1 - (now / (now + horizonDays / 7)) ** (r + x));
}

export function silenceOf(e: number, horizonDays: number): number {
  return Math.log((e + 1) / horizonDays);
}

const logOfHalfDays = ofWholeDays((days) => Math.log(days + 0.5));

/** Soft count of own standard deviations by which the silence exceeds the own gap. */
export function overdueOf(steady: Steady, e: number): number {
  const z = (logOfHalfDays(e) - steady.mu) / steady.s;
  // ln(1 + exp z) without overflow.
  return z > 30 ? z : Math.log1p(Math.exp(z));
}

/** Pareto-II survival of a steady rate: n acts over the span, one typical gap added so that a newcomer has a span. */
export function survivalOf(steady: Steady, e: number, g: number): number {
  return Math.max(-steady.n * Math.log1p(e / (steady.span + g)), logFloor);
}

/** ln of a count that halves every `halfLife` days of silence. */
export function decayedLog(logCount: number, e: number, halfLife: number): number {
  return Math.max(logCount - (Math.LN2 * e) / halfLife, logFloor);
}

/** All features after `e` silent days, in the order of `featureNames`. */
export function featuresOf(counters: Counters, e: number, model: PortalModel): number[] {
  const steady = steadyOf(counters, model);
  return [...silentFeatures(steady, e, model), ...steady.free];
}

/** The features that silence moves: the first `featureNames.length - free.length` ones. */
export function silentFeatures(steady: Steady, e: number, model: PortalModel): number[] {
  const half = halfLives(model.horizonDays);
  return [
    bgLogit(steady, e, model.bgnbd, model.horizonDays),
    silenceOf(e, model.horizonDays),
    overdueOf(steady, e),
    survivalOf(steady, e, model.gaps.g),
    decayedLog(steady.logRateShort, e, half.short),
    decayedLog(steady.logRateLong, e, half.long),
  ];
}

/** How many features silence moves. */
export const silentFeatureCount = featureNames.indexOf('trend');

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

export function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
