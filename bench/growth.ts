/** The same thousand changes in a portal of a thousand contacts and in one of a hundred thousand: what they cost. */
import { setTimeout } from 'node:timers/promises';
import { type Figure, figure } from './figure.ts';
import { fillAssessed, fillSignals } from './fill-large.ts';
import { ownSchema } from './own-schema.ts';
import { type LightPortal, startLightPortal } from './portal/light-portal.ts';
import { type Contents, twentyEach } from './portal/made-records.ts';
import { installMade, type MadeService, madeTypes, openMadeService } from './portal/made-service.ts';
import { quantile } from './quantile.ts';

export const needsServer = true;

const small = { portal: 7, contacts: 1000 };
const large = { portal: 8, contacts: 100_000 };
const changes = 1000;
const rounds = 5;

export async function figures(): Promise<Figure[]> {
  await using home = await ownSchema();
  const now = Date.UTC(2026, 5, 1);
  const clock = { at: now, now: () => clock.at };
  const edited = new Map<string, number>();
  const contents: Readonly<Record<string, Contents>> = {
    [small.portal]: { ...twentyEach(small.contacts), edited },
    [large.portal]: { ...twentyEach(large.contacts), edited },
  };
  await using hubspot = await startLightPortal({
    contentsOf: (portal) => contents[portal] ?? twentyEach(1),
    timeScale: 1000,
  });
  const place = { databaseUrl: home.url, schema: home.schema };
  await using service = await openMadeService({ url: hubspot.url, timeScale: 1000, clock, ...place });
  for (const filled of [small, large]) {
    await installMade(service, filled.portal, filled.contacts);
    await service.store.backfills.finish(filled.portal, now);
    await fillAssessed(home, { ...filled, now });
    await fillSignals(home, { ...filled, now });
  }
  await home.query('vacuum analyze contact, assessment, signal');
  const pairs: { small: Cost; large: Cost }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    clock.at += 3_600_000;
    for (const type of madeTypes)
      for (let n = 1; n <= changes / madeTypes.length; n += 1) edited.set(`${type}:${n}`, clock.at);
    const pair = {
      small: await cost(service, hubspot, small.portal),
      large: await cost(service, hubspot, large.portal),
    };
    if (round > 0) pairs.push(pair);
  }
  const compared = (name: string, unit: string, read: (it: Cost) => number) =>
    figure(
      name,
      quantile(
        pairs.map((it) => read(it.large)),
        0.5,
      ),
      unit,
      {
        better: 'less',
        must: 1.2,
        ahead: 1.05,
        judged: 'ratio',
        baseline: quantile(
          pairs.map((it) => read(it.small)),
          0.5,
        ),
        ratio: quantile(
          pairs.map((it) => read(it.large) / read(it.small)),
          0.5,
        ),
      },
    );
  return [
    compared('time of 1,000 changes among 100,000 contacts, against 1,000', 'ms', (it) => it.ms),
    compared('calls of 1,000 changes among 100,000 contacts, against 1,000', 'calls', (it) => it.calls),
  ];
}

type Cost = { readonly ms: number; readonly calls: number };

/** From the marks of the records to the last write. */
async function cost(service: MadeService, hubspot: LightPortal, portal: number): Promise<Cost> {
  const wakeups = { wake: async () => undefined };
  const work = service.work(wakeups, { searchAlone: 24_000, freshWithinMs: 0 });
  const before = callsOf(hubspot);
  const at = performance.now();
  await service.store.dirtyRecords.mark(
    portal,
    madeTypes.flatMap((type) =>
      Array.from({ length: changes / madeTypes.length }, (_, n) => ({ type, id: String(n + 1) })),
    ),
  );
  const { signal } = new AbortController();
  while ((await work.refresh(portal, 1, signal)).kind === 'again') await setTimeout(0);
  return { ms: performance.now() - at, calls: callsOf(hubspot) - before };
}

function callsOf(hubspot: LightPortal): number {
  const { general, search, associations, refused } = hubspot.counts();
  return general + search + associations + refused;
}
