import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { isSettled, type PortalHealth } from '../usecases/read-health.ts';

/** A portal that does not settle for this long is stuck, ms. */
const longestMs = 60 * 60_000;

/**
 * Both sides at rest, unless that is given up before: the portal's workflows and webhooks, then the service; one may have
 * stirred the other meanwhile. @param lookEveryMs real time between two looks.
 */
export async function untilSettled(
  sandbox: Pick<Sandbox, 'settled'>,
  health: () => Promise<PortalHealth>,
  show: (health: PortalHealth) => void = () => undefined,
  givenUp?: AbortSignal,
  lookEveryMs = 100,
): Promise<void> {
  for (let waitedMs = 0; waitedMs < longestMs; waitedMs += lookEveryMs) {
    if (givenUp?.aborted) return;
    const seen = await health();
    show(seen);
    if (isSettled(seen)) {
      await sandbox.settled();
      if (isSettled(await health())) return;
    }
    await sleep(lookEveryMs);
  }
  throw new Error('The service has not settled within an hour');
}
