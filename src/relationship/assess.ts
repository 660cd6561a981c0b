import { type Assessment, nothingBeside, type StageAssessment } from './assessment.ts';
import { besideStage } from './beside-stage.ts';
import type { ContactFacts } from './facts.ts';
import { firstOf } from './first-of.ts';
import { underOverride } from './override.ts';
import type { PortalModel } from './portal-model.ts';
import type { Portal } from './portal-view.ts';
import { preparePortal } from './prepare-portal.ts';
import type { Settings } from './settings.ts';
import { nextDated } from './signal/next-dated.ts';
import { reads } from './signal/reading.ts';
import type { Signal } from './signal/signal.ts';
import { dayOf, readTimeline, type Timeline } from './signal/timeline.ts';
import { curveAt } from './stage/absence.ts';
import { awaitingIn } from './stage/awaiting.ts';
import { evidenceOf } from './stage/evidence.ts';
import { horizonOf, nextChange } from './stage/horizon.ts';
import { ownGap } from './stage/own-gap.ts';
import type { Cause } from './stage/reason.ts';
import { replay } from './stage/replay.ts';
import {
  type EpochEntry,
  isFree,
  type ReplayInput,
  type ReplayState,
  startOf,
} from './stage/replay-state.ts';
import { silenceCurveOf } from './stage/silence.ts';
import { type Ending, flightOf, type StageAnswer } from './stage/stages.ts';
import { causeOf } from './stage/why.ts';
import { logistic } from './vitality/features.ts';
import { logitOn } from './vitality/vitality.ts';

/**
 * The one door into the model: everything a user sees of a contact comes from `assess`. Pure and total: for any signals
 * it gives one answer, and no number in it is NaN. Throws only for a `now` that is no time.
 */
export function assess(
  signals: readonly Signal[],
  facts: ContactFacts,
  portal: Portal,
  settings: Settings,
  now: number,
): Assessment {
  mustBeTime(now);
  const refused = refusalOf(facts, settings);
  if (refused !== null) return { ...unassessed(refused, portal, settings, now), ...nothingBeside };
  const prepared = preparePortal(settings, portal.view);
  const own = prepared.settingsFor(facts);
  const timeline = readTimeline(signals, own, now);
  const state = replay(timeline, inputOf(timeline, facts, portal, own, now), 'story');
  // The models beside it follow the stage that is shown.
  const stage = underOverride(told(state, timeline), facts.override ?? null);
  const { models, dueAt } = besideStage(stage, {
    timeline,
    facts,
    portal: prepared,
    settings,
    now,
    ownGapDays: state.ledger.lastTouch === null ? null : ownGap(state.ledger, portal, own),
  });
  const ahead = [nextDated(signals, now), nextDated(facts.colleagueTouches, now)];
  return { ...stage, ...models, dueAt: firstOf([stage.dueAt, dueAt, ...ahead]) };
}

/** The stage and its story without the models beside it, for trials and files that ask for nothing else. */
export function assessStory(
  signals: readonly Signal[],
  facts: ContactFacts,
  portal: PortalModel,
  settings: Settings,
  now: number,
): StageAssessment {
  mustBeTime(now);
  const refused = refusalOf(facts, settings);
  if (refused !== null) return unassessed(refused, portal, settings, now);
  const own = preparePortal(settings).settingsFor(facts);
  const timeline = readTimeline(signals, own, now);
  const state = replay(timeline, inputOf(timeline, facts, portal, own, now), 'story');
  return underOverride(told(state, timeline), facts.override ?? null);
}

function mustBeTime(now: number): void {
  if (!Number.isFinite(now)) throw new Error(`Cannot assess a contact as of ${now}: that is no time`);
}

/** The stage part alone, for scoring files and for questions of the kind "what if": a fifth of the work. */
export type StageNow = {
  readonly stage: StageAnswer;
  readonly ending: Ending;
  readonly vitality: number | null;
  readonly validUntil: number | null;
  readonly nextStage: StageAnswer | null;
  readonly epoch: number;
};

export function assessStage(
  signals: readonly Signal[],
  facts: ContactFacts,
  portal: PortalModel,
  settings: Settings,
  now: number,
): StageNow {
  const refused = refusalOf(facts, settings);
  if (refused !== null) {
    return {
      stage: refused.stage,
      ending: 'none',
      vitality: null,
      validUntil: null,
      nextStage: null,
      epoch: 1,
    };
  }
  const own = preparePortal(settings).settingsFor(facts);
  const timeline = readTimeline(signals, own, now);
  const state = replay(timeline, inputOf(timeline, facts, portal, own, now), 'present');
  const fall = nextChange(state);
  return {
    stage: state.stage,
    ending: endingIn(state),
    vitality: vitalityOn(state, dayOf(now)),
    validUntil: fall === null ? null : startOf(fall.day),
    nextStage: fall?.stage ?? null,
    epoch: state.ledger.epoch,
  };
}

type Refusal = { readonly stage: 'not_assessed' | 'not_enough_evidence'; readonly cause: Cause };

/** Contacts of whom nothing is inferred: who objected, and addresses that are nobody's relationship. */
function refusalOf(facts: ContactFacts, settings: Settings): Refusal | null {
  const { erasure, restriction } = facts.guardrails ?? {};
  if (facts.objection || erasure === true || restriction === true) {
    return { stage: 'not_assessed', cause: { code: 'objection' } };
  }
  if (facts.mailbox === 'internal' && settings.noise.ignoreInternal) {
    return { stage: 'not_enough_evidence', cause: { code: 'internal_address' } };
  }
  if (facts.mailbox === 'role' && settings.noise.ignoreRoleMailboxes) {
    return { stage: 'not_enough_evidence', cause: { code: 'role_mailbox' } };
  }
  return null;
}

function inputOf(
  timeline: Timeline,
  facts: ContactFacts,
  portal: PortalModel,
  settings: Settings,
  now: number,
): ReplayInput {
  const colleagues = facts.colleagueTouches
    .filter((touch) => touch.at >= 0 && touch.at <= now)
    .map((touch) => ({ day: dayOf(touch.at), dealId: touch.dealId }))
    .sort((a, b) => a.day - b.day);
  return { facts, portal, settings, now, colleagues, askedFrom: lastTouchBefore(timeline, facts.askedUntil) };
}

function lastTouchBefore({ signals, bits }: Timeline, at: number | null): number | null {
  if (at === null) return null;
  for (let i = signals.length - 1; i >= 0; i -= 1) {
    const signal = signals[i];
    if (signal !== undefined && signal.at < at && ((bits[i] ?? 0) & reads.touch) !== 0) return signal.at;
  }
  return null;
}

function unassessed(
  { stage, cause }: Refusal,
  portal: PortalModel,
  settings: Settings,
  now: number,
): StageAssessment {
  return {
    asOf: now,
    stage,
    flight: 'none',
    since: null,
    previous: null,
    movement: 'first',
    reason: { ...cause, held: null },
    runnerUp: null,
    ending: 'none',
    awaiting: 'nobody',
    heldBy: 'none',
    heldUntil: null,
    vitality: null,
    vitalityAtTouch: null,
    lastTouchAt: null,
    horizonDays: portal.horizonDays,
    evidence: [],
    everythingElse: 0,
    curve: null,
    validUntil: null,
    nextStage: null,
    dueAt: null,
    epoch: 1,
    epochs: [],
    history: [],
    modelVersion: modelVersionOf(portal, settings),
    override: null,
  };
}

function told(state: ReplayState, timeline: Timeline): StageAssessment {
  const { now, portal, settings } = state.input;
  const horizon = horizonOf(state);
  const held =
    horizon.holding === null ? null : { by: horizon.holding.by, until: endOfDays(horizon.holding.endDay) };
  const story = state.history.at(-1);
  const evidence = evidenceOf(state, timeline);
  const vitality = vitalityOn(state, dayOf(now));
  return {
    asOf: now,
    stage: state.stage,
    flight: flightOf(state.stage),
    since: story === undefined || state.stage === 'not_enough_evidence' ? null : state.since,
    previous: state.history.at(-2)?.stage ?? null,
    movement: story?.movement ?? 'first',
    reason: { ...(state.cause ?? causeOf(state, state.stage, Math.max(state.judgedAt, 0))), held },
    runnerUp: horizon.runnerUp,
    ending: endingIn(state),
    awaiting: awaitingIn(state.ledger),
    heldBy: held?.by ?? 'none',
    heldUntil: held?.until ?? null,
    vitality,
    vitalityAtTouch: vitality === null ? null : vitalityOn(state, Number.NEGATIVE_INFINITY),
    lastTouchAt: state.ledger.lastTouch?.at ?? null,
    horizonDays: portal.horizonDays,
    evidence: evidence.items,
    everythingElse: evidence.everythingElse,
    curve: silenceCurveOf(state, horizon.fall?.day ?? null),
    validUntil: horizon.validUntil,
    nextStage: horizon.fall?.stage ?? null,
    dueAt: horizon.dueAt,
    epoch: state.ledger.epoch,
    epochs: [...state.epochs, currentEpoch(state)],
    history: state.history,
    modelVersion: modelVersionOf(portal, settings),
    override: null,
  };
}

/** What else than the relationship may move an answer: the fitted model, and the edition of the portal's settings. */
function modelVersionOf({ version }: PortalModel, { revision }: Settings): string {
  return revision === 0 ? version : `${version}/s${revision}`;
}

function endOfDays(day: number): number | null {
  return Number.isFinite(day) ? startOf(day) : null;
}

function endingIn(state: ReplayState): Ending {
  if (state.stage !== 'terminating') return 'none';
  return state.end?.kind ?? 'faded';
}

/** Chance of a touch within H after the silence up to that day; null when there never was a touch. */
function vitalityOn(state: ReplayState, day: number): number | null {
  const curve = curveAt(state.vitality, state.ledger, state.input.portal);
  const last = state.ledger.days.at(-1);
  if (curve === null || last === undefined) return null;
  return logistic(logitOn(curve, day - last.day));
}

function currentEpoch(state: ReplayState): EpochEntry {
  const { ledger, end, input } = state;
  const ending = endingIn(state);
  const isUsed = Number.isFinite(ledger.startedAt) && !(isFree(state) && ledger.reachedBy === null);
  return {
    epoch: ledger.epoch,
    startedAt: isUsed ? ledger.startedAt : input.now,
    endedAt: ending === 'none' ? null : (end?.effectiveAt ?? state.since),
    ending,
  };
}
