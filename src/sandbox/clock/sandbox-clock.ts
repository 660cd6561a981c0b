/**
 * The portal's time: real time plus an offset that only grows. Everything the portal stamps, signs or lets expire follows
 * it; rate-limit windows do not, because they protect a machine and not a calendar.
 */
export type SandboxClock = {
  now(): number;
  offset(): number;
  /** Moves forward; moving back is refused by answering false, as tokens and histories would contradict each other. */
  advanceTo(at: number): boolean;
  /** Told after each move. */
  onMove(listener: () => void): void;
};

/** @param startAt ms since epoch at which the portal's time begins; real time when absent. */
export function createSandboxClock(startAt?: number): SandboxClock {
  let offset = startAt === undefined ? 0 : startAt - Date.now();
  const listeners: (() => void)[] = [];
  const now = () => Math.round(Date.now() + offset);
  return {
    now,
    offset: () => offset,
    advanceTo(at) {
      if (at < now()) return false;
      offset += at - now();
      for (const listener of listeners) listener();
      return true;
    },
    onMove: (listener) => void listeners.push(listener),
  };
}
