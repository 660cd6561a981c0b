/** Many hints become few wake-ups: the first goes at once, and those that come within a pause after it become one at its end. */
export function createHint(options: {
  readonly wake: () => Promise<void>;
  /** Real time between two wake-ups, ms. */
  readonly everyMs: number;
  /** A wake-up that failed: the work stands in the store, and the sweep finds it. */
  readonly report: (error: unknown) => void;
}): () => void {
  const { wake, everyMs, report } = options;
  let isPausing = false;
  let isWanted = false;
  const hint = (): void => {
    if (isPausing) {
      isWanted = true;
      return;
    }
    isPausing = true;
    const timer = setTimeout(() => {
      isPausing = false;
      if (!isWanted) return;
      isWanted = false;
      hint();
    }, everyMs);
    timer.unref();
    wake().catch(report);
  };
  return hint;
}
