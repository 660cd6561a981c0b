import { heals, reads } from '../signal/reading.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf, type Timeline } from '../signal/timeline.ts';
import { absenceOn } from './absence.ts';
import { lastCoverEnd } from './covers.ts';
import { answerToEnd, endOf, isEnd, isReturnAfterFading, termsAfter } from './endings.ts';
import { freeLine, nextFall, stagnatingFrom } from './fall.ts';
import { nextEpoch, record } from './ledger.ts';
import {
  absenceIn,
  createReplay,
  derive,
  dwellEnd,
  enter,
  isFree,
  type Line,
  lineAt,
  type ReplayInput,
  type ReplayState,
  startOf,
  stepBeforeFading,
} from './replay-state.ts';
import type { Stage, StageAnswer } from './stages.ts';
import { isUnanswered, standingRow, withdrew } from './table.ts';
import { causeOf } from './why.ts';

/**
 * The stage as a replay of the signals.
 *
 * Signals of one instant form a batch. Before a batch, time acts up to its day (`nextFall`). Then:
 * - an end puts the contact into Terminating, where only a return act leads out, into a new epoch;
 * - a healing touch, or the first touch of an epoch, gives the stage afresh: the rows as they stand;
 * - before the first touch of an epoch the stage is what the table says;
 * - any other batch can only move the stage forward in the order of the ratchet, and only if the table says something
 *   else just after it than just before it on the same day.
 *
 * Absent from this list: our outreach. It can complete row 9 for a quiet contact, and nothing else.
 */
export type ReplayDepth =
  /** Every stage of the story. */
  | 'story'
  /** Only what is needed to know the stage now: the replay since the last healing touch. */
  | 'present';

export function replay(timeline: Timeline, input: ReplayInput, depth: ReplayDepth): ReplayState {
  const state = createReplay(input);
  const { signals, bits } = timeline;
  const judgedFrom = depth === 'story' ? 0 : lastHealingAt(timeline);
  // One batch for all, since a long history has as many as signals.
  const batch = { signals, bits, from: 0, to: 0, at: 0, isJudged: true };
  while (batch.to < signals.length) {
    const at = signals[batch.to]?.at ?? 0;
    batch.at = at;
    batch.from = batch.to;
    while (batch.to < signals.length && signals[batch.to]?.at === at) batch.to += 1;
    batch.isJudged = at >= judgedFrom;
    if (batch.isJudged) advance(state, dayOf(at));
    applyBatch(state, batch);
    state.clockDay = dayOf(at);
  }
  advance(state, dayOf(input.now));
  return state;
}

type Batch = {
  readonly signals: readonly Signal[];
  readonly bits: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly isJudged: boolean;
};

function lastHealingAt({ signals, bits }: Timeline): number {
  for (let i = signals.length - 1; i >= 0; i -= 1) {
    if (heals(bits[i] ?? 0)) return signals[i]?.at ?? 0;
  }
  return 0;
}

/** Lets time act up to the start of that day. */
export function advance(state: ReplayState, day: number): void {
  for (;;) {
    const fall = nextFall(state, state.clockDay + 1, day);
    if (fall === null) break;
    const at = startOf(fall.day);
    state.clockDay = fall.day;
    enter(state, fall.stage, at, { cause: causeOf(state, fall.stage, at) });
    state.fallDay = fall.fallDay;
  }
  if (day > state.clockDay) state.clockDay = day;
}

function applyBatch(state: ReplayState, batch: Batch): void {
  const { ledger } = state;
  const touchBefore = ledger.lastTouch;
  const hadTouch = !isFree(state);
  const hadEnd = state.end;
  const asks = batch.isJudged && hadTouch && hadEnd === null && mayMove(state, batch);
  const before = asks ? lineAt(state, batch.at) : null;
  let healed = false;
  for (let i = batch.from; i < batch.to; i += 1) {
    const signal = batch.signals[i];
    const bits = batch.bits[i] ?? 0;
    if (signal === undefined) continue;
    // Trouble of the same instant must not shorten the silence that this instant ends.
    applySignal(state, signal, bits, state.ledger === ledger ? touchBefore : state.ledger.lastTouch);
    if (heals(bits)) healed = true;
  }
  if (!batch.isJudged) return;
  if (state.end !== null) {
    // A replay of the present alone may meet an end that was declared before it began to judge.
    if (hadEnd !== state.end || state.stage !== 'terminating') {
      enter(state, 'terminating', state.end.at, { cause: causeOf(state, 'terminating', batch.at) });
    }
    return;
  }
  const newEpoch = state.ledger !== ledger;
  const isFirstTouch = !hadTouch && !isFree(state);
  if (newEpoch || healed || isFirstTouch || hadEnd !== null) enterAfresh(state, batch.at, newEpoch);
  else if (isFree(state)) moveFreely(state, batch.at);
  else if (before !== null) moveForward(state, before, batch.at);
}

function applySignal(state: ReplayState, signal: Signal, bits: number, touchBefore: Signal | null): void {
  const { settings } = state.input;
  if (isEnd(bits)) {
    record(state.ledger, signal, bits, settings);
    state.end = endOf(signal, state.ledger, state.end);
  } else if (state.end !== null) {
    const answer = answerToEnd(state.end, signal, bits, settings);
    if (answer === 'returns') openEpoch(state, signal.at);
    if (answer !== 'nothing') state.end = null;
    record(state.ledger, signal, bits, settings);
  } else {
    if (heals(bits) && isLongGone(state, touchBefore, signal.at)) openEpoch(state, signal.at);
    record(state.ledger, signal, bits, settings);
  }
  state.derived = null;
}

/** Vitality has no say here: the bounds of a new epoch are days. */
function isLongGone(state: ReplayState, touchBefore: Signal | null, at: number): boolean {
  const { portal, settings } = state.input;
  if (touchBefore === null) return false;
  const touchDay = dayOf(touchBefore.at);
  if (!isReturnAfterFading(touchDay, at, portal, settings)) return false;
  const silentFrom = Math.max(touchDay, lastCoverEnd(derive(state).covers));
  return isReturnAfterFading(silentFrom, at, portal, settings);
}

function openEpoch(state: ReplayState, at: number): void {
  const { ledger, end } = state;
  const hasFaded = end === null && state.stage === 'terminating';
  state.epochs.push({
    epoch: ledger.epoch,
    startedAt: ledger.startedAt,
    endedAt: end?.effectiveAt ?? (hasFaded ? state.since : at),
    ending: end?.kind ?? 'faded',
  });
  state.ledger = nextEpoch(ledger, at, end === null ? [] : termsAfter(end, ledger.commerce.terms));
}

/** A healing touch or a first touch: the rows as they stand, whatever the stage was. */
function enterAfresh(state: ReplayState, at: number, newEpoch: boolean): void {
  const isAway = withdrew(state.ledger, dayOf(at));
  const stage = isAway ? 'avoiding' : standingRow(state.ledger, at, state.input.facts, state.input.settings);
  const cause = isAway ? causeOf(state, 'avoiding', at) : null;
  enter(state, stage, at, { afresh: true, newEpoch, cause });
  state.judgedAt = at;
}

function moveFreely(state: ReplayState, at: number): void {
  const stage = freeLine(state, at);
  enter(state, stage, at, { cause: stage === 'avoiding' ? causeOf(state, stage, at) : null });
  state.judgedAt = at;
}

/** The order in which the stage may move between healing touches. */
const ratchet: readonly StageAnswer[] = [
  'bonding',
  'integrating',
  'intensifying',
  'experimenting',
  'differentiating',
  'circumscribing',
  'stagnating',
  'avoiding',
  'terminating',
];

function moveForward(state: ReplayState, before: Line, at: number): void {
  const after = lineAt(state, at);
  if (after === state.stage) state.judgedAt = at;
  if (after === before) return;
  // Fading is absence, never an act: what remains of the act is the step before it.
  const target: StageAnswer = after === 'faded' ? stepBeforeFading(state, dayOf(at)) : after;
  if (ratchet.indexOf(target) <= ratchet.indexOf(state.stage)) return;
  const fallDay = target === 'avoiding' || target === 'stagnating' ? fallDayOf(state, target, at) : null;
  enter(state, target, at, { cause: isStanding(target) ? null : causeOf(state, target, at) });
  state.fallDay = fallDay;
  state.judgedAt = at;
}

function isStanding(stage: StageAnswer): boolean {
  return stage !== 'stagnating' && stage !== 'avoiding' && stage !== 'terminating';
}

/**
 * From which day the dwell before fading counts. Our own messages must not move the day of the end, so Avoiding by
 * unanswered messages keeps the day of the Stagnating it replaces; the customer's own withdrawal needs no dwell.
 */
function fallDayOf(state: ReplayState, target: Stage, at: number): number | null {
  const day = dayOf(at);
  if (target === 'stagnating') return day;
  if (state.stage === 'stagnating') return state.fallDay;
  const absence = absenceIn(state);
  if (absence === null || !isUnanswered(state.ledger, state.input.settings)) return null;
  if (withdrew(state.ledger, day)) return null;
  const earliest = dwellEnd(state, dayOf(state.enteredAt));
  return Math.max(day, stagnatingFrom(state, absenceOn(absence, day), earliest));
}

/**
 * Whether a batch can move a contact that has touched from one line of the table to another. Most outreach cannot, and
 * a healing touch gives the stage afresh, whatever the line before it was.
 */
function mayMove(state: ReplayState, batch: Batch): boolean {
  let may = false;
  for (let i = batch.from; i < batch.to; i += 1) {
    const signal = batch.signals[i];
    const bits = batch.bits[i] ?? 0;
    if (heals(bits)) return false;
    may ||= signal !== undefined && mattersAlone(state, signal, bits);
  }
  return may;
}

function mattersAlone(state: ReplayState, signal: Signal, bits: number): boolean {
  if ((bits & (reads.trouble | reads.withdrawal | reads.touch)) !== 0) return true;
  if ((bits & reads.personal) !== 0) {
    return state.ledger.messages.unanswered.length + 1 >= state.input.settings.unanswered;
  }
  switch (signal.kind) {
    case 'message':
    case 'call':
    case 'meeting':
    case 'booking':
    case 'form':
    case 'page_view':
    case 'click':
    case 'ad':
    case 'referred':
    case 'bounce':
    case 'automation':
    case 'imported':
      return false;
    default:
      return true;
  }
}
