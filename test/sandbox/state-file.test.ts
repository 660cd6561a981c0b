import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { StateFileError } from '../../src/sandbox/state-file.ts';
import { at, contacts, install, list, openSandbox, testApp } from './support/sandbox-world.ts';

function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-state-'));
  return {
    file: path.join(folder, 'portal.jsonl'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

test('a portal that was stopped goes on where it was', async () => {
  using folder = temporaryFolder();
  const before = await openSandbox({ stateFile: folder.file, records: contacts(3) });
  await before.call('POST', '/crm/properties/2026-09/contacts/groups', { name: 'rapport', label: 'Rapport' });
  await before.call('POST', '/crm/properties/2026-09/contacts', {
    name: 'rapport_stage',
    label: 'Stage',
    type: 'string',
    fieldType: 'text',
    groupName: 'rapport',
  });
  await before.call('PATCH', '/crm/objects/2026-09/contacts/1', { properties: { rapport_stage: 'bonding' } });
  await before.page('POST', '/records/calls', {
    properties: {},
    associations: [{ type: 'contacts', id: '1' }],
  });
  await before.page('POST', '/records/contacts/1/merge', { otherId: '2' });
  await before.page('POST', '/workflows', {
    name: 'W',
    trigger: { kind: 'property', property: 'rapport_stage', operator: 'changed', values: [] },
    actions: [],
  });
  await before.call('POST', '/integrators/timeline/2026-03/events', {
    eventTypeName: 'ae4711_stage_changed',
    id: 'once',
    objectId: '1',
    properties: { stage: 'bonding' },
  });
  await before.page('POST', '/clock', { advanceMs: 86_400_000 });
  await before[Symbol.asyncDispose]();

  await using after = await openSandbox({ stateFile: folder.file, install: false });
  expect(after.sandbox.wasRestored).toBe(true);
  const merged = await after.page('GET', '/records/contacts/2');
  expect(merged.body).toMatchObject({
    id: '1',
    mergedFrom: '2',
    properties: { rapport_stage: 'bonding' },
    linkCounts: { calls: 1 },
  });
  const history = await after.page('GET', '/records/contacts/1/history?property=rapport_stage');
  expect(at(history.body, 'rapport_stage', 0)).toMatchObject({ value: 'bonding', source: 'INTEGRATION' });
  expect(list((await after.page('GET', '/workflows')).body)).toHaveLength(1);
  expect(list((await after.page('GET', '/records/contacts/1/app-events')).body)).toMatchObject([
    { header: 'Now Bonding' },
  ]);
  expect(after.sandbox.clock.now()).toBeGreaterThan(before.sandbox.clock.now() - 60_000);
  const { refresh } = await install(after.url, testApp);
  expect(refresh).toBe(before.refreshToken);
});

test('a file that is something else is refused and left alone', () => {
  using folder = temporaryFolder();
  writeFileSync(folder.file, 'contact,at,kind\n');
  expect(() => createSandbox({ apps: [], stateFile: folder.file })).toThrow(StateFileError);
});

test('a portal without a file yet is new', async () => {
  using folder = temporaryFolder();
  await using world = await openSandbox({ stateFile: folder.file, install: false });
  expect(world.sandbox.wasRestored).toBe(false);
});
