/** One portal with a million contacts is being read and written; how long does another's single webhook take to its property? */
import { setTimeout } from 'node:timers/promises';
import { type Figure, figure } from './figure.ts';
import { startLightPortal } from './portal/light-portal.ts';
import { startCrew } from './portal/made-crew.ts';
import { type Contents, twentyEach } from './portal/made-records.ts';
import { installMade } from './portal/made-service.ts';

const large = 7;
const small = 8;
const webhooks = 8;

export const needsServer = true;

export async function figures(): Promise<Figure[]> {
  const edited = new Map<string, number>();
  const contents: Readonly<Record<string, Contents>> = {
    [large]: twentyEach(1_000_000),
    [small]: { ...twentyEach(20), edited },
  };
  const contentsOf = (portal: string) => contents[portal] ?? twentyEach(1);
  await using hubspot = await startLightPortal({ contentsOf, timeScale: 1, latencyMs: 20 });
  await using crew = await startCrew(hubspot, 1, 1);
  const { service, jobs } = crew;
  await installMade(service, small, 20);
  await jobs.wakeups.wake('backfill', small);
  while (hubspot.counts().written < 20) await setTimeout(50);
  const alone = await slowest(1);
  await installMade(service, large, 1_000_000);
  await jobs.wakeups.wake('backfill', large);
  // What a crowd of due contacts is to the refreshing.
  await service.store.dirtyRecords.mark(
    large,
    Array.from({ length: 20_000 }, (_, place) => ({ type: 'emails', id: String(place + 1) })),
  );
  await jobs.wakeups.wake('refresh', large);
  await setTimeout(3_000);
  const beside = await slowest(1 + webhooks);
  return [
    figure('a webhook beside a portal with 1,000,000 contacts, at worst', beside / 1000, 's', {
      better: 'less',
      must: 2 + alone / 1000,
      baseline: alone / 1000,
    }),
  ];

  /** From the kept delivery to the written property, the slowest of those up to the given one, ms. */
  async function slowest(upTo: number): Promise<number> {
    let worst = 0;
    for (let id = edited.size + 1; id <= upTo; id += 1) {
      const at = Date.now();
      edited.set(`emails:${id}`, at);
      const event = {
        portalId: small,
        subscriptionType: 'object.propertyChange',
        objectTypeId: '0-49',
        objectId: id,
      };
      await service.store.deliveries.keep(JSON.stringify([event]), at);
      await jobs.wakeups.wake('deliveries', 0);
      while ((hubspot.counts().lastWriteAt[small] ?? 0) < at) await setTimeout(20);
      worst = Math.max(worst, (hubspot.counts().lastWriteAt[small] ?? 0) - at);
    }
    return worst;
  }
}
