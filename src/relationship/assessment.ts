import type { StandingOverride } from './override.ts';
import type { Signal } from './signal/signal.ts';
import type { Reason } from './stage/reason.ts';
import type { Ending, Flight, HeldBy, Movement, Stage, StageAnswer } from './stage/stages.ts';

/** Everything computed for one contact at one time. All times are ms since epoch, UTC. */
export type Assessment = {
  readonly asOf: number;
  readonly stage: StageAnswer;
  readonly flight: Flight;
  /** When the stage was entered: the effective time of the deciding signal or breakpoint; null without a stage. */
  readonly since: number | null;
  readonly previous: StageAnswer | null;
  readonly movement: Movement;
  /** Why, as data: `sentence(reason, language)` words it. */
  readonly reason: Reason;
  readonly runnerUp: { readonly stage: Stage; readonly gap: number } | null;
  readonly ending: Ending;
  readonly awaiting: 'us' | 'customer' | 'nobody';
  readonly heldBy: HeldBy;
  readonly heldUntil: number | null;
  /** Chance of a touch within the horizon, 0..1; null when there never was a touch. */
  readonly vitality: number | null;
  /** The same at the last touch. */
  readonly vitalityAtTouch: number | null;
  readonly lastTouchAt: number | null;
  /** Days of the vitality horizon H. */
  readonly horizonDays: number;
  readonly evidence: readonly Evidence[];
  /** Effect of all that is not listed, in the same unit. */
  readonly everythingElse: number;
  /** 00:00 UTC of the first day with another stage if nothing new happens; null when it never changes. */
  readonly validUntil: number | null;
  readonly nextStage: StageAnswer | null;
  /** Earliest time any published value changes by time alone; never after `validUntil`. */
  readonly dueAt: number | null;
  readonly epoch: number;
  readonly epochs: readonly {
    readonly epoch: number;
    readonly startedAt: number;
    readonly endedAt: number | null;
    readonly ending: Ending;
  }[];
  /** Every stage of this contact's story, oldest first: the replay. */
  readonly history: readonly {
    readonly stage: StageAnswer;
    readonly since: number;
    readonly movement: Movement;
  }[];
  readonly modelVersion: string;
  /** A stage set by hand that stands over the computed one, and what would be said without it. */
  readonly override: StandingOverride | null;
};

export type Evidence = {
  /** The signal it rests on; null for the silence itself. */
  readonly signalId: Signal['id'] | null;
  readonly source: string | null;
  readonly at: number | null;
  readonly kind: Signal['kind'] | 'silence' | 'we_owe_an_answer' | 'model';
  readonly by: Signal['by'] | null;
  readonly channel: Signal['channel'] | null;
  /** What it does: decides the stage, or moves the chance of a touch (log-odds, additive). */
  readonly effect: { readonly decides: boolean; readonly logOdds: number };
};
