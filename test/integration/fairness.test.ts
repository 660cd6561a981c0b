/** Portals beside each other in one service: who is read for the first time keeps nobody else waiting. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { laneLimits } from '../../src/db/turns.ts';
import { createClockScheduler } from '../../src/jobs/clock-scheduler.ts';
import { updateRecord } from '../../src/sandbox/crm/write-record.ts';
import { byUser } from '../../src/sandbox/pages-api/user-writes.ts';
import { generateStory } from '../../src/sandbox/story/generate.ts';
import { startService } from '../../src/service.ts';
import { freePort } from '../../src/world/free-port.ts';
import { installByConsent } from '../../src/world/install-by-consent.ts';
import { untilSettled } from '../../src/world/until-settled.ts';
import { worldConfig } from '../../src/world/world-config.ts';
import { openPortals, type Portal } from '../convergence/portals.ts';
import { storeOfItsOwn } from '../support/story-world.ts';
import { storyNow } from '../support/told-story.ts';

/** So many calls a portal can make in the two seconds that another one may have to wait, over all lanes. */
const callsInTwoSeconds = 2 * Object.values(laneLimits).reduce((sum, { perSecond }) => sum + perSecond, 0);

const sizes = [12, 700, 700, 700];

async function openService() {
  const servicePort = await freePort();
  const serviceUrl = `http://localhost:${servicePort}`;
  const portals = await openPortals(
    sizes.map((contacts, place) => ({
      portalId: 146_000_000 + place,
      fill: ({ store }) => void store.load(generateStory({ contacts, seed: place, now: storyNow })),
      options: { startAt: storyNow, webhookGatherMs: 10 },
    })),
    serviceUrl,
  );
  const at = { portalUrl: portals.url, serviceUrl, servicePort };
  const config = worldConfig({ store: await storeOfItsOwn(), logLevel: 'silent' }, at);
  const [small, ...large] = portals.all;
  if (small === undefined) throw new Error('No portal was opened');
  const { clock } = small.sandbox;
  const service = await startService(config, {
    clock,
    scheduler: (report) => createClockScheduler({ clock, lookEveryMs: 250, report }),
  });
  return {
    service,
    small,
    large,
    install: ({ url }: Portal) => installByConsent(serviceUrl, url),
    async [Symbol.asyncDispose]() {
      await service.stop();
      await portals[Symbol.asyncDispose]();
    },
  };
}

const callsOf = ({ sandbox }: Portal) => sandbox.counter.counts().total;

test('while large portals are read for the first time, one webhook of a small one is written before any of them has made the calls of two seconds', {
  timeout: 300_000,
}, async () => {
  await using world = await openService();
  const { service, small, large } = world;
  await world.install(small);
  await untilSettled(small.sandbox, () => service.health(small.portalId));
  const [person] = small.sandbox.store.shelf('contacts').records.values();
  if (person === undefined) throw new Error('The small portal is empty');

  for (const portal of large) await world.install(portal);
  const installed = large.map(callsOf);
  const haveBegun = () => large.every((portal, place) => callsOf(portal) > (installed[place] ?? 0) + 10);
  while (!haveBegun()) await sleep(20);

  const before = large.map(callsOf);
  const written = person.values['rapport_stage'];
  updateRecord(small.sandbox.store, person, { rapport_objection: 'true' }, byUser(small.sandbox.portal));
  while (person.values['rapport_stage'] === written) await sleep(20);
  const meanwhile = large.map((portal, place) => callsOf(portal) - (before[place] ?? 0));
  const progress = await Promise.all(large.map(({ portalId }) => service.health(portalId)));

  expect(progress.map(({ backfill }) => backfill?.finishedAt)).toEqual(large.map(() => null));
  expect(Math.max(...meanwhile)).toBeLessThanOrEqual(callsInTwoSeconds);
});
