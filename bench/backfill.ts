/**
 * The first reading against HubSpot's limits, kept by a made portal over HTTP, with real processes on PostgreSQL. Limits and
 * turns pass at HubSpot's own pace; sizes are a part of the real ones and stand in the name. Only for memory the limits pass
 * a hundred times faster, so that more is on its way at once than HubSpot would ever let.
 */
import { setTimeout } from 'node:timers/promises';
import { type Figure, figure } from './figure.ts';
import { startLightPortal } from './portal/light-portal.ts';
import { type Crew, startCrew } from './portal/made-crew.ts';
import { twentyEach } from './portal/made-records.ts';
import { installMade } from './portal/made-service.ts';

const portal = 7;
/** Our allowance: 100 calls in ten seconds. */
const allowedPerSecond = 10;

export const needsServer = true;

export async function figures(): Promise<Figure[]> {
  return [...(await quotaFigures(1)), ...(await quotaFigures(4)), await floorFigure(), await memoryFigure()];
}

/**
 * A portal too large to be read in the time it is watched, while HubSpot counts. Watched from when both lanes are at work: few
 * contacts, which come first, are left to search alone.
 */
async function quotaFigures(workers: number): Promise<Figure[]> {
  const contacts = 1000;
  const watchedMs = 30_000;
  const { activities } = twentyEach(25 * contacts);
  await using hubspot = await startLightPortal({
    contentsOf: () => ({ contacts, activities }),
    timeScale: 1,
    latencyMs: 20,
  });
  await using crew = await startCrew(hubspot, workers, 1);
  await installMade(crew.service, portal, contacts);
  await crew.jobs.wakeups.wake('backfill', portal);
  await until(() => hubspot.counts().general > 20);
  const before = hubspot.counts().generalAt.length;
  await setTimeout(watchedMs);
  const { generalAt, general, search, associations, refused } = hubspot.counts();
  const watched = generalAt.slice(before);
  const seconds = ((watched.at(-1) ?? 0) - (watched[0] ?? 0)) / 1000;
  const used = (watched.length - 1) / seconds / allowedPerSecond;
  const total = general + search + associations + refused;
  const by = `by ${workers} process${workers === 1 ? '' : 'es'}`;
  return [
    figure(`quota used in the first reading ${by}`, 100 * used, '%', { better: 'more', must: 95, ahead: 98 }),
    figure(`calls that succeeded ${by}`, (100 * (total - refused)) / total, '%', {
      better: 'more',
      must: 99.5,
    }),
    figure(`429 ${by}`, refused, 'calls', { better: 'less', must: 0 }),
  ];
}

/** From the wake-up to the last write, against what a list alone takes at our allowance. */
async function floorFigure(): Promise<Figure> {
  // More than what is left to search alone: read by both lanes, as a large portal is.
  const contacts = 5000;
  await using hubspot = await startLightPortal({
    contentsOf: () => twentyEach(contacts),
    timeScale: 1,
    latencyMs: 20,
  });
  await using crew = await startCrew(hubspot, 1, 1);
  await installMade(crew.service, portal, contacts);
  const begun = performance.now();
  await crew.jobs.wakeups.wake('backfill', portal);
  await until(() => hubspot.counts().written >= contacts);
  const seconds = (performance.now() - begun) / 1000;
  const floor = (contacts * 22) / 100 / allowedPerSecond;
  return figure(`first reading of ${contacts} contacts x 20 against lists alone`, seconds / floor, 'times', {
    better: 'less',
    must: 1.11,
    ahead: 0.75,
  });
}

async function memoryFigure(): Promise<Figure> {
  const contacts = 50_000;
  await using hubspot = await startLightPortal({ contentsOf: () => twentyEach(contacts), timeScale: 100 });
  await using crew = await startCrew(hubspot, 1, 100);
  await installMade(crew.service, portal, contacts);
  await setTimeout(1_000);
  await crew.jobs.wakeups.wake('backfill', portal);
  await until(() => hubspot.counts().written >= contacts);
  return figure(`memory above idle while ${contacts * 20} activities are read`, aboveIdle(crew), 'MB', {
    better: 'less',
    must: 300,
    ahead: 150,
  });
}

function aboveIdle({ memory }: Crew): number {
  return Math.max(...memory.map(({ idle, peak }) => (peak - idle) / 1_048_576));
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setTimeout(50);
}
