import { dayOf } from '../signal/timeline.ts';
import { logistic } from '../vitality/features.ts';
import { logitOn } from '../vitality/vitality.ts';
import { chanceAtTouch, curveAt, longSilence, minimalSilence } from './absence.ts';
import { exchangeOf } from './commerce.ts';
import { narrowing, orderStretch, replySlowdown } from './comparisons.ts';
import { coverOn } from './covers.ts';
import { countCycles } from './cycles.ts';
import { isOpenQuote, negotiations } from './deals.ts';
import { derive, type ReplayState } from './replay-state.ts';
import type { Stage, StageAnswer } from './stages.ts';
import { bondingSign, engagementDays, isCustomer } from './table.ts';
import { liveTrouble } from './trouble.ts';

/**
 * The stage that would have been next in line. Every row of the table has a gap in [0, 1]: the mean of how far each of
 * its conditions is from being met (for a threshold the relative distance, else 0 or 1), of its alternatives the
 * nearest. Conditions that nearly everybody meets are counted together with the one they guard, so that they cannot
 * make a far row look near. Rows that rest on evidence are asked as of the last touch: evidence that grows old neither
 * heals nor hurts.
 */
export type RunnerUp = { readonly stage: Stage; readonly gap: number };

/** The rows from the severest on; a stage's rows above are those before it. */
const fromSeverest: readonly Stage[] = [
  'terminating',
  'avoiding',
  'stagnating',
  'circumscribing',
  'differentiating',
  'bonding',
  'integrating',
  'intensifying',
  'experimenting',
  'initiating',
];

/** The nearest row above the deciding one on that day; null when none is near. */
export function runnerUpOn(state: ReplayState, day: number): RunnerUp | null {
  const rows = fromSeverest.slice(0, Math.max(placeOf(state), 0));
  const silence = silenceOn(state, day);
  let found: RunnerUp | null = null;
  for (const row of rows) {
    const gap = gapOf(state, row, day, silence);
    if (gap <= state.input.settings.runnerUpGap && (found === null || gap < found.gap))
      found = { stage: row, gap };
  }
  return found;
}

/** The nearest of the rows that absence decides: never farther on a later day while no cover begins or ends. */
export function absenceGap(state: ReplayState, day: number): number {
  const place = placeOf(state);
  const silence = silenceOn(state, day);
  let nearest = 1;
  for (const row of fromSeverest.slice(0, Math.min(Math.max(place, 0), 3))) {
    nearest = Math.min(nearest, gapOf(state, row, day, silence));
  }
  return nearest;
}

/** Where the deciding row stands; -1 for an answer that is no row. */
function placeOf(state: ReplayState): number {
  // A readonly array of a narrower type: indexOf would refuse the two answers that are no stage.
  const answers: readonly StageAnswer[] = fromSeverest;
  return answers.indexOf(state.stage);
}

export function isAbsenceRow(stage: Stage): boolean {
  return fromSeverest.indexOf(stage) < 3;
}

function gapOf(state: ReplayState, row: Stage, day: number, silence: Silence | null): number {
  switch (row) {
    case 'terminating':
      return fadingGap(state, day, silence);
    case 'avoiding':
      return avoidingGap(state, day, silence);
    case 'stagnating':
      return stagnatingGap(state, day, silence);
    case 'circumscribing':
      return circumscribingGap(state);
    case 'differentiating':
      return differentiatingGap(state);
    case 'bonding':
      return bondingGap(state);
    case 'integrating':
      return isCustomer(state.ledger, state.input.settings) ? 0 : 1;
    case 'intensifying':
      return intensifyingGap(state);
    case 'experimenting':
      return state.ledger.touches > 0 ? 0 : 1;
    case 'initiating':
      return state.ledger.reachedBy === null ? 1 : 0;
  }
}

function mean(...unmet: readonly number[]): number {
  let sum = 0;
  for (const value of unmet) sum += value;
  return sum / unmet.length;
}

/** How far a value still is above a bound it must get below. */
function above(value: number, bound: number): number {
  return value > bound ? Math.min((value - bound) / value, 1) : 0;
}

/** How far a value still is below a bound it must reach. */
function below(value: number, bound: number): number {
  return value < bound ? Math.min((bound - value) / bound, 1) : 0;
}

type Silence = { readonly days: number; readonly chance: number; readonly ratio: number };

/** The silence as of that day; null without a touch or under a cover, when absence can decide nothing. */
function silenceOn(state: ReplayState, day: number): Silence | null {
  const { lastTouch } = state.ledger;
  if (lastTouch === null || coverOn(derive(state).covers, day) !== null) return null;
  const curve = curveAt(state.vitality, state.ledger, state.input.portal);
  if (curve === null) return null;
  const days = day - dayOf(lastTouch.at);
  const chance = logistic(logitOn(curve, days));
  return { days, chance, ratio: chance / chanceAtTouch(state.vitality, curve) };
}

/** The unmet parts of "quiet". */
function quietParts(state: ReplayState, silence: Silence): number[] {
  const { settings, portal } = state.input;
  return [
    above(silence.ratio, settings.quietRatio),
    above(silence.chance, settings.quietChance),
    below(silence.days, minimalSilence(portal, settings)),
  ];
}

function fadingGap(state: ReplayState, day: number, silence: Silence | null): number {
  if (silence === null || day < derive(state).covers.termEnd) return 1;
  const { settings, portal } = state.input;
  const { renewal, anyway } = longSilence(portal, settings);
  const byChance = mean(above(silence.chance, settings.fadedChance), below(silence.days, renewal));
  return Math.min(byChance, below(silence.days, anyway));
}

function stagnatingGap(state: ReplayState, day: number, silence: Silence | null): number {
  if (silence === null) return 1;
  const { settings, portal } = state.input;
  const { covers, gap } = derive(state);
  let nearest = mean(...quietParts(state, silence));
  if (day < covers.termEnd)
    nearest = Math.min(nearest, below(silence.days, longSilence(portal, settings).renewal));
  if (isCustomer(state.ledger, settings)) return nearest;
  const still = Math.ceil(settings.staleGaps * gap);
  for (const deal of negotiations(state.ledger.deals)) {
    const unchanged = below(day - dayOf(deal.changedAt), still);
    nearest = Math.min(nearest, mean(unchanged, below(silence.days, Math.max(settings.staleDays, still))));
  }
  return nearest;
}

function avoidingGap(state: ReplayState, day: number, silence: Silence | null): number {
  const { settings } = state.input;
  const { withdrawals, messages, touches } = state.ledger;
  const underTerm = day < derive(state).covers.termEnd ? 1 : 0;
  const run = withdrawals.pattern?.length ?? withdrawals.run.length;
  const optOut = mean(withdrawals.globalOptOut === null ? 1 : 0, underTerm);
  let nearest = Math.min(below(run, settings.withdrawals), optOut);
  const { unanswered } = messages;
  const first = unanswered[0];
  const last = unanswered.at(-1);
  if (touches === 0 || silence === null || first === undefined || last === undefined) return nearest;
  const spread = dayOf(last.at) - dayOf(first.at);
  const bySilence = mean(
    ...quietParts(state, silence),
    below(unanswered.length, settings.unanswered),
    below(spread, settings.unansweredDays),
  );
  nearest = Math.min(nearest, bySilence);
  return nearest;
}

/** Rows on evidence are asked as of the last touch, or of the stage where there was none. */
function askedAt(state: ReplayState): number {
  return Math.max(state.ledger.lastTouch?.at ?? 0, state.enteredAt);
}

function circumscribingGap(state: ReplayState): number {
  const { ledger, input } = state;
  if (!isCustomer(ledger, input.settings)) return 1;
  const { breadth, depth } = narrowing(ledger, input.settings);
  const narrower = Math.min(breadth, depth);
  const isNarrow = Number.isFinite(narrower) ? above(narrower, input.settings.narrowedTo) : 1;
  const slower = replySlowdown(ledger, input.settings);
  const hasFamily =
    ledger.withdrawals.partial.size > 0 ||
    liveTrouble(ledger.trouble, askedAt(state), input.settings).length > 0;
  return mean(isNarrow, hasFamily ? 0 : slower === 0 ? 1 : below(slower, input.settings.slowerReplies));
}

function differentiatingGap(state: ReplayState): number {
  const { ledger, input } = state;
  if (!isCustomer(ledger, input.settings)) return 1;
  const troubles = liveTrouble(ledger.trouble, askedAt(state), input.settings).length;
  const stretch = below(orderStretch(ledger, input.settings), input.settings.stretchedInterval);
  return Math.min(below(troubles, input.settings.troubleKinds), mean(troubles > 0 ? 0 : 1, stretch));
}

function bondingGap(state: ReplayState): number {
  const { ledger, input } = state;
  const { settings } = input;
  const at = askedAt(state);
  if (exchangeOf(ledger.commerce, engagementDays(ledger, settings), settings) === null) return 1;
  const cycles = countCycles(ledger.commerce, dayOf(at), settings);
  const span = Math.max(cycles.last - cycles.first, 0);
  const habit = mean(below(cycles.count, settings.thirdCycle), below(span, settings.thirdCycleDays));
  const hasTrouble = liveTrouble(ledger.trouble, at, settings).length > 0;
  return mean(
    below(cycles.count, settings.bondingCycles),
    bondingSign(ledger, at, cycles, settings) === null ? habit : 0,
    hasTrouble || input.facts.captive ? 1 : 0,
  );
}

function intensifyingGap(state: ReplayState): number {
  const { ledger, input } = state;
  const { settings } = input;
  const at = askedAt(state);
  if (ledger.lastHealing === null) return 1;
  const fresh = dayOf(at) - dayOf(ledger.healedAt) < settings.negotiationDays ? 0 : 1;
  const { deals } = ledger;
  const open = deals.negotiating.size > 0 || deals.quotes.some((quote) => isOpenQuote(deals, quote, at));
  const recent = ledger.meetings.filter((held) => dayOf(at) - dayOf(held) < settings.meetingDays).length;
  const isLost = deals.lostAt >= ledger.healedAt && !open ? 1 : 0;
  return mean(fresh, open ? 0.5 : below(recent, settings.meetings), isLost);
}
