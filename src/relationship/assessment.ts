import type { ValueApproaches } from './approaches/value-approaches.ts';
import type { Desired } from './desired/desired.ts';
import type { Depth } from './desired/desired-settings.ts';
import type { Mismatch } from './desired/mismatch.ts';
import type { ObservedForm } from './desired/observed-form.ts';
import type { ContactGuardrails } from './guardrails/contact-guardrails.ts';
import type { MentionLists } from './guardrails/mentions.ts';
import type { Ruling } from './guardrails/rulings.ts';
import type { LevelAnswer } from './level/level-gap.ts';
import type { InputProblem } from './matrix/input-problem.ts';
import type { QuadrantAnswer } from './matrix/quadrant.ts';
import type { Milestones } from './milestones/milestones.ts';
import type { StandingOverride } from './override.ts';
import type { NextStep } from './playbook/next-step.ts';
import type { Signal } from './signal/signal.ts';
import type { Reason } from './stage/reason.ts';
import type { SilenceCurve } from './stage/silence.ts';
import type { Ending, Flight, HeldBy, Movement, Stage, StageAnswer } from './stage/stages.ts';

/** Everything computed for one contact at one time. All times are ms since epoch, UTC. */
export type Assessment = StageAssessment & BesideStage;

/** The models beside the stage; all null for a contact of whom nothing is inferred. */
export type BesideStage = {
  readonly quadrant: QuadrantAnswer | null;
  readonly level: LevelAnswer | null;
  readonly approaches: ValueApproaches | null;
  readonly milestones: Milestones | null;
  readonly guardrails: GuardrailAssessment | null;
  readonly desired: DesiredAssessment | null;
  /** One next step that passes the guardrails. */
  readonly nextStep: NextStep | null;
  /** What was odd about the input, and what was done about it. */
  readonly problems: readonly InputProblem[];
};

/** Of whom nothing is inferred. */
export const nothingBeside: BesideStage = {
  quadrant: null,
  level: null,
  approaches: null,
  milestones: null,
  guardrails: null,
  desired: null,
  nextStep: null,
  problems: [],
};

export type GuardrailAssessment = ContactGuardrails & {
  /** What is said of every purpose on every channel. */
  readonly rulings: readonly Ruling[];
  readonly mentions: MentionLists;
};

export type DesiredAssessment = {
  readonly asked: Desired;
  /** Null while the practised level is not known. */
  readonly mismatch: Mismatch | null;
  readonly observed: ObservedForm;
  readonly depth: Depth;
};

/** The stage and its story. */
export type StageAssessment = {
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
  /** How the chance of a touch falls in silence; null when there never was a touch. */
  readonly curve: SilenceCurve | null;
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
