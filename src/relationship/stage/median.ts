/** Medians, also of numbers that are kept ascending as they come. */

/** Puts a number where it belongs among ascending ones: after its equals, for who buys every day has few others. */
export function insert(sorted: number[], value: number): void {
  let place = sorted.length;
  for (; place > 0; place -= 1) {
    const before = sorted[place - 1] ?? 0;
    if (before <= value) break;
    sorted[place] = before;
  }
  sorted[place] = value;
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
