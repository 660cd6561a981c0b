/** What our service answers to the app's home page. Times are ISO 8601 in UTC; a count of null is hidden because it is small. */
import { type StageName, stageNames } from './contract.ts';
import { list, number, oneOf, optional, orNull, record, text, time, truth } from './shape.ts';

export type StageOrNone = StageName | 'not_enough_evidence' | 'not_assessed';

export type Count = { readonly key: string; readonly count: number | null };

/** The answer of `GET /home`. */
export type HomeView = {
  readonly kind: 'home';
  /** Null while the portal is counted for the first time; the page asks again. */
  readonly summary: SummaryView | null;
  /** A newer count is under way. */
  readonly isCounting: boolean;
  readonly firstSteps: readonly FirstStep[];
  readonly backtest: BacktestView | null;
  /** Null before the portal was first measured. */
  readonly story: StoryView | null;
  readonly health: HealthView;
  readonly uiDomain: string;
};

export type SummaryView = {
  readonly at: string;
  readonly contacts: number;
  readonly stages: readonly Count[];
  readonly slipping: { readonly days7: number | null; readonly days30: number | null };
  readonly recovering: number | null;
  readonly quadrants: readonly Count[];
  readonly gaps: readonly Count[];
  /** The last months, the oldest first. */
  readonly months: readonly MonthView[];
  readonly disagreements: readonly {
    readonly about: string;
    readonly shown: string;
    readonly count: number | null;
  }[];
};

export type MonthView = {
  /** `2026-05` */
  readonly month: string;
  /** All moves of the month. */
  readonly total: number | null;
  readonly moves: readonly {
    readonly from: StageOrNone;
    readonly to: StageOrNone;
    readonly count: number | null;
  }[];
};

/** How revenue spreads over the sectors and what of it has a name, and how the portal grows. Shares are 0..1. */
export type StoryView = {
  /** The oldest first; of a month nobody can tell, the share is null. */
  readonly identifiedShare: readonly { readonly month: string; readonly share: number | null }[];
  /** Sectors with revenue, and how each of them gets disrupted. */
  readonly sectors: readonly {
    readonly key: string;
    readonly revenueShare: number;
    readonly disruption: readonly string[];
  }[];
  /** Share of first encounters that came by recommendation, of so many whose source is known; null when they are few. */
  readonly recommended: { readonly share: number; readonly known: number } | null;
};

export type FirstStepName = 'read' | 'questionnaire' | 'card' | 'live';
export type FirstStep = { readonly step: FirstStepName; readonly isDone: boolean };

export type BacktestView =
  | {
      readonly kind: 'done';
      readonly at: string;
      readonly horizonDays: number;
      /** Assessments with a known outcome, and the share of contacts that came back, 0..1. */
      readonly outcomes: number;
      readonly baseRate: number;
      /** Share of those coming apart that came back, with its 95 % interval; null without any. */
      readonly apart: { readonly share: number; readonly low: number; readonly high: number } | null;
      /** Contacts that were lost, how many of them were flagged, and how many were flagged that came back. */
      readonly lost: number;
      readonly found: number;
      readonly falseAlarms: number;
      /** Chance that a returning contact is ranked above a silent one, by method. */
      readonly auc: Readonly<Record<string, number | null>>;
    }
  | {
      readonly kind: 'too-little-data';
      readonly at: string;
      readonly outcomes: number;
      readonly needed: number;
    };

export type HealthView = {
  /** Null once everything was read. */
  readonly reading: {
    readonly done: number;
    readonly total: number;
    /** What HubSpot's quota lets us foretell of the rest, at least; null where it tells nothing. */
    readonly remainingMs: number | null;
  } | null;
  /** How long the longest waiting mark waits; null when none does. */
  readonly lagMs: number | null;
  readonly waiting: { readonly records: number; readonly contacts: number; readonly due: number };
  readonly parked: readonly { readonly subject: string; readonly sentence: string; readonly at: string }[];
  readonly mayRetry: boolean;
};

/** The answer of `GET /home/list`. */
export type ListView = {
  readonly kind: 'list';
  /** When it was read: days are counted from here. */
  readonly at: string;
  readonly contacts: readonly ListedContactView[];
  /** Hand it back as `after` for the next page; null on the last. */
  readonly next: string | null;
  readonly uiDomain: string;
};

export type ListedContactView = {
  readonly id: string;
  readonly label: string;
  readonly stage: StageOrNone;
  readonly since: string | null;
  readonly validUntil: string | null;
  readonly nextStage: StageOrNone | null;
  readonly levelGap: number | null;
  readonly recovery: {
    readonly openedAt: string;
    readonly answerDueAt: string | null;
    readonly answeredAt: string | null;
    readonly outcome: string;
  } | null;
};

const stage = oneOf([...stageNames, 'not_enough_evidence', 'not_assessed']);
const counts = list(record({ key: text, count: orNull(number) }));
const summary = record({
  at: time,
  contacts: number,
  stages: counts,
  slipping: record({ days7: orNull(number), days30: orNull(number) }),
  recovering: orNull(number),
  quadrants: counts,
  gaps: counts,
  months: list(
    record({
      month: text,
      total: orNull(number),
      moves: list(record({ from: stage, to: stage, count: orNull(number) })),
    }),
  ),
  disagreements: list(record({ about: text, shown: text, count: orNull(number) })),
});
const home = record({
  kind: oneOf(['home']),
  summary: orNull(summary),
  isCounting: truth,
  firstSteps: list(record({ step: text, isDone: truth })),
  story: orNull(
    record({
      identifiedShare: list(record({ month: text, share: orNull(number) })),
      sectors: list(record({ key: text, revenueShare: number, disruption: list(text) })),
      recommended: orNull(record({ share: number, known: number })),
    }),
  ),
  backtest: orNull(record({ kind: oneOf(['done', 'too-little-data']), at: time })),
  health: record({
    reading: orNull(record({ done: number, total: number, remainingMs: orNull(number) })),
    lagMs: orNull(number),
    waiting: record({ records: number, contacts: number, due: number }),
    parked: list(record({ subject: text, sentence: text, at: time })),
    mayRetry: truth,
  }),
  uiDomain: text,
});
const listed = record({
  id: text,
  label: text,
  stage,
  since: orNull(time),
  validUntil: orNull(time),
  nextStage: orNull(stage),
  levelGap: orNull(number),
  recovery: orNull(
    record({ openedAt: time, answerDueAt: orNull(time), answeredAt: orNull(time), outcome: text }),
  ),
});
const listView = record({
  kind: oneOf(['list']),
  at: time,
  contacts: list(listed),
  next: orNull(text),
  uiDomain: optional(text),
});

export function isHomeView(value: unknown): value is HomeView {
  return home(value);
}

export function isListView(value: unknown): value is ListView {
  return listView(value);
}
