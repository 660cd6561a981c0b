/**
 * Counts calls in a rolling window: the call that would be one too many within any span of `windowMs` is refused.
 * Refused calls do not count. Time comes in, so that the window can be tested without waiting.
 */
export type RollingWindow = {
  /** True when the call may be made, which then counts. */
  admit(now: number): boolean;
  used(now: number): number;
  readonly max: number;
  readonly windowMs: number;
};

export function createRollingWindow(max: number, windowMs: number): RollingWindow {
  // Times of the last `max` admitted calls, as a ring: the slot to be overwritten next holds the oldest.
  const times: number[] = new Array(max).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  return {
    max,
    windowMs,
    admit(now) {
      const oldest = times[next] ?? Number.NEGATIVE_INFINITY;
      if (now - oldest < windowMs) return false;
      times[next] = now;
      next = (next + 1) % max;
      return true;
    },
    used: (now) => times.filter((at) => now - at < windowMs).length,
  };
}
