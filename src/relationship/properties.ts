import type { Assessment } from './assessment.ts';
import { type Language, sentence } from './stage/reason.ts';

/** Values as HubSpot takes them: text, `''` clears. Keys are names declared in app.json. */
export type PropertyValues = Readonly<Record<string, string>>;

export type PropertyOptions = {
  /** The portal's zone: in it the reason says its dates. UTC unless told. */
  readonly timeZone?: string;
  /** The language of the reason; English unless told. */
  readonly language?: Language;
};

/** The properties an assessment determines, in the order they are declared. */
export const assessedProperties = [
  'rapport_stage',
  'rapport_flight',
  'rapport_stage_previous',
  'rapport_stage_changed_at',
  'rapport_stage_movement',
  'rapport_stage_reason',
  'rapport_stage_runner_up',
  'rapport_ending',
  'rapport_awaiting',
  'rapport_held_by',
  'rapport_vitality',
  'rapport_holds_until',
  'rapport_next_stage_if_silent',
  'rapport_epoch',
  'rapport_assessed_at',
] as const;

/**
 * Every property of an assessment, always the same keys. A person who objected keeps nothing but the word that nothing
 * is assessed. Times are ISO 8601 in UTC.
 */
export function toProperties(assessment: Assessment, options: PropertyOptions = {}): PropertyValues {
  if (assessment.stage === 'not_assessed') {
    return {
      ...Object.fromEntries(assessedProperties.map((name) => [name, ''])),
      rapport_stage: 'not_assessed',
    };
  }
  return {
    rapport_stage: assessment.stage,
    rapport_flight: assessment.flight,
    rapport_stage_previous: assessment.previous ?? '',
    rapport_stage_changed_at: timeOrEmpty(assessment.since),
    rapport_stage_movement: assessment.movement,
    rapport_stage_reason: sentence(assessment.reason, options.language ?? 'en', options.timeZone),
    rapport_stage_runner_up: assessment.runnerUp?.stage ?? '',
    rapport_ending: assessment.ending,
    rapport_awaiting: assessment.awaiting,
    rapport_held_by: assessment.heldBy,
    rapport_vitality: assessment.vitality === null ? '' : String(Math.round(assessment.vitality * 10) * 10),
    rapport_holds_until: timeOrEmpty(assessment.validUntil),
    rapport_next_stage_if_silent: assessment.nextStage ?? '',
    rapport_epoch: String(assessment.epoch),
    rapport_assessed_at: timeOrEmpty(assessment.asOf),
  };
}

function timeOrEmpty(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}
