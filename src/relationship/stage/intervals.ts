import { insert, middleOf } from './median.ts';

/**
 * The intervals between paid cycles, kept so that their median and spread cost nothing to ask: a long-standing customer
 * is asked for both at every touch.
 */
export type Intervals = {
  /** Ascending. */
  readonly sorted: number[];
  last: number;
  /** Median of all intervals before the last; NaN when there is none. */
  medianBefore: number;
  /** Mean and squared deviations of the natural logs, by Welford's update. */
  meanLog: number;
  squares: number;
};

export function noIntervals(): Intervals {
  return { sorted: [], last: 0, medianBefore: Number.NaN, meanLog: 0, squares: 0 };
}

export function addInterval(intervals: Intervals, interval: number): void {
  const { sorted } = intervals;
  intervals.medianBefore = medianInterval(intervals);
  insert(sorted, interval);
  intervals.last = interval;
  const log = Math.log(interval);
  const delta = log - intervals.meanLog;
  intervals.meanLog += delta / sorted.length;
  intervals.squares += delta * (log - intervals.meanLog);
}

/** The own interval. */
export function medianInterval({ sorted }: Intervals): number {
  return middleOf(sorted);
}

/** Sample standard deviation of the natural logs; NaN below two intervals. */
export function logSpread({ sorted, squares }: Intervals): number {
  return sorted.length < 2 ? Number.NaN : Math.sqrt(squares / (sorted.length - 1));
}
