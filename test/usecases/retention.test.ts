import { describe, expect, test } from 'vitest';
import { inferIn } from '../../src/infer.ts';
import type { Signal } from '../../src/relationship/signal/signal.ts';
import { defaultChoices } from '../../src/usecases/choices.ts';
import { storeWorlds } from '../support/store-world.ts';
import { activity, contact, message } from '../support/timeline-builders.ts';
import { installedWorld, portal } from '../support/work-world.ts';

const dayMs = 86_400_000;
const now = Date.UTC(2026, 0, 5);
const daysAgo = (days: number) => now - days * dayMs;

describe.each(storeWorlds)('%s', (_name, open) => {
  test('retention takes what is older, save the first of each kind and side and what holds until told otherwise', async () => {
    await using world = await open();
    const { timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1'), contact('2')]);
    const optOut: Signal = {
      ...{ id: 'o', source: 'notes:4', at: daysAgo(600), by: 'customer', channel: 'email' },
      kind: 'opt_out',
      facts: { scope: 'global' },
    };
    await timeline.saveActivities(portal, [
      activity('emails', '1', ['1', '2'], { signals: [message('emails:1', daysAgo(900))] }),
      activity('emails', '2', ['1'], { signals: [message('emails:2', daysAgo(700))] }),
      activity('emails', '3', ['1'], { signals: [message('emails:3', daysAgo(20))] }),
      activity('notes', '4', ['1'], { signals: [{ ...optOut, id: 'first', at: daysAgo(800) }, optOut] }),
    ]);
    expect(await timeline.prune(portal, ['1', '2'], daysAgo(365))).toEqual(['1']);
    const kept = (await timeline.load(portal, ['1', '2'])).map(({ signals }) => signals.map(({ id }) => id));
    expect(kept).toEqual([['emails:1', 'first', 'o', 'emails:3'], ['emails:1']]);
    expect(await timeline.prune(portal, ['1', '2'], daysAgo(365))).toEqual([]);
  });
});

/** A customer who wrote every fortnight for two years, and whose portal keeps one. */
async function keptForAYear() {
  const world = await installedWorld({ infer: inferIn });
  world.clock.at = now;
  const mails = Array.from({ length: 52 }, (_, place) => {
    const id = String(100 + place);
    return activity('emails', id, ['1'], { signals: [message(`emails:${id}`, daysAgo(3 + 14 * place))] });
  });
  world.crm.add(contact('1'), ...mails);
  await world.store.dirtyRecords.mark(
    portal,
    [{ type: 'contacts', id: '1' } as const].concat(mails.map(({ id }) => ({ type: 'emails', id }) as never)),
  );
  await world.run('refresh');
  await world.store.choices.add(portal, {
    ...{ revision: 1, at: now, by: { userId: 1, email: null }, note: '', backTo: null },
    choices: { ...defaultChoices, retentionDays: 365 },
  });
  const signals = async () => (await world.store.timeline.load(portal, ['1']))[0]?.signals ?? [];
  return { world, signals };
}

describe('a portal that keeps signals for a year', () => {
  test('loses older ones by the nightly job, and what that moves is told as recalibrated, without an event', async () => {
    const { world, signals } = await keptForAYear();
    await world.store.installations.save({
      ...((await world.store.installations.find(portal)) ?? expect.fail()),
      appEvents: true,
    });
    const before = world.crm.contacts.get('1')?.published;
    expect((await signals()).length).toBe(52);
    await world.run('retention');
    expect((await signals()).length).toBe(27);
    expect(world.woken.map(({ kind }) => kind)).toContain('refresh');
    await world.run('refresh');
    const after = world.crm.contacts.get('1')?.published;
    // The first mail is the first encounter still.
    expect(after?.['rapport_first_encounter_at']).toBe(before?.['rapport_first_encounter_at']);
    if (after?.['rapport_stage'] !== before?.['rapport_stage'])
      expect(after?.['rapport_stage_movement']).toBe('recalibrated');
    expect(world.crm.events).toEqual([]);
  });

  test('does not take an old activity in again that somebody edits', async () => {
    const { world, signals } = await keptForAYear();
    await world.run('retention');
    const kept = await signals();
    await world.store.dirtyRecords.mark(portal, [{ type: 'emails', id: '140' }]);
    await world.run('refresh');
    expect(await signals()).toEqual(kept);
  });

  test('keeps everything while no retention was chosen', async () => {
    const { world, signals } = await keptForAYear();
    await world.store.choices.add(portal, {
      ...{ revision: 2, at: now, by: { userId: 1, email: null }, note: '', backTo: null },
      choices: defaultChoices,
    });
    await world.run('retention');
    expect((await signals()).length).toBe(52);
  });
});
