/** Knapp's ten stages in their order on the staircase, and the two answers that are no stage. */

export const stages = [
  'initiating',
  'experimenting',
  'intensifying',
  'integrating',
  'bonding',
  'differentiating',
  'circumscribing',
  'stagnating',
  'avoiding',
  'terminating',
] as const;

export type Stage = (typeof stages)[number];

/** `not_enough_evidence`: imports and bounces only. `not_assessed`: the person objected, nothing is computed. */
export type StageAnswer = Stage | 'not_enough_evidence' | 'not_assessed';

export const stageAnswers: readonly StageAnswer[] = [...stages, 'not_enough_evidence', 'not_assessed'];

const stageSet: ReadonlySet<string> = new Set(stages);

export function isStage(text: string): text is Stage {
  return stageSet.has(text);
}

export type Flight = 'coming_together' | 'coming_apart' | 'none';

export const flights: readonly Flight[] = ['coming_together', 'coming_apart', 'none'];

export function flightOf(stage: StageAnswer): Flight {
  if (stage === 'not_enough_evidence' || stage === 'not_assessed') return 'none';
  return stages.indexOf(stage) < 5 ? 'coming_together' : 'coming_apart';
}

export const movements = [
  'forward',
  'backward',
  'deteriorate',
  'repair',
  'skip',
  'new_epoch',
  'recalibrated',
  'first',
] as const;

export type Movement = (typeof movements)[number];

export const endings = ['none', 'faded', 'ended', 'completed'] as const;

export type Ending = (typeof endings)[number];

export const holds = [
  'none',
  'term',
  'rhythm',
  'season',
  'meeting',
  'date',
  'colleague',
  'override',
] as const;

/** What protects a contact from being called quiet. */
export type HeldBy = (typeof holds)[number];
