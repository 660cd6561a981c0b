import type { Level } from '../level/levels.ts';
import { rankOf } from '../level/levels.ts';
import { dayOf } from '../signal/timeline.ts';
import type { Sector } from '../stage/stage-settings.ts';
import { flightOf, type StageAnswer } from '../stage/stages.ts';
import type { Approach } from './approach.ts';
import type { ApproachSettings } from './approach-settings.ts';
import type { Concentration, MarginStanding } from './concentration.ts';

/** What eligibility reads of a contact. Null always means: nobody knows. */
export type ApproachFacts = {
  readonly stage: StageAnswer;
  readonly quadrant: Sector;
  readonly suggestedLevel: Level | 'unknown';
  /** The intimacy ceiling of the guardrails, 0 to 4. */
  readonly intimacyCeiling: number;
  /** The desired relationship's type; null while nobody asked. */
  readonly desiredType: string | null;
  /** The latest recommendation score. */
  readonly nps: { readonly value: number; readonly at: number } | null;
  readonly openComplaint: boolean;
  /** Paid cycles in 12 months that customers of this product family reach, measured. */
  readonly cyclesPossible: number | null;
  readonly concentration: Concentration | null;
  readonly standing: MarginStanding | null;
  /** An affinity the contact told of its own will, one somebody inferred, or none. */
  readonly affinity: 'volunteered' | 'inferred' | 'none';
  readonly ownerSince: number | null;
  /** Contacts in Integrating or Bonding who volunteered the same interest or region. */
  readonly sharedInterest: number;
  readonly consentsToIntroduction: boolean;
  readonly isCompany: boolean;
  readonly stakeholders: number;
  readonly exitTermsWritten: boolean;
  /** Sole source or tied in: more ties would hold, not serve. */
  readonly captive: boolean;
};

export const noApproachFacts: ApproachFacts = {
  stage: 'not_enough_evidence',
  quadrant: 'undetermined',
  suggestedLevel: 'unknown',
  intimacyCeiling: 0,
  desiredType: null,
  nps: null,
  openComplaint: false,
  cyclesPossible: null,
  concentration: null,
  standing: null,
  affinity: 'none',
  ownerSince: null,
  sharedInterest: 0,
  consentsToIntroduction: false,
  isCompany: false,
  stakeholders: 0,
  exitTermsWritten: false,
  captive: false,
};

export const conditionIds = [
  'direct',
  'direct_payment',
  'unidentified',
  'purpose_identification',
  'cycles_possible',
  'concentrated',
  'top_or_rising',
  'reward_cost',
  'not_universal',
  'close_enough',
  'no_open_complaint',
  'affinity_volunteered',
  'level_accountable',
  'owner_stable',
  'intimacy',
  'not_basic_exchange',
  'shared_interest',
  'consents',
  'not_falling',
  'company',
  'level_proactive',
  'stakeholders',
  'satisfied',
  'exit_terms',
  'not_captive',
  'not_withdrawing',
  'timely',
] as const;

export type ConditionId = (typeof conditionIds)[number];

/** Asked in this order; the first that fails is told. Last of all: does the stage leave room for it? */
export const conditionsOf: Readonly<Record<Approach, readonly ConditionId[]>> = {
  frequency_programme: [
    'direct',
    'cycles_possible',
    'concentrated',
    'top_or_rising',
    'reward_cost',
    'not_universal',
    'timely',
  ],
  open_club: ['direct_payment', 'unidentified', 'purpose_identification', 'timely'],
  limited_club: ['close_enough', 'no_open_complaint', 'affinity_volunteered', 'timely'],
  personal_social: ['level_accountable', 'owner_stable', 'intimacy', 'not_basic_exchange', 'timely'],
  community: ['shared_interest', 'consents', 'not_falling', 'timely'],
  structural: [
    'company',
    'level_proactive',
    'stakeholders',
    'satisfied',
    'exit_terms',
    'not_captive',
    'not_withdrawing',
    'timely',
  ],
};

/** What a condition found and what it needs, for its sentence; null where there is no number. */
export type Finding = { readonly holds: boolean; readonly have: number | null; readonly need: number | null };

type Test = (facts: ApproachFacts, settings: ApproachSettings, now: number) => Finding;

const claim =
  (holds: (facts: ApproachFacts, settings: ApproachSettings, now: number) => boolean): Test =>
  (facts, settings, now) => ({ holds: holds(facts, settings, now), have: null, need: null });

/** What is no number is not known. */
function atLeast(found: number | null, need: number): Finding {
  const have = found !== null && Number.isFinite(found) ? found : null;
  return { holds: have !== null && have >= need, have, need };
}

const isDirect = ({ quadrant }: ApproachFacts) =>
  quadrant === 'direct_identified' || quadrant === 'direct_unidentified';

const reaches = (level: ApproachFacts['suggestedLevel'], needed: Level) =>
  level !== 'unknown' && rankOf(level) >= rankOf(needed);

const withdrawing: readonly StageAnswer[] = ['circumscribing', 'stagnating', 'avoiding', 'terminating'];

const roomFor: readonly StageAnswer[] = ['intensifying', 'integrating', 'bonding'];

/** Model section 7, one line each; all thresholds are settings [D]. */
export const conditions: Readonly<Record<ConditionId, Test>> = {
  direct: claim(isDirect),
  direct_payment: claim(isDirect),
  unidentified: claim(({ quadrant }) => quadrant === 'direct_unidentified'),
  purpose_identification: claim((_, { openClubPurpose }) => openClubPurpose === 'identification'),
  cycles_possible: ({ cyclesPossible }, { cyclesPerYear }) => atLeast(cyclesPossible, cyclesPerYear),
  concentrated: ({ concentration }, settings) =>
    atLeast(concentration?.share ?? null, settings.concentration),
  top_or_rising: ({ standing }, { topContacts }) => ({
    holds: standing !== null && (standing.rank <= topContacts || standing.isRising),
    have: standing?.rank ?? null,
    need: topContacts,
  }),
  reward_cost: (_, { rewardCost, rewardCostBelow }) => ({
    holds: rewardCost !== null && rewardCost >= 0 && rewardCost < rewardCostBelow,
    have: rewardCost,
    need: rewardCostBelow,
  }),
  not_universal: claim((_, { programmesAreUniversal }) => !programmesAreUniversal),
  close_enough: ({ stage, nps }, settings, now) => {
    const score = liveScore(nps, settings, now);
    const praises = stage === 'integrating' && score !== null && score >= settings.clubNps;
    return { holds: stage === 'bonding' || praises, have: score, need: settings.clubNps };
  },
  no_open_complaint: claim(({ openComplaint }) => !openComplaint),
  affinity_volunteered: claim(({ affinity }) => affinity === 'volunteered'),
  level_accountable: claim(({ suggestedLevel }) => reaches(suggestedLevel, 'accountable')),
  // The days themselves are not told: they would be another number every day.
  owner_stable: ({ ownerSince }, { ownerDays }, now) => ({
    holds: ownerSince !== null && dayOf(now) - dayOf(ownerSince) >= ownerDays,
    have: ownerSince,
    need: ownerDays,
  }),
  intimacy: ({ intimacyCeiling }) => atLeast(intimacyCeiling, 2),
  not_basic_exchange: claim(({ desiredType }) => desiredType !== 'basic_exchange'),
  shared_interest: ({ sharedInterest }, { communityContacts }) => atLeast(sharedInterest, communityContacts),
  consents: claim(({ consentsToIntroduction }) => consentsToIntroduction),
  not_falling: claim(({ stage }) => flightOf(stage) !== 'coming_apart'),
  company: claim(({ isCompany }) => isCompany),
  level_proactive: claim(({ suggestedLevel }) => reaches(suggestedLevel, 'proactive')),
  stakeholders: ({ stakeholders }, settings) => atLeast(stakeholders, settings.stakeholders),
  satisfied: ({ nps }, settings, now) => atLeast(liveScore(nps, settings, now), settings.tieNps),
  exit_terms: claim(({ exitTermsWritten }) => exitTermsWritten),
  not_captive: claim(({ captive }) => !captive),
  not_withdrawing: claim(({ stage }) => !withdrawing.includes(stage)),
  timely: claim(({ stage }) => roomFor.includes(stage)),
};

/** A score is an opinion with a date: too old a one says nothing. */
function liveScore(nps: ApproachFacts['nps'], { npsDays }: ApproachSettings, now: number): number | null {
  if (nps === null || !Number.isFinite(nps.value)) return null;
  return dayOf(now) - dayOf(nps.at) < npsDays ? nps.value : null;
}
