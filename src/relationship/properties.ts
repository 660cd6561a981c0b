import type { Assessment } from './assessment.ts';
import { guardrailProperties } from './guardrails/guardrail-properties.ts';
import { quadrantSentence } from './matrix/quadrant-texts.ts';
import { type Language, sentence } from './stage/reason.ts';

/** Values as HubSpot takes them: text, `''` clears. Keys are names declared in app.json. */
export type PropertyValues = Readonly<Record<string, string>>;

export type PropertyOptions = {
  /** The portal's zone: in it sentences say their dates. UTC unless told. */
  readonly timeZone?: string;
  /** The language of sentences; English unless told. */
  readonly language?: Language;
  /** Stages in plain words instead of their names. */
  readonly plainStages?: boolean;
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
  'rapport_quadrant',
  'rapport_quadrant_reason',
  'rapport_level_suggested',
  'rapport_level_practised',
  'rapport_level_gap',
  'rapport_value_approaches',
  'rapport_first_encounter_at',
  'rapport_first_encounter_source',
  'rapport_first_date_at',
  'rapport_first_date_door',
  'rapport_first_fight_at',
  'rapport_first_fight_outcome',
  'rapport_met_friends_at',
  'rapport_recovery_open',
  'rapport_relationship_mismatch',
  'rapport_depth',
  'rapport_intimacy_ceiling',
  'rapport_contact_pressure',
  'rapport_next_outreach_ok_at',
  'rapport_guardrail_note',
  'rapport_assessed_at',
] as const;

export type AssessedProperty = (typeof assessedProperties)[number];

/** A model says nothing of a contact of whom nothing is inferred: its properties are then empty. */
type Values = Partial<Record<AssessedProperty, string>>;

/**
 * Every property of an assessment, always the same keys. A person who objected keeps nothing but the word that nothing
 * is assessed. Times are ISO 8601 in UTC. What the person and the team write themselves (the desired relationship and its
 * source, the objection) is theirs and not among them.
 */
export function toProperties(assessment: Assessment, options: PropertyOptions = {}): PropertyValues {
  const values: Values =
    assessment.stage === 'not_assessed'
      ? { rapport_stage: 'not_assessed' }
      : {
          ...stageValues(assessment, options),
          ...valueValues(assessment, options),
          ...milestoneValues(assessment),
          ...nearnessValues(assessment, options),
          rapport_assessed_at: timeOrEmpty(assessment.asOf),
        };
  return Object.fromEntries(assessedProperties.map((name) => [name, values[name] ?? '']));
}

function stageValues(assessment: Assessment, { language, timeZone }: PropertyOptions): Values {
  return {
    rapport_stage: assessment.stage,
    rapport_flight: assessment.flight,
    rapport_stage_previous: assessment.previous ?? '',
    rapport_stage_changed_at: timeOrEmpty(assessment.since),
    rapport_stage_movement: assessment.movement,
    rapport_stage_reason: sentence(assessment.reason, language ?? 'en', timeZone),
    rapport_stage_runner_up: assessment.runnerUp?.stage ?? '',
    rapport_ending: assessment.ending,
    rapport_awaiting: assessment.awaiting,
    rapport_held_by: assessment.heldBy,
    rapport_vitality: assessment.vitality === null ? '' : String(Math.round(assessment.vitality * 10) * 10),
    rapport_holds_until: timeOrEmpty(assessment.validUntil),
    rapport_next_stage_if_silent: assessment.nextStage ?? '',
    rapport_epoch: String(assessment.epoch),
  };
}

/** Where the contact stands in the market: its quadrant, its level, and the ways to build value. */
function valueValues({ quadrant, level, approaches }: Assessment, { language }: PropertyOptions): Values {
  if (quadrant === null || level === null || approaches === null) return {};
  return {
    rapport_quadrant: quadrant.quadrant,
    rapport_quadrant_reason: quadrantSentence(quadrant.reason, language ?? 'en'),
    rapport_level_suggested: level.suggested.level,
    rapport_level_practised: level.practised.level,
    rapport_level_gap: level.gap === null ? '' : String(level.gap),
    // The CRM keeps the choices of a checkbox in no order, so ours must not tell two equal answers apart.
    rapport_value_approaches: approaches.eligible.toSorted().join(';'),
  };
}

function milestoneValues({ milestones }: Assessment): Values {
  if (milestones === null) return {};
  const { firstEncounter, firstDate, firstFight, metFriends } = milestones;
  return {
    rapport_first_encounter_at: timeOrEmpty(firstEncounter?.at ?? null),
    rapport_first_encounter_source: firstEncounter?.source ?? '',
    rapport_first_date_at: timeOrEmpty(firstDate?.at ?? null),
    rapport_first_date_door: firstDate?.door ?? '',
    rapport_first_fight_at: timeOrEmpty(firstFight?.at ?? null),
    rapport_first_fight_outcome: firstFight?.outcome ?? '',
    rapport_met_friends_at: timeOrEmpty(metFriends?.at ?? null),
    rapport_recovery_open: String(firstFight?.recoveryOpen ?? false),
  };
}

/** How close one may come, and how close they want us. */
function nearnessValues({ desired, guardrails }: Assessment, options: PropertyOptions): Values {
  if (desired === null || guardrails === null) return {};
  return {
    rapport_relationship_mismatch: desired.mismatch ?? '',
    rapport_depth: desired.depth,
    ...guardrailProperties(
      guardrails,
      options.language ?? 'en',
      options.timeZone ?? 'UTC',
      options.plainStages,
    ),
  };
}

function timeOrEmpty(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}
