import { expect, test } from 'vitest';
import { loadManifest } from '../../src/manifest.ts';
import { standardProperties } from '../../src/sandbox/crm/standard-properties.ts';
import { addFirstWorkflows } from '../../src/world/first-workflows.ts';
import type { World } from '../../src/world/start-world.ts';
import { startStoryWorld } from '../support/story-world.ts';

const dayMs = 86_400_000;
const manifest = loadManifest();
const ours = new Set(manifest.properties.map(({ name }) => name));

const contactsOf = ({ sandbox }: World) => [...sandbox.store.shelf('contacts').records.values()];
const createdIn = ({ sandbox }: World) =>
  [...sandbox.store.catalog.of('contacts').values()].map(({ name }) => name).filter((name) => ours.has(name));

test('a second installation changes nothing in the portal', { timeout: 180_000 }, async () => {
  await using world = await startStoryWorld({ contacts: 70 });
  const before = contactsOf(world).map(({ id, values }) => ({ id, ...values }));
  const writes = world.sandbox.counter.counts().byFamily['objects.batch.update'];
  await world.install();
  await world.settled();
  expect(contactsOf(world).map(({ id, values }) => ({ id, ...values }))).toEqual(before);
  expect(world.sandbox.counter.counts().byFamily['objects.batch.update']).toBe(writes);
});

test('a portal short of properties gets the core first, and the page names the rest', {
  timeout: 180_000,
}, async () => {
  const core = manifest.properties.filter((it) => it.core).map(({ name }) => name);
  const theirs = standardProperties('contacts', 0).filter((it) => !it.hubspotDefined).length;
  await using world = await startStoryWorld({
    contacts: 70,
    install: false,
    sandbox: { portal: { customPropertyLimit: theirs + core.length + 2 } },
  });
  const page = await (await fetch(await world.install())).text();
  await world.settled();
  const created = createdIn(world);
  expect(created).toHaveLength(core.length + 2);
  expect(created).toEqual(expect.arrayContaining(core));
  const missing = [...ours].filter((name) => !created.includes(name));
  for (const name of missing) expect(page).toContain(name);
  expect(contactsOf(world).filter(({ values }) => values['rapport_stage'] === undefined)).toEqual([]);
});

test('an installation recognises what the portal calls its contracts, once, and asks for no type it may not read', {
  timeout: 180_000,
}, async () => {
  await using world = await startStoryWorld({ contacts: 70 });
  const stage = (name: string) =>
    contactsOf(world).find(({ values }) => `${values['firstname']} ${values['lastname']}` === name)?.values;
  expect(stage('Ulrike Wendland')).toMatchObject({ rapport_held_by: 'term' });
  expect(stage('Tamsin Oakley')).toMatchObject({ rapport_held_by: 'term' });
  expect(stage('Sabine Thoma')).toMatchObject({ rapport_stage: 'terminating', rapport_ending: 'ended' });
  expect(world.sandbox.counter.counts().byStatus['403']).toBeUndefined();
});

test('an installation without all permissions finishes and says what is lost', {
  timeout: 180_000,
}, async () => {
  await using world = await startStoryWorld({ contacts: 70, install: false });
  const [app] = world.sandbox.grants.apps;
  world.sandbox.grants.withhold(app?.appId ?? 0, ['tickets', 'sales-email-read']);
  const page = await (await fetch(await world.install())).text();
  await world.settled();
  for (const { name, lost } of manifest.scopes.optional) {
    expect(page.includes(lost)).toBe(name === 'tickets' || name === 'sales-email-read');
  }
  expect(world.sandbox.counter.counts().byStatus['403']).toBeUndefined();
  expect(contactsOf(world).filter(({ values }) => values['rapport_stage'] === undefined)).toEqual([]);
});

test('a stage that changes in time fires the workflow that waits for it', { timeout: 180_000 }, async () => {
  await using world = await startStoryWorld({ contacts: 70 });
  addFirstWorkflows(world.sandbox);
  await world.moveClockTo(world.sandbox.clock.now() + 45 * dayMs);
  const runs = world.sandbox.book.runs({ limit: 500 });
  const reminded = runs.filter((run) => run.workflowName.startsWith('Coming apart'));
  expect(reminded.length).toBeGreaterThan(0);
  for (const { contactId, to, state } of reminded) {
    expect([to, state]).toEqual([
      world.sandbox.store.findLive('contacts', contactId)?.values['rapport_stage'],
      'done',
    ]);
  }
});

test('an objection empties every computed property, and taking it back restores them', {
  timeout: 180_000,
}, async () => {
  await using world = await startStoryWorld({ contacts: 70 });
  const valuesOf = () => {
    const { values = {} } = world.sandbox.store.findLive('contacts', '1001') ?? {};
    return Object.fromEntries(
      Object.entries(values).filter(([name, value]) => ours.has(name) && value !== ''),
    );
  };
  const setObjection = async (value: string) => {
    await fetch(`${world.portalUrl}/_sandbox/records/contacts/1001`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ properties: { rapport_objection: value } }),
    });
    await world.settled();
  };
  const { rapport_assessed_at: _, ...before } = valuesOf();
  await setObjection('true');
  expect(valuesOf()).toEqual({ rapport_objection: 'true', rapport_stage: 'not_assessed' });
  await setObjection('false');
  const after = valuesOf();
  expect(after['rapport_stage']).toBe(before['rapport_stage']);
  expect(after['rapport_holds_until']).toBe(before['rapport_holds_until']);
});
