import { dayOf } from '../signal/timeline.ts';
import { logistic } from '../vitality/features.ts';
import { logitOn } from '../vitality/vitality.ts';
import { curveAt, longSilence } from './absence.ts';
import { type Fall, nextFall } from './fall.ts';
import { type Holding, holdingBreaks, holdingOn } from './holding.ts';
import type { ReplayState } from './replay-state.ts';
import { startOf } from './replay-state.ts';
import { absenceGap, isAbsenceRow, type RunnerUp, runnerUpOn } from './runner-up.ts';

/**
 * How long an answer holds. `validUntil` is the next fall of the replay itself. `dueAt` is the first day on which
 * anything we publish changes by time alone: the stage, what holds it, the runner-up, or vitality rounded to tenths.
 */
export type Horizon = {
  readonly validUntil: number | null;
  readonly fall: Fall | null;
  readonly dueAt: number | null;
  readonly holding: Holding | null;
  readonly runnerUp: RunnerUp | null;
};

const forever = Number.POSITIVE_INFINITY;

export function nextChange(state: ReplayState): Fall | null {
  return nextFall(state, dayOf(state.input.now) + 1, forever);
}

export function horizonOf(state: ReplayState): Horizon {
  const today = dayOf(state.input.now);
  const fall = nextChange(state);
  const holding = holdingOn(state, today);
  const runnerUp = runnerUpOn(state, today);
  let due = fall?.day ?? forever;
  due = Math.min(due, holdingChange(state, holding, today, due));
  due = Math.min(due, vitalityChange(state, today, due));
  due = Math.min(due, runnerUpChange(state, runnerUp, today, due));
  return {
    validUntil: fall === null ? null : startOf(fall.day),
    fall,
    dueAt: due === forever ? null : startOf(due),
    holding,
    runnerUp,
  };
}

function holdingChange(state: ReplayState, now: Holding | null, today: number, limit: number): number {
  for (const day of holdingBreaks(state, today)) {
    if (day >= limit) break;
    const then = holdingOn(state, day);
    if (then?.by !== now?.by || then?.endDay !== now?.endDay) return day;
  }
  return forever;
}

/** Silence beyond this (a century) is not looked into. */
const longestLook = 36_525;

/** The first day on which vitality, rounded to tenths, is another number. */
function vitalityChange(state: ReplayState, today: number, limit: number): number {
  const { lastTouch } = state.ledger;
  const curve = curveAt(state.vitality, state.ledger, state.input.portal);
  if (lastTouch === null || curve === null) return forever;
  const last = dayOf(lastTouch.at);
  const tenths = (day: number) => Math.round(logistic(logitOn(curve, day - last)) * 10);
  const now = tenths(today);
  if (now === 0) return forever;
  return firstDay(today, Math.min(limit, today + longestLook), (day) => tenths(day) !== now);
}

/** First day in (from, to] on which a claim holds that keeps holding once it does; infinite when on none. */
function firstDay(from: number, to: number, claim: (day: number) => boolean): number {
  if (to <= from || !claim(to)) return forever;
  let before = from;
  let after = to;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (claim(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** The first day up to `limit` with another runner-up; between two changes of a cover the rows of absence only draw nearer. */
function runnerUpChange(state: ReplayState, now: RunnerUp | null, today: number, limit: number): number {
  const { portal, settings } = state.input;
  const until = Math.min(limit, today + longSilence(portal, settings).anyway);
  let from = today;
  for (const change of [...holdingBreaks(state, today), until]) {
    const to = Math.min(change, until);
    const day = overtakenWithin(state, now, from, to - 1);
    if (day !== forever) return day;
    if (to > from && runnerUpOn(state, to)?.stage !== now?.stage) return to;
    if (change >= until) break;
    from = to;
  }
  return forever;
}

/** A row of absence can be overtaken by another one, any day; the others are overtaken once and for good. */
function overtakenWithin(state: ReplayState, now: RunnerUp | null, from: number, to: number): number {
  if (now !== null && isAbsenceRow(now.stage)) {
    for (let day = from + 1; day <= to; day += 1) {
      if (runnerUpOn(state, day)?.stage !== now.stage) return day;
    }
    return forever;
  }
  const bound = now === null ? state.input.settings.runnerUpGap : now.gap;
  return firstDay(from, to, (day) => absenceGap(state, day) <= bound);
}
