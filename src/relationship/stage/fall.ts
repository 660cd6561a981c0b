import { dayOf } from '../signal/timeline.ts';
import { logit } from '../vitality/features.ts';
import { logitOn } from '../vitality/vitality.ts';
import { type Absence, type AbsenceDays, curveAt, longSilence, quietBound } from './absence.ts';
import {
  absenceIn,
  derive,
  dwellEnd,
  isFree,
  isTooEarly,
  type ReplayState,
  startOf,
} from './replay-state.ts';
import type { Stage, StageAnswer } from './stages.ts';
import { isUnanswered, standingRow, withdrew } from './table.ts';

/**
 * What time alone does: the next day on which the stage changes if nothing new happens. Absence leads to Stagnating or
 * Avoiding and, once faded, from there to Terminating. The same function moves the replay through the past and gives
 * the horizon of the future, so the two cannot disagree.
 */
export type Fall = {
  readonly day: number;
  readonly stage: StageAnswer;
  /** From which day the dwell before fading counts. */
  readonly fallDay: number | null;
};

const forever = Number.POSITIVE_INFINITY;

/** Stages that absence can lead out of, into Stagnating. */
const beforeStagnating: ReadonlySet<StageAnswer> = new Set<StageAnswer>([
  'experimenting',
  'intensifying',
  'integrating',
  'bonding',
  'differentiating',
  'circumscribing',
]);

/** The first fall on a day in [from, to]; null when there is none. */
export function nextFall(state: ReplayState, from: number, to: number): Fall | null {
  if (from > to || state.end !== null || state.stage === 'terminating') return null;
  if (isFree(state)) return nextFreeMove(state, from, to);
  if (isOutOfReach(state, to)) return null;
  const absence = absenceIn(state);
  if (absence === null) return null;
  const underTerm = fallWithin(state, absence.under, absence, from, Math.min(to, absence.termEnd - 1));
  return underTerm ?? fallWithin(state, absence.after, absence, Math.max(from, absence.termEnd), to);
}

/** Most gaps between touches hold no fall; most of them are told by their length or by one look at vitality. */
function isOutOfReach(state: ReplayState, to: number): boolean {
  const { ledger, input, vitality } = state;
  if (ledger.lastTouch === null || ledger.withdrawals.globalOptOut !== null) return false;
  if (isTooEarly(state, to)) return true;
  const silent = to - dayOf(ledger.lastTouch.at);
  if (ledger.deals.negotiating.size > 0 || silent >= longSilence(input.portal, input.settings).renewal)
    return false;
  const curve = curveAt(vitality, ledger, input.portal);
  if (curve === null) return true;
  const odds = logitOn(curve, silent);
  // Above the first of its two bounds the second need not be known.
  return odds >= logit(input.settings.quietChance) || odds >= quietBound(vitality, curve, input.settings);
}

/** One span: every condition holds from its day on, so the earliest permitted one decides. */
function fallWithin(
  state: ReplayState,
  absent: AbsenceDays,
  absence: Absence,
  from: number,
  to: number,
): Fall | null {
  if (from > to) return null;
  const fall = beforeStagnating.has(state.stage)
    ? firstStep(state, absent, absence, from)
    : lastSteps(state, absent, from);
  return fall !== null && fall.day <= to ? fall : null;
}

function firstStep(state: ReplayState, absent: AbsenceDays, absence: Absence, from: number): Fall | null {
  const earliest = Math.max(from, dwellEnd(state, dayOf(state.enteredAt)));
  const stagnating = stagnatingFrom(state, absent, earliest);
  const avoiding = Math.max(avoidingFrom(state, absent, absence), earliest);
  if (avoiding <= stagnating && avoiding < forever) {
    return { day: avoiding, stage: 'avoiding', fallDay: stagnating === forever ? avoiding : stagnating };
  }
  return stagnating === forever ? null : { day: stagnating, stage: 'stagnating', fallDay: stagnating };
}

/** The day of the fall to Stagnating: held while a colleague is in touch, but never once faded. */
export function stagnatingFrom(state: ReplayState, absent: AbsenceDays, earliest: number): number {
  const due = Math.max(Math.min(absent.quiet, absent.stale), earliest);
  if (due === forever) return forever;
  const held = heldUntil(state, due);
  return held === due ? due : Math.min(held, Math.max(absent.faded(), earliest));
}

/** Stagnating or Avoiding: what is left is Avoiding and fading. */
function lastSteps(state: ReplayState, absent: AbsenceDays, from: number): Fall | null {
  const fade = Math.max(absent.faded(), from, state.fallDay === null ? from : dwellEnd(state, state.fallDay));
  if (state.stage === 'stagnating') {
    const absence = absenceIn(state);
    const dwelt = Math.max(from, dwellEnd(state, dayOf(state.enteredAt)));
    const avoiding = absence === null ? forever : Math.max(avoidingFrom(state, absent, absence), dwelt);
    if (avoiding < fade) return { day: avoiding, stage: 'avoiding', fallDay: state.fallDay };
  }
  return fade === forever ? null : { day: fade, stage: 'terminating', fallDay: null };
}

/** First day of this span on which row 9 holds without a further act. */
function avoidingFrom(state: ReplayState, absent: AbsenceDays, absence: Absence): number {
  const { ledger } = state;
  let day = forever;
  if (isUnanswered(ledger, state.input.settings)) day = absent.quiet;
  if (withdrew(ledger, forever)) {
    day = Math.min(day, ledger.withdrawals.pattern === null ? absence.termEnd : Number.NEGATIVE_INFINITY);
  }
  return day;
}

/** The first day from `day` on that no colleague's touch holds. */
export function heldUntil(state: ReplayState, day: number): number {
  const window = Math.max(state.input.settings.colleagueDays, derive(state).gap);
  let free = day;
  for (const touch of state.input.colleagues) {
    const end = Math.min(touch.day + window, sharedUntil(state, touch.dealId, free));
    if (touch.day < free && end > free) free = end;
  }
  return free;
}

/** How long the contact shares that deal or term with its colleagues; minus infinity when it does not. */
function sharedUntil(state: ReplayState, dealId: string, day: number): number {
  if (state.ledger.deals.byId.get(dealId)?.isOpen === true) return forever;
  let until = Number.NEGATIVE_INFINITY;
  for (const term of state.ledger.commerce.terms) {
    if (term.dealId === dealId && term.startDay <= day) until = Math.max(until, term.endDay);
  }
  return until;
}

/** Before the first touch only the terms on record change anything by themselves: their years and their end. */
function nextFreeMove(state: ReplayState, from: number, to: number): Fall | null {
  const { terms } = state.ledger.commerce;
  if (terms.length === 0) return null;
  const days: number[] = [];
  const { bondingCycles, thirdCycle, bondingTermDays } = state.input.settings;
  for (const term of terms) {
    days.push(term.startDay + bondingTermDays, term.endDay);
    for (let year = 1; year <= bondingCycles + thirdCycle; year += 1) days.push(term.startDay + 365 * year);
  }
  days.sort((a, b) => a - b);
  for (const day of days) {
    if (day < from || day > to || day === forever) continue;
    const stage = freeLine(state, startOf(day));
    if (stage !== state.stage) return { day, stage, fallDay: null };
  }
  return null;
}

/** The line of the table for a contact without a touch. */
export function freeLine(state: ReplayState, at: number): Stage | 'not_enough_evidence' {
  const isAway = withdrew(state.ledger, dayOf(at));
  return isAway ? 'avoiding' : standingRow(state.ledger, at, state.input.facts, state.input.settings);
}
