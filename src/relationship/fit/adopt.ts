import type { PortalModel } from '../portal-model.ts';
import type { TouchDay } from '../signal/touch-days.ts';
import { countersOf } from '../vitality/counters.ts';
import { vitality } from '../vitality/vitality.ts';
import { type Example, examplesOf } from './training-rows.ts';

/** Gain in mean log-loss on held-back outcomes below which a refit is not worth moving contacts for. */
export const adoptionGain = 0.002;

export type Adoption = {
  readonly adopted: boolean;
  readonly model: PortalModel;
  /** Mean log-loss of the present and the proposed model, and how many outcomes they were tried on. */
  readonly before: number;
  readonly after: number;
  readonly outcomes: number;
};

/**
 * The proposed model where it predicts held-back outcomes better than the present one by `adoptionGain`, else the
 * present one. `heldBack` must not have been used to fit `proposed`.
 */
export function adopt(
  present: PortalModel,
  proposed: PortalModel,
  heldBack: readonly HeldBack[],
  gain = adoptionGain,
): Adoption {
  const before = meanLogLoss(present, heldBack);
  const after = meanLogLoss(proposed, heldBack);
  const adopted = heldBack.length > 0 && before - after >= gain;
  return { adopted, model: adopted ? proposed : present, before, after, outcomes: heldBack.length };
}

/** An outcome to try models on: the touch days known at `at`, and whether a touch followed within the horizon. */
export type HeldBack = {
  readonly days: readonly TouchDay[];
  readonly at: number;
  readonly returned: boolean;
};

/**
 * Outcomes of the last known horizon: what each contact looked like at asOf - H, touched within 2H before. Fit the
 * proposed model as of asOf - H, try it on these.
 */
export function heldBackOutcomes(
  histories: readonly (readonly TouchDay[])[],
  asOf: number,
  horizonDays: number,
): HeldBack[] {
  const at = asOf - horizonDays;
  return histories.flatMap((days) =>
    examplesOf(days, [at], horizonDays, 2 * horizonDays).map(({ returned }: Example) => ({
      days: days.filter((d) => d.day <= at),
      at,
      returned,
    })),
  );
}

/** Mean of -ln P(outcome); 0 without outcomes. */
export function meanLogLoss(model: PortalModel, outcomes: readonly HeldBack[]): number {
  const losses = outcomes.map(({ days, at, returned }) => {
    const counters = countersOf(days, model.horizonDays);
    if (counters === null) return 0;
    const v = vitality(counters, at - counters.last, model);
    return -Math.log(Math.max(returned ? v : 1 - v, 1e-12));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(losses.length, 1);
}
