/** How many calls HubSpot gets, counted by a made portal that is asked over HTTP. Counts, hence no baseline and no clock. */
import { type Figure, figure } from './figure.ts';
import { type LightPortal, startLightPortal } from './portal/light-portal.ts';
import { type Contents, twentyEach } from './portal/made-records.ts';
import { installMade, type MadeService, madeTypes, openMadeService } from './portal/made-service.ts';
import { type VirtualQueue, type VirtualTime, virtualQueue } from './virtual-wakeups.ts';

const portal = 7;
const contacts = 1000;
/** Limits pass so fast that nobody waits. */
const timeScale = 1000;
const minute = 60_000;
const freshWithinMs = 5 * minute;

export async function figures(): Promise<Figure[]> {
  const edited = new Map<string, number>();
  const contents: Contents = { ...twentyEach(contacts), edited };
  await using hubspot = await startLightPortal({ contentsOf: () => contents, timeScale });
  const clock = { at: Date.UTC(2026, 5, 1), now: () => clock.at };
  const url = process.env['DATABASE_URL_TEST'];
  await using service = await openMadeService({
    url: hubspot.url,
    timeScale,
    clock,
    ...(url === undefined ? {} : { databaseUrl: url }),
  });
  const queue = virtualQueue(clock);
  const work = service.work(queue.wakeups, { searchAlone: 24_000, freshWithinMs });
  await installMade(service, portal, contacts);
  const drain = (until: number) => queue.runUntil(until, work);

  const backfill = await callsOf(hubspot, async () => {
    await queue.wakeups.wake('backfill', portal);
    await drain(clock.at);
  });
  await drain(clock.at + 2 * freshWithinMs);
  const written = hubspot.counts().written;
  const full = await callsOf(hubspot, async () => {
    await deliver(
      service,
      edited,
      clock.at,
      madeTypes.flatMap((type, k) => ids(k * 200 + 1, 200).map((id) => [type, id] as const)),
    );
    await queue.wakeups.wake('deliveries', 0);
    await drain(clock.at);
  });
  const outputs = hubspot.counts().written - written;
  await drain(clock.at + 2 * freshWithinMs);
  let longestWaitMs = 0;
  const trickle = await callsOf(hubspot, async () => {
    longestWaitMs = await trickled(service, edited, clock, { queue, drain });
  });
  return reported({ backfill, full, outputs, trickle, longestWaitMs });
}

type Counted = Readonly<Record<'backfill' | 'full' | 'outputs' | 'trickle' | 'longestWaitMs', number>>;

function reported({ backfill, full, outputs, trickle, longestWaitMs }: Counted): Figure[] {
  return [
    count('calls to read and write 1,000 contacts x 20 activities for the first time', backfill, 231, 150),
    count(
      `calls for 1,000 changed activities of five types at once, ${outputs} contacts written`,
      full,
      26,
      20,
    ),
    count('calls for 1,000 changed activities of five types at 10 a minute', trickle, 260),
    figure('longest wait of a change at 10 a minute', longestWaitMs / 1000, 's', {
      better: 'less',
      must: freshWithinMs / 1000,
    }),
  ];
}

/** A thousand changes, ten a minute; returns how long the slowest of them was stale, ms. */
async function trickled(
  service: MadeService,
  edited: Map<string, number>,
  clock: VirtualTime,
  { queue, drain }: { queue: VirtualQueue; drain: (until: number) => Promise<void> },
): Promise<number> {
  let longestWaitMs = 0;
  const waiting: number[] = [];
  for (let n = 0; n < 1000; n += 1) {
    const type = madeTypes[n % madeTypes.length] ?? 'emails';
    await drain(clock.at + minute / 10);
    await deliver(service, edited, clock.at, [[type, n + 1001]]);
    waiting.push(clock.at);
    await queue.wakeups.wake('deliveries', 0);
    await drain(clock.at);
    if ((await service.store.dirtyRecords.count(portal)) > 0) continue;
    longestWaitMs = Math.max(longestWaitMs, clock.at - (waiting[0] ?? clock.at));
    waiting.length = 0;
  }
  await drain(clock.at + freshWithinMs);
  return longestWaitMs;
}

function count(name: string, value: number, must: number, ahead?: number): Figure {
  return figure(name, value, 'calls', { better: 'less', must, ...(ahead === undefined ? {} : { ahead }) });
}

async function callsOf(hubspot: LightPortal, run: () => Promise<void>): Promise<number> {
  const total = () => {
    const { general, search, associations, refused } = hubspot.counts();
    return general + search + associations + refused;
  };
  const before = total();
  await run();
  return total() - before;
}

function ids(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, place) => from + place);
}

const objectTypes: Readonly<Record<string, string>> = {
  emails: '0-49',
  calls: '0-48',
  meetings: '0-47',
  notes: '0-46',
  tasks: '0-27',
};

async function deliver(
  { store }: MadeService,
  edited: Map<string, number>,
  at: number,
  records: readonly (readonly [string, number])[],
): Promise<void> {
  for (const [type, id] of records) edited.set(`${type}:${id}`, at);
  for (let from = 0; from < records.length; from += 100) {
    const events = records.slice(from, from + 100).map(([type, id]) => ({
      portalId: portal,
      subscriptionType: 'object.propertyChange',
      objectTypeId: objectTypes[type],
      objectId: id,
    }));
    await store.deliveries.keep(JSON.stringify(events), at);
  }
}
