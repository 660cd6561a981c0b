/** Medians, also of numbers that are kept ascending as they come. */

/** Puts a number where it belongs among ascending ones: after its equals, for who buys every day has few others. */
export function insert(sorted: number[], value: number): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, value);
}

/** The one in the middle of ascending numbers; of an even count the mean of the two. NaN of none. */
export function middleOf(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

export function median(values: readonly number[]): number {
  return middleOf(values.toSorted((a, b) => a - b));
}
