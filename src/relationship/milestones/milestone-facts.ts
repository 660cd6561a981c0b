/** How somebody first met us. `word_of_mouth`: a person recommended us; `referral`: a link on somebody else's pages. */
export const encounterSources = [
  'word_of_mouth',
  'referral',
  'organic_search',
  'paid_search',
  'social',
  'paid_social',
  'email',
  'event',
  'direct',
  'offline',
  'our_outreach',
  'other',
  'unknown',
] as const;

export type EncounterSource = (typeof encounterSources)[number];

/** What the milestones read beside the signals; everything may be missing. */
export type MilestoneFacts = {
  readonly contactId: string;
  /** What the contact answered to *how did you hear of us*; it beats all tracking. */
  readonly claimedSource: EncounterSource | null;
  /** What tracking recorded. */
  readonly trackedSource: EncounterSource | null;
  /** What we promised in return for a form, by its id; under the empty key for forms without one. */
  readonly promises: Readonly<Record<string, string>>;
  /** What was done to make up, and who complained in public, by ticket. */
  readonly remedies: Readonly<Record<string, RemedyKind>>;
  readonly publicTickets: readonly string[];
  /** Acts of advocacy that no signal carries: case study, introduction of a colleague, public mention, talk. */
  readonly introductions: readonly Introduction[];
  /** The own gap in days of the stage engine; null while it is not known. */
  readonly ownGapDays: number | null;
};

export type RemedyKind = 'refund' | 'replacement' | 'repair' | 'credit' | 'apology' | 'explanation';

export type Introduction = {
  readonly at: number;
  readonly kind: 'case_study' | 'colleague' | 'public_mention' | 'speaker';
  /** Whom it brought; null where it was nobody in particular. */
  readonly contactId: string | null;
  /** They agreed that we use it. */
  readonly consentToUse: boolean;
};

export const noMilestoneFacts: MilestoneFacts = {
  contactId: '',
  claimedSource: null,
  trackedSource: null,
  promises: {},
  remedies: {},
  publicTickets: [],
  introductions: [],
  ownGapDays: null,
};
