import { describe, expect, test } from 'vitest';
import { CrmError } from '../../src/usecases/crm-error.ts';
import { readCard } from '../../src/usecases/read-card.ts';
import { receiveEvents } from '../../src/usecases/receive-events.ts';
import { refreshNow } from '../../src/usecases/refresh-now.ts';
import { uninstall } from '../../src/usecases/uninstall.ts';
import { activity, contact, countingInfer, installation } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld, workWorld } from '../support/work-world.ts';

function mail(id: number, of: object = {}) {
  return { portalId: portal, subscriptionType: 'object.creation', objectTypeId: '0-49', objectId: id, ...of };
}

async function deliver(world: WorkWorld, ...items: unknown[]): Promise<void> {
  await world.store.deliveries.keep(JSON.stringify(items), world.clock.at);
  await world.run('deliveries');
}

describe('events', () => {
  test('duplicated, permuted and late events end in the same properties by one write', async () => {
    const world = await installedWorld();
    world.crm.add(contact('1'), activity('emails', '10', ['1']), activity('emails', '11', ['1']));
    const items = [mail(10), mail(11), { ...mail(1), objectTypeId: '0-1' }];
    await deliver(world, ...items);
    await deliver(world, ...items.toReversed(), ...items);
    await world.drain();
    await deliver(world, ...items);
    await world.drain();
    expect(world.crm.writes.length).toBe(1);
    expect(world.crm.writes[0]?.values).toMatchObject({ rapport_vitality: '20' });
  });

  test('a delivery may mix portals; unknown and uninstalled ones are let go', async () => {
    const world = await installedWorld();
    await world.store.installations.save(installation(8, { state: 'uninstalled' }));
    await deliver(world, mail(1), mail(2, { portalId: 8 }), mail(3, { portalId: 9 }));
    expect(await world.store.dirtyRecords.count(portal)).toBe(1);
    expect(await world.store.dirtyRecords.count(8)).toBe(0);
    expect(await world.store.dirtyRecords.count(9)).toBe(0);
    expect(world.woken).toEqual([{ kind: 'refresh', portal }]);
    expect(await world.store.deliveries.count()).toBe(0);
  });

  test('a webhook of an unknown portal is named, one after an uninstall is let go', async () => {
    const world = await installedWorld();
    await world.store.installations.save(installation(8, { state: 'uninstalled' }));
    await deliver(world, mail(2, { portalId: 8 }), mail(3, { portalId: 9 }), mail(4, { portalId: 9 }));
    expect(await world.store.parking.list(0)).toMatchObject([
      { subject: 'portal:9', reason: 'unknown-portal' },
    ]);
    expect([await world.store.parking.list(8), await world.store.parking.list(9)]).toEqual([[], []]);
  });

  test('a broken item is parked by name at its portal, once, and its neighbours are worked on', async () => {
    const world = await installedWorld();
    const broken = mail(0, { objectId: 'x', propertyValue: 'jane@client.example' });
    await deliver(world, mail(1), broken, null, mail(2));
    await deliver(world, broken);
    expect(await world.store.dirtyRecords.count(portal)).toBe(2);
    const at = world.clock.at;
    expect(await world.store.parking.list(portal)).toEqual([
      { subject: 'event:object.creation:0-49', reason: 'no-object-id', at },
    ]);
    expect(await world.store.parking.list(0)).toEqual([{ subject: 'event', reason: 'not-an-object', at }]);
  });

  test('a delivery whose marks could not be made is kept, and makes them another time', async () => {
    const world = await installedWorld();
    await world.store.deliveries.keep(JSON.stringify([mail(1)]), 1);
    const failing = {
      ...world.deps.dirtyRecords,
      mark: () => Promise.reject(new Error('the store is gone')),
    };
    await expect(receiveEvents({ ...world.deps, dirtyRecords: failing })).rejects.toThrow(
      'the store is gone',
    );
    expect(await world.store.deliveries.count()).toBe(1);
    world.clock.at += 60 * 60_000;
    await world.run('deliveries');
    expect(await world.store.dirtyRecords.count(portal)).toBe(1);
  });

  test('an unreadable delivery is parked and the next one worked on', async () => {
    const world = await installedWorld();
    await world.store.deliveries.keep('{', 1);
    await deliver(world, mail(1));
    expect(await world.store.dirtyRecords.count(portal)).toBe(1);
    expect(await world.store.parking.list(0)).toMatchObject([{ reason: 'unreadable' }]);
  });

  test('a merge brings the history to the survivor', async () => {
    const world = await installedWorld();
    world.crm.add(contact('1'), contact('2'), activity('emails', '10', ['1']));
    await deliver(world, mail(10), { ...mail(1), objectTypeId: '0-1' }, { ...mail(2), objectTypeId: '0-1' });
    await world.drain();
    world.crm.contacts.delete('1');
    world.crm.add(activity('emails', '10', ['2']));
    await deliver(world, {
      ...mail(2),
      subscriptionType: 'object.merge',
      objectTypeId: '0-1',
      primaryObjectId: 2,
      mergedObjectIds: [1],
    });
    await world.drain();
    expect(await world.store.timeline.knows(portal, '1')).toBe(false);
    expect(world.crm.contacts.get('2')?.published).toMatchObject({ rapport_vitality: '10' });
  });

  test('a privacy deletion erases at once, whatever comes before or after it', async () => {
    const world = await installedWorld();
    world.crm.add(contact('1'), activity('emails', '10', ['1']));
    const erase = { portalId: portal, subscriptionType: 'contact.privacyDeletion', objectId: 1 };
    await deliver(world, mail(10), { ...mail(1), objectTypeId: '0-1' });
    await world.drain();
    await deliver(world, erase, { ...mail(1), subscriptionType: 'object.deletion', objectTypeId: '0-1' });
    await world.drain();
    await deliver(world, mail(10), { ...mail(1), objectTypeId: '0-1' });
    await world.drain();
    expect(await world.store.timeline.knows(portal, '1')).toBe(false);
    expect(world.crm.writes.length).toBe(1);
  });
});

describe('the sweep', () => {
  test('touches only contacts whose values change by time', async () => {
    const world = await installedWorld({ infer: countingInfer({ dueAt: Date.UTC(2026, 1, 1) }) });
    world.crm.add(contact('1'));
    await deliver(world, { ...mail(1), objectTypeId: '0-1' });
    await world.drain();
    await world.run('sweep');
    expect(world.woken).toEqual([]);
    world.clock.at = Date.UTC(2026, 1, 1);
    await world.run('sweep');
    expect(world.woken).toEqual([{ kind: 'refresh', portal }]);
    expect(await world.store.dirtyContacts.count(portal)).toBe(1);
  });

  test('wakes what a lost wake-up left lying', async () => {
    const world = workWorld();
    await world.store.installations.save(installation(portal));
    await world.store.backfills.start(portal, ['contacts'], 0, null);
    await world.store.dirtyRecords.mark(portal, [{ type: 'emails', id: '1' }]);
    await world.store.deliveries.keep('[]', 0);
    await world.run('sweep');
    expect(world.woken).toEqual([
      { kind: 'refresh', portal },
      { kind: 'backfill', portal },
      { kind: 'deliveries', portal: 0 },
    ]);
  });
});

describe('the card', () => {
  const at = (contactId: string) => ({ portal, contact: contactId });

  test('is the stored body; without one it says how far the reading has come, or that we do not know the contact', async () => {
    const world = workWorld();
    const read = async (id: string) => JSON.parse(await readCard({ ...world.deps, ...world.store }, at(id)));
    expect(await read('1')).toEqual({ kind: 'unknown-contact' });
    await world.store.backfills.start(portal, ['contacts'], 0, 40);
    expect(await read('1')).toEqual({ kind: 'not-yet', progress: { done: 0, total: 40 } });
    await world.store.timeline.saveContacts(portal, [contact('1')]);
    await world.store.backfills.advance(portal, { type: 'contacts', after: null, done: true, records: 1 });
    expect(await read('2')).toEqual({ kind: 'unknown-contact' });
    expect(await read('1')).toMatchObject({ kind: 'not-yet' });
    await world.store.installations.save(installation(portal));
    world.crm.add(contact('1'));
    await world.run('backfill');
    await world.drain();
    expect(await read('1')).toEqual({ kind: 'ready', stage: 'initiating', count: 0 });
  });

  test('is worded once, at the first look, and anew after the next assessment', async () => {
    const world = await installedWorld();
    world.crm.add(contact('1'), activity('emails', '10', ['1']));
    await world.store.dirtyRecords.mark(portal, [
      { type: 'contacts', id: '1' },
      { type: 'emails', id: '10' },
    ]);
    await world.run('refresh');
    let worded = 0;
    const wordCards: typeof world.deps.wordCards = (context) => (stored, of) => {
      worded += 1;
      return world.deps.wordCards(context)(stored, of);
    };
    const read = () => readCard({ ...world.deps, ...world.store, wordCards }, at('1'));
    const first = await read();
    expect(await read()).toBe(first);
    expect(worded).toBe(1);
    await world.store.dirtyContacts.mark(portal, ['1']);
    await world.run('refresh');
    expect(await read()).toBe(first);
    expect(worded).toBe(2);
  });

  test('refresh shows what is stored at once, and looks at HubSpot afterwards', async () => {
    const world = await installedWorld();
    world.crm.add(contact('1'), activity('emails', '10', ['1']));
    await world.store.timeline.saveContacts(portal, [contact('1')]);
    const body = await refreshNow({ ...world.deps, ...world.store }, at('1'));
    expect(JSON.parse(body)).toMatchObject({ stage: 'initiating' });
    expect(world.crm.calls).toEqual([]);
    await world.drain();
    expect(JSON.parse(await readCard({ ...world.deps, ...world.store }, at('1')))).toMatchObject({
      stage: 'experimenting',
    });
  });

  test('refresh of a contact we do not know computes nothing', async () => {
    const world = await installedWorld();
    expect(JSON.parse(await refreshNow({ ...world.deps, ...world.store }, at('1')))).toEqual({
      kind: 'unknown-contact',
    });
    expect(world.woken).toEqual([]);
  });
});

describe('uninstall', () => {
  test.each([
    ['keep', ['uninstall']],
    ['remove', ['removeProperties', 'uninstall']],
  ] as const)(
    'tells HubSpot, drops the tokens, erases what is stored, and properties: %s',
    async (properties, calls) => {
      const world = await installedWorld();
      const dropped: number[] = [];
      const vault = { drop: async (of: number) => void dropped.push(of) };
      await world.store.timeline.saveContacts(portal, [contact('1')]);
      await uninstall({ ...world.store, crm: world.crm, vault }, { portal, properties });
      expect(world.crm.calls).toEqual(calls);
      expect(dropped).toEqual([portal]);
      expect(await world.store.timeline.knows(portal, '1')).toBe(false);
      expect((await world.store.installations.find(portal))?.state).toBe('uninstalled');
    },
  );

  test('goes through when the app is gone already, and not when HubSpot could not be told', async () => {
    const world = await installedWorld();
    const failing = (failure: 'installation-gone' | 'unavailable') => ({
      ...world.store,
      vault: { drop: async () => {} },
      crm: {
        removeProperties: async () => ({ removed: [], kept: [] }),
        uninstall: async () => {
          throw new CrmError('x', { failure });
        },
      },
    });
    await expect(uninstall(failing('unavailable'), { portal, properties: 'keep' })).rejects.toThrow(CrmError);
    expect((await world.store.installations.find(portal))?.state).toBe('active');
    await uninstall(failing('installation-gone'), { portal, properties: 'keep' });
    expect((await world.store.installations.find(portal))?.state).toBe('uninstalled');
  });
});
