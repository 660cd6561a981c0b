import { assessStory } from '../relationship/assess.ts';
import { noFacts } from '../relationship/facts.ts';
import { fitPortal } from '../relationship/fit/fit-portal.ts';
import { type PortalModel, shippedModel } from '../relationship/portal-model.ts';
import { defaultSettings } from '../relationship/settings.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import { dayOf } from '../relationship/signal/timeline.ts';
import { touchDays } from '../relationship/signal/touch-days.ts';
import type { Flight, StageAnswer } from '../relationship/stage/stages.ts';

/** What `rapport score` prints of one contact. */
export type Score = {
  readonly contact: string;
  readonly stage: StageAnswer;
  readonly flight: Flight;
  /** Chance of a touch within the horizon; null when there never was a touch. */
  readonly vitality: number | null;
  /** The first day (UTC) with another stage if nothing new happens; null when it never changes. */
  readonly validUntil: string | null;
  readonly nextStage: StageAnswer | null;
  readonly epoch: number;
};

export type ScoreOptions = {
  /** ms since 1970; later events are ignored. */
  readonly now: number;
  readonly horizonDays: number;
  /** Refit on the outcomes known at `now`; otherwise the shipped model scores. */
  readonly fit: boolean;
};

/** Scores every contact with an event by `now`, in the order given. */
export function* scoreEvents(
  events: ReadonlyMap<string, readonly Signal[]>,
  options: ScoreOptions,
): Generator<Score> {
  const model = modelFor(events, options);
  for (const [contact, signals] of events) {
    const known = signals.filter((signal) => signal.at <= options.now);
    if (known.length > 0) yield scoreContact(contact, known, model, options.now);
  }
}

export function modelFor(
  events: ReadonlyMap<string, readonly Signal[]>,
  { now, horizonDays, fit }: ScoreOptions,
): PortalModel {
  if (!fit) return shippedModel(horizonDays);
  const histories = [...events.values()].map((signals) =>
    touchDays(
      signals.filter((signal) => signal.at <= now),
      defaultSettings,
    ),
  );
  return fitPortal(histories, dayOf(now), horizonDays);
}

function scoreContact(contact: string, signals: readonly Signal[], model: PortalModel, now: number): Score {
  const found = assessStory(signals, noFacts, model, defaultSettings, now);
  return {
    contact,
    stage: found.stage,
    flight: found.flight,
    vitality: found.vitality,
    validUntil: found.validUntil === null ? null : new Date(found.validUntil).toISOString().slice(0, 10),
    nextStage: found.nextStage,
    epoch: found.epoch,
  };
}
