import { describe, expect, it } from 'vitest';
import { standardProperties } from '../../src/sandbox/crm/standard-properties.ts';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { CrmError } from '../../src/usecases/crm-error.ts';
import type { AppEvent, WriteOutcome } from '../../src/usecases/ports.ts';
import {
  type CrmWorldOptions,
  installedWorld,
  manifest,
  portal,
  stageChanged,
} from '../support/crm-world.ts';

const count = (length: number) => Array.from({ length }, (_, index) => String(index + 1));
const contacts = (length: number): SandboxRecord[] =>
  count(length).map((id) => ({
    type: 'contacts',
    id,
    properties: { email: `c${id}@client.example` },
    createdAt: 1e12,
  }));
const ours = manifest.properties.map(({ name }) => name);
const core = manifest.properties.filter((property) => property.core).map(({ name }) => name);

function byKind(outcomes: readonly WriteOutcome[]) {
  const written = outcomes.flatMap((outcome) => (outcome.kind === 'written' ? outcome.contactIds : []));
  const others = outcomes.flatMap((outcome) =>
    outcome.kind === 'written' ? [] : [`${outcome.kind} ${outcome.contactId}`],
  );
  return { written, others };
}

async function provisioned(options: CrmWorldOptions) {
  const world = await installedWorld(options);
  await world.crm.provision(portal);
  world.exchanges.length = 0;
  return world;
}

describe('provisioning', () => {
  it('creates the group and every property in a handful of calls', async () => {
    await using world = await installedWorld();
    const report = await world.crm.provision(portal);
    expect([...report.created].sort()).toEqual([...ours].sort());
    expect(report.missing).toEqual([]);
    expect(world.exchanges.length).toBeLessThanOrEqual(5);
  });

  it('done twice changes nothing', async () => {
    await using world = await provisioned({});
    const report = await world.crm.provision(portal);
    expect(report.created).toEqual([]);
    expect([...report.present].sort()).toEqual([...ours].sort());
    expect(world.exchanges.map(({ method }) => method)).toEqual(['GET']);
  });

  it('short of quota creates the core first and names the rest', async () => {
    const theirs = standardProperties('contacts', 0).filter((it) => !it.hubspotDefined).length;
    await using world = await installedWorld({
      sandbox: { portal: { customPropertyLimit: theirs + core.length + 2 } },
    });
    const report = await world.crm.provision(portal);
    expect(report.created).toHaveLength(core.length + 2);
    expect(report.created).toEqual(expect.arrayContaining(core));
    expect(new Set(report.missing.map(({ reason }) => reason))).toEqual(new Set(['quota']));
    expect(report.created.length + report.missing.length).toBe(ours.length);
  });

  it('leaves a property of that name but of another type alone', async () => {
    await using world = await installedWorld();
    const token = world.vault.rows.get(portal)?.accessToken ?? '';
    const property = {
      name: 'rapport_stage',
      label: 'Mine',
      type: 'string',
      fieldType: 'text',
      groupName: 'contactinformation',
    };
    const created = await fetch(
      `${new URL(world.authorization.authorizeUrl('x')).origin}/crm/properties/2026-09/contacts`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(property),
      },
    );
    expect(created.status).toBe(201);
    const report = await world.crm.provision(portal);
    expect(report.missing).toEqual([{ name: 'rapport_stage', reason: 'conflict' }]);
    expect(report.created).toHaveLength(ours.length - 1);
  });

  it('adds the options that a property lacks, and leaves those of the portal', async () => {
    await using world = await provisioned({});
    const stage = manifest.properties.find(({ name }) => name === 'rapport_flight');
    const token = world.vault.rows.get(portal)?.accessToken ?? '';
    const url = `${new URL(world.authorization.authorizeUrl('x')).origin}/crm/properties/2026-09/contacts/rapport_flight`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const options = [{ value: 'sideways', label: 'Sideways', displayOrder: 0, hidden: false }];
    const changed = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ options }) });
    expect(changed.status).toBe(200);
    await world.crm.provision(portal);
    const property: unknown = await (await fetch(url, { headers })).json();
    const values = ['sideways', ...(stage?.options ?? []).map(({ value }) => value)];
    expect(property).toMatchObject({ options: values.map((value) => ({ value })) });
  });

  it('without the right to see contacts finishes and names everything', async () => {
    const withheld = [
      'crm.objects.contacts.read',
      'crm.objects.contacts.write',
      'crm.schemas.contacts.write',
    ];
    await using world = await installedWorld({ withheld });
    const report = await world.crm.provision(portal);
    expect(report.created).toEqual([]);
    expect(report.missing.map(({ reason }) => reason)).toEqual(ours.map(() => 'scope'));
    expect(await world.crm.countContacts(portal)).toBeNull();
  });

  it('without the right to create says so for each and finishes', async () => {
    await using world = await installedWorld({ withheld: ['crm.schemas.contacts.write'] });
    const report = await world.crm.provision(portal);
    expect(report.missing).toHaveLength(ours.length);
    expect(report.missing[0]?.reason).toBe('scope');
  });
});

describe('writing', () => {
  const update = (contactId: string, stage = 'bonding') => ({ contactId, values: { rapport_stage: stage } });

  it('takes a hundred contacts in one call', async () => {
    await using world = await provisioned({ records: contacts(100) });
    const outcomes = await world.crm.writeProperties(
      portal,
      count(100).map((id) => update(id)),
    );
    expect(byKind(outcomes).written).toHaveLength(100);
    expect(world.exchanges).toHaveLength(1);
  });

  it.each(['partial', 'refuse'] as const)(
    'a contact that is gone (%s) costs none of the others',
    async (goneInBatch) => {
      await using world = await provisioned({ records: contacts(99), sandbox: { goneInBatch } });
      const outcomes = await world.crm.writeProperties(
        portal,
        count(100).map((id) => update(id)),
      );
      const { written, others } = byKind(outcomes);
      expect(written).toHaveLength(99);
      expect(others).toEqual(['gone 100']);
      // 2 log2(100) + 1: what bisecting one bad input costs at most.
      expect(world.exchanges.length).toBeLessThanOrEqual(15);
    },
  );

  it('a contact that was merged into another is gone under its old id', async () => {
    await using world = await provisioned({ records: contacts(2), sandbox: { goneInBatch: 'refuse' } });
    const token = world.vault.rows.get(portal)?.accessToken ?? '';
    const origin = new URL(world.authorization.authorizeUrl('x')).origin;
    const merged = await fetch(`${origin}/crm/objects/2026-09/contacts/merge`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ primaryObjectId: '1', objectIdToMerge: '2' }),
    });
    expect(merged.status).toBe(200);
    const outcomes = await world.crm.writeProperties(portal, [update('2')]);
    expect(byKind(outcomes)).toEqual({ written: [], others: ['gone 2'] });
  });

  it('a value that HubSpot refuses is named with its contact, and the rest is written', async () => {
    await using world = await provisioned({ records: contacts(100) });
    const updates = count(100).map((id) => update(id, id === '37' ? 'no-such-stage' : 'bonding'));
    const { written, others } = byKind(await world.crm.writeProperties(portal, updates));
    expect(written).toHaveLength(99);
    expect(others).toEqual(['refused 37']);
    expect(world.exchanges.length).toBeLessThanOrEqual(16);
  });

  it('a property that is gone is no matter of single contacts: it is told at once', async () => {
    await using world = await installedWorld({ records: contacts(100) });
    const writing = world.crm.writeProperties(
      portal,
      count(100).map((id) => update(id)),
    );
    await expect(writing).rejects.toMatchObject({ failure: 'property-missing' });
    expect(world.exchanges).toHaveLength(1);
  });

  it('without the scope is refused as such', async () => {
    await using world = await installedWorld({
      records: contacts(1),
      withheld: ['crm.objects.contacts.write'],
    });
    const error = await world.crm.writeProperties(portal, [update('1')]).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(CrmError);
    expect(error).toMatchObject({ failure: 'missing-scope', correlationId: expect.any(String) });
  });
});

describe('app events', () => {
  const event = (id: string): AppEvent => ({
    type: 'stage_changed',
    id,
    contactId: '1',
    at: 1e12,
    values: { stage: 'bonding' },
  });

  it('are sent once, however often they are handed in', async () => {
    await using world = await installedWorld({ records: contacts(1) });
    await world.crm.sendEvents(portal, [event('a')]);
    await world.crm.sendEvents(portal, [event('a'), event('b'), event('c')]);
    await world.crm.sendEvents(portal, [event('a'), event('b'), event('c')]);
    expect(
      world.sandbox.events
        .of('1')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
    expect(world.exchanges[0]?.requestBody).toMatchObject({
      inputs: [{ eventTypeName: stageChanged, objectId: '1' }],
    });
  });
});
