import { expect, test } from 'vitest';
import type { RegisteredProperty } from '../../src/relationship/guardrails/register.ts';
import { defaultChoices } from '../../src/usecases/choices.ts';
import { readRegister, refreshRegister } from '../../src/usecases/register.ts';
import { FakeCrm } from '../support/fake-crm.ts';
import { fakeStore } from '../support/fake-store.ts';
import { contact } from '../support/timeline-builders.ts';

const portal = 7;
const interests: RegisteredProperty = {
  name: 'interests',
  label: 'Interests',
  group: 'contactinformation',
  definedBy: 'portal',
  source: 'import',
  sensitive: false,
  purposes: null,
};

function world() {
  const clock = { now: () => 5 };
  return { ...fakeStore(clock), clock, crm: new FakeCrm() };
}

test('before the first reading the register is empty and says that nobody looked', async () => {
  expect(await readRegister(world(), portal)).toEqual({ readAt: null, rows: [] });
});

test('the register says class, source and purposes of each property, unknown as third-party', async () => {
  const deps = world();
  deps.crm.properties = [interests, { ...interests, name: 'city', label: 'City', source: 'unknown' }];
  await refreshRegister(deps, portal);
  const { readAt, rows } = await readRegister(deps, portal);
  expect(readAt).toBe(5);
  expect(rows.map(({ name, class: it, classifiedBy }) => [name, it, classifiedBy])).toEqual([
    ['city', 'P6', 'unknown_source'],
    ['interests', 'P6', 'source'],
  ]);
});

test('the class an admin gave a property stands above the source', async () => {
  const deps = world();
  deps.crm.properties = [interests];
  await refreshRegister(deps, portal);
  const guardrails = { ...defaultChoices.settings.guardrails, overrides: { interests: 'P1' } as const };
  const choices = { ...defaultChoices, settings: { ...defaultChoices.settings, guardrails } };
  const by = { userId: 1, email: null };
  await deps.choices.add(portal, { revision: 1, at: 5, by, note: '', backTo: null, choices });
  const { rows } = await readRegister(deps, portal);
  expect(rows[0]).toMatchObject({ class: 'P1', classifiedBy: 'override' });
});

test('definitions that changed mark every contact, and the same again mark nobody', async () => {
  const deps = world();
  await deps.timeline.saveContacts(portal, [contact('1')]);
  deps.crm.properties = [interests];
  await refreshRegister(deps, portal);
  const claim = await deps.dirtyRecords.claim(portal, 10, 1000);
  expect(claim.items).toEqual([{ type: 'everyone', id: '' }]);
  await deps.dirtyRecords.settle(portal, claim, claim.items);
  await refreshRegister(deps, portal);
  expect(await deps.dirtyRecords.count(portal)).toBe(0);
});
