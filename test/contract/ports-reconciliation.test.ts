/** What the reconciliation needs of a store, on the fake and on the real one. */
import { describe, expect, test } from 'vitest';
import { storeWorlds } from '../support/store-world.ts';
import { activity, contact, message } from '../support/timeline-builders.ts';

const portal = 7;

describe.each(storeWorlds)('the reconciliation in the store, as %s', (_name, open) => {
  test('a round goes on where it stood, each portal for itself', async () => {
    await using world = await open();
    const { rounds } = world.store;
    expect(await rounds.of(portal)).toEqual([]);
    await rounds.save(portal, { round: 'emails', since: 5, startedAt: 9, after: '77' });
    await rounds.save(portal, { round: 'contacts', since: 6, startedAt: null, after: null });
    await rounds.save(8, { round: 'emails', since: 1, startedAt: null, after: null });
    await rounds.save(portal, { round: 'emails', since: 7, startedAt: null, after: null });
    expect(await rounds.of(portal)).toEqual([
      { round: 'contacts', since: 6, startedAt: null, after: null },
      { round: 'emails', since: 7, startedAt: null, after: null },
    ]);
  });

  test('what is stored is as old as it was read, and what is not stored has no age', async () => {
    await using world = await open();
    const { timeline, storedRecords } = world.store;
    await timeline.saveContacts(portal, [contact('1', { modifiedAt: 5 })]);
    await timeline.saveActivities(portal, [
      activity('emails', '10', ['1'], {
        modifiedAt: 7,
        signals: [message('emails:10', 1, 'a'), message('emails:10', 2, 'b')],
      }),
      activity('calls', '10', ['1'], { modifiedAt: 9 }),
    ]);
    expect(await storedRecords.modifiedAt(portal, 'contacts', ['1', '2'])).toEqual(new Map([['1', 5]]));
    expect(await storedRecords.modifiedAt(portal, 'emails', ['10', '11'])).toEqual(new Map([['10', 7]]));
    expect(await storedRecords.modifiedAt(8, 'emails', ['10'])).toEqual(new Map());
  });

  test('slices go through all contacts, each once', async () => {
    await using world = await open();
    const { timeline, storedRecords } = world.store;
    await timeline.saveContacts(portal, [contact('1'), contact('2'), contact('3')]);
    expect(await storedRecords.slice(portal, null, 2)).toEqual(['1', '2']);
    expect(await storedRecords.slice(portal, '2', 2)).toEqual(['3']);
  });

  test('properties are unpublished of those who had them, so many at a time', async () => {
    await using world = await open();
    const { timeline, storedRecords } = world.store;
    const published = { rapport_stage: 'bonding', rapport_vitality: '80' };
    await timeline.saveContacts(portal, [
      contact('1', { published }),
      contact('2', { published }),
      contact('3', { published: { rapport_stage: 'bonding' } }),
    ]);
    const names = ['rapport_vitality', 'rapport_epoch'];
    expect(await storedRecords.unpublish(portal, names, 1)).toEqual(['1']);
    expect(await storedRecords.unpublish(portal, names, 1)).toEqual(['2']);
    expect(await storedRecords.unpublish(portal, names, 1)).toEqual([]);
    const stands = (await timeline.load(portal, ['1', '2', '3'])).map((stored) => stored.published);
    expect(stands).toEqual(Array.from({ length: 3 }, () => ({ rapport_stage: 'bonding' })));
  });
});
