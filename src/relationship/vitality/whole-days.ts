/**
 * A function of whole days, looked up where it was asked before: gaps and silences are short and repeat, and a power or a
 * logarithm costs more than all the rest of counting a day. What is longer, or no whole number of days, is computed.
 */
export function ofWholeDays(compute: (days: number) => number): (days: number) => number {
  const known = new Float64Array(kept).fill(Number.NaN);
  return (days) => {
    const found = known[days];
    if (found === undefined) return compute(days);
    // NaN is what nobody asked for yet.
    if (!Number.isNaN(found)) return found;
    const value = compute(days);
    known[days] = value;
    return value;
  };
}

/** Nearly three years: hardly a gap is longer. */
const kept = 1000;
