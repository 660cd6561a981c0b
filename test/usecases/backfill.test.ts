import { describe, expect, test } from 'vitest';
import { install } from '../../src/usecases/install.ts';
import { activity, contact } from '../support/timeline-builders.ts';
import { portal, type WorkWorld, workWorld } from '../support/work-world.ts';

async function installInto(world: WorkWorld, scopes: readonly string[] = ['a', 'b']) {
  return install(
    {
      ...world.deps,
      crm: world.crm,
      admins: world.store.admins,
      authorization: { redeem: async () => ({ portalId: portal, scopes, userId: 1 }) },
      scopes: ['a', 'b'],
      readable: (granted) => (granted.includes('b') ? ['emails', 'deals'] : ['emails']),
      startsLive: true,
    },
    { code: 'code' },
  );
}

function fill(world: WorkWorld, contacts: number): void {
  for (let i = 1; i <= contacts; i++) {
    world.crm.add(
      contact(String(i)),
      activity('emails', `e${i}`, [String(i)]),
      activity('deals', `d${i}`, [String(i)]),
    );
  }
}

describe('install', () => {
  test('finishes and names what was not granted or could not be created', async () => {
    const world = workWorld();
    world.crm.provisioned = { created: ['x'], present: [], missing: [{ name: 'y', reason: 'quota' }] };
    const installed = await installInto(world, ['a']);
    expect(installed).toMatchObject({ state: 'active', missingScopes: ['b'], live: true, appEvents: false });
    expect(await world.store.installations.find(portal)).toEqual(installed);
    expect(installed.provision?.missing).toEqual([{ name: 'y', reason: 'quota' }]);
    expect((await world.store.backfills.pending(portal)).map((step) => step.type)).toEqual([
      'contacts',
      'emails',
    ]);
    expect(world.woken).toEqual([{ kind: 'backfill', portal }]);
  });

  test('a portal that comes back keeps what its admin had chosen and is read anew', async () => {
    const world = workWorld();
    const first = await installInto(world);
    await world.store.installations.save({ ...first, live: false, appEvents: true, state: 'uninstalled' });
    await world.store.backfills.finish(portal, 1);
    expect(await installInto(world)).toMatchObject({ live: false, appEvents: true, state: 'active' });
    expect(await world.store.backfills.progress(portal)).toMatchObject({ finishedAt: null });
  });

  test('an install that fails midway is no active one', async () => {
    const world = workWorld();
    world.crm.fail('provision', 'unavailable');
    await expect(installInto(world)).rejects.toMatchObject({ failure: 'unavailable' });
    expect(await world.store.installations.active()).toEqual([]);
  });
});

describe('backfill', () => {
  test('reads every page once and writes every contact in full batches', async () => {
    const world = workWorld();
    fill(world, 250);
    await installInto(world);
    await world.drain();
    expect([world.crm.count('listContacts'), world.crm.count('listActivities')]).toEqual([3, 6]);
    expect(world.crm.count('writeProperties')).toBe(3);
    expect(new Set(world.crm.writes.map(({ values: { rapport_vitality } }) => rapport_vitality))).toEqual(
      new Set(['20']),
    );
    expect(await world.store.backfills.progress(portal)).toMatchObject({ contacts: 250, assessed: 250 });
  });

  test('associations that were cut off are read whole', async () => {
    const world = workWorld();
    fill(world, 3);
    world.crm.add(activity('emails', 'e9', ['1', '2', '3']));
    await installInto(world);
    await world.drain();
    expect(world.crm.count('readActivities')).toBe(1);
    const [, , third] = await world.store.timeline.load(portal, ['1', '2', '3']);
    expect(third?.signals.length).toBe(3);
  });

  test('goes on at the page where it failed', async () => {
    const world = workWorld();
    world.crm.pageSize = 10;
    fill(world, 100);
    await installInto(world);
    world.crm.fail('listContacts', 'unavailable');
    expect(await world.run('backfill')).toEqual({ kind: 'later', afterMs: 10_000 });
    expect(await world.run('backfill', 2)).toEqual({ kind: 'idle' });
    expect([world.crm.count('listContacts'), world.crm.count('listActivities')]).toEqual([11, 20]);
    await world.drain();
    expect(world.crm.writes.length).toBe(100);
  });

  test('works in shares, so that no portal keeps the others waiting', async () => {
    const world = workWorld();
    world.crm.pageSize = 1;
    fill(world, 600);
    await installInto(world);
    expect(await world.run('backfill')).toEqual({ kind: 'again' });
    expect(world.crm.count('listContacts') + world.crm.count('listActivities')).toBe(1500);
    expect(await world.run('backfill')).toEqual({ kind: 'idle' });
    expect(await world.run('backfill')).toEqual({ kind: 'idle' });
    expect(world.crm.count('listContacts') + world.crm.count('listActivities')).toBe(1800);
  });

  test('a type whose right is missing is gone without and named', async () => {
    const world = workWorld();
    fill(world, 2);
    await installInto(world);
    world.crm.fail('listActivities', 'missing-scope');
    await world.drain();
    expect(world.crm.writes.length).toBe(2);
    expect(await world.store.parking.list(portal)).toMatchObject([
      { subject: 'backfill:emails', reason: 'missing-scope' },
    ]);
  });

  test('that is refused for good is looked at again an hour later, not at every sweep, and at once by a new install', async () => {
    const world = workWorld();
    fill(world, 2);
    await installInto(world);
    world.woken.length = 0;
    world.crm.fail('listContacts', 'unauthorized');
    expect(await world.run('backfill', 4)).toEqual({ kind: 'idle' });
    expect(await world.store.parking.list(portal)).toMatchObject([
      { subject: 'backfill', reason: 'unauthorized' },
    ]);
    world.clock.at += 60 * 60_000 - 1;
    await world.run('sweep');
    expect(world.woken).toEqual([]);
    world.clock.at += 1;
    await world.run('sweep');
    expect(world.woken).toEqual([{ kind: 'backfill', portal }]);
    world.woken.length = 0;
    await installInto(world);
    expect(world.woken).toEqual([{ kind: 'backfill', portal }]);
    await world.run('backfill');
    expect(await world.store.parking.list(portal)).toEqual([]);
  });

  test('stops at the next page when the process ends, and nothing is lost', async () => {
    const world = workWorld();
    fill(world, 5);
    await installInto(world);
    expect(await world.work.backfill(portal, 1, AbortSignal.abort())).toEqual({ kind: 'again' });
    expect(world.crm.count('listContacts')).toBe(0);
    await world.drain();
    expect(world.crm.writes.length).toBe(5);
  });
});
