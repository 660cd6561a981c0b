import { expect, test } from 'vitest';
import { createRandom } from '../../src/sandbox/story/random.ts';
import { differences } from '../convergence/differences.ts';
import { installFresh } from '../convergence/fresh-install.ts';
import { editAtRandom } from '../convergence/random-edits.ts';
import { startStoryWorld, storeOfItsOwn } from '../support/story-world.ts';

const minuteMs = 60_000;
const patience = { timeout: 120_000, interval: 200 };

test('a portal whose every webhook is lost says within hours what a fresh install on it would say', {
  timeout: 300_000,
}, async () => {
  await using world = await startStoryWorld({ contacts: 12, sandbox: { webhookFaults: { drop: 1 } } });
  const { sandbox } = world;
  const random = createRandom(3);
  const kinds = new Set(Array.from({ length: 80 }, () => editAtRandom(sandbox.store, random).kind));
  expect([...kinds].sort()).toEqual([
    'arrive',
    'bringBack',
    'change',
    'editContact',
    'fillForm',
    'forget',
    'happen',
    'merge',
    'object',
    'relink',
    'remove',
  ]);
  await world.settled();
  const before = await world.stored();

  // The second pass finds what search knows nothing of: the first has marked only what came before it in the order of ids.
  for (let pass = 0; pass < 3; pass += 1) {
    const since = sandbox.clock.now();
    await world.moveClockTo(since + 70 * minuteMs);
    await expect.poll(async () => (await world.health()).reconciledAt ?? 0, patience).toBeGreaterThan(since);
    await world.settled();
  }
  expect(sandbox.webhooks.log()).toMatchObject({ delivered: 0, givenUp: 0 });
  expect(sandbox.webhooks.log().lost).toBeGreaterThan(80);
  expect(await world.stored()).not.toEqual(before);

  const { portalId } = sandbox.portal;
  const fresh = await installFresh(
    [{ portalId, sandbox, url: world.portalUrl }],
    await storeOfItsOwn(),
    new Map(),
  );
  await world.moveClockTo(Math.max(fresh.at, sandbox.clock.now() + 1));
  const computed = fresh.of.get(portalId);
  expect(computed && differences(sandbox.store, await world.stored(), computed)).toEqual([]);
});
