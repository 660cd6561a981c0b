import type { StageAssessment } from './assessment.ts';
import { flightOf, type Stage } from './stage/stages.ts';

/**
 * A stage that a person set by hand, with a reason and an end. The engine goes on below it: what it computes is kept as
 * the shadow, so that a disagreement can be shown and the end of the override is no surprise.
 */
export type Override = {
  readonly id: string;
  readonly stage: Stage;
  /** In the words of whoever set it. */
  readonly reason: string;
  /** Ms since epoch; from then on the computed stage stands again. */
  readonly until: number;
  readonly at: number;
  /** Address of who set it; null where it is not known. */
  readonly by: string | null;
};

/** What would be said without the override. */
export type Shadow = Pick<StageAssessment, 'stage' | 'since' | 'reason' | 'validUntil' | 'nextStage'>;

export type StandingOverride = Override & { readonly shadow: Shadow };

const byHand = '+';

/** Whether what was told by this model version was set by hand. */
export function wasSetByHand(modelVersion: string): boolean {
  return modelVersion.includes(byHand);
}

/**
 * The assessment as it is shown and written. An objection stands above every override, and one whose time is over or has
 * not begun changes nothing. Its version names the override: its begin and its end are told as recalibrations, since the
 * relationship itself did not move.
 */
export function underOverride(computed: StageAssessment, override: Override | null): StageAssessment {
  if (override === null || computed.stage === 'not_assessed') return computed;
  const { stage, until, at } = override;
  if (computed.asOf < at || computed.asOf >= until) return computed;
  const isDueBefore = computed.dueAt !== null && computed.dueAt < until;
  const hasChangedBy = computed.validUntil !== null && computed.validUntil <= until;
  return {
    ...computed,
    stage,
    flight: flightOf(stage),
    since: at,
    previous: computed.stage === stage ? computed.previous : computed.stage,
    movement: 'recalibrated',
    reason: { code: 'set_by_hand', at, until, held: null },
    runnerUp: null,
    ending: stage === 'terminating' ? 'ended' : 'none',
    heldBy: 'override',
    heldUntil: until,
    validUntil: until,
    nextStage: hasChangedBy ? computed.nextStage : computed.stage,
    dueAt: isDueBefore ? computed.dueAt : until,
    modelVersion: `${computed.modelVersion}${byHand}${override.id}`,
    override: { ...override, shadow: shadowOf(computed) },
  };
}

function shadowOf({ stage, since, reason, validUntil, nextStage }: StageAssessment): Shadow {
  return { stage, since, reason, validUntil, nextStage };
}
