import type { Concentration } from './approaches/concentration.ts';
import type { RegisteredProperty } from './guardrails/register.ts';
import type { Margin } from './level/margin.ts';
import type { Terciles } from './level/suggested-level.ts';
import type { InputProblem } from './matrix/input-problem.ts';
import type { PortalMatrix } from './matrix/portal-matrix.ts';
import type { WordOfMouth } from './milestones/advocacy.ts';
import type { PortalModel } from './portal-model.ts';

/** What `assess` reads of a portal: its fitted model and, once measured, the view over all its contacts. */
export type Portal = PortalModel & { readonly view?: PortalView };

/**
 * What is measured over all contacts of a portal and read for each one of them: a plain value that a use case computes
 * now and then and stores. Segments and families are named as in `ContactFacts`; what is absent is not known.
 */
export type PortalView = {
  /** When it was measured, ms since epoch; null while it never was. */
  readonly measuredAt: number | null;
  /** The portal's time zone: quiet hours and response clocks run in it. */
  readonly timeZone: string;
  /** The portal as one segment: holds for contacts without a segment of their own, or one not measured. */
  readonly whole: SegmentView;
  readonly segments: Readonly<Record<string, SegmentView>>;
  /** Paid cycles in 12 months that customers of a product family reach; of `''` where the contact has no family. */
  readonly cyclesPerYear: Readonly<Record<string, number>>;
  /** How many contacts in Integrating or Bonding volunteered an interest or region. */
  readonly interests: Readonly<Record<string, number>>;
  /** The properties of the portal's contacts; absent while nobody looked. */
  readonly register?: readonly RegisteredProperty[];
  /** What no assessment reads: it is for whoever looks at the portal as a whole. Absent while never measured. */
  readonly story?: PortalStory;
};

/** How a portal stands in the matrix, and how it grows. */
export type PortalStory = {
  /** How contacts and revenue spread over the sectors, and the identified share of revenue by month. */
  readonly matrix: PortalMatrix;
  /** How many of the first encounters came by recommendation. */
  readonly wordOfMouth: WordOfMouth;
  /** What is odd about deals and referrals, all at once: `problemSentence` words each for an admin. */
  readonly problems: readonly InputProblem[];
};

/** What the level and the approaches need to know of a segment. */
export type SegmentView = {
  /** Active customers, and the owners who serve them; null where nobody can see them. */
  readonly customers: number | null;
  readonly owners: number | null;
  readonly margin: Margin;
  /** The thirds of the customers' margins in money; null with too few to compare. */
  readonly terciles: Terciles | null;
  readonly concentration: Concentration | null;
};

export const unmeasuredSegment: SegmentView = {
  customers: null,
  owners: null,
  margin: { source: 'unknown', filled: 0, deals: 0 },
  terciles: null,
  concentration: null,
};

/** A portal of which nothing was measured yet. */
export const unmeasuredView: PortalView = {
  measuredAt: null,
  timeZone: 'UTC',
  whole: unmeasuredSegment,
  segments: {},
  cyclesPerYear: {},
  interests: {},
};

export function segmentIn({ whole, segments }: PortalView, segment: string | null): SegmentView {
  if (segment === null || !Object.hasOwn(segments, segment)) return whole;
  return segments[segment] ?? whole;
}
