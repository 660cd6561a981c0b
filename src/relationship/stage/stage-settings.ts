/**
 * The portal's settings of the stage engine: every threshold under its own name. The
 * numbers are our conventions, to be back-tested on the portal's own history; none of them is a finding. Days are whole
 * UTC days. The horizon H itself belongs to the portal's fitted model.
 */

/** Who collects the money, and whether the buyer is known: it decides what counts as an exchange. Until the questionnaire is answered it is undetermined. */
export const allSectors = [
  'undetermined',
  'direct_identified',
  'direct_unidentified',
  'indirect_identified',
  'indirect_unidentified',
] as const;

export type Sector = (typeof allSectors)[number];

/** Noise rules: what must not look like the customer's own act. Each can be switched off. */
export type NoiseRules = {
  /** Vacation notices and other machine answers are no touch. */
  readonly ignoreAutoReplies: boolean;
  /** Clicks of link scanners reach nobody. */
  readonly ignoreBotClicks: boolean;
  /** Meetings and calls with many external participants say little about one of them. */
  readonly ignoreLargeMeetings: boolean;
  /** Mails with many external participants likewise. */
  readonly ignoreLargeMails: boolean;
  /** A mail that bounced was not delivered, so it is no outreach. */
  readonly ignoreBounced: boolean;
  /** Addresses of our own company are nobody's relationship. */
  readonly ignoreInternal: boolean;
  /** Role mailboxes (info@) can be left out; many a small customer has no other address. */
  readonly ignoreRoleMailboxes: boolean;
};

export type StageSettings = {
  readonly noise: NoiseRules;
  readonly sector: Sector;
  /** False while no source of purchases is mapped: the card then says that purchases are not visible here. */
  readonly purchasesVisible: boolean;

  /** From this many external participants on, a meeting or mail is a large one. */
  readonly largeGroup: number;
  /** A call is a conversation from this many connected seconds on. */
  readonly conversationSeconds: number;
  /** Survey answers up to these are trouble, from `npsPromoter` on praise. */
  readonly npsTrouble: number;
  readonly csatTrouble: number;
  readonly npsPromoter: number;

  /** How long evidence lives, in days. */
  readonly troubleDays: number;
  readonly promoterDays: number;
  readonly advocacyDays: number;

  /** Quiet: V below this share of V at the last touch, */
  readonly quietRatio: number;
  /** and V below this chance, */
  readonly quietChance: number;
  /** and silent for at least the larger of these days and this share of H. */
  readonly quietDays: number;
  readonly quietHorizons: number;

  /** Faded: V below this chance after the larger of these days and horizons of silence, */
  readonly fadedChance: number;
  readonly fadedDays: number;
  readonly fadedHorizons: number;
  /** or silent for more than the larger of these, whatever V says. */
  readonly fadedAnywayDays: number;
  readonly fadedAnywayHorizons: number;

  /** A paid term protects until this many days before its end. */
  readonly renewalWindowDays: number;
  /** A rhythm needs this many paid cycles with at most this spread of log intervals, and protects for so many intervals. */
  readonly rhythmCycles: number;
  readonly rhythmSpread: number;
  readonly rhythmIntervals: number;
  /** Seasonal buyers buy within so many days of one date. */
  readonly seasonDays: number;

  /** Avoiding: so many withdrawals, neighbours less than so many days apart; */
  readonly withdrawals: number;
  readonly withdrawalDays: number;
  /** or so many unanswered personal messages spread over at least so many days. */
  readonly unanswered: number;
  readonly unansweredDays: number;

  /** Stagnating negotiation: so many own gaps without a change, and no touch for at least so many days. */
  readonly staleGaps: number;
  readonly staleDays: number;

  /** Differentiating and Circumscribing compare windows of so many days. */
  readonly compareDays: number;
  /** Breadth or depth at most this share of before. */
  readonly narrowedTo: number;
  /** Replies at least so many times slower, with so many replies in each window. */
  readonly slowerReplies: number;
  readonly repliesPerWindow: number;
  /** So many kinds of live trouble, or one and an order interval at least so many times the own one. */
  readonly troubleKinds: number;
  readonly stretchedInterval: number;

  /** Bonding: so many paid cycles; a further sign is a term of so many days, or a third cycle so long after the first. */
  readonly bondingCycles: number;
  readonly bondingTermDays: number;
  readonly thirdCycle: number;
  readonly thirdCycleDays: number;

  /** Intensifying: a healing touch within so many days, so many meetings held within so many days. */
  readonly negotiationDays: number;
  readonly meetings: number;
  readonly meetingDays: number;

  /** Where the purchase is never seen: so many acts on separate days over at least so many days make a customer. */
  readonly engagementActs: number;
  readonly engagementDays: number;

  /** A stage is left by absence after the own gap, but never sooner than this. */
  readonly dwellDays: number;
  /** Own gap: median of so many last gaps, kept between these; below `ownGapMin` gaps the portal's median stands. */
  readonly ownGapLast: number;
  readonly ownGapMin: number;
  readonly ownGapFloorDays: number;
  readonly ownGapCeilingDays: number;

  /** After an end, a form, a booking or a new deal counts as a return only so many days later. */
  readonly returnDays: number;
  /** After a fade, a healing touch opens a new epoch beyond the larger of these days and horizons of silence. */
  readonly returnSilenceDays: number;
  readonly returnSilenceHorizons: number;

  /** A colleague's touch holds for the larger of these days and the own gap. */
  readonly colleagueDays: number;
  /** The runner-up is shown when its conditions are at most this far from being met. */
  readonly runnerUpGap: number;
};

export const defaultStageSettings: StageSettings = {
  noise: {
    ignoreAutoReplies: true,
    ignoreBotClicks: true,
    ignoreLargeMeetings: true,
    ignoreLargeMails: true,
    ignoreBounced: true,
    ignoreInternal: true,
    ignoreRoleMailboxes: false,
  },
  sector: 'undetermined',
  purchasesVisible: true,
  largeGroup: 5,
  conversationSeconds: 60,
  npsTrouble: 6,
  csatTrouble: 2,
  npsPromoter: 9,
  troubleDays: 180,
  promoterDays: 180,
  advocacyDays: 365,
  quietRatio: 0.6,
  quietChance: 0.5,
  quietDays: 14,
  quietHorizons: 1 / 3,
  fadedChance: 0.05,
  fadedDays: 180,
  fadedHorizons: 2,
  fadedAnywayDays: 365,
  fadedAnywayHorizons: 4,
  renewalWindowDays: 60,
  rhythmCycles: 3,
  rhythmSpread: 0.35,
  rhythmIntervals: 1.5,
  seasonDays: 45,
  withdrawals: 2,
  withdrawalDays: 60,
  unanswered: 3,
  unansweredDays: 14,
  staleGaps: 2,
  staleDays: 30,
  compareDays: 90,
  narrowedTo: 0.5,
  slowerReplies: 2,
  repliesPerWindow: 2,
  troubleKinds: 2,
  stretchedInterval: 1.3,
  bondingCycles: 2,
  bondingTermDays: 365,
  thirdCycle: 3,
  thirdCycleDays: 180,
  negotiationDays: 90,
  meetings: 2,
  meetingDays: 90,
  engagementActs: 4,
  engagementDays: 60,
  dwellDays: 14,
  ownGapLast: 8,
  ownGapMin: 3,
  ownGapFloorDays: 7,
  ownGapCeilingDays: 120,
  returnDays: 30,
  returnSilenceDays: 450,
  returnSilenceHorizons: 5,
  colleagueDays: 30,
  runnerUpGap: 0.25,
};

/** The settings that are numbers: all but the noise rules, the sector and the visibility of purchases. */
export type NumericSetting = Exclude<keyof StageSettings, 'noise' | 'sector' | 'purchasesVisible'>;
