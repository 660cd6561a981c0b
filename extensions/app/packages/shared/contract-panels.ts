/**
 * The parts of a card behind its first glance, one for each model. Each is optional: a card that was stored before a part
 * was there still shows. Sentences come worded; enumerations and times are worded by the card.
 */

export type CardPanels = {
  readonly guardrails?: GuardrailPanel;
  readonly milestones?: MilestonePanel;
  /** Null without a fight. */
  readonly recovery?: RecoveryPanel | null;
  readonly matrix?: MatrixPanel;
  readonly level?: LevelPanel;
  readonly approaches?: ApproachPanel;
  readonly desired?: DesiredPanel;
  readonly history?: HistoryPanel;
  /** How the chance of hearing from them falls in silence; null when there never was a touch. */
  readonly curve?: VitalityCurve | null;
};

/** An object in the portal that a card links to, by HubSpot's ids. */
export type Linked = { readonly objectTypeId: string; readonly objectId: string };

export type OutreachChannelName = 'email' | 'call' | 'sms' | 'whatsapp' | 'linkedin' | 'postal' | 'meeting';

export type PurposeName =
  | 'service_reply'
  | 'transactional'
  | 'recovery'
  | 'follow_up'
  | 'sales'
  | 'marketing'
  | 'referral_ask'
  | 'survey';

export type VerdictName = 'ALLOW' | 'ALLOW_WITH_NOTICE' | 'ASK_FIRST' | 'DENY';

export type CeilingName = 'I0' | 'I1' | 'I2' | 'I3' | 'I4';

export type LevelName = 'basic' | 'reactive' | 'accountable' | 'proactive' | 'partnership';

export type GuardrailPanel = {
  readonly ceiling: CeilingName;
  /** What the ceiling leaves, worded. */
  readonly ceilingText: string;
  /** Which sentences set the ceiling; empty where nothing does. */
  readonly ceilingBecause: readonly SentencePlace[];
  /** Every sentence of this panel, once. */
  readonly sentences: readonly string[];
  /** A ruling for every purpose on every channel, equal ones put together. */
  readonly rulings: readonly Ruling[];
  readonly pressure: PressureMeter;
  readonly nextOutreach:
    | { readonly kind: 'now' }
    | { readonly kind: 'at'; readonly at: string }
    | { readonly kind: 'blocked'; readonly because: readonly SentencePlace[] };
  readonly mayMention: readonly string[];
  readonly mayNotMention: readonly string[];
};

/** A place in `sentences`, from 0: the same reason stands behind many rulings, and is sent once. */
export type SentencePlace = number;

export type Ruling = {
  readonly purposes: readonly PurposeName[];
  readonly channels: readonly OutreachChannelName[];
  readonly answer: VerdictName;
  /** Why, the strongest first; empty when nothing stands against it. */
  readonly because: readonly SentencePlace[];
  /** What to do instead; null when it passes or nothing else does. */
  readonly instead: SentencePlace | null;
  /** What has to be said or known when it goes out. */
  readonly notice: SentencePlace | null;
  /** When time alone may change it. */
  readonly until: string | null;
};

export type PressureMeter = {
  /** 1.0 is at the tolerance. One decimal, as the property. */
  readonly value: number;
  /** From here the rep is told; from here uninvited outreach is denied. */
  readonly noticeAt: number;
  readonly denyAt: number;
  /** What was counted over the last `days`. */
  readonly days: number;
  readonly calls: number;
  readonly emails: number;
  readonly directMessages: number;
  readonly mailings: number;
  /** The first day on which it is below the threshold it is at now, if nothing is sent; null when it is below both. */
  readonly easesAt: string | null;
  /** False where marketing mails are not visible: then it may be higher. */
  readonly marketingMailVisible: boolean;
};

/** A clock in business hours from their word to our answer. */
export type ClockFace = {
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly answeredAt: string | null;
  readonly outcome: 'in_time' | 'late' | 'waiting';
};

export type MilestonePanel = {
  readonly firstEncounter: ReachedMilestone | null;
  readonly firstDate: ReachedMilestone | null;
  readonly firstFight: ReachedMilestone | null;
  readonly metFriends: ReachedMilestone | null;
  /** Who brought this contact, by contact id; null when nobody did or nobody knows who. */
  readonly referrer: string | null;
  /** Whom this contact brought: how many, and what they spent, worded with its currency; null when nobody. */
  readonly advocacy: { readonly brought: number; readonly value: string | null } | null;
};

export type ReachedMilestone = {
  readonly at: string;
  readonly sentence: string;
  readonly activity: Linked | null;
  /** Our answer to it; null where none was asked for. */
  readonly reply: ClockFace | null;
};

/** What became of the latest fight. */
export type RecoveryPanel = {
  readonly outcome: 'open' | 'recovered' | 'unrecovered' | 'repeat';
  readonly kind: 'complaint' | 'bad_score' | 'refund';
  readonly severity: 'low' | 'medium' | 'high' | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly activity: Linked | null;
  readonly remedy: 'refund' | 'replacement' | 'repair' | 'credit' | 'apology' | 'explanation' | null;
  readonly acknowledgement: ClockFace;
  readonly sign: {
    readonly at: string;
    readonly by: 'csat' | 'nps' | 'order' | 'own_accord';
    readonly activity: Linked | null;
  } | null;
  /** The last day on which a sign counts; null while it is not settled. */
  readonly provenUntil: string | null;
  /** Whether automation rests because of it. */
  readonly pausesAutomation: boolean;
  /** How many fights there were. */
  readonly count: number;
  /** What to ask before calling it settled. */
  readonly check: readonly string[];
};

export type QuadrantName =
  | 'direct_identified'
  | 'direct_unidentified'
  | 'indirect_identified'
  | 'indirect_unidentified'
  | 'undetermined';

export type MatrixPanel = {
  readonly quadrant: QuadrantName;
  /** Both tests in words, the failing one named. */
  readonly sentence: string;
  /** The relationship this sector asks for, what to do, and how it gets disrupted; null while undetermined. */
  readonly sector: {
    readonly model: string;
    readonly recommend: string;
    readonly disruption: readonly string[];
  } | null;
};

export type LevelPanel = {
  readonly suggested: LevelName | 'unknown';
  readonly practised: LevelName | 'unknown';
  /** Practised minus suggested: -2 is two levels too little; null when either is unknown. */
  readonly gap: number | null;
  /** What is practised, what the economics support, what lowered it and by which rule. */
  readonly sentences: readonly string[];
  /** Sales whose follow-up time is over, and how many were followed up. */
  readonly due: number;
  readonly followed: number;
  readonly missed: readonly {
    readonly deal: Linked | null;
    readonly soldAt: string;
    readonly dueAt: string;
  }[];
};

export type ApproachPanel = {
  /** Those the stage puts first come first. */
  readonly eligible: readonly { readonly name: string; readonly cost: string; readonly first: boolean }[];
  readonly refused: readonly { readonly name: string; readonly sentence: string }[];
};

export type MismatchName = 'too_close' | 'fits' | 'too_distant' | 'not_asked';

export type DesiredPanel = {
  /** What they said they want; null when nobody asked. Never inferred. */
  readonly asked: {
    /** Id of the type; one that the portal does not know any more is its own label. */
    readonly type: string;
    readonly label: string;
    readonly wants: string | null;
    readonly source: string;
    readonly at: string;
    readonly rules: readonly string[];
    /** They are tied, or want to be: they must be able to leave. */
    readonly captivity: boolean;
  } | null;
  /** Null while the practised level is not known. */
  readonly mismatch: MismatchName | null;
  readonly depth: 'individual' | 'collective';
  /** What the CRM shows, never taken for a wish: `value` 0..1 from the first pole to the second, null without evidence. */
  readonly observed: readonly {
    readonly axis: 'valence' | 'intensity' | 'voluntariness' | 'duration' | 'formality' | 'symmetry';
    readonly value: number | null;
    readonly evidence: number;
  }[];
};

export type HistoryPanel = {
  /** The latest steps, latest first. */
  readonly steps: readonly {
    /** A stage, or `not_enough_evidence`. */
    readonly stage: string;
    readonly since: string;
    readonly movement: string;
    readonly epoch: number;
  }[];
  /** How many more there are. */
  readonly earlier: number;
  /** Earlier lives of the relationship, latest first. */
  readonly epochs: readonly {
    readonly epoch: number;
    readonly startedAt: string;
    readonly endedAt: string | null;
    readonly ending: 'none' | 'faded' | 'ended' | 'completed';
  }[];
};

/** The chance of hearing from them within the horizon, if they stay silent. It depends on nothing but the day. */
export type VitalityCurve = {
  /** The day of their last touch. */
  readonly from: string;
  /** Pairs of days since `from`, ascending, and percent: beyond today and beyond the day the stage holds until. */
  readonly points: readonly (readonly [days: number, percent: number])[];
};
