import type { OutreachChannel, Purpose } from '../guardrails/action.ts';
import type { Stage } from '../stage/stages.ts';

/**
 * The steps of the playbook, each with what it is towards the contact: the guardrails judge that. A step without a purpose
 * stays inside the house and needs no verdict, so the last step of every list can always be shown.
 */
export type Step = {
  readonly purpose: Purpose | null;
  /** Ways to take it, the best one first. */
  readonly channels: readonly OutreachChannel[];
};

const within: Step = { purpose: null, channels: [] };
const talk = (purpose: Purpose): Step => ({
  purpose,
  channels: ['call', 'email', 'meeting', 'linkedin', 'postal'],
});
const write = (purpose: Purpose): Step => ({ purpose, channels: ['email', 'linkedin', 'postal', 'call'] });

export const steps = {
  only_reply: within,
  answer_first: write('service_reply'),
  mend_complaint: talk('recovery'),
  work_on_complaint: within,
  hand_over: write('transactional'),
  step_back: within,
  come_closer: talk('follow_up'),
  collect_ideas: within,
  ask_before_it_slips: talk('follow_up'),
  find_the_cause: within,
  prepare_meeting: within,
  respect_date: within,
  ask_colleague: within,
  value_before_renewal: talk('follow_up'),
  trust_the_rhythm: within,
  offer_useful: write('sales'),
  be_findable: within,
  try_value: write('sales'),
  prepare_trial: within,
  settle_terms: talk('sales'),
  prepare_offer: within,
  ease_and_ask: talk('follow_up'),
  remove_friction: within,
  thank_them: talk('follow_up'),
  keep_excellent: within,
  show_difference: talk('follow_up'),
  ask_what_is_missing: talk('follow_up'),
  bring_something_new: talk('follow_up'),
  find_news: within,
  one_honest_note: write('follow_up'),
  give_room: within,
  part_well: write('follow_up'),
  easy_exit: within,
  learn_who: within,
  wait: within,
} as const satisfies Record<string, Step>;

export type StepCode = keyof typeof steps;

/** Every step there is; the keys of `steps` and no other. */
export const stepCodes = Object.keys(steps) as readonly StepCode[];

/** The practice of each stage: the step, and what remains where the guardrails deny it. */
export const stepsOfStage: Readonly<Record<Stage, readonly StepCode[]>> = {
  initiating: ['offer_useful', 'be_findable'],
  experimenting: ['try_value', 'prepare_trial'],
  intensifying: ['settle_terms', 'prepare_offer'],
  integrating: ['ease_and_ask', 'remove_friction'],
  bonding: ['thank_them', 'keep_excellent'],
  differentiating: ['show_difference', 'find_the_cause'],
  circumscribing: ['ask_what_is_missing', 'remove_friction'],
  stagnating: ['bring_something_new', 'find_news'],
  avoiding: ['one_honest_note', 'give_room'],
  terminating: ['part_well', 'easy_exit'],
};

/** What not to do, named after the step whose opposite it is. */
export const neverCodes = [
  'answer_first',
  'offer_useful',
  'try_value',
  'settle_terms',
  'ease_and_ask',
  'thank_them',
  'show_difference',
  'ask_what_is_missing',
  'bring_something_new',
  'one_honest_note',
  'part_well',
  'hand_over',
  'only_reply',
  'mend_complaint',
  'step_back',
  'learn_who',
] as const satisfies readonly StepCode[];

export type NeverCode = (typeof neverCodes)[number];

export const neverOfStage: Readonly<Record<Stage, NeverCode>> = {
  initiating: 'offer_useful',
  experimenting: 'try_value',
  intensifying: 'settle_terms',
  integrating: 'ease_and_ask',
  bonding: 'thank_them',
  differentiating: 'show_difference',
  circumscribing: 'ask_what_is_missing',
  stagnating: 'bring_something_new',
  avoiding: 'one_honest_note',
  terminating: 'part_well',
};
