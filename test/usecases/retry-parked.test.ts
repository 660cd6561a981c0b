import { describe, expect, test } from 'vitest';
import { listParked, retryParked } from '../../src/usecases/retry-parked.ts';
import { activity, contact, countingInfer } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld, withMail } from '../support/work-world.ts';

const retry = (world: WorkWorld, subject: string) =>
  retryParked({ ...world.deps, ...world.store }, { portal, subject });
const subjects = async (world: WorkWorld) =>
  (await listParked(world.store, portal)).map(({ subject }) => subject);

describe('parked work', () => {
  test('is listed with what a retry would do', async () => {
    const world = await installedWorld();
    const all = [
      'refresh',
      'backfill',
      'reconcile',
      'reconcile:emails',
      'records:emails',
      'backfill:tickets',
      'contacts:1',
      'emails:5',
      'history:1',
    ];
    const told = ['app-events', 'delivery:4', 'event:planet.creation', 'event', 'portal:9', 'contacts:x'];
    for (const subject of [...all, ...told])
      await world.store.parking.park(portal, { subject, reason: 'x', at: 1 });
    const listed = await listParked(world.store, portal);
    const of = (kind: string) => listed.filter((work) => work.retry === kind).map(({ subject }) => subject);
    expect(of('again').sort()).toEqual(all.sort());
    expect(of('noted').sort()).toEqual(told.sort());
  });

  test('of a contact on which the engine failed is assessed again', async () => {
    const broken = { is: true };
    const counting = countingInfer();
    const world = await withMail(
      await installedWorld({
        infer: (context) => (stored, now) => {
          if (broken.is) throw new RangeError('bug');
          return counting(context)(stored, now);
        },
      }),
    );
    await world.run('refresh');
    expect(await subjects(world)).toEqual(['contacts:1']);
    broken.is = false;
    expect(await retry(world, 'contacts:1')).toBe(true);
    expect(await subjects(world)).toEqual([]);
    await world.drain();
    expect(world.crm.writes.map(({ contactId }) => contactId)).toEqual(['1']);
  });

  test('of a record that HubSpot refused to read is read again', async () => {
    const world = await withMail(await installedWorld());
    world.crm.poisoned.add('10');
    await world.run('refresh');
    expect(await subjects(world)).toEqual(['emails:10']);
    world.crm.poisoned.clear();
    await retry(world, 'emails:10');
    await world.drain();
    expect(world.crm.contacts.get('1')?.published).toMatchObject({ rapport_vitality: '10' });
  });

  test('of a whole portal need not wait for its hour', async () => {
    const world = await withMail(await installedWorld());
    world.crm.fail('readContacts', 'unreadable-answer', 2);
    await world.run('refresh');
    world.clock.at += 60_000;
    await world.run('refresh');
    expect(await subjects(world)).toEqual(['refresh']);
    await world.run('refresh');
    expect(world.crm.writes).toEqual([]);
    await retry(world, 'refresh');
    await world.drain();
    expect(world.crm.writes.length).toBe(1);
  });

  test('of a type whose right was taken back finds every record once the right is there', async () => {
    const world = await withMail(await installedWorld());
    world.crm.fail('readActivities', 'missing-scope');
    await world.run('refresh');
    world.crm.add(activity('emails', '11', ['1']), contact('2'), activity('emails', '12', ['2']));
    await world.store.timeline.saveContacts(portal, [contact('2')]);
    expect(await subjects(world)).toEqual(['records:emails']);
    await retry(world, 'records:emails');
    await world.drain();
    expect(world.crm.contacts.get('1')?.published).toMatchObject({ rapport_vitality: '20' });
    expect(await subjects(world)).toEqual([]);
  });

  test('that only tells of something is put away', async () => {
    const world = await installedWorld();
    await world.store.parking.park(portal, {
      subject: 'event:planet.creation',
      reason: 'unknown-object',
      at: 1,
    });
    expect(await retry(world, 'event:planet.creation')).toBe(true);
    expect(world.woken).toEqual([]);
    expect(await subjects(world)).toEqual([]);
  });

  test('that is not there is not retried', async () => {
    const world = await installedWorld();
    expect(await retry(world, 'contacts:1')).toBe(false);
    expect(await world.store.dirtyContacts.count(portal)).toBe(0);
  });
});
