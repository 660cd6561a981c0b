/** The log of corrections: the same on the fake of the use case tests and on the real store. */
import { describe, expect, test } from 'vitest';
import type { Correction, CorrectionSays } from '../../src/usecases/corrections.ts';
import { storeWorlds } from '../support/store-world.ts';
import { contact, installation } from '../support/timeline-builders.ts';

const portal = 7;
const by = { userId: 5, email: 'rep@us.example' };
const override: CorrectionSays = { kind: 'override', stage: 'bonding', reason: 'signed', until: 99 };
const feedback = (about: string): CorrectionSays => ({
  kind: 'feedback',
  about,
  reason: 'no',
  shown: 'stagnating',
  inputsHash: 'h',
  modelVersion: 'm',
});

function correction(id: string, of: Partial<Correction> = {}): Correction {
  return { id, contactId: '1', at: 10, by, says: override, undone: null, ...of };
}

describe.each(storeWorlds)('the log of corrections, as %s', (_name, open) => {
  test('of two with the same id one is kept, and an id cannot be taken for another contact or thing', async () => {
    await using world = await open();
    const { corrections, timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1')]);
    const twice = await Promise.all([
      corrections.add(portal, correction('a')),
      corrections.add(portal, correction('a', { at: 11 })),
    ]);
    expect(twice.sort()).toEqual(['added', 'there']);
    expect(await corrections.add(portal, correction('a', { contactId: '2' }))).toBe('taken');
    expect(await corrections.add(portal, correction('a', { says: feedback('stage') }))).toBe('taken');
    expect(await corrections.of(portal, '1')).toHaveLength(1);
  });

  test('an override reaches the contact, and a newer one replaces it for good', async () => {
    await using world = await open();
    const { corrections, timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1')]);
    await corrections.add(portal, correction('a'));
    await corrections.add(portal, correction('b', { at: 12, says: { ...override, stage: 'avoiding' } }));
    const overrideNow = async () => (await timeline.load(portal, ['1']))[0]?.facts.override ?? null;
    expect(await overrideNow()).toEqual({
      id: 'b',
      stage: 'avoiding',
      reason: 'signed',
      until: 99,
      at: 12,
      by: by.email,
    });
    await corrections.undo(portal, 'b', 13, by);
    expect(await overrideNow()).toBeNull();
  });

  test('undoing twice keeps who undid it first', async () => {
    await using world = await open();
    const { corrections } = world.store;
    await corrections.add(portal, correction('a'));
    await corrections.undo(portal, 'a', 11, by);
    await corrections.undo(portal, 'a', 12, { userId: 6, email: null });
    expect((await corrections.find(portal, 'a'))?.undone).toEqual({ at: 11, by });
  });

  test('disagreements are counted by answer since a day, undone ones left out', async () => {
    await using world = await open();
    const { corrections } = world.store;
    for (const [id, about, at] of [
      ['a', 'stage', 5],
      ['b', 'stage', 10],
      ['c', 'stage', 11],
      ['d', 'guardrail', 11],
      ['e', 'guardrail', 12],
      ['f', 'guardrail', 13],
    ] as const) {
      await corrections.add(portal, correction(id, { at, says: feedback(about) }));
    }
    await corrections.undo(portal, 'f', 14, by);
    await corrections.undo(portal, 'e', 14, by);
    expect(await corrections.disagreements(portal, 10)).toEqual([
      { about: 'stage', shown: 'stagnating', count: 2 },
      { about: 'guardrail', shown: 'stagnating', count: 1 },
    ]);
  });

  test('no other portal sees them', async () => {
    await using world = await open();
    const { corrections } = world.store;
    await corrections.add(portal, correction('a'));
    expect(await corrections.find(8, 'a')).toBeNull();
    expect(await corrections.of(8, '1')).toEqual([]);
    await corrections.undo(8, 'a', 11, by);
    expect((await corrections.find(portal, 'a'))?.undone).toBeNull();
  });

  test('an objection, an erasure and the end of the installation leave nothing of them', async () => {
    await using world = await open();
    const { corrections, timeline, installations } = world.store;
    await installations.save(installation(portal));
    await timeline.saveContacts(portal, [contact('1'), contact('2'), contact('3')]);
    for (const id of ['1', '2', '3']) await corrections.add(portal, correction(`c${id}`, { contactId: id }));
    await timeline.saveContacts(portal, [contact('1', { modifiedAt: 2, objection: true })]);
    expect(await corrections.of(portal, '1')).toEqual([]);
    await timeline.forget(portal, ['2']);
    expect(await corrections.of(portal, '2')).toEqual([]);
    expect(await corrections.of(portal, '3')).toHaveLength(1);
    await installations.erase(portal);
    expect(await corrections.of(portal, '3')).toEqual([]);
  });
});
