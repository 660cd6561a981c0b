import { expect, test } from 'vitest';
import { testStore } from '../support/database.ts';
import { activity, assessment, contact } from '../support/timeline-builders.ts';

const portal = 7;

test('a signal about two contacts is stored once, and other portals do not count', async () => {
  await using world = await testStore();
  const { timeline, counts } = world.store;
  await timeline.saveContacts(portal, [contact('1'), contact('2')]);
  await timeline.saveActivities(portal, [
    activity('emails', '10', ['1', '2']),
    activity('calls', '11', ['1']),
  ]);
  await timeline.saveContacts(8, [contact('1')]);
  expect(await counts.of(portal)).toEqual({ contacts: 2, signals: 2 });
  expect(await counts.of(9)).toEqual({ contacts: 0, signals: 0 });
});

test('a contact is due from the moment its next change was announced for', async () => {
  await using world = await testStore();
  const { timeline, assessments, counts } = world.store;
  await timeline.saveContacts(portal, [contact('1'), contact('2')]);
  await assessments.save(
    portal,
    [50, null].map((dueAt, place) => ({
      contactId: String(place + 1),
      assessment: assessment({ dueAt }),
      writing: false,
    })),
  );
  expect(await Promise.all([49, 50, 51].map((at) => counts.due(portal, at)))).toEqual([0, 1, 1]);
});
