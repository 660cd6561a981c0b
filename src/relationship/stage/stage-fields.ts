import {
  choiceField,
  flagField,
  numberField,
  type SettingField,
  type SettingFields,
} from '../settings/setting-field.ts';
import { allSectors, type NoiseRules, type NumericSetting, type StageSettings } from './stage-settings.ts';

type Bounds = readonly [min: number, max: number];

const days = (description: string, [min, max]: Bounds) => numberField('D', description, [min, max, 'days']);
const count = (description: string, [min, max]: Bounds) => numberField('D', description, [min, max, 'count']);
const share = (description: string, [min, max]: Bounds) => numberField('D', description, [min, max, 'share']);
const times = (description: string, [min, max]: Bounds) => numberField('D', description, [min, max, 'times']);
const score = (description: string, [min, max]: Bounds) => numberField('D', description, [min, max, 'score']);
const horizons = (description: string, [min, max]: Bounds) =>
  numberField('D', description, [min, max, 'horizons']);

/** What an admin may choose; inside these ranges the laws of the engine hold. */
const numberFields: Readonly<Record<NumericSetting, SettingField<number>>> = {
  largeGroup: count('From so many external participants on, a meeting or mail is a large one.', [2, 100]),
  conversationSeconds: numberField('D', 'A call is a conversation from so many connected seconds on.', [
    0,
    3600,
    'seconds',
  ]),
  npsTrouble: score('A recommendation score up to this is trouble.', [0, 8]),
  csatTrouble: score('A satisfaction score up to this is trouble.', [1, 3]),
  npsPromoter: score('A recommendation score from this on is praise.', [9, 10]),
  troubleDays: days('How long trouble counts.', [30, 730]),
  promoterDays: days('How long praise counts.', [30, 730]),
  advocacyDays: days('How long a recommendation or review counts.', [30, 1095]),
  quietRatio: share('Quiet: the chance of a touch fell to less than this part of what it was.', [0.1, 0.95]),
  quietChance: share('Quiet: the chance of a touch is below this.', [0.05, 0.95]),
  quietDays: days('Quiet: silent for at least so many days,', [7, 365]),
  quietHorizons: horizons('or for so many horizons, if that is longer.', [0, 2]),
  fadedChance: share('Faded: the chance of a touch is below this,', [0.001, 0.3]),
  fadedDays: days('after so many days of silence,', [60, 1095]),
  fadedHorizons: horizons('or so many horizons, if that is longer.', [1, 6]),
  fadedAnywayDays: days('Faded whatever the chance: silent for more than so many days,', [120, 1825]),
  fadedAnywayHorizons: horizons('or so many horizons, if that is longer.', [2, 10]),
  renewalWindowDays: days('A paid term protects until so many days before its end.', [0, 180]),
  rhythmCycles: count('A rhythm of buying needs so many purchases,', [3, 12]),
  rhythmSpread: share(
    'whose intervals spread no more than this (standard deviation of their logs).',
    [0.05, 1],
  ),
  rhythmIntervals: times('A rhythm protects for so many of its intervals.', [1, 3]),
  seasonDays: days('Seasonal buyers buy within so many days of one date.', [7, 60]),
  withdrawals: count('Avoiding: so many withdrawals,', [2, 5]),
  withdrawalDays: days('each less than so many days after the one before.', [14, 180]),
  unanswered: count('Avoiding: so many unanswered personal messages in silence,', [2, 10]),
  unansweredDays: days('spread over at least so many days.', [7, 90]),
  staleGaps: times('A negotiation stands still after so many usual gaps without a change,', [1, 6]),
  staleDays: days('and at least so many days without a touch.', [14, 180]),
  compareDays: days('Differentiating and Circumscribing compare windows of so many days.', [30, 180]),
  narrowedTo: share('Narrowed: breadth or depth is at most this part of what it was.', [0.1, 0.9]),
  slowerReplies: times('Replies are slower when they take so many times as long,', [1.2, 10]),
  repliesPerWindow: count('with so many replies in each window.', [1, 10]),
  troubleKinds: count('Differentiating: so many kinds of trouble,', [2, 4]),
  stretchedInterval: times('or one, and an interval between orders so many times the own one.', [1.05, 3]),
  bondingCycles: count('Bonding: so many purchases,', [2, 12]),
  bondingTermDays: days('and a paid term of so many days, or', [180, 1095]),
  thirdCycle: count('this purchase in the row', [3, 12]),
  thirdCycleDays: days('so many days after the first.', [30, 730]),
  negotiationDays: days('Intensifying: a touch without trouble within so many days.', [30, 365]),
  meetings: count('Intensifying: so many meetings held', [2, 6]),
  meetingDays: days('within so many days.', [30, 365]),
  engagementActs: count(
    'Where purchases are never seen, so many acts on separate days make a customer,',
    [2, 20],
  ),
  engagementDays: days('over at least so many days.', [14, 365]),
  dwellDays: days('A stage is left by silence no sooner than after so many days.', [7, 60]),
  ownGapLast: count('The usual gap is the median of so many last gaps;', [3, 30]),
  ownGapMin: count('below so many gaps the median of the portal stands.', [2, 10]),
  ownGapFloorDays: days('The usual gap is never shorter than this,', [1, 30]),
  ownGapCeilingDays: days('and never longer.', [30, 365]),
  returnDays: days(
    'After an end, a form, booking or new deal is a return only so many days later.',
    [7, 180],
  ),
  returnSilenceDays: days(
    'After a fade, a touch opens a new relationship beyond so many days of silence,',
    [365, 1825],
  ),
  returnSilenceHorizons: horizons('or so many horizons, if that is longer.', [4, 12]),
  colleagueDays: days("A colleague's touch holds a stage for so many days.", [7, 180]),
  runnerUpGap: share(
    'The second closest stage is shown when its conditions are at most so far from met.',
    [0, 0.5],
  ),
};

export const noiseFields: SettingFields<NoiseRules> = {
  ignoreAutoReplies: flagField('D', 'Vacation notices and other machine answers are no touch.'),
  ignoreBotClicks: flagField('D', 'Clicks of link scanners reach nobody.'),
  ignoreLargeMeetings: flagField(
    'D',
    'Meetings and calls with many external participants say little about one.',
  ),
  ignoreLargeMails: flagField('D', 'Mails with many external participants say little about one.'),
  ignoreBounced: flagField('D', 'A mail that bounced is no outreach.'),
  ignoreInternal: flagField('D', "Addresses of the own company are nobody's relationship."),
  ignoreRoleMailboxes: flagField('D', 'Role mailboxes such as info@ are left out.'),
};

/** All of the stage engine but the noise rules, which are a group of their own. */
export const stageFields: SettingFields<Omit<StageSettings, 'noise'>> = {
  ...numberFields,
  sector: choiceField(
    'D',
    'The sector of contacts whose questionnaire says none; it follows from the answers.',
    allSectors,
  ),
  purchasesVisible: flagField('D', 'Some source of purchases is mapped; found at install.'),
};
