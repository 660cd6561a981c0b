/**
 * What the app's home page asks of the store: a summary over all contacts, counted now and then, and lists of contacts
 * by one property each, page by page. Ids and times as in `ports.ts`.
 */
import type { StageAnswer } from '../relationship/stage/stages.ts';
import type { ContactId, PortalId } from './ports.ts';

/** The counts over all contacts of a portal at one time; exact, before small numbers are hidden. */
export type Summary = {
  readonly at: number;
  readonly contacts: number;
  readonly stages: Readonly<Partial<Record<StageAnswer, number>>>;
  /** Moves from one stage to another by calendar month in UTC (`2026-05`), as the timelines tell them today. */
  readonly moves: readonly Moves[];
  /** How many stages change by silence alone within so many days. */
  readonly slipping: { readonly days7: number; readonly days30: number };
  readonly recovering: number;
  readonly quadrants: Readonly<Record<string, number>>;
  /** Practised minus suggested level. */
  readonly gaps: Readonly<Record<string, number>>;
  /** What was called wrong in the last seven days. */
  readonly disagreements: readonly Disagreement[];
};

export type Moves = {
  readonly month: string;
  readonly from: StageAnswer;
  readonly to: StageAnswer;
  readonly count: number;
};
export type Disagreement = { readonly about: string; readonly shown: string; readonly count: number };

/** One list: contacts that share a value. */
export type ListOf =
  | { readonly by: 'stage'; readonly stage: StageAnswer }
  | { readonly by: 'quadrant'; readonly quadrant: string }
  | { readonly by: 'gap'; readonly gap: number }
  /** The earliest first. */
  | { readonly by: 'slipping'; readonly until: number }
  /** The most pressing clock first. */
  | { readonly by: 'recovering' };

export type ListedContact = {
  readonly id: ContactId;
  readonly label: string;
  readonly stage: StageAnswer;
  readonly since: number | null;
  readonly validUntil: number | null;
  readonly nextStage: StageAnswer | null;
  readonly levelGap: number | null;
  /** The open case, for those in recovery. */
  readonly recovery: Recovery | null;
};

export type Recovery = {
  readonly openedAt: number;
  /** When the first answer is or was due; null when no work is done within reach. */
  readonly answerDueAt: number | null;
  readonly answeredAt: number | null;
  readonly outcome: string;
};

/** Where the next page begins, as the store made it. */
export type Cursor = string;

export type Home = {
  summary(portal: PortalId): Promise<Summary | null>;
  /** Goes through all contacts of the portal once and keeps what it found. */
  summarise(portal: PortalId, at: number): Promise<Summary>;
  /** `after`: the cursor of the page before; one that no store made begins at the start. */
  /** A card was asked for; the first one is remembered. */
  noteCard(portal: PortalId, at: number): Promise<void>;
  firstCardAt(portal: PortalId): Promise<number | null>;
  /** How many contacts going live would write each stage to: HubSpot has another one for them, or none. */
  wouldFire(portal: PortalId): Promise<Summary['stages']>;
  list(
    portal: PortalId,
    of: ListOf,
    page: { readonly after: Cursor | null; readonly limit: number },
  ): Promise<{ readonly contacts: readonly ListedContact[]; readonly next: Cursor | null }>;
};
