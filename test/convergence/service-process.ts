/** The service as a process of its own, so that it can be killed in the middle of anything. Its parent asks by messages. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createClockScheduler } from '../../src/jobs/clock-scheduler.ts';
import { startService } from '../../src/service.ts';
import { worldConfig } from '../../src/world/world-config.ts';
import { configured, serviceStore } from './service-store.ts';

const orders = z.object({
  portalUrl: z.string(),
  serviceUrl: z.string(),
  servicePort: z.number(),
  store: serviceStore,
  /** How far the portal's clock is ahead, ms. */
  offset: z.number(),
  /** How many times faster than HubSpot's the limits are. */
  pace: z.number(),
});

export type ServiceOrders = z.infer<typeof orders>;

export type Question = {
  readonly id: number;
  readonly ask: 'clock' | 'health' | 'stored';
  readonly offset?: number;
  readonly portalId?: number;
};

/** Real time between two looks of the scheduler at the portal's clock, ms. */
const lookEveryMs = 100;

async function main(): Promise<void> {
  const given = orders.parse(JSON.parse(process.argv[2] ?? ''));
  // Told when it moves, not asked for: hundreds of lives would spend their time with asking.
  let { offset } = given;
  const clock = { now: () => Math.round(Date.now() + offset) };
  const store = configured(given.store);
  const service = await startService(worldConfig({ store, logLevel: 'error' }, given), {
    clock,
    pace: given.pace,
    scheduler: (report) => createClockScheduler({ clock, lookEveryMs, report }),
  });
  const answers: Readonly<Record<Question['ask'], (told: Question) => Promise<unknown>>> = {
    clock: async (told) => {
      offset = told.offset ?? offset;
    },
    health: ({ portalId }) => service.health(portalId ?? 0),
    stored: ({ portalId }) => service.stored(portalId ?? 0),
  };
  process.on('message', async (question: Question) => {
    process.send?.({ id: question.id, answer: await inTheEnd(() => answers[question.ask](question)) });
  });
  // A parent that is gone has no use for us.
  process.on('disconnect', () => process.exit());
  process.send?.({ id: 0, answer: 'ready' });
}

/** A busy machine lets a question wait for a connection for too long: it is asked again. */
async function inTheEnd(ask: () => Promise<unknown>): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 10) throw error;
      await sleep(1000);
    }
  }
}

await main();
