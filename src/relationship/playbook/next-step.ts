import type { StageAssessment } from '../assessment.ts';
import type { Mismatch } from '../desired/mismatch.ts';
import { type Answer, type OutreachChannel, passes } from '../guardrails/action.ts';
import type { Standing } from '../guardrails/standing.ts';
import { decide } from '../guardrails/verdict.ts';
import { msPerDay } from '../signal/timeline.ts';
import type { Language } from '../stage/reason.ts';
import { flightOf } from '../stage/stages.ts';
import type { PlaybookSettings } from './playbook-settings.ts';
import { playbookTexts } from './playbook-texts.ts';
import { type NeverCode, neverOfStage, type Step, type StepCode, steps, stepsOfStage } from './steps.ts';

/**
 * One next step for a contact. The situation proposes steps in order; the first that passes the guardrails is taken, on the
 * first channel that passes. A step that is denied, or that would need asking first, is never shown.
 */
export type NextStep = {
  readonly situation: Situation;
  readonly code: StepCode;
  /** Null for what stays inside the house. */
  readonly channel: OutreachChannel | null;
  /** The verdict it passed with; null inside the house. */
  readonly answer: Answer | null;
  readonly never: NeverCode;
};

/** From the most to the least pressing. */
export const situations = [
  'objection',
  'answer_owed',
  'open_complaint',
  'completed',
  'too_close',
  'held_by_meeting',
  'held_by_date',
  'held_by_colleague',
  'slipping_soon',
  'too_distant',
  'held_by_term',
  'held_by_rhythm',
  'stage',
] as const;

export type Situation = (typeof situations)[number];

const stepsIn: Readonly<Record<Exclude<Situation, 'stage'>, readonly StepCode[]>> = {
  objection: ['only_reply'],
  answer_owed: ['answer_first'],
  open_complaint: ['mend_complaint', 'work_on_complaint'],
  completed: ['hand_over', 'easy_exit'],
  too_close: ['step_back'],
  held_by_meeting: ['prepare_meeting'],
  held_by_date: ['respect_date'],
  held_by_colleague: ['ask_colleague'],
  slipping_soon: ['ask_before_it_slips', 'find_the_cause'],
  too_distant: ['come_closer', 'collect_ideas'],
  held_by_term: ['value_before_renewal', 'remove_friction'],
  held_by_rhythm: ['trust_the_rhythm'],
};

const neverIn: Readonly<Partial<Record<Situation, NeverCode>>> = {
  objection: 'only_reply',
  answer_owed: 'answer_first',
  open_complaint: 'mend_complaint',
  completed: 'hand_over',
  too_close: 'step_back',
};

export type PlaybookInput = {
  readonly assessment: Pick<
    StageAssessment,
    'stage' | 'ending' | 'awaiting' | 'heldBy' | 'validUntil' | 'nextStage'
  >;
  /** Null while the practised level is not known. */
  readonly mismatch: Mismatch | null;
  readonly standing: Standing;
};

export function nextStep(input: PlaybookInput, settings: PlaybookSettings): NextStep {
  for (const situation of situations) {
    if (!isIn(situation, input, settings)) continue;
    for (const code of codesFor(situation, input)) {
      const way = wayFor(steps[code], input.standing);
      if (way !== null) return { situation, code, ...way, never: neverFor(situation, input) };
    }
  }
  return { situation: 'stage', code: 'wait', ...inside, never: neverFor('stage', input) };
}

function codesFor(situation: Situation, { assessment: { stage } }: PlaybookInput): readonly StepCode[] {
  if (situation !== 'stage') return stepsIn[situation];
  if (stage === 'not_assessed') return ['only_reply'];
  return stage === 'not_enough_evidence' ? ['learn_who'] : stepsOfStage[stage];
}

function isIn(situation: Situation, input: PlaybookInput, settings: PlaybookSettings): boolean {
  const { assessment, mismatch, standing } = input;
  switch (situation) {
    case 'objection': {
      const { objection, erasure, restriction } = standing.facts;
      return objection || erasure || restriction || assessment.stage === 'not_assessed';
    }
    case 'answer_owed':
      return assessment.awaiting === 'us';
    case 'open_complaint':
      return standing.openComplaint !== null;
    case 'completed':
      return assessment.ending === 'completed';
    case 'too_close':
      return mismatch === 'too_close';
    case 'too_distant':
      // Who draws back wants room first, whatever was once wished for.
      return mismatch === 'too_distant' && assessment.stage !== 'avoiding' && assessment.ending === 'none';
    case 'slipping_soon':
      return isSlipping(input, settings);
    case 'held_by_meeting':
      return assessment.heldBy === 'meeting';
    case 'held_by_date':
      return assessment.heldBy === 'date';
    case 'held_by_colleague':
      return assessment.heldBy === 'colleague';
    case 'held_by_term':
      return assessment.heldBy === 'term';
    case 'held_by_rhythm':
      return assessment.heldBy === 'rhythm' || assessment.heldBy === 'season';
    case 'stage':
      return true;
  }
}

/** It is together now, and silence alone will soon make it come apart. */
function isSlipping({ assessment, standing }: PlaybookInput, settings: PlaybookSettings): boolean {
  const from = slippingSince(assessment, settings);
  return from !== null && standing.now >= from;
}

/** When it will begin to slip by time alone; null when it does already, or never will. */
export function slippingFrom(
  assessment: PlaybookInput['assessment'],
  settings: PlaybookSettings,
  now: number,
): number | null {
  const from = slippingSince(assessment, settings);
  return from !== null && from > now ? from : null;
}

function slippingSince(
  { stage, nextStage, validUntil }: PlaybookInput['assessment'],
  { slippingDays }: PlaybookSettings,
): number | null {
  if (validUntil === null || nextStage === null) return null;
  if (flightOf(stage) !== 'coming_together' || flightOf(nextStage) !== 'coming_apart') return null;
  return validUntil - slippingDays * msPerDay;
}

const inside = { channel: null, answer: null } as const;

/** The first channel on which the step passes, or null. */
function wayFor(step: Step, standing: Standing): Pick<NextStep, 'channel' | 'answer'> | null {
  const { purpose } = step;
  if (purpose === null) return inside;
  for (const channel of step.channels) {
    const { answer } = decide(standing, { purpose, channel });
    if (passes(answer)) return { channel, answer };
  }
  return null;
}

function neverFor(situation: Situation, { assessment: { stage } }: PlaybookInput): NeverCode {
  const own = neverIn[situation];
  if (own !== undefined) return own;
  if (stage === 'not_assessed') return 'only_reply';
  return stage === 'not_enough_evidence' ? 'learn_who' : neverOfStage[stage];
}

/** A step in the portal's own words, or in ours. */
export function stepSentence(step: NextStep, language: Language, settings: PlaybookSettings): string {
  const own = settings.ownTexts[step.code]?.[language]?.trim();
  return own === undefined || own === '' ? playbookTexts[language].steps[step.code] : own;
}

/** What not to do. */
export function neverSentence(step: NextStep, language: Language): string {
  return playbookTexts[language].nevers[step.never];
}
