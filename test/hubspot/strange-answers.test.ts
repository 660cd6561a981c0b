/** Answers that HubSpot should not give and sometimes does: none of them may make us forget what is there. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/hubspot/errors.ts';
import type { HttpCall } from '../../src/hubspot/transport.ts';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { type CrmWorldOptions, installedWorld, manifest, portal } from '../support/crm-world.ts';

const ids = (length: number) => Array.from({ length }, (_, index) => String(index + 1));
const contacts = (length: number): SandboxRecord[] =>
  ids(length).map((id) => ({
    type: 'contacts',
    id,
    properties: { email: `c${id}@client.example` },
    createdAt: 1e12,
  }));

/** The first `times` answers of a batch are empty, with a status that says nothing of it. */
function emptied(verb: string, times: number, status = 200): NonNullable<CrmWorldOptions['tamper']> {
  let left = times;
  return (call, answer) => {
    if (!call.path.endsWith(`/batch/${verb}`) || left === 0) return answer;
    left -= 1;
    return { ...answer, status, body: { status: 'COMPLETE', results: [] } };
  };
}

async function provisioned(options: CrmWorldOptions) {
  const world = await installedWorld(options);
  await world.crm.provision(portal);
  world.exchanges.length = 0;
  return world;
}

const update = (contactId: string, stage = 'bonding') => ({ contactId, values: { rapport_stage: stage } });

describe('an empty 200', () => {
  it('to a read is no sign that the records are gone', async () => {
    await using world = await installedWorld({ records: contacts(3), tamper: emptied('read', 1) });
    await expect(world.crm.readContacts(portal, ids(3))).rejects.toMatchObject({
      failure: 'unreadable-answer',
    });
    expect(await world.crm.readContacts(portal, ids(3))).toHaveLength(3);
  });

  it('to a read of what is really gone is believed', async () => {
    await using world = await installedWorld({ records: contacts(1), tamper: emptied('read', 1) });
    expect(await world.crm.readContacts(portal, ['8', '9'])).toEqual([]);
  });

  it('to a write drops nobody: the write is made again', async () => {
    await using world = await provisioned({ records: contacts(100), tamper: emptied('update', 1) });
    const updates = ids(100).map((id) => update(id));
    await expect(world.crm.writeProperties(portal, updates)).rejects.toMatchObject({
      failure: 'unreadable-answer',
    });
    expect(await world.crm.writeProperties(portal, updates)).toEqual([
      { kind: 'written', contactIds: ids(100) },
    ]);
  });

  it('in the middle of a list does not end it', async () => {
    let pages = 0;
    const tamper = (call: HttpCall, answer: Answer): Answer => {
      if (call.method !== 'GET' || !call.path.endsWith('/contacts')) return answer;
      pages += 1;
      return pages === 2 ? { ...answer, body: { results: [] } } : answer;
    };
    await using world = await installedWorld({ records: contacts(150), tamper });
    const first = await world.crm.listContacts(portal, null);
    expect((await world.crm.listContacts(portal, first.next)).records).toHaveLength(50);
  });
});

describe('a 207', () => {
  it('that names who is gone costs one call, and the others are written', async () => {
    await using world = await provisioned({ records: contacts(98) });
    const outcomes = await world.crm.writeProperties(
      portal,
      ids(100).map((id) => update(id)),
    );
    expect(outcomes).toEqual([
      { kind: 'written', contactIds: ids(98) },
      { kind: 'gone', contactId: '99' },
      { kind: 'gone', contactId: '100' },
    ]);
    expect(world.exchanges).toHaveLength(1);
  });

  it('that leaves out one contact without a word has that one tried again, alone', async () => {
    let first = true;
    const tamper = (call: HttpCall, answer: Answer): Answer => {
      if (!call.path.endsWith('/batch/update') || !first) return answer;
      first = false;
      return {
        ...answer,
        status: 207,
        body: { results: [{ id: '1', properties: {} }], errors: [{ category: 'INTERNAL' }] },
      };
    };
    await using world = await provisioned({ records: contacts(2), tamper });
    expect(await world.crm.writeProperties(portal, [update('1'), update('2')])).toEqual([
      { kind: 'written', contactIds: ['1'] },
      { kind: 'written', contactIds: ['2'] },
    ]);
  });

  it('that writes nobody and names nobody ends in a refusal of each, and forgets none', async () => {
    const tamper = (call: HttpCall, answer: Answer): Answer =>
      call.path.endsWith('/batch/update')
        ? { ...answer, status: 207, body: { results: [], errors: [{ category: 'INTERNAL' }] } }
        : answer;
    await using world = await provisioned({ records: contacts(2), tamper });
    expect(await world.crm.writeProperties(portal, [update('1'), update('2')])).toEqual([
      { kind: 'refused', contactId: '1', reason: 'not-written' },
      { kind: 'refused', contactId: '2', reason: 'not-written' },
    ]);
  });
});

describe('a property that an admin changed', () => {
  const flight = manifest.properties.find(({ name }) => name === 'rapport_flight');

  async function changed(change: object) {
    const world = await provisioned({ records: contacts(100) });
    const token = world.vault.rows.get(portal)?.accessToken ?? '';
    const origin = new URL(world.authorization.authorizeUrl('x')).origin;
    const answer = await fetch(`${origin}/crm/properties/2026-09/contacts/rapport_flight`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
    expect(answer.status).toBe(200);
    return world;
  }

  const updates = ids(100).map((contactId) => ({ contactId, values: { rapport_flight: 'coming_apart' } }));

  it('is told by the first refusal of a batch, in two calls, whoever is in the batch', async () => {
    const options = [{ value: 'sideways', label: 'Sideways', displayOrder: 0, hidden: false }];
    await using world = await changed({ options });
    await expect(world.crm.writeProperties(portal, updates)).rejects.toMatchObject({
      failure: 'property-changed',
    });
    expect(world.exchanges).toHaveLength(2);
  });

  it('gets its options back, and then everybody is written', async () => {
    const options = [{ value: 'sideways', label: 'Sideways', displayOrder: 0, hidden: false }];
    await using world = await changed({ options });
    expect((await world.crm.provision(portal)).missing).toEqual([]);
    expect(await world.crm.writeProperties(portal, updates)).toEqual([
      { kind: 'written', contactIds: ids(100) },
    ]);
    expect(flight?.options?.length).toBeGreaterThan(0);
  });

  it('into another type is left to the admin, and named', async () => {
    await using world = await changed({ type: 'number', fieldType: 'number' });
    await expect(world.crm.writeProperties(portal, updates)).rejects.toMatchObject({
      failure: 'property-changed',
    });
    expect((await world.crm.provision(portal)).missing).toEqual([
      { name: 'rapport_flight', reason: 'conflict' },
    ]);
  });
});
