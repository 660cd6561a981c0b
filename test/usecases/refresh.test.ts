import { describe, expect, test } from 'vitest';
import { activity, contact, countingInfer, dealSignal } from '../support/timeline-builders.ts';
import { installedWorld, portal, type WorkWorld, withMail } from '../support/work-world.ts';

describe('from a mark to the property', () => {
  test('a marked record is read, its contact assessed and written, in one call each', async () => {
    const world = await withMail(await installedWorld());
    expect(await world.run('refresh')).toEqual({ kind: 'idle' });
    expect(world.crm.writes).toEqual([
      {
        contactId: '1',
        values: {
          rapport_stage: 'experimenting',
          rapport_stage_movement: 'first',
          rapport_stage_changed_at: new Date(1).toISOString(),
          rapport_vitality: '10',
          rapport_assessed_at: new Date(world.clock.at).toISOString(),
        },
      },
    ]);
    expect(world.crm.calls).toEqual(['readContacts', 'readActivities', 'writeProperties']);
    expect(await world.store.dirtyRecords.count(portal)).toBe(0);
    expect(await world.store.dirtyContacts.count(portal)).toBe(0);
  });

  test('doing it twice does no more than doing it once', async () => {
    const world = await withMail(await installedWorld());
    await world.run('refresh');
    await world.store.dirtyRecords.mark(portal, [
      { type: 'emails', id: '10' },
      { type: 'contacts', id: '1' },
    ]);
    await world.run('refresh');
    expect(world.crm.writes.length).toBe(1);
    expect(world.crm.count('readActivities')).toBe(2);
  });

  test('an activity that is gone takes its signals along, and a contact that is gone everything', async () => {
    const world = await withMail(await installedWorld());
    await world.run('refresh');
    world.crm.activities.clear();
    await world.store.dirtyRecords.mark(portal, [{ type: 'emails', id: '10' }]);
    await world.run('refresh');
    expect(world.crm.writes.at(-1)?.values).toMatchObject({ rapport_stage: 'initiating' });
    world.crm.contacts.clear();
    await world.store.dirtyRecords.mark(portal, [{ type: 'contacts', id: '1' }]);
    await world.run('refresh');
    expect(await world.store.timeline.knows(portal, '1')).toBe(false);
  });

  test('a contact that is gone when we write is dropped', async () => {
    const world = await withMail(await installedWorld());
    await world.store.timeline.saveContacts(portal, [contact('2')]);
    await world.store.dirtyContacts.mark(portal, ['2']);
    await world.run('refresh');
    expect(await world.store.timeline.knows(portal, '2')).toBe(false);
    expect(await world.store.timeline.knows(portal, '1')).toBe(true);
  });

  test('a stage that was written before a crash is the first one, and the next is not', async () => {
    let isDying = true;
    const base = await installedWorld();
    const world = await installedWorld(
      {
        atomically: async (of, run) => {
          if (isDying && base.crm.writes.length > 0) throw new Error('the process dies after its write');
          return base.store.atomically(of, run);
        },
        crm: base.crm,
      },
      {},
      { store: base.store, clock: base.clock },
    );
    base.crm.add(contact('1'), activity('emails', '10', ['1']));
    await base.store.dirtyRecords.mark(portal, [
      { type: 'contacts', id: '1' },
      { type: 'emails', id: '10' },
    ]);
    await expect(world.run('refresh')).rejects.toThrow('dies');
    isDying = false;
    world.clock.at += 60 * 60_000;
    base.crm.add(activity('emails', '11', ['1']), activity('emails', '12', ['1']));
    await base.store.dirtyRecords.mark(portal, [
      { type: 'emails', id: '11' },
      { type: 'emails', id: '12' },
    ]);
    await world.run('refresh');
    expect(
      base.crm.writes.map(({ values }) => [values['rapport_stage'], values['rapport_stage_movement']]),
    ).toEqual([
      ['experimenting', 'first'],
      ['intensifying', 'forward'],
    ]);
  });

  test('a touch marks the colleagues on the deal', async () => {
    const world = await installedWorld();
    world.crm.add(contact('1'), contact('2'));
    world.crm.add(activity('deals', '5', ['1', '2'], { signals: [dealSignal('5', 3)] }));
    world.crm.add(activity('emails', '10', ['2']));
    await world.store.timeline.saveContacts(portal, [...world.crm.contacts.values()]);
    await world.store.timeline.saveActivities(portal, [...world.crm.activities.values()].slice(0, 1));
    const assessed: string[] = [];
    const counting = countingInfer();
    const infer: typeof counting = (context) => (stored, now) => {
      assessed.push(stored.id);
      return counting(context)(stored, now);
    };
    const watched = await installedWorld({ infer }, {}, { store: world.store, clock: world.clock });
    watched.crm.add(...world.crm.contacts.values(), ...world.crm.activities.values());
    await watched.store.dirtyRecords.mark(portal, [{ type: 'emails', id: '10' }]);
    await watched.run('refresh');
    expect(assessed.sort()).toEqual(['1', '2']);
  });

  test('records of a type we may not read are let go without a call', async () => {
    const world = await withMail(await installedWorld({ readable: () => [] }));
    await world.run('refresh');
    expect(world.crm.count('readActivities')).toBe(0);
    expect(await world.store.dirtyRecords.count(portal)).toBe(0);
  });

  test('nothing is assessed while the portal is still being read', async () => {
    const world = await withMail(await installedWorld());
    await world.store.backfills.start(portal, ['contacts'], 0, null);
    await world.run('refresh');
    expect(world.crm.writes).toEqual([]);
    expect(await world.store.dirtyContacts.count(portal)).toBe(1);
  });
});

describe('privacy and quota', () => {
  test('an objection blanks the properties, and taking it back reads the timeline again', async () => {
    const world = await withMail(await installedWorld());
    await world.run('refresh');
    const { published } = world.crm.contacts.get('1') ?? contact('1');
    world.crm.add(contact('1', { objection: true, modifiedAt: 2, published }));
    await world.store.dirtyRecords.mark(portal, [{ type: 'contacts', id: '1' }]);
    await world.run('refresh');
    expect(world.crm.writes.at(-1)?.values).toEqual({
      rapport_stage: 'not_assessed',
      rapport_stage_movement: '',
      rapport_stage_changed_at: '',
      rapport_vitality: '',
      rapport_assessed_at: '',
    });
    const blank = world.crm.contacts.get('1')?.published ?? {};
    world.crm.add(contact('1', { modifiedAt: 3, published: blank }));
    await world.store.dirtyRecords.mark(portal, [{ type: 'contacts', id: '1' }]);
    await world.run('refresh');
    expect(world.crm.writes.at(-1)?.values).toMatchObject({
      rapport_stage: 'experimenting',
      rapport_stage_movement: 'first',
    });
  });

  test('properties that the portal has no room for are not written', async () => {
    const missing = [{ name: 'rapport_vitality', reason: 'quota' as const }];
    const world = await withMail(
      await installedWorld({}, { provision: { created: [], present: [], missing } }),
    );
    await world.run('refresh');
    expect(Object.keys(world.crm.writes[0]?.values ?? {})).not.toContain('rapport_vitality');
    expect(world.crm.writes[0]?.values).toMatchObject({ rapport_stage: 'experimenting' });
  });
});

describe('app events', () => {
  async function moved(of: Parameters<typeof installedWorld>[1]): Promise<WorkWorld> {
    const world = await withMail(await installedWorld({}, of));
    await world.run('refresh');
    world.crm.add(activity('emails', '11', ['1']), activity('emails', '12', ['1']));
    await world.store.dirtyRecords.mark(portal, [
      { type: 'emails', id: '11' },
      { type: 'emails', id: '12' },
    ]);
    await world.run('refresh');
    expect(world.crm.writes.at(-1)?.values).toMatchObject({ rapport_stage: 'intensifying' });
    return world;
  }

  test('none are sent until an admin turns them on', async () => {
    expect((await moved({})).crm.count('sendEvents')).toBe(0);
  });

  test('a stage change is one, the first write is none', async () => {
    const world = await moved({ appEvents: true });
    expect(world.crm.events).toEqual([
      {
        type: 'stage_changed',
        id: '7-1-3-intensifying',
        contactId: '1',
        at: 3,
        values: { stage: 'intensifying', previous: '', flight: 'coming_together', movement: 'forward' },
      },
    ]);
  });

  test('a refused event does not hold the properties back', async () => {
    const world = await withMail(await installedWorld({}, { appEvents: true }));
    await world.run('refresh');
    world.crm.fail('sendEvents', 'missing-scope');
    world.crm.add(activity('emails', '11', ['1']), activity('emails', '12', ['1']));
    await world.store.dirtyRecords.mark(portal, [{ type: 'history', id: '1' }]);
    await world.run('refresh');
    expect(world.crm.writes.at(-1)?.values).toMatchObject({ rapport_stage: 'intensifying' });
    expect(await world.store.parking.list(portal)).toMatchObject([{ subject: 'app-events' }]);
  });
});
