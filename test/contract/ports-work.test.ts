/** What stands around the timelines: installations, backfill, backlog, deliveries, parked work; on the fake and on the real store. */
import { describe, expect, test } from 'vitest';
import { storeWorlds } from '../support/store-world.ts';
import { contact, installation } from '../support/timeline-builders.ts';

const portal = 7;

describe.each(storeWorlds)('work in the store, as %s', (_name, open) => {
  test('a backfill goes on where it stood and starts over when started again', async () => {
    await using world = await open();
    const { backfills } = world.store;
    expect(await backfills.progress(portal)).toBeNull();
    await backfills.start(portal, ['contacts', 'emails'], 5, 40);
    const list = { after: 'p9', listed: '90', records: 50 };
    await backfills.advance(portal, { type: 'contacts', ...list, done: true });
    const unread = { after: null, listed: null, below: null, expected: null, done: false, records: 0 };
    const emails = { ...unread, type: 'emails' };
    expect(await backfills.pending(portal)).toEqual([emails]);
    expect(await backfills.progress(portal)).toEqual({
      startedAt: 5,
      finishedAt: null,
      steps: [{ ...unread, ...list, type: 'contacts', done: true }, emails],
      contacts: 50,
      assessed: 0,
    });
    await backfills.finish(portal, 8);
    expect((await backfills.progress(portal))?.finishedAt).toBe(8);
    await backfills.start(portal, ['contacts'], 9, null);
    expect(await backfills.progress(portal)).toMatchObject({ startedAt: 9, finishedAt: null, contacts: 0 });
  });

  test('two lanes advance one type without undoing each other', async () => {
    await using world = await open();
    const { backfills } = world.store;
    await backfills.start(portal, ['emails'], 5, null);
    await backfills.advance(portal, { type: 'emails', below: '900', expected: 70, done: false, records: 20 });
    await backfills.advance(portal, { type: 'emails', after: 'p1', listed: '100', done: true, records: 10 });
    await backfills.advance(portal, { type: 'emails', below: '700', done: false, records: 20 });
    expect((await backfills.progress(portal))?.steps).toEqual([
      { type: 'emails', after: 'p1', listed: '100', below: '700', expected: 70, done: true, records: 50 },
    ]);
  });

  test('only active portals wait for work, and only for what may be claimed', async () => {
    await using world = await open();
    const { store, clock } = world;
    for (const id of [1, 2, 3]) {
      await store.installations.save(installation(id, { state: id === 3 ? 'uninstalled' : 'active' }));
      await store.dirtyContacts.mark(id, ['1']);
    }
    const claim = await store.dirtyContacts.claim(2, 9, 100);
    expect(claim.items).toEqual(['1']);
    await store.backfills.start(1, ['contacts'], 1, null);
    expect(await store.backlog.waiting(clock.at)).toEqual({ refresh: [1], backfill: [1] });
    expect((await store.backlog.waiting(clock.at + 101)).refresh).toEqual([1, 2]);
  });

  test('what a dead worker had claimed can be claimed again, and its late settling removes nothing', async () => {
    await using world = await open();
    const { dirtyContacts } = world.store;
    await dirtyContacts.mark(portal, ['1', '2']);
    const dead = await dirtyContacts.claim(portal, 9, 100_000);
    expect((await dirtyContacts.claim(portal, 9, 100)).items).toEqual([]);
    await dirtyContacts.free(portal);
    const taken = await dirtyContacts.claim(portal, 9, 100);
    expect(taken.items).toEqual(['1', '2']);
    await dirtyContacts.settle(portal, dead, dead.items);
    expect(await dirtyContacts.count(portal)).toBe(2);
    await dirtyContacts.settle(portal, taken, taken.items);
    expect(await dirtyContacts.count(portal)).toBe(0);
  });

  test('deliveries that a dead worker had taken can be taken again', async () => {
    await using world = await open();
    const { deliveries } = world.store;
    await deliveries.keep('a', 1);
    await deliveries.take(9, 100_000);
    expect(await deliveries.take(9, 100)).toEqual([]);
    await deliveries.free();
    expect((await deliveries.take(9, 100)).map(({ body }) => body)).toEqual(['a']);
  });

  test('an installation is kept as saved, listed while active, and its data can be erased', async () => {
    await using world = await open();
    const { installations, timeline } = world.store;
    const provision = { created: ['a'], present: [], missing: [{ name: 'b', reason: 'quota' as const }] };
    await installations.save(installation(portal, { provision, live: false, appEvents: true }));
    expect(await installations.find(portal)).toEqual(
      installation(portal, { provision, live: false, appEvents: true }),
    );
    expect(await installations.active()).toEqual([portal]);
    await timeline.saveContacts(portal, [contact('1')]);
    await installations.setState(portal, 'uninstalled');
    await installations.erase(portal);
    expect(await installations.active()).toEqual([]);
    expect(await timeline.knows(portal, '1')).toBe(false);
    expect((await installations.find(portal))?.state).toBe('uninstalled');
    expect(await installations.find(8)).toBeNull();
  });

  test('deliveries are taken in order under a lease and gone when done', async () => {
    await using world = await open();
    const { store, clock } = world;
    for (const body of ['a', 'b', 'c']) await store.deliveries.keep(body, 1);
    const taken = await store.deliveries.take(2, 100);
    expect(taken.map(({ body }) => body)).toEqual(['a', 'b']);
    expect((await store.deliveries.take(9, 100)).map(({ body }) => body)).toEqual(['c']);
    await store.deliveries.done(taken.map(({ id }) => id));
    clock.at += 100;
    expect((await store.deliveries.take(9, 100)).map(({ body }) => body)).toEqual(['c']);
    expect(await store.deliveries.count()).toBe(1);
  });

  test('parked work is listed once per subject until it is cleared', async () => {
    await using world = await open();
    const { parking } = world.store;
    await parking.park(portal, { subject: 'contacts:1', reason: 'x', at: 1 });
    await parking.park(portal, { subject: 'contacts:1', reason: 'y', at: 2 });
    expect(await parking.list(portal)).toEqual([{ subject: 'contacts:1', reason: 'y', at: 2 }]);
    await parking.clear(portal, ['contacts:1']);
    expect(await parking.list(portal)).toEqual([]);
  });
});
