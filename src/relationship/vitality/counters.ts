import type { SignalKind } from '../signal/signal.ts';
import type { TouchDay } from '../signal/touch-days.ts';
import { ofWholeDays } from './whole-days.ts';

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

const logOfDays = ofWholeDays(Math.log);

/** What a gap leaves of the two decayed counts. */
type Decays = {
  readonly horizonDays: number;
  readonly short: (gap: number) => number;
  readonly long: (gap: number) => number;
};

function decaysWithin(horizonDays: number): Decays {
  const half = halfLives(horizonDays);
  return {
    horizonDays,
    short: ofWholeDays((gap) => 2 ** (-gap / half.short)),
    long: ofWholeDays((gap) => 2 ** (-gap / half.long)),
  };
}

/** Those of the horizon asked for last: a portal has one. */
let decays = decaysWithin(90);

function decaysOf(horizonDays: number): Decays {
  if (decays.horizonDays !== horizonDays) decays = decaysWithin(horizonDays);
  return decays;
}

/** Counters that are still being counted: nobody else holds them yet. */
type GrowingCounters = { -readonly [Field in keyof Counters]: Counters[Field] };

/**
 * One more touch day in constant time, equal to rebuilding from all of them. A day before the last one cannot be
 * counted that way (the gaps around it change): the answer is then `out_of_order` and the caller rebuilds.
 */
export function countTouchDay(
  counters: Counters | null,
  day: TouchDay,
  horizonDays: number,
): Counters | 'out_of_order' {
  const counted = counters === null ? noTouchDay(day, horizonDays) : { ...counters };
  return addDay(counted, day) ? counted : 'out_of_order';
}

/** The days in [from, to) of an ascending list, counted on without a copy for each; null where there is nothing to count. */
export function countTouchDays(
  counters: Counters | null,
  days: readonly TouchDay[],
  horizonDays: number,
  from = 0,
  to = days.length,
): Counters | null {
  let counted: GrowingCounters | null = counters === null || from >= to ? null : { ...counters };
  for (let i = from; i < to; i += 1) {
    const day = days[i];
    if (day === undefined) break;
    counted ??= noTouchDay(day, horizonDays);
    if (!addDay(counted, day)) throw new Error(`Touch day ${day.day} came after a later one`);
  }
  return counted ?? counters;
}

/** The counters of a whole history, in any order; null without a touch. */
export function countersOf(days: readonly TouchDay[], horizonDays: number): Counters | null {
  return countTouchDays(null, inOrder(days), horizonDays);
}

function inOrder(days: readonly TouchDay[]): readonly TouchDay[] {
  const isSorted = days.every((day, i) => i === 0 || (days[i - 1]?.day ?? day.day) <= day.day);
  return isSorted ? days : days.toSorted((a, b) => a.day - b.day);
}

/** Where counting begins: at the first touch day, of which nothing is counted yet. */
function noTouchDay({ day }: TouchDay, horizonDays: number): GrowingCounters {
  return {
    horizonDays,
    first: day,
    last: day,
    n: 1,
    touches: 0,
    gapMean: 0,
    gapSquares: 0,
    gap1: 0,
    gap2: 0,
    gap3: 0,
    rateShort: 1,
    rateLong: 1,
    kinds: [],
    lastInbound: false,
    lastTroubled: false,
    troubledDays: 0,
    trouble: 0,
    commitment: 0,
  };
}

/** Counts a day into them; false for one before the last, which is not counted. */
function addDay(c: GrowingCounters, day: TouchDay): boolean {
  if (day.day < c.last) return false;
  if (day.day > c.last) beginDay(c, day.day);
  c.touches += day.touches;
  c.kinds = withKinds(c.kinds, day.kinds);
  c.trouble += day.trouble;
  c.commitment += day.commitment;
  c.lastInbound ||= day.inbound;
  if (day.trouble > 0 && !c.lastTroubled) {
    c.lastTroubled = true;
    c.troubledDays += 1;
  }
  return true;
}

/** A later day closes the gap that the last one opened; a second report of the last day opens none. */
function beginDay(c: GrowingCounters, day: number): void {
  const gap = day - c.last;
  const logGap = logOfDays(gap);
  // Welford's update: a sum of squares minus a squared sum would lose all digits for a metronomic contact.
  const meanBefore = c.gapMean;
  c.gapMean += (logGap - meanBefore) / c.n;
  c.gapSquares += (logGap - meanBefore) * (logGap - c.gapMean);
  c.gap3 = c.gap2;
  c.gap2 = c.gap1;
  c.gap1 = logGap;
  const { short, long } = decaysOf(c.horizonDays);
  c.rateShort = c.rateShort * short(gap) + 1;
  c.rateLong = c.rateLong * long(gap) + 1;
  c.last = day;
  c.n += 1;
  c.lastInbound = false;
  c.lastTroubled = false;
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
