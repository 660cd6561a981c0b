/** HubSpot's ids are whole numbers written as text, and too large to be numbers with certainty. */

/** Negative when `a` is the smaller one. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True when each id is greater than the one before it. */
export function areAscending(ids: readonly string[]): boolean {
  return ids.every((id, place) => place === 0 || compareIds(ids[place - 1] ?? '', id) < 0);
}
