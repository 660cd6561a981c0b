/** Figures of many measurements. */

/** The value within which so large a share of them lies, 0 up to 1. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}
