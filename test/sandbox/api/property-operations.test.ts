import { describe, expect, test } from 'vitest';
import { standardProperties } from '../../../src/sandbox/crm/standard-properties.ts';
import { at, list, openSandbox, type SandboxWorld } from '../support/sandbox-world.ts';

const objects = '/crm/objects/2026-09';

describe('properties', () => {
  const property = (name: string) => ({
    name,
    label: name,
    type: 'string',
    fieldType: 'text',
    groupName: 'rapport',
  });
  const group = (world: SandboxWorld) =>
    world.call('POST', '/crm/properties/2026-09/contacts/groups', { name: 'rapport', label: 'Rapport' });

  test('the quota lets in what fits and refuses the rest by name', async () => {
    const theirs = standardProperties('contacts', 0).filter((it) => !it.hubspotDefined).length;
    const limit = theirs + 2;
    await using world = await openSandbox({ portal: { customPropertyLimit: limit } });
    await group(world);
    const reply = await world.call('POST', '/crm/properties/2026-09/contacts/batch/create', {
      inputs: ['a', 'b', 'c'].map(property),
    });
    expect(reply.status).toBe(207);
    expect(list(reply.body, 'results')).toHaveLength(2);
    expect(at(reply.body, 'errors', 0, 'context', 'name')).toEqual(['c']);
    const limits = await world.call('GET', '/crm/limits/2026-09/custom-properties');
    expect(at(limits.body, 'byObjectType', 0)).toMatchObject({ objectTypeId: '0-1', limit, usage: limit });
  });

  test('an archived property is gone from lists and records, and its name is free again', async () => {
    await using world = await openSandbox();
    await group(world);
    await world.call('POST', '/crm/properties/2026-09/contacts', property('mine'));
    await world.call('DELETE', '/crm/properties/2026-09/contacts/mine');
    const written = await world.call('POST', `${objects}/contacts`, { properties: { mine: 'x' } });
    const again = await world.call('POST', '/crm/properties/2026-09/contacts', property('mine'));
    expect([written.status, again.status]).toEqual([400, 201]);
  });

  test.each([
    ['a group that does not exist', { groupName: 'nowhere' }],
    ['a field that cannot show the type', { type: 'datetime', fieldType: 'text' }],
    ['a name with capitals', { name: 'Mine' }],
    ['a boolean without its two options', { type: 'bool', fieldType: 'booleancheckbox', options: [] }],
  ])('%s is refused', async (_what, change) => {
    await using world = await openSandbox();
    await group(world);
    const reply = await world.call('POST', '/crm/properties/2026-09/contacts', {
      ...property('mine'),
      ...change,
    });
    expect(reply.status).toBe(400);
  });
});
