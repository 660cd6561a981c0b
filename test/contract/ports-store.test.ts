/** What every store must do: run on the fake of the use case tests and on the real one, so that the fake stays honest. */
import { describe, expect, test } from 'vitest';
import { storeWorlds } from '../support/store-world.ts';
import { activity, assessment, contact, dealSignal, message } from '../support/timeline-builders.ts';

const none: readonly string[] = [];
const portal = 7;

describe.each(storeWorlds)('the store, as %s', (_name, open) => {
  test('an activity speaks to every contact it is about, in order of time', async () => {
    await using world = await open();
    const { timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1'), contact('2')]);
    const later = activity('emails', '10', ['1', '2'], { signals: [message('emails:10', 20)] });
    const earlier = activity('calls', '11', ['1'], { signals: [message('calls:11', 10)] });
    expect([...(await timeline.saveActivities(portal, [later, earlier]))].sort()).toEqual(['1', '2']);
    const [first, second] = await timeline.load(portal, ['1', '2', '3']);
    expect(first?.signals).toEqual([message('calls:11', 10), message('emails:10', 20)]);
    expect(second?.signals).toEqual([message('emails:10', 20)]);
  });

  test('reading the same again changes nobody', async () => {
    await using world = await open();
    const { timeline } = world.store;
    const signal = {
      ...message('deals:1', 5),
      kind: 'deal_opened',
      facts: { dealId: '1', project: true },
    } as const;
    const read = activity('deals', '1', ['1'], { signals: [signal] });
    expect(await timeline.saveContacts(portal, [contact('1')])).toEqual({ changed: ['1'], resumed: none });
    expect(await timeline.saveActivities(portal, [read])).toEqual(['1']);
    expect(await timeline.saveContacts(portal, [contact('1')])).toEqual({ changed: none, resumed: none });
    expect(await timeline.saveActivities(portal, [read])).toEqual(none);
  });

  test('an activity that moves to another contact changes both, and one that says less takes its words back', async () => {
    await using world = await open();
    const { timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1'), contact('2')]);
    const two = [message('emails:10', 5, 'x'), message('emails:10', 6, 'y')];
    await timeline.saveActivities(portal, [activity('emails', '10', ['1'], { signals: two })]);
    const moved = activity('emails', '10', ['2'], { modifiedAt: 2, signals: two.slice(0, 1) });
    expect([...(await timeline.saveActivities(portal, [moved]))].sort()).toEqual(['1', '2']);
    const [first, second] = await timeline.load(portal, ['1', '2']);
    expect([first?.signals.length, second?.signals.length]).toEqual([0, 1]);
  });

  test('an older reading never replaces a newer one', async () => {
    await using world = await open();
    const { timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1', { modifiedAt: 9, label: 'New' })]);
    await timeline.saveActivities(portal, [activity('emails', '10', ['1'], { modifiedAt: 9 })]);
    await timeline.saveContacts(portal, [contact('1', { modifiedAt: 8, label: 'Old' })]);
    const stale = activity('emails', '10', ['1'], { modifiedAt: 8, signals: [message('emails:10', 99)] });
    expect(await timeline.saveActivities(portal, [stale])).toEqual(none);
    const [stored] = await timeline.load(portal, ['1']);
    expect([stored?.label, stored?.signals[0]?.at]).toEqual(['New', 10]);
  });

  test('a record read twice in one go counts once, as last read', async () => {
    await using world = await open();
    const { timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1')]);
    const again = activity('emails', '10', ['1'], { signals: [message('emails:10', 11)] });
    await timeline.saveActivities(portal, [activity('emails', '10', ['1']), again]);
    const [stored] = await timeline.load(portal, ['1']);
    expect(stored?.signals).toEqual([message('emails:10', 11)]);
  });

  test('a dropped activity names whom it was about; a dropped contact is unknown', async () => {
    await using world = await open();
    const { timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1')]);
    await timeline.saveActivities(portal, [activity('emails', '10', ['1'])]);
    expect(await timeline.dropActivities(portal, [{ type: 'emails', id: '10' }])).toEqual(['1']);
    expect(await timeline.dropActivities(portal, [{ type: 'emails', id: '10' }])).toEqual(none);
    await timeline.dropContacts(portal, ['1']);
    expect(await timeline.knows(portal, '1')).toBe(false);
    expect(await timeline.load(portal, ['1'])).toEqual([]);
  });

  test('an objection deletes the signals, keeps new ones out, and is told when it is taken back', async () => {
    await using world = await open();
    const { timeline } = world.store;
    const own = [message('contacts:1', 3)];
    await timeline.saveContacts(portal, [contact('1', { signals: own }), contact('2')]);
    await timeline.saveActivities(portal, [activity('emails', '10', ['1', '2'])]);
    const objecting = contact('1', { objection: true, modifiedAt: 2, signals: own });
    expect((await timeline.saveContacts(portal, [objecting])).changed).toEqual(['1']);
    await timeline.saveActivities(portal, [activity('emails', '11', ['1', '2'])]);
    const [first, second] = await timeline.load(portal, ['1', '2']);
    expect([first?.facts.objection, first?.signals.length, second?.signals.length]).toEqual([true, 0, 2]);
    const resumed = await timeline.saveContacts(portal, [contact('1', { modifiedAt: 3, signals: own })]);
    expect(resumed).toEqual({ changed: ['1'], resumed: ['1'] });
  });

  test('an objection is dated by the change that brought it, unless it stood before we first read', async () => {
    await using world = await open();
    const { timeline } = world.store;
    const since = async () => (await timeline.load(portal, ['1', '2'])).map((of) => of.objectionSince);
    await timeline.saveContacts(portal, [contact('1'), contact('2', { objection: true, modifiedAt: 5 })]);
    expect(await since()).toEqual([null, null]);
    await timeline.saveContacts(portal, [contact('1', { objection: true, modifiedAt: 6 })]);
    await timeline.saveContacts(portal, [contact('1', { objection: true, modifiedAt: 8, label: 'New' })]);
    expect(await since()).toEqual([6, null]);
    await timeline.saveContacts(portal, [contact('1', { modifiedAt: 9 })]);
    await timeline.saveContacts(portal, [contact('2', { objection: true, modifiedAt: 9 })]);
    expect(await since()).toEqual([null, null]);
  });

  test('a forgotten contact leaves nothing and never comes back, its neighbours stay', async () => {
    await using world = await open();
    const { timeline, assessments, dirtyContacts, dirtyRecords, parking } = world.store;
    await timeline.saveContacts(portal, [contact('1'), contact('2')]);
    await timeline.saveActivities(portal, [activity('emails', '10', ['1', '2'])]);
    await assessments.save(portal, [{ contactId: '1', assessment: assessment(), writing: false }]);
    await dirtyContacts.mark(portal, ['1']);
    await dirtyRecords.mark(portal, [{ type: 'contacts', id: '1' }]);
    await parking.park(portal, { subject: 'contacts:1', reason: 'x', at: 1 });
    await timeline.forget(portal, ['1']);
    await timeline.saveContacts(portal, [contact('1', { modifiedAt: 99 })]);
    await timeline.saveActivities(portal, [activity('emails', '11', ['1', '2'])]);
    // Somebody had loaded it before and ends its assessment only now.
    await assessments.save(portal, [
      { contactId: '1', assessment: assessment({ dueAt: 5 }), writing: false },
    ]);
    expect(await assessments.markDue(9, 9)).toEqual(new Map());
    expect(await timeline.knows(portal, '1')).toBe(false);
    expect(await timeline.activitiesOf(portal, ['1'])).toEqual([]);
    expect(await assessments.card(portal, '1')).toBeNull();
    expect(await dirtyContacts.count(portal)).toBe(0);
    expect(await dirtyRecords.count(portal)).toBe(0);
    expect(await parking.list(portal)).toEqual([]);
    const [neighbour] = await timeline.load(portal, ['2']);
    expect(neighbour?.signals.length).toBe(2);
  });

  test('colleagues are those who share a deal, and their touches are known', async () => {
    await using world = await open();
    const { timeline } = world.store;
    await timeline.saveContacts(portal, [contact('1'), contact('2'), contact('3')]);
    await timeline.saveActivities(portal, [
      activity('deals', '5', ['1', '2'], { signals: [dealSignal('5', 3)] }),
      activity('emails', '10', ['2'], { signals: [message('emails:10', 8)] }),
      activity('emails', '11', ['3'], { signals: [message('emails:11', 9)] }),
    ]);
    expect(await timeline.colleagues(portal, ['2'])).toEqual(['1']);
    expect(await timeline.activitiesOf(portal, ['2', '3'])).toEqual([
      { type: 'deals', id: '5' },
      { type: 'emails', id: '10' },
      { type: 'emails', id: '11' },
    ]);
    const [first, , third] = await timeline.load(portal, ['1', '2', '3']);
    expect(first?.facts.colleagueTouches).toEqual([{ at: 8, dealId: '5' }]);
    expect(third?.facts.colleagueTouches).toEqual([]);
  });

  test('what is published is what was read, then what was written', async () => {
    await using world = await open();
    const { timeline, assessments } = world.store;
    await timeline.saveContacts(portal, [
      contact('1', { published: { rapport_stage: 'bonding', rapport_epoch: '1' } }),
    ]);
    const told = { contactId: '1', assessment: assessment() };
    const isUnsettled = async () => (await timeline.load(portal, ['1']))[0]?.unsettled;
    await assessments.save(portal, [{ ...told, writing: false }]);
    expect(await isUnsettled()).toBe(false);
    await assessments.save(portal, [{ ...told, writing: true }]);
    expect(await isUnsettled()).toBe(true);
    // Nobody knows yet whether the write before this one went through.
    await assessments.save(portal, [{ ...told, writing: false }]);
    const [halfway] = await timeline.load(portal, ['1']);
    expect(halfway?.unsettled).toBe(true);
    expect(halfway?.published).toEqual({ rapport_stage: 'bonding', rapport_epoch: '1' });
    const values = { rapport_stage: 'stagnating' };
    await assessments.setPublished(portal, [{ contactId: '1', values, modelVersion: 'm2' }]);
    const [stored] = await timeline.load(portal, ['1']);
    expect(stored?.published).toEqual({ rapport_stage: 'stagnating', rapport_epoch: '1' });
    expect(stored?.publishedModel).toBe('m2');
    expect(stored?.unsettled).toBe(false);
    await assessments.save(portal, [{ ...told, writing: true }]);
    expect(await isUnsettled()).toBe(true);
  });

  test('a card is the text that was worded of the stored assessment, kept until the next one', async () => {
    await using world = await open();
    const { timeline, assessments } = world.store;
    await timeline.saveContacts(portal, [contact('1')]);
    const saved = (asOf: number) => ({
      contactId: '1',
      assessment: assessment({ asOf }),
      writing: false,
    });
    await assessments.save(portal, [saved(42)]);
    expect(await assessments.card(portal, '1')).toEqual({ body: null, assessedAt: 42 });
    const word = async (of: { asOf: number }) => `{"why":"it's ü, as of ${of.asOf}"}`;
    const body = '{"why":"it\'s ü, as of 42"}';
    expect(await assessments.wordCard(portal, '1', word)).toBe(body);
    expect(await assessments.card(portal, '1')).toEqual({ body, assessedAt: 42 });
    await assessments.save(portal, [saved(43)]);
    expect(await assessments.card(portal, '1')).toEqual({ body: null, assessedAt: 43 });
    expect(await assessments.wordCard(portal, '2', word)).toBeNull();
    expect(await assessments.card(portal, "1' or true --")).toBeNull();
    expect(await assessments.card(8, '1')).toBeNull();
    expect(await assessments.stageCounts(portal)).toEqual({ experimenting: 1 });
    const [stored] = await timeline.load(portal, ['1']);
    expect(stored?.shown).toMatchObject({ stage: 'experimenting' });
  });

  test('due contacts are marked once, the longest due first, and again only after a new due time', async () => {
    await using world = await open();
    const { timeline, assessments, dirtyContacts } = world.store;
    await timeline.saveContacts(
      portal,
      ['1', '2', '3', '4'].map((id) => contact(id)),
    );
    await timeline.saveContacts(8, [contact('1')]);
    const due = (contactId: string, dueAt: number | null) => ({
      contactId,
      assessment: assessment({ dueAt }),
      writing: false,
    });
    await assessments.save(portal, [due('1', 30), due('2', 10), due('3', null), due('4', 99)]);
    await assessments.save(8, [due('1', 20)]);
    expect([...(await assessments.markDue(50, 2))].sort()).toEqual([
      [portal, 1],
      [8, 1],
    ]);
    expect((await dirtyContacts.claim(portal, 9, 1)).items).toEqual(['2']);
    expect([...(await assessments.markDue(50, 9))]).toEqual([[portal, 1]]);
    expect([...(await assessments.markDue(50, 9))]).toEqual([]);
    await assessments.save(portal, [due('2', 40)]);
    expect([...(await assessments.markDue(50, 9))]).toEqual([[portal, 1]]);
  });

  test('a claim keeps its items from others until it is settled, released or expired', async () => {
    await using world = await open();
    const { store, clock } = world;
    const set = store.dirtyRecords;
    const items = [
      { type: 'emails', id: '1' },
      { type: 'history', id: '2' },
    ] as const;
    await set.mark(portal, items);
    const claim = await set.claim(portal, 9, 100);
    expect(claim.items).toEqual(items);
    expect((await set.claim(portal, 9, 100)).items).toEqual([]);
    await set.release(portal, claim, [items[0]], clock.at + 50);
    expect((await set.claim(portal, 9, 100)).items).toEqual([]);
    clock.at += 50;
    const second = await set.claim(portal, 9, 100);
    expect([second.items, second.attempt]).toEqual([[items[0]], 2]);
    await set.settle(portal, second, second.items);
    clock.at += 51;
    expect((await set.claim(portal, 9, 100)).items).toEqual([items[1]]);
    expect(await set.count(portal)).toBe(1);
    expect(await set.count(8)).toBe(0);
  });

  test('all stored contacts are marked page by page', async () => {
    await using world = await open();
    const { timeline, dirtyContacts } = world.store;
    await timeline.saveContacts(
      portal,
      ['1', '2', '3'].map((id) => contact(id)),
    );
    const last = await dirtyContacts.markStored(portal, null, 2);
    expect(last).toBe('2');
    expect(await dirtyContacts.markStored(portal, last, 2)).toBeNull();
    expect(await dirtyContacts.count(portal)).toBe(3);
  });
});
