import type { PortalModel } from '../portal-model.ts';
import type { TouchDay } from '../signal/touch-days.ts';
import { logistic } from '../vitality/features.ts';
import { logitV } from '../vitality/vitality.ts';
import { examplesOf } from './training-rows.ts';

/** The newest outcomes are looked at over this share of the horizon: what a whole one knows is already a horizon old. */
const newestShare = 1 / 3;

/** Two weeks at least: less would mistake a weekend for a drift. */
const shortestDays = 14;

/** Spread of the belief that a portal does not drift at all, in log-odds. */
const driftSd = 0.5;

/** How much of a drift seen over a third of a horizon is expected to last; the rest is season and chance. */
const lastingShare = 0.6;

/**
 * By how many log-odds contacts have lately returned more (or less) often than the model says. Weights are learned from
 * outcomes that began at least a horizon ago, so a portal that is growing or dying is seen too late by them; asking
 * the same weights about the last third of a horizon shows it. Mode of the posterior of one shift, by Newton's method.
 */
export function levelDrift(
  model: PortalModel,
  histories: readonly (readonly TouchDay[])[],
  asOf: number,
): number {
  const shortDays = Math.max(shortestDays, Math.round(model.horizonDays * newestShare));
  const short = { ...model, horizonDays: shortDays };
  const examples = histories.flatMap((days) =>
    examplesOf(days, [asOf - shortDays], shortDays, 2 * model.horizonDays),
  );
  const logits = examples.map((e) => logitV(e.counters, e.silentDays, short));
  const returned = examples.filter((e) => e.returned).length;
  let shift = 0;
  for (let step = 0; step < 25; step++) {
    const chances = logits.map((z) => logistic(z + shift));
    const slope = returned - chances.reduce((sum, p) => sum + p, 0) - shift / driftSd ** 2;
    const curvature = chances.reduce((sum, p) => sum + p * (1 - p), 0) + 1 / driftSd ** 2;
    shift += slope / curvature;
  }
  return shift * lastingShare;
}
