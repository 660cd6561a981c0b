import { numberField, type SettingFields } from '../settings/setting-field.ts';

/** The portal's settings of the milestones: how fast we answer, and when a recovery has worked. */
export type MilestoneSettings = {
  /** Business minutes within which a form or chat is answered. */
  readonly formMinutes: number;
  /** The same for a complaint made in public. */
  readonly publicComplaintMinutes: number;
  /** The same for any other complaint. */
  readonly complaintMinutes: number;
  /** The same for any other first word of theirs. */
  readonly firstWordMinutes: number;
  /** A first date is the first of many when a second act comes within so many days. */
  readonly secondActDays: number;
  /** A recovery is proven within the larger of these days and this many own gaps after the complaint is closed. */
  readonly recoveryDays: number;
  readonly recoveryGaps: number;
  /** A satisfaction score from this on, a recommendation score from this on, or a rise by so much, prove it. */
  readonly recoveredCsat: number;
  readonly recoveredNps: number;
  readonly recoveredNpsRise: number;
  /** A second fight within so many days is a repeat. */
  readonly repeatDays: number;
  /** A refund or bad score so soon after a complaint was closed belongs to the same fight. */
  readonly sameFightDays: number;
  /** A fight without a sign of recovery pauses automation so long after it was closed, as long as its evidence lives. */
  readonly pauseDays: number;
};

export const defaultMilestoneSettings: MilestoneSettings = {
  formMinutes: 60,
  publicComplaintMinutes: 60,
  complaintMinutes: 360,
  firstWordMinutes: 360,
  secondActDays: 30,
  recoveryDays: 30,
  recoveryGaps: 1.5,
  recoveredCsat: 4,
  recoveredNps: 9,
  recoveredNpsRise: 2,
  repeatDays: 180,
  sameFightDays: 14,
  pauseDays: 180,
};

export const milestoneFields: SettingFields<MilestoneSettings> = {
  formMinutes: numberField(
    'D',
    'Business minutes to answer a form or chat. Enquiries answered within the hour were qualified more often [V R6].',
    [1, 4800, 'minutes'],
  ),
  publicComplaintMinutes: numberField(
    'D',
    'Business minutes to answer a public complaint; many expect an hour [V R7].',
    [1, 4800, 'minutes'],
  ),
  complaintMinutes: numberField(
    'D',
    'Business minutes to answer any other complaint; most would not wait beyond six hours [V R9].',
    [1, 4800, 'minutes'],
  ),
  firstWordMinutes: numberField('D', 'Business minutes to answer any other first word of theirs.', [
    1,
    4800,
    'minutes',
  ]),
  secondActDays: numberField('D', 'Within how many days a second act makes a first date the first of many.', [
    1,
    365,
    'days',
  ]),
  recoveryDays: numberField('D', 'Days after a complaint is closed within which recovery must show.', [
    7,
    365,
    'days',
  ]),
  recoveryGaps: numberField('D', 'The same in own gaps of the contact; the longer one counts.', [
    0,
    10,
    'times',
  ]),
  recoveredCsat: numberField('D', 'Satisfaction score that proves recovery.', [3, 5, 'score']),
  recoveredNps: numberField('D', 'Recommendation score that proves recovery.', [7, 10, 'score']),
  recoveredNpsRise: numberField('D', 'Rise of the recommendation score that proves recovery.', [
    1,
    10,
    'score',
  ]),
  repeatDays: numberField('D', 'A second fight within so many days is a repeat.', [30, 730, 'days']),
  sameFightDays: numberField('D', 'A refund or bad score so soon after a closed complaint belongs to it.', [
    0,
    60,
    'days',
  ]),
  pauseDays: numberField('D', 'How long a fight without recovery pauses automation.', [30, 730, 'days']),
};
