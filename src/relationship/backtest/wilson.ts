export type Share = {
  readonly n: number;
  readonly hits: number;
  readonly share: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
};

/** Normal quantile of a two-sided 95 % interval. */
const z = 1.959964;

/**
 * A share with its Wilson score interval (Wilson 1927), which stays inside 0..1 and is honest for small n and for shares
 * near the ends, where the textbook interval is not. With n = 0 the interval is everything.
 */
export function wilson(hits: number, n: number): Share {
  if (n === 0) return { n, hits, share: 0, low: 0, high: 1 };
  const p = hits / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { n, hits, share: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
