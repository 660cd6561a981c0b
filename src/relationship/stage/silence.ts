import { dayOf, msPerDay } from '../signal/timeline.ts';
import { logistic } from '../vitality/features.ts';
import { logitOn } from '../vitality/vitality.ts';
import { curveAt } from './absence.ts';
import type { ReplayState } from './replay-state.ts';

/** How the chance of a touch falls if they stay silent: pairs of whole days since the last touch and chance, 0..1. */
export type SilenceCurve = {
  /** 00:00 UTC of the day of the last touch. */
  readonly from: number;
  readonly points: readonly (readonly [days: number, chance: number])[];
};

/** So many steps draw it smoothly. */
const steps = 8;

/**
 * The curve from the last touch past the horizon and the next fall, and past today. It depends on today only where a
 * silence has outlasted it: then it reaches twice as far, so that it stands still from day to day. Null without a touch.
 */
export function silenceCurveOf(state: ReplayState, fallDay: number | null): SilenceCurve | null {
  const { input, ledger, vitality } = state;
  const last = ledger.days.at(-1)?.day;
  const curve = curveAt(vitality, ledger, input.portal);
  if (curve === null || last === undefined) return null;
  const { horizonDays } = input.portal;
  let until = Math.max(horizonDays, fallDay === null ? 0 : fallDay - last) + Math.ceil(horizonDays / 3);
  while (until < dayOf(input.now) - last) until *= 2;
  const points: (readonly [number, number])[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const days = Math.round((until * step) / steps);
    points.push([days, logistic(logitOn(curve, days))]);
  }
  return { from: last * msPerDay, points };
}

/** 00:00 UTC of the day on which the silence outlasts the curve; null without one. */
export function curveEndsAt(curve: SilenceCurve | null): number | null {
  const end = curve?.points.at(-1);
  return curve === null || end === undefined ? null : curve.from + (end[0] + 1) * msPerDay;
}
