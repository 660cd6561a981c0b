import type { SignalKind } from '../signal/signal.ts';
import type { TouchDay } from '../signal/touch-days.ts';

/**
 * The bounded state from which vitality is computed: it grows with no history, updates in constant time, and is plain
 * data, so it can be stored beside the contact. Days are whole UTC days since 1970-01-01.
 */
export type Counters = {
  /** The horizon H whose half-lives the decayed counts carry. */
  readonly horizonDays: number;
  readonly first: number;
  readonly last: number;
  /** Days with at least one touch. */
  readonly n: number;
  /** All touches, also several of one day. */
  readonly touches: number;
  /** Mean of the natural logs of the n - 1 gaps between touch days; 0 without a gap. */
  readonly gapMean: number;
  /** Sum of squared deviations of the log gaps from their mean. */
  readonly gapSquares: number;
  /** The last, second-last and third-last log gap; 0 where there is none. */
  readonly gap1: number;
  readonly gap2: number;
  readonly gap3: number;
  /** Touch days, each halved every H/3 days (short) or 2H days (long), as they stood at the last touch. */
  readonly rateShort: number;
  readonly rateLong: number;
  /** Distinct kinds of touch, sorted. */
  readonly kinds: readonly SignalKind[];
  /** Whether any touch of the last touch day was by the customer. */
  readonly lastInbound: boolean;
  readonly lastTroubled: boolean;
  /** Touch days that carried trouble. */
  readonly troubledDays: number;
  readonly trouble: number;
  readonly commitment: number;
};

/** Half-lives of the two decayed counts, in days. */
export function halfLives(horizonDays: number): { readonly short: number; readonly long: number } {
  return { short: horizonDays / 3, long: 2 * horizonDays };
}

/**
 * One more touch day in constant time, equal to rebuilding from all of them. A day before the last one cannot be
 * counted that way (the gaps around it change): the answer is then `out_of_order` and the caller rebuilds.
 */
export function countTouchDay(
  counters: Counters | null,
  day: TouchDay,
  horizonDays: number,
): Counters | 'out_of_order' {
  if (counters === null) return firstTouchDay(day, horizonDays);
  if (day.day < counters.last) return 'out_of_order';
  return day.day === counters.last ? sameTouchDay(counters, day) : nextTouchDay(counters, day);
}

/** The counters of a whole history, in any order; null without a touch. */
export function countersOf(days: readonly TouchDay[], horizonDays: number): Counters | null {
  let counters: Counters | null = null;
  for (const day of inOrder(days)) {
    const counted = countTouchDay(counters, day, horizonDays);
    if (counted === 'out_of_order') throw new Error(`Touch day ${day.day} is out of order after sorting`);
    counters = counted;
  }
  return counters;
}

function inOrder(days: readonly TouchDay[]): readonly TouchDay[] {
  const isSorted = days.every((day, i) => i === 0 || (days[i - 1]?.day ?? day.day) <= day.day);
  return isSorted ? days : days.toSorted((a, b) => a.day - b.day);
}

function firstTouchDay(day: TouchDay, horizonDays: number): Counters {
  return {
    horizonDays,
    first: day.day,
    last: day.day,
    n: 1,
    touches: day.touches,
    gapMean: 0,
    gapSquares: 0,
    gap1: 0,
    gap2: 0,
    gap3: 0,
    rateShort: 1,
    rateLong: 1,
    kinds: withKinds([], day.kinds),
    lastInbound: day.inbound,
    lastTroubled: day.trouble > 0,
    troubledDays: day.trouble > 0 ? 1 : 0,
    trouble: day.trouble,
    commitment: day.commitment,
  };
}

/** A second report of the last day adds to it without opening a gap. */
function sameTouchDay(c: Counters, day: TouchDay): Counters {
  const troubled = c.lastTroubled || day.trouble > 0;
  return {
    ...c,
    touches: c.touches + day.touches,
    kinds: withKinds(c.kinds, day.kinds),
    lastInbound: c.lastInbound || day.inbound,
    lastTroubled: troubled,
    troubledDays: c.troubledDays + (troubled && !c.lastTroubled ? 1 : 0),
    trouble: c.trouble + day.trouble,
    commitment: c.commitment + day.commitment,
  };
}

function nextTouchDay(c: Counters, day: TouchDay): Counters {
  const gap = day.day - c.last;
  const logGap = Math.log(gap);
  // Welford's update: a sum of squares minus a squared sum would lose all digits for a metronomic contact.
  const gapMean = c.gapMean + (logGap - c.gapMean) / c.n;
  const half = halfLives(c.horizonDays);
  return {
    horizonDays: c.horizonDays,
    first: c.first,
    last: day.day,
    n: c.n + 1,
    touches: c.touches + day.touches,
    gapMean,
    gapSquares: c.gapSquares + (logGap - c.gapMean) * (logGap - gapMean),
    gap1: logGap,
    gap2: c.gap1,
    gap3: c.gap2,
    rateShort: c.rateShort * 2 ** (-gap / half.short) + 1,
    rateLong: c.rateLong * 2 ** (-gap / half.long) + 1,
    kinds: withKinds(c.kinds, day.kinds),
    lastInbound: day.inbound,
    lastTroubled: day.trouble > 0,
    troubledDays: c.troubledDays + (day.trouble > 0 ? 1 : 0),
    trouble: c.trouble + day.trouble,
    commitment: c.commitment + day.commitment,
  };
}

/** The union, sorted so that the order of arrival leaves no trace; the same array when nothing is new. */
function withKinds(known: readonly SignalKind[], more: readonly SignalKind[]): readonly SignalKind[] {
  let kinds = known;
  for (const kind of more) if (!kinds.includes(kind)) kinds = withKind(kinds, kind);
  return kinds;
}

function withKind(sorted: readonly SignalKind[], kind: SignalKind): readonly SignalKind[] {
  const place = sorted.findIndex((other) => other > kind);
  return place === -1 ? [...sorted, kind] : sorted.toSpliced(place, 0, kind);
}
