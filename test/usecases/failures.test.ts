import { describe, expect, test } from 'vitest';
import { CrmError } from '../../src/usecases/crm-error.ts';
import { createWork } from '../../src/usecases/do-work.ts';
import { activity, contact, countingInfer } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld, withMail } from '../support/work-world.ts';

describe('failures', () => {
  test('while HubSpot is down the marks wait, and nothing is lost or done twice', async () => {
    const world = await withMail(await installedWorld());
    world.crm.fail('readActivities', 'unavailable');
    expect(await world.run('refresh')).toEqual({ kind: 'later', afterMs: 10_000 });
    world.clock.at += 10_000;
    world.crm.fail('writeProperties', 'rate-limited', 2);
    expect(await world.run('refresh')).toEqual({ kind: 'later', afterMs: 10_000 });
    world.clock.at += 10_000;
    expect(await world.run('refresh')).toEqual({ kind: 'later', afterMs: 20_000 });
    world.clock.at += 20_000;
    expect(await world.run('refresh')).toEqual({ kind: 'idle' });
    expect(world.crm.writes.length).toBe(1);
  });

  test('a write whose answer was lost is looked up, not guessed: it is not made again, and another value is', async () => {
    const world = await withMail(await installedWorld());
    const { crm } = world;
    const write = crm.writeProperties.bind(crm);
    let isLost = true;
    crm.writeProperties = async (...of) => {
      const outcomes = await write(...of);
      if (isLost) throw new CrmError('Cannot write: no answer came', { failure: 'timeout' });
      return outcomes;
    };
    expect(await world.run('refresh')).toEqual({ kind: 'later', afterMs: 10_000 });
    isLost = false;
    world.clock.at += 10_000;
    crm.calls.length = 0;
    expect(await world.run('refresh', 2)).toEqual({ kind: 'idle' });
    expect(crm.calls).toEqual(['readContacts']);
    expect(crm.writes.length).toBe(1);
    crm.add(activity('emails', '11', ['1']), activity('emails', '12', ['1']));
    await world.store.dirtyRecords.mark(portal, [
      { type: 'emails', id: '11' },
      { type: 'emails', id: '12' },
    ]);
    await world.run('refresh');
    expect(crm.writes.map(({ values }) => values['rapport_stage_movement'])).toEqual(['first', 'forward']);
  });

  test('one bad input in a batch is parked alone', async () => {
    const world = await installedWorld();
    const ids = Array.from({ length: 9 }, (_, place) => String(place + 1));
    world.crm.add(...ids.map((id) => contact(id)));
    world.crm.poisoned.add('5');
    await world.store.dirtyRecords.mark(
      portal,
      ids.map((id) => ({ type: 'contacts', id })),
    );
    await world.run('refresh');
    expect(world.crm.writes.map((write) => write.contactId).sort()).toEqual(ids.filter((id) => id !== '5'));
    expect(await world.store.parking.list(portal)).toMatchObject([
      { subject: 'contacts:5', reason: 'invalid-input' },
    ]);
    expect(await world.store.dirtyRecords.count(portal)).toBe(0);
  });

  test('one bad input among many activities costs few calls, and is parked alone', async () => {
    const world = await installedWorld();
    const ids = Array.from({ length: 300 }, (_, place) => String(place + 1));
    world.crm.add(contact('1'), ...ids.map((id) => activity('emails', id, ['1'])));
    world.crm.poisoned.add('150');
    await world.store.dirtyRecords.mark(
      portal,
      ids.map((id) => ({ type: 'emails', id })),
    );
    await world.run('refresh');
    expect(await world.store.parking.list(portal)).toMatchObject([{ subject: 'emails:150' }]);
    expect(await world.store.dirtyRecords.count(portal)).toBe(0);
    // All at once, three hundreds, and the bad one halved seven times.
    expect(world.crm.count('readActivities')).toBeLessThanOrEqual(4 + 2 * 7);
  });

  test('a refused update is parked, and cleared once it is written', async () => {
    const world = await withMail(await installedWorld());
    world.crm.refused.add('1');
    await world.run('refresh');
    expect(await world.store.parking.list(portal)).toMatchObject([
      { subject: 'contacts:1', reason: 'validation' },
    ]);
    world.crm.refused.clear();
    await world.store.dirtyContacts.mark(portal, ['1']);
    await world.run('refresh');
    expect(await world.store.parking.list(portal)).toEqual([]);
    expect(world.crm.writes.length).toBe(1);
  });

  test('a contact on which the engine fails is parked and told; its neighbours are written', async () => {
    const counting = countingInfer();
    const world = await withMail(
      await installedWorld({
        infer: (context) => (stored, now) => {
          if (stored.id === '2') throw new RangeError('bug');
          return counting(context)(stored, now);
        },
      }),
    );
    world.crm.add(contact('2'));
    await world.store.dirtyRecords.mark(portal, [{ type: 'contacts', id: '2' }]);
    await world.run('refresh');
    expect(world.crm.writes.map((write) => write.contactId)).toEqual(['1']);
    expect(await world.store.parking.list(portal)).toMatchObject([{ subject: 'contacts:2' }]);
    expect(world.reported).toEqual([new RangeError('bug')]);
    expect(await world.store.dirtyContacts.count(portal)).toBe(0);
  });

  test('a right taken back stops one type and no other', async () => {
    const world = await withMail(await installedWorld());
    world.crm.fail('readActivities', 'missing-scope');
    expect(await world.run('refresh')).toEqual({ kind: 'idle' });
    expect(world.crm.writes.map((write) => write.contactId)).toEqual(['1']);
    expect(await world.store.parking.list(portal)).toMatchObject([{ subject: 'records:emails' }]);
  });

  test('a deleted property of ours is created again and then written', async () => {
    const world = await withMail(await installedWorld());
    world.crm.fail('writeProperties', 'property-missing');
    expect(await world.run('refresh')).toEqual({ kind: 'again' });
    expect(await world.run('refresh')).toEqual({ kind: 'idle' });
    expect([world.crm.count('provision'), world.crm.writes.length]).toEqual([1, 1]);
  });

  test('what an admin switches while properties are created again stays switched', async () => {
    const world = await withMail(await installedWorld());
    const { installations } = world.store;
    world.crm.fail('writeProperties', 'property-missing');
    const provision = async () => {
      const now = await installations.find(portal);
      if (now !== null) await installations.save({ ...now, live: false, state: 'uninstalled' });
      return { created: ['rapport_stage'], present: [], missing: [] };
    };
    await createWork({ ...world.deps, crm: Object.assign(world.crm, { provision }) }).refresh(
      portal,
      1,
      new AbortController().signal,
    );
    expect(await installations.find(portal)).toMatchObject({
      live: false,
      state: 'uninstalled',
      provision: { created: ['rapport_stage'] },
    });
  });

  test('what a dead worker had claimed is worked on by whoever takes over, not after its lease', async () => {
    const world = await withMail(await installedWorld());
    await world.store.dirtyRecords.claim(portal, 9, 600_000);
    expect(await world.run('refresh')).toEqual({ kind: 'idle' });
    expect(world.crm.writes).toEqual([]);
    await world.work.refresh(portal, 1, new AbortController().signal, true);
    expect(world.crm.writes.map((write) => write.contactId)).toEqual(['1']);
  });

  test('whoever takes over from a worker that died at the end of the first reading wakes the assessing', async () => {
    const world = await installedWorld();
    await world.run('backfill');
    expect(world.woken).toEqual([]);
    await world.work.backfill(portal, 1, new AbortController().signal, true);
    expect(world.woken).toContainEqual({ kind: 'refresh', portal });
  });

  test('deliveries that a dead worker had taken are taken apart by whoever takes over', async () => {
    const world = await installedWorld();
    await world.store.deliveries.keep('[]', 1);
    await world.store.deliveries.take(9, 60_000);
    await world.run('deliveries');
    expect(await world.store.deliveries.count()).toBe(1);
    await world.work.deliveries(0, 1, new AbortController().signal, true);
    expect(await world.store.deliveries.count()).toBe(0);
  });

  test('a removed app is never called again', async () => {
    const world = await withMail(await installedWorld());
    world.crm.fail('readContacts', 'installation-gone');
    await world.run('refresh');
    expect((await world.store.installations.find(portal))?.state).toBe('uninstalled');
    const { length } = world.crm.calls;
    for (const kind of ['refresh', 'backfill'] as const)
      expect(await world.run(kind)).toEqual({ kind: 'idle' });
    expect(world.crm.calls.length).toBe(length);
  });
});

/** A portal whose contact was written, and then a model that says another stage of it. */
async function underAnotherModel(): Promise<WorkWorld> {
  const world = await withMail(await installedWorld({}, { appEvents: true }));
  await world.run('refresh');
  const infer = countingInfer({ modelVersion: 'm2' });
  const shifted: typeof infer = (context) => (stored, now) => {
    const inferred = infer(context)(stored, now);
    return { ...inferred, values: { ...inferred.values, rapport_stage: 'bonding' } };
  };
  const after = await installedWorld({ infer: shifted }, { appEvents: true }, world);
  after.crm.add(...world.crm.contacts.values());
  return after;
}

describe('a change that is ours and not of the relationship', () => {
  test('a new model recalibrates without an event', async () => {
    const after = await underAnotherModel();
    await after.store.dirtyContacts.mark(portal, ['1']);
    await after.run('refresh');
    expect(after.crm.writes.at(-1)?.values).toMatchObject({
      rapport_stage: 'bonding',
      rapport_stage_movement: 'recalibrated',
    });
    expect(after.crm.count('sendEvents')).toBe(0);
    await after.store.dirtyContacts.mark(portal, ['1']);
    await after.run('refresh');
    expect(after.crm.writes.length).toBe(1);
  });

  test('a model adopted while the portal was not live is told as a recalibration once it is', async () => {
    const after = await underAnotherModel();
    const { installations, dirtyContacts } = after.store;
    const live = async (isLive: boolean) => {
      const of = await installations.find(portal);
      if (of !== null) await installations.save({ ...of, live: isLive });
      await dirtyContacts.mark(portal, ['1']);
      await after.run('refresh');
    };
    await live(false);
    expect(after.crm.writes.flatMap(({ values }) => Object.keys(values))).not.toContain('rapport_stage');
    await live(true);
    expect(after.crm.writes.at(-1)?.values).toMatchObject({ rapport_stage_movement: 'recalibrated' });
    expect(after.crm.count('sendEvents')).toBe(0);
  });
});
