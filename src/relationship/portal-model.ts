/**
 * The fitted model of a portal: everything about *how* vitality is computed that was learned from data. It is a value:
 * a refit is a new version, and the same version gives the same numbers for ever.
 */

/** The inputs of vitality, in the order in which they are summed. */
export const featureNames = [
  'bg',
  'silence',
  'overdue',
  'survival',
  'rateShort',
  'rateLong',
  'trend',
  'irregularity',
  'touchesPerDay',
  'lastInbound',
  'kinds',
  'negatives',
  'newcomer',
  'activeDays',
  'commitment',
  'trouble',
] as const;

export type FeatureName = (typeof featureNames)[number];

/** One number per feature, raw (not standardised) scale. */
export type PerFeature = Readonly<Record<FeatureName, number>>;

/** BG/NBD of Fader, Hardie & Lee (2005): gamma(r, alpha) purchase rates, beta(a, b) dropout; time in weeks. */
export type BgNbd = { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };

/** How gaps between touch days are spread in this portal; gaps in days, `mu` and `s` of their natural logs. */
export type GapModel = {
  /** Mean log gap of the population. */
  readonly mu: number;
  /** Spread of a contact's log gaps around its own mean. */
  readonly s: number;
  /** How many gaps of its own a contact needs until its mean counts as much as the population's. */
  readonly kappa: number;
  /** A typical gap in days, the time a newcomer is credited with. */
  readonly g: number;
};

export type PortalModel = {
  readonly version: string;
  /** H: vitality is the chance of a touch within that many days. */
  readonly horizonDays: number;
  readonly bgnbd: BgNbd;
  readonly gaps: GapModel;
  readonly weights: PerFeature;
  readonly intercept: number;
  /** The features of the median contact: contributions are told against it. */
  readonly medians: PerFeature;
};

/**
 * What each weight must obey so that vitality never rises in silence: a feature that falls in silence takes no negative
 * weight, one that rises takes no positive one. Features that do not move in silence are free.
 */
export const weightSigns: Readonly<Record<FeatureName, -1 | 0 | 1>> = {
  bg: 1,
  silence: -1,
  overdue: -1,
  survival: 1,
  rateShort: 1,
  rateLong: 1,
  trend: 0,
  irregularity: 0,
  touchesPerDay: 0,
  lastInbound: 0,
  kinds: 0,
  negatives: 0,
  newcomer: 0,
  activeDays: 0,
  commitment: 0,
  trouble: 0,
};

/** Each feature computed by the caller's rule. */
export function perFeature(value: (name: FeatureName, index: number) => number): PerFeature {
  // Object.fromEntries forgets the key type; the keys are exactly featureNames.
  return Object.fromEntries(featureNames.map((name, i) => [name, value(name, i)])) as Record<
    FeatureName,
    number
  >;
}

const shippedBgNbd: BgNbd = { r: 0.3, alpha: 5, a: 0.8, b: 2.5 };

const shippedGaps: GapModel = { mu: Math.log(20), s: 1, kappa: 1.5, g: 20 };

const shippedWeights: PerFeature = {
  ...perFeature(() => 0),
  bg: 0.72,
  overdue: -0.122,
  rateLong: 0.251,
  trend: -0.082,
  irregularity: -0.402,
  lastInbound: 0.181,
  newcomer: -0.286,
};

const shippedIntercept = 0.272;

/**
 * The median contact of the shipped model: per feature the median over contacts of CDNOW and Enron with a touch in the last
 * 180 days, H = 90. A point of reference only, so it stands for every horizon.
 */
const shippedMedians: PerFeature = {
  ...perFeature(() => 0),
  bg: -1.42,
  silence: 0.04,
  overdue: 1.63,
  survival: -1.74,
  rateShort: -1.89,
  rateLong: 0.26,
  irregularity: 1,
  lastInbound: 1,
  newcomer: 1,
  activeDays: Math.LN2,
};

/** The model every portal starts with, until it has 200 known outcomes of its own: a pooled fit on public histories. */
export function shippedModel(horizonDays = 90): PortalModel {
  return {
    version: `shipped-1/${horizonDays}`,
    horizonDays,
    bgnbd: shippedBgNbd,
    gaps: shippedGaps,
    weights: shippedWeights,
    intercept: shippedIntercept,
    medians: shippedMedians,
  };
}
