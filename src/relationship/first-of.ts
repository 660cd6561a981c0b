/** The earliest of these times, ms since epoch; null when none is one. */
export function firstOf(times: readonly (number | null)[]): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (const at of times) if (at !== null && at < first) first = at;
  return Number.isFinite(first) ? first : null;
}
