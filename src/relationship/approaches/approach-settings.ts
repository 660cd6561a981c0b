import {
  choiceField,
  flagField,
  numberField,
  optionalNumberField,
  type SettingFields,
} from '../settings/setting-field.ts';

/** The portal's settings of the value-building approaches: thresholds of eligibility, and what the portal's own offers cost. */
export type ApproachSettings = {
  /** The top share of customers by margin whose part is measured. */
  readonly topCustomers: number;
  /** They must bring at least this share of the margin for a frequency programme. */
  readonly concentration: number;
  /** Fewer customers than this are not measured. */
  readonly concentrationCustomers: number;
  /** So many paid cycles a year must be possible. */
  readonly cyclesPerYear: number;
  /** A contact belongs to the top by margin up to this rank share, */
  readonly topContacts: number;
  /** or it rises: its margin is so many times last year's. */
  readonly risingTimes: number;
  /** What a reward costs must stay below this share of unit margin. */
  readonly rewardCostBelow: number;
  /** What the portal's own reward costs as a share of unit margin; null until an admin enters it. */
  readonly rewardCost: number | null;
  /** Everybody has such a programme already, so that another is a burden. */
  readonly programmesAreUniversal: boolean;
  /** What the portal's open club is for. */
  readonly openClubPurpose: 'identification' | 'other';
  /** Scores a limited club and a structural tie ask for, not older than so many days. */
  readonly clubNps: number;
  readonly tieNps: number;
  readonly npsDays: number;
  /** The owner must have been the same for so many days. */
  readonly ownerDays: number;
  /** A community needs so many contacts with one interest or region. */
  readonly communityContacts: number;
  /** A structural tie needs so many people on the customer's side. */
  readonly stakeholders: number;
};

export const defaultApproachSettings: ApproachSettings = {
  topCustomers: 0.2,
  concentration: 0.6,
  concentrationCustomers: 20,
  cyclesPerYear: 3,
  topContacts: 0.4,
  risingTimes: 1.2,
  rewardCostBelow: 0.25,
  rewardCost: null,
  programmesAreUniversal: false,
  openClubPurpose: 'identification',
  clubNps: 9,
  tieNps: 7,
  npsDays: 180,
  ownerDays: 90,
  communityContacts: 20,
  stakeholders: 2,
};

export const approachFields: SettingFields<ApproachSettings> = {
  topCustomers: numberField('D', 'The best customers whose part of the margin is measured.', [
    0.05,
    0.5,
    'share',
  ]),
  concentration: numberField('D', 'Part of the margin the best customers must bring.', [0.2, 1, 'share']),
  concentrationCustomers: numberField('D', 'How many customers a measurement of it needs.', [
    5,
    1000,
    'count',
  ]),
  cyclesPerYear: numberField('D', 'How many purchases a year must be possible for a frequency programme.', [
    2,
    52,
    'count',
  ]),
  topContacts: numberField('D', 'How far down the list by margin a frequency programme reaches.', [
    0.05,
    1,
    'share',
  ]),
  risingTimes: numberField('D', "A contact rises when its margin is so many times last year's.", [
    1.01,
    5,
    'times',
  ]),
  rewardCostBelow: numberField('D', 'A reward must cost less than this part of unit margin.', [
    0.01,
    1,
    'share',
  ]),
  rewardCost: optionalNumberField('D', 'What your reward costs as a part of unit margin.', [0, 1, 'share']),
  programmesAreUniversal: flagField('V', 'Competitors all have such a programme, so another is a burden.'),
  openClubPurpose: choiceField('D', 'What your open club is for: to learn who buys, or something else.', [
    'identification',
    'other',
  ]),
  clubNps: numberField('D', 'Recommendation score a limited club asks of an integrated contact.', [
    0,
    10,
    'score',
  ]),
  tieNps: numberField('D', 'Recommendation score a structural tie asks for.', [0, 10, 'score']),
  npsDays: numberField('D', 'How long such a score is believed.', [30, 730, 'days']),
  ownerDays: numberField('D', 'How long the owner must have been the same.', [7, 365, 'days']),
  communityContacts: numberField('D', 'How many contacts with one interest or region a community needs.', [
    5,
    1000,
    'count',
  ]),
  stakeholders: numberField('D', "How many people on the customer's side a structural tie needs.", [
    1,
    20,
    'count',
  ]),
};
