import { expect, test } from 'vitest';
import { setLive } from '../../src/usecases/set-live.ts';
import { activity, contact } from '../support/timeline-builders.ts';
import { installedWorld, portal, workWorld } from '../support/work-world.ts';

test('stages wait for the admin, then everybody is written with movement first', async () => {
  const world = await installedWorld({}, { live: false });
  world.crm.add(contact('1'), contact('2'), activity('emails', '10', ['1']));
  await world.store.dirtyRecords.mark(portal, [
    { type: 'contacts', id: '1' },
    { type: 'contacts', id: '2' },
    { type: 'emails', id: '10' },
  ]);
  await world.run('refresh');
  expect(world.crm.writes.map(({ values }) => Object.keys(values).sort())).toEqual([
    ['rapport_assessed_at', 'rapport_vitality'],
    ['rapport_assessed_at', 'rapport_vitality'],
  ]);
  expect(await setLive(world.deps, { portal, live: true })).toBe(true);
  await world.drain();
  expect(world.crm.writes.slice(2)).toMatchObject([
    { values: { rapport_stage: 'experimenting', rapport_stage_movement: 'first' } },
    { values: { rapport_stage: 'initiating', rapport_stage_movement: 'first' } },
  ]);
});

test('switching back writes nothing and marks nobody', async () => {
  const world = await installedWorld();
  await world.store.timeline.saveContacts(portal, [contact('1')]);
  expect(await setLive(world.deps, { portal, live: false })).toBe(true);
  expect((await world.store.installations.find(portal))?.live).toBe(false);
  expect(await world.store.dirtyContacts.count(portal)).toBe(0);
});

test('a portal that is not installed cannot go live', async () => {
  const world = workWorld();
  expect(await setLive(world.deps, { portal, live: true })).toBe(false);
});
