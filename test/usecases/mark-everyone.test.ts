import { expect, test } from 'vitest';
import { applyChoices } from '../../src/usecases/apply-choices.ts';
import { defaultChoices } from '../../src/usecases/choices.ts';
import { markEveryone } from '../../src/usecases/mark-everyone.ts';
import { refreshRecords } from '../../src/usecases/refresh-records.ts';
import { sweep } from '../../src/usecases/sweep.ts';
import { testStore } from '../support/database.ts';
import { contact, installation } from '../support/timeline-builders.ts';
import { portal, workWorld } from '../support/work-world.ts';

const contacts = 2500;
const died = () => Promise.reject(new Error('the process died'));

test('everyone is marked a piece at a time, and after a crash from where it stood', async () => {
  await using open = await testStore();
  const { store, clock } = open;
  await store.installations.save(installation(portal));
  await store.timeline.saveContacts(
    portal,
    Array.from({ length: contacts }, (_, place) => contact(String(place + 1))),
  );
  await markEveryone(store.dirtyRecords, portal);
  const deps = { ...workWorld().deps, ...store, clock };
  const run = (over: Partial<typeof deps> = {}) =>
    refreshRecords({ ...deps, ...over }, { portal, readable: [] });
  const marked = () => store.dirtyContacts.count(portal);

  await run();
  expect(await marked()).toBe(1000);
  const dying = run({ dirtyContacts: { ...store.dirtyContacts, markStored: died } });
  await expect(dying).rejects.toThrow('the process died');
  expect(await marked()).toBe(1000);

  clock.at += 3_600_000;
  const woken: string[] = [];
  const wakeups = { wake: async (kind: string) => void woken.push(kind) };
  await sweep({ ...deps, wakeups });
  expect(woken).toEqual(['refresh']);
  while ((await run()).kind !== 'idle');
  expect(await marked()).toBe(contacts);
});

test('new settings stand only together with the mark that has everyone assessed by them', async () => {
  await using open = await testStore();
  const { store, clock } = open;
  await store.installations.save(installation(portal));
  const deps = { ...workWorld().deps, ...store, clock };
  const settings = { ...defaultChoices.settings, quietDays: 30 };
  const change = {
    portal,
    by: { userId: 1, email: null },
    basedOn: 0,
    note: '',
    choices: { ...defaultChoices, settings },
  };
  const dying = applyChoices({ ...deps, dirtyRecords: { ...store.dirtyRecords, mark: died } }, change);
  await expect(dying).rejects.toThrow('the process died');
  expect(await store.choices.current(portal)).toBeNull();

  expect(await applyChoices(deps, change)).toEqual({ kind: 'applied', revision: 1 });
  expect((await store.dirtyRecords.claim(portal, 9, 1)).items).toEqual([{ type: 'everyone', id: '' }]);
});
