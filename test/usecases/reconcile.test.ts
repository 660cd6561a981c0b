import { describe, expect, test } from 'vitest';
import { overlapMs } from '../../src/usecases/reconcile.ts';
import { activity, contact } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld } from '../support/work-world.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Enough others that what is read again each hour is a piece of the portal and not the whole. */
const others = Array.from({ length: 150 }, (_, index) => String(3000 + index));

/** A portal that was read at midnight, with nothing to be told by webhooks since. Its first 100 were read again. */
async function readWorld(over: Parameters<typeof installedWorld>[0] = {}): Promise<WorkWorld> {
  const world = await installedWorld(over);
  const { at } = world.clock;
  await world.store.backfills.start(portal, ['contacts', 'emails'], at, null);
  for (const type of ['contacts', 'emails'] as const)
    await world.store.backfills.advance(portal, { type, after: null, done: true, records: 2 });
  await world.store.backfills.finish(portal, at);
  world.crm.add(contact('1', { modifiedAt: at }), contact('2', { modifiedAt: at }));
  world.crm.add(
    activity('emails', '10', ['1'], { modifiedAt: at }),
    activity('emails', '11', ['2'], { modifiedAt: at }),
  );
  // Modified so late that the pass after the first one finds them once more.
  const modifiedAt = at + hour - 60_000;
  world.crm.add(...others.map((id) => contact(id, { modifiedAt })));
  world.crm.add(...others.map((id) => activity('tasks', id, [id], { modifiedAt })));
  await world.store.timeline.saveContacts(portal, [...world.crm.contacts.values()]);
  await world.store.timeline.saveActivities(portal, [...world.crm.activities.values()]);
  await world.store.dirtyContacts.mark(portal, [...world.crm.contacts.keys()]);
  await world.run('refresh');
  await round(world);
  world.crm.calls.length = 0;
  return world;
}

async function round(world: WorkWorld): Promise<void> {
  world.clock.at += hour;
  while ((await world.run('reconcile')).kind === 'again');
  world.woken.length = 0;
  await world.run('refresh');
}

const vitality = (world: WorkWorld, id: string) => world.crm.contacts.get(id)?.published['rapport_vitality'];

describe('what no webhook told', () => {
  test('a new activity is found by search and written', async () => {
    const world = await readWorld();
    world.crm.add(activity('emails', '12', ['1'], { modifiedAt: world.clock.at }));
    await round(world);
    expect(vitality(world, '1')).toBe('20');
  });

  test('an edit that moves an activity to another contact changes both', async () => {
    const world = await readWorld();
    world.crm.add(activity('emails', '10', ['2'], { modifiedAt: world.clock.at }));
    await round(world);
    expect([vitality(world, '1'), vitality(world, '2')]).toEqual(['0', '20']);
  });

  test('a form conversion is seen by the contact that was modified', async () => {
    const world = await readWorld();
    const published = world.crm.contacts.get('1')?.published ?? {};
    const form = {
      id: 'f',
      source: 'contacts:1',
      at: 5,
      kind: 'form',
      by: 'customer',
      channel: 'form',
      facts: {},
    } as const;
    world.crm.add(contact('1', { modifiedAt: world.clock.at, published, signals: [form] }));
    await round(world);
    expect(vitality(world, '1')).toBe('20');
  });

  test('a merge brings the history to the survivor and forgets the other', async () => {
    const world = await readWorld();
    const published = world.crm.contacts.get('2')?.published ?? {};
    world.crm.contacts.delete('1');
    world.crm.add(
      contact('2', { modifiedAt: world.clock.at, published }),
      activity('emails', '10', ['2'], { modifiedAt: world.crm.activities.get('emails:10')?.modifiedAt ?? 0 }),
    );
    world.crm.merged.set('2', ['1']);
    // The mail itself was not modified: only its link moved.
    await round(world);
    expect(await world.store.timeline.knows(portal, '1')).toBe(false);
    expect(await world.store.timeline.activitiesOf(portal, ['1'])).toEqual([]);
    expect(vitality(world, '2')).toBe('20');
  });

  test('a deleted contact and a deleted activity are noticed as what is stored is read again', async () => {
    const world = await readWorld();
    world.crm.contacts.delete('1');
    world.crm.activities.delete('emails:11');
    for (let rounds = 0; rounds < 3; rounds++) await round(world);
    expect(await world.store.timeline.knows(portal, '1')).toBe(false);
    expect(vitality(world, '2')).toBe('0');
  });

  test('a link to an activity that was about nobody we know is seen from the contact', async () => {
    const world = await readWorld();
    world.crm.add(activity('emails', '9', ['1'], { modifiedAt: 1 }));
    for (let rounds = 0; rounds < 3; rounds++) await round(world);
    expect(vitality(world, '1')).toBe('20');
  });

  test('a change that the index shows late is found in the overlap with the pass before', async () => {
    const world = await readWorld();
    const changedAt = world.clock.at - overlapMs + 1;
    world.crm.add(activity('emails', '12', ['1'], { modifiedAt: changedAt }));
    await round(world);
    expect(vitality(world, '1')).toBe('20');
  });
});

describe('the rounds', () => {
  test('read nothing again that is as we know it, apart from the piece of the hour', async () => {
    const world = await readWorld();
    await round(world);
    expect(world.crm.count('writeProperties')).toBe(0);
    // The 52 contacts that the first piece left, and the 52 tasks.
    expect([world.crm.count('readContacts'), world.crm.count('readActivities')]).toEqual([1, 1]);
  });

  test('go on behind the last page after a crash, and a pass of many pages loses none', async () => {
    const world = await readWorld();
    world.crm.pageSize = 2;
    const ids = Array.from({ length: 9 }, (_, index) => String(index + 20));
    const modifiedAt = world.clock.at;
    world.crm.add(...ids.map((id) => activity('emails', id, ['1'], { modifiedAt })));
    world.crm.fail('modifiedSince', 'unavailable', 1);
    world.clock.at += hour;
    expect((await world.run('reconcile')).kind).toBe('later');
    let searches = world.crm.count('modifiedSince');
    while ((await world.run('reconcile')).kind === 'again');
    searches = world.crm.count('modifiedSince') - searches;
    expect(searches).toBeGreaterThanOrEqual(5);
    await world.run('refresh');
    expect(vitality(world, '1')).toBe('100');
  });

  test('wait for the first reading to end', async () => {
    const world = await readWorld();
    await world.store.backfills.start(portal, ['contacts'], world.clock.at, null);
    await world.run('reconcile');
    expect(world.crm.calls).toEqual([]);
  });

  test('pass over a type whose right was taken back, name it, and clear the note when it is given again', async () => {
    const world = await readWorld({ readable: () => ['emails'] });
    world.crm.fail('modifiedSince', 'missing-scope');
    world.crm.add(activity('emails', '12', ['1'], { modifiedAt: world.clock.at }));
    await round(world);
    expect(await world.store.parking.list(portal)).toMatchObject([{ subject: 'reconcile:contacts' }]);
    expect(vitality(world, '1')).toBe('20');
    await round(world);
    expect(await world.store.parking.list(portal)).toEqual([]);
  });

  test('notice an app that was removed', async () => {
    const world = await readWorld();
    world.crm.fail('modifiedSince', 'installation-gone');
    await round(world);
    expect((await world.store.installations.find(portal))?.state).toBe('uninstalled');
  });

  test('go through all that is stored, piece by piece, and begin again', async () => {
    const world = await readWorld();
    for (const id of others) world.crm.contacts.delete(id);
    const counts: number[] = [];
    for (let hours = 0; hours < 3; hours++) {
      await round(world);
      counts.push((await world.store.timeline.load(portal, others)).length);
    }
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[2]).toBe(0);
  });
});

describe('our properties', () => {
  const without = {
    created: [],
    present: [],
    missing: [{ name: 'rapport_vitality', reason: 'quota' as const }],
  };

  test('that an admin deleted are made again within a day and written on everybody who had them', async () => {
    const world = await readWorld();
    world.crm.provisioned = { created: ['rapport_vitality'], present: ['rapport_stage'], missing: [] };
    for (const [id, read] of world.crm.contacts) {
      const { rapport_vitality: _, ...published } = read.published;
      world.crm.contacts.set(id, { ...read, published });
    }
    world.clock.at += day;
    await round(world);
    expect([vitality(world, '1'), vitality(world, '2')]).toEqual(['10', '10']);
  });

  test('for which the portal has room at last are written on everybody', async () => {
    const world = await readWorld();
    const found = await world.store.installations.find(portal);
    if (found !== null) await world.store.installations.save({ ...found, provision: without });
    world.crm.provisioned = { created: ['rapport_vitality'], present: [], missing: [] };
    await world.store.assessments.setPublished(portal, [
      { contactId: '1', values: { rapport_vitality: '' }, modelVersion: 'm1' },
    ]);
    world.clock.at += day;
    await round(world);
    expect((await world.store.installations.find(portal))?.provision?.missing).toEqual([]);
    expect(vitality(world, '1')).toBe('10');
  });

  test('are looked at once a day and no oftener', async () => {
    const world = await readWorld();
    for (let hours = 0; hours < 26; hours++) await round(world);
    expect(world.crm.count('provision')).toBe(1);
  });

  test('changed by an admin are repaired before the next write, and nobody is bisected', async () => {
    const world = await readWorld();
    world.crm.fail('writeProperties', 'property-changed');
    world.crm.add(activity('emails', '12', ['1'], { modifiedAt: world.clock.at }));
    await world.store.dirtyRecords.mark(portal, [{ type: 'emails', id: '12' }]);
    expect((await world.run('refresh')).kind).toBe('again');
    await world.run('refresh');
    expect([world.crm.count('provision'), world.crm.count('writeProperties')]).toEqual([1, 2]);
    expect(vitality(world, '1')).toBe('20');
  });
});
