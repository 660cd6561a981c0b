import { featureNames, type PerFeature, type PortalModel } from '../portal-model.ts';
import { type Counters, halfLives } from './counters.ts';
import {
  bgLogit,
  decayedLog,
  logistic,
  overdueOf,
  type Steady,
  silenceOf,
  steadyOf,
  survivalOf,
} from './features.ts';

/** Vitality: the chance of a touch within the next H days, and why it is what it is. */

/** Days after which silence makes no further difference (2,700 years): keeps every power finite. */
const longestSilence = 1e6;

/** A contact prepared for many questions about different silences. */
export type SilenceCurve = {
  readonly steady: Steady;
  /** Intercept and everything silence cannot change, summed. */
  readonly constant: number;
  readonly halfShort: number;
  readonly halfLong: number;
  readonly model: PortalModel;
};

export function silenceCurve(counters: Counters, model: PortalModel): SilenceCurve {
  const steady = steadyOf(counters, model);
  const half = halfLives(model.horizonDays);
  return {
    steady,
    constant: model.intercept + freeSum(steady.free, model.weights),
    halfShort: half.short,
    halfLong: half.long,
    model,
  };
}

function freeSum(free: readonly number[], w: PerFeature): number {
  const [trend, irregularity, perDay, inbound, kinds, negatives, newcomer, active, commitment, trouble] =
    free;
  return (
    w.trend * (trend ?? 0) +
    w.irregularity * (irregularity ?? 0) +
    w.touchesPerDay * (perDay ?? 0) +
    w.lastInbound * (inbound ?? 0) +
    w.kinds * (kinds ?? 0) +
    w.negatives * (negatives ?? 0) +
    w.newcomer * (newcomer ?? 0) +
    w.activeDays * (active ?? 0) +
    w.commitment * (commitment ?? 0) +
    w.trouble * (trouble ?? 0)
  );
}

/** Log-odds of a touch within H days after `silentDays` without one; never rises in `silentDays`. */
export function logitOn(curve: SilenceCurve, silentDays: number): number {
  const { steady, model } = curve;
  const w = model.weights;
  const e = wholeSilence(silentDays);
  let sum = curve.constant;
  // A weight of zero is common (the shipped model): its transcendental functions are not worth computing.
  if (w.bg !== 0) sum += w.bg * bgLogit(steady, e, model.bgnbd, model.horizonDays);
  if (w.silence !== 0) sum += w.silence * silenceOf(e, model.horizonDays);
  if (w.overdue !== 0) sum += w.overdue * overdueOf(steady, e);
  if (w.survival !== 0) sum += w.survival * survivalOf(steady, e, model.gaps.g);
  if (w.rateShort !== 0) sum += w.rateShort * decayedLog(steady.logRateShort, e, curve.halfShort);
  if (w.rateLong !== 0) sum += w.rateLong * decayedLog(steady.logRateLong, e, curve.halfLong);
  return sum;
}

/** Silence as the formulas may see it: finite and not negative, whatever the clocks said. */
function wholeSilence(silentDays: number): number {
  return silentDays > 0 ? Math.min(silentDays, longestSilence) : 0;
}

export function logitV(counters: Counters, silentDays: number, model: PortalModel): number {
  return logitOn(silenceCurve(counters, model), silentDays);
}

export function vitality(counters: Counters, silentDays: number, model: PortalModel): number {
  return logistic(logitV(counters, silentDays, model));
}

/**
 * The first whole day of silence in (`from`, `to`] on which the log-odds lie below `threshold`; null when on none.
 * Bisection, which is exact because the curve never rises.
 */
export function firstSilenceBelow(
  curve: SilenceCurve,
  threshold: number,
  from: number,
  to: number,
): number | null {
  if (!(logitOn(curve, to) < threshold)) return null;
  let above = from;
  let below = to;
  while (below - above > 1) {
    const middle = Math.floor((above + below) / 2);
    if (logitOn(curve, middle) < threshold) below = middle;
    else above = middle;
  }
  return below;
}

/** Log-odds of the portal's median contact. */
export function logitOfMedian(model: PortalModel): number {
  return featureNames.reduce((sum, name) => sum + model.weights[name] * model.medians[name], model.intercept);
}
