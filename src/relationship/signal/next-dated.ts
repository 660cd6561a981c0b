import { latestTime } from './timeline.ts';

/**
 * The first time after `now` at which something dated ahead begins to count: a message entered for next week, a
 * colleague's meeting. Until then it changes nothing; from then on it does, though nobody tells us again. Ms since epoch;
 * null when nothing is dated ahead.
 */
export function nextDated(dated: readonly { readonly at: number }[], now: number): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (const { at } of dated) if (at > now && at < first) first = at;
  return first <= latestTime ? first : null;
}
