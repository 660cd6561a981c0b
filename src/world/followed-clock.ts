/** The sandbox portal's clock as the service sees it: asked for over HTTP, like everything else of the portal. */
import { z } from 'zod';
import type { Clock } from '../usecases/ports.ts';

export type FollowedClock = Clock & {
  /** Asks the portal now instead of at the next turn. */
  ask(): Promise<void>;
  stop(): void;
};

/** How often the portal is asked, ms. A move of its clock is noticed this much later at most. */
const askEveryMs = 100;

const answer = z.object({ offset: z.number() });

/** @throws when the portal does not answer at the start; later it keeps the last offset known. */
export async function followClock(portalUrl: string): Promise<FollowedClock> {
  const ask = async () => {
    const response = await fetch(`${portalUrl}/_sandbox/clock`, { signal: AbortSignal.timeout(2000) });
    return answer.parse(await response.json()).offset;
  };
  let offset = await ask();
  const askNow = async () => {
    offset = await ask();
  };
  let asking = false;
  const timer = setInterval(async () => {
    if (asking) return;
    asking = true;
    // A portal that is stopping does not answer; time then goes on as it was.
    offset = await ask().catch(() => offset);
    asking = false;
  }, askEveryMs);
  timer.unref();
  return { now: () => Math.round(Date.now() + offset), ask: askNow, stop: () => clearInterval(timer) };
}
