import type { ContactFacts } from '../facts.ts';
import type { PortalModel } from '../portal-model.ts';
import type { Settings } from '../settings.ts';
import { dayOf, msPerDay } from '../signal/timeline.ts';
import {
  type Absence,
  type AbsenceDays,
  absenceOf,
  absenceOn,
  createVitality,
  curveAt,
  minimalSilence,
  type VitalityState,
} from './absence.ts';
import { type Covers, coversOf } from './covers.ts';
import type { End } from './endings.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { movementOf } from './movement.ts';
import { ownGap } from './own-gap.ts';
import type { Cause } from './reason.ts';
import type { Ending, Movement, Stage, StageAnswer } from './stages.ts';
import { isCustomer, isUnanswered, standingRow, withdrew } from './table.ts';

/**
 * Where the replay of a contact stands: the ledger, the stage given so far, and what is derived from both until the
 * next signal. A stage is only ever reached through `enter`, so the story is complete by construction.
 */
export type ReplayState = {
  readonly input: ReplayInput;
  ledger: Ledger;
  end: End | null;
  readonly vitality: VitalityState;
  stage: StageAnswer;
  /** When the replay last gave this stage afresh: the dwell counts from there. */
  enteredAt: number;
  /** When the stage was entered without an interruption since. */
  since: number;
  /** The day from which the dwell before fading counts; null when leaving needs no dwell of its own. */
  fallDay: number | null;
  /** Time has acted up to this day. */
  clockDay: number;
  /** When rows 1 to 7 were last asked and agreed with the stage. */
  judgedAt: number;
  /** Why, fixed when the stage was entered by absence, withdrawal or an end; null for rows 1 to 7. */
  cause: Cause | null;
  readonly history: StoryEntry[];
  readonly epochs: EpochEntry[];
  /** Derived until the next signal. */
  derived: Derived | null;
};

export type ReplayInput = {
  readonly facts: ContactFacts;
  readonly portal: PortalModel;
  readonly settings: Settings;
  readonly now: number;
  /** Colleagues' touches up to now, oldest first. */
  readonly colleagues: readonly { readonly day: number; readonly dealId: string }[];
  /** The last touch before the date a person set: that date protects the silence that began there, and no other. */
  readonly askedFrom: number | null;
};

export type StoryEntry = { readonly stage: StageAnswer; readonly since: number; readonly movement: Movement };

export type EpochEntry = {
  readonly epoch: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly ending: Ending;
};

export type Derived = {
  readonly covers: Covers;
  readonly gap: number;
  absence: Absence | null;
};

export function createReplay(input: ReplayInput): ReplayState {
  return {
    input,
    ledger: createLedger(),
    end: null,
    vitality: createVitality(),
    stage: 'not_enough_evidence',
    enteredAt: Number.NEGATIVE_INFINITY,
    since: Number.NEGATIVE_INFINITY,
    fallDay: null,
    clockDay: Number.NEGATIVE_INFINITY,
    judgedAt: Number.NEGATIVE_INFINITY,
    cause: null,
    history: [],
    epochs: [],
    derived: null,
  };
}

/** Before the first touch of an epoch there is no ratchet: the stage is what the table says. */
export function isFree(state: ReplayState): boolean {
  return state.ledger.touches === 0;
}

export function derive(state: ReplayState): Derived {
  if (state.derived === null) {
    const { portal, settings } = state.input;
    state.derived = {
      covers: coversOf(state.ledger, askedUntilIn(state), settings),
      gap: ownGap(state.ledger, portal, settings),
      absence: null,
    };
  }
  return state.derived;
}

function askedUntilIn({ ledger, input }: ReplayState): number | null {
  const isThatSilence = ledger.lastTouch !== null && ledger.lastTouch.at === input.askedFrom;
  return isThatSilence ? input.facts.askedUntil : null;
}

/** The days on which absence speaks; null without a touch. Asked after the day of the last touch only. */
export function absenceIn(state: ReplayState): Absence | null {
  const derived = derive(state);
  if (derived.absence !== null) return derived.absence;
  const { portal, settings } = state.input;
  curveAt(state.vitality, state.ledger, portal);
  const about = { gap: derived.gap, isCustomer: isCustomer(state.ledger, settings) };
  derived.absence = absenceOf(state.ledger, derived.covers, state.vitality, about, portal, settings);
  return derived.absence;
}

/** First day on which absence lets a stage be left that was entered on `day`. */
export function dwellEnd(state: ReplayState, day: number): number {
  return day + Math.max(state.input.settings.dwellDays, derive(state).gap);
}

/** Whether the silence up to a day is too short for any line that speaks of absence; asked without vitality. */
export function isTooEarly(state: ReplayState, day: number): boolean {
  const { lastTouch, deals } = state.ledger;
  if (lastTouch === null) return true;
  const { settings, portal } = state.input;
  const silent = day - dayOf(lastTouch.at);
  if (silent >= minimalSilence(portal, settings)) return false;
  return deals.negotiating.size === 0 || silent < settings.staleDays;
}

/** Row 9 on a day, given what absence says of it. */
export function isAvoiding(state: ReplayState, day: number, absent: AbsenceDays | null): boolean {
  if (withdrew(state.ledger, day)) return true;
  return absent !== null && day >= absent.quiet && isUnanswered(state.ledger, state.input.settings);
}

/** A line of the table; fading is told apart because it is reached only through Stagnating or Avoiding. */
export type Line = StageAnswer | 'faded';

/** The first line of the table that holds at that time, without ratchet and dwell. */
export function lineAt(state: ReplayState, at: number): Line {
  if (state.end !== null) return 'terminating';
  const day = dayOf(at);
  const absence = isTooEarly(state, day) ? null : absenceIn(state);
  const absent = absence === null ? null : absenceOn(absence, day);
  if (absent !== null && day >= absent.quiet && day >= absent.faded()) return 'faded';
  if (isAvoiding(state, day, absent)) return 'avoiding';
  if (absent !== null && day >= Math.min(absent.quiet, absent.stale)) return 'stagnating';
  return standingRow(state.ledger, at, state.input.facts, state.input.settings);
}

/** What Stagnating and Avoiding say of a faded contact that has not passed through them yet. */
export function stepBeforeFading(state: ReplayState, day: number): Stage {
  const absence = absenceIn(state);
  return isAvoiding(state, day, absence === null ? null : absenceOn(absence, day))
    ? 'avoiding'
    : 'stagnating';
}

/** The one way into a stage. `afresh`: a healing touch gave it, so the dwell starts anew even where the stage stays. */
export function enter(
  state: ReplayState,
  stage: StageAnswer,
  at: number,
  how: { readonly afresh?: boolean; readonly newEpoch?: boolean; readonly cause?: Cause | null },
): void {
  const isNew = state.history.length === 0 || stage !== state.stage || how.newEpoch === true;
  if (isNew || how.afresh === true) {
    state.enteredAt = at;
    state.fallDay = null;
    state.cause = how.cause ?? null;
  }
  if (!isNew) return;
  const before = state.history.length === 0 ? null : state.stage;
  state.history.push({ stage, since: at, movement: movementOf(before, stage, how.newEpoch === true) });
  state.stage = stage;
  state.since = at;
}

/** 00:00 UTC of a day, as ms since epoch. */
export function startOf(day: number): number {
  return day * msPerDay;
}
