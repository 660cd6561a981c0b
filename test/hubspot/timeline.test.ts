import { describe, expect, it } from 'vitest';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { installedWorld, portal } from '../support/crm-world.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const iso = (at: number) => new Date(at).toISOString();

function contact(id: number, properties: Record<string, string> = {}): SandboxRecord {
  return {
    type: 'contacts',
    id: String(id),
    properties: { email: `c${id}@client.example`, ...properties },
    createdAt: start,
  };
}

function mail(id: number, contacts: readonly number[], direction = 'INCOMING_EMAIL'): SandboxRecord {
  const properties = {
    hs_timestamp: iso(start + id * 1000),
    hs_email_direction: direction,
    hs_email_status: 'SENT',
  };
  const associations = contacts.map((it) => ({ type: 'contacts', id: String(it) }));
  return { type: 'emails', id: String(id), properties, createdAt: start + day, associations };
}

const count = (length: number) => Array.from({ length }, (_, index) => index + 1);

describe('listing', () => {
  it('reads a hundred contacts a call, to the last page', async () => {
    await using world = await installedWorld({ records: count(250).map((id) => contact(id)) });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await world.crm.listContacts(portal, after);
      seen.push(...page.records.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(250);
    expect(world.exchanges).toHaveLength(3);
  });

  it('brings the contacts of activities along, in the same call', async () => {
    await using world = await installedWorld({ records: [contact(1), contact(2), mail(7, [1, 2])] });
    const { records } = await world.crm.listActivities(portal, 'emails', null);
    expect(records).toHaveLength(1);
    expect([...(records[0]?.contactIds ?? [])].sort()).toEqual(['1', '2']);
    expect(records[0]?.signals[0]).toMatchObject({
      kind: 'message',
      by: 'customer',
      source: 'emails:7',
      at: start + 7000,
    });
    expect(world.exchanges).toHaveLength(1);
  });

  it('says when HubSpot cut the inline associations off, and the batch reads them all', async () => {
    const people = count(600);
    await using world = await installedWorld({
      records: [...people.map((id) => contact(id)), mail(7, people)],
    });
    const { records } = await world.crm.listActivities(portal, 'emails', null);
    expect(records[0]?.moreContacts).toBe(true);
    const [whole] = await world.crm.readActivities(portal, 'emails', ['7']);
    expect(new Set(whole?.contactIds).size).toBe(600);
    expect(whole?.moreContacts).toBe(false);
  });

  it('asks for no content: no body, text, subject or note', async () => {
    await using world = await installedWorld();
    for (const type of [
      'emails',
      'calls',
      'meetings',
      'notes',
      'tasks',
      'communications',
      'postal_mail',
      'tickets',
    ] as const) {
      await world.crm.listActivities(portal, type, null);
    }
    const asked = world.exchanges.map(({ query }) => String(query['properties'])).join(',');
    expect(asked).not.toMatch(/body|subject|hs_email_text|hs_email_html|content|title|description/);
  });
});

describe('reading by id', () => {
  it('reads a hundred activities a call, and whom up to a thousand of them are about in one', async () => {
    const ids = count(250);
    await using world = await installedWorld({ records: [contact(1), ...ids.map((id) => mail(id, [1]))] });
    const read = await world.crm.readActivities(portal, 'emails', ids.map(String));
    expect(read.map(({ id, contactIds }) => `${id} ${contactIds}`)).toEqual(ids.map((id) => `${id} 1`));
    expect(world.exchanges).toHaveLength(4);
    expect(world.exchanges.filter(({ path }) => path.includes('/associations/'))).toHaveLength(1);
  });

  it('leaves out what is gone', async () => {
    await using world = await installedWorld({ records: [contact(1), mail(7, [1])] });
    expect((await world.crm.readActivities(portal, 'emails', ['7', '8'])).map(({ id }) => id)).toEqual(['7']);
    expect((await world.crm.readContacts(portal, ['1', '99'])).map(({ id }) => id)).toEqual(['1']);
    expect(await world.crm.readContacts(portal, [])).toEqual([]);
  });

  it('dates an opt-out by the history of the property', async () => {
    const optedOut = contact(1, { hs_email_optout: 'true' });
    await using world = await installedWorld({ records: [optedOut, contact(2)] });
    const optOuts = (await world.crm.readContacts(portal, ['1', '2'])).map(({ signals }) =>
      signals.filter(({ kind }) => kind === 'opt_out'),
    );
    expect(optOuts.map(({ length }) => length)).toEqual([1, 0]);
    expect(world.exchanges).toHaveLength(2);
    expect(world.exchanges[1]?.requestBody).toMatchObject({
      inputs: [{ id: '1' }],
      propertiesWithHistory: ['hs_email_optout'],
    });
  });

  it('tells what of ours stands in HubSpot, in the form in which we write it', async () => {
    await using world = await installedWorld({ records: [contact(1)] });
    await world.crm.provision(portal);
    const values = {
      rapport_stage: 'bonding',
      rapport_stage_changed_at: iso(start),
      rapport_vitality: '80',
      rapport_objection: 'false',
    };
    await world.crm.writeProperties(portal, [{ contactId: '1', values }]);
    const [read] = await world.crm.readContacts(portal, ['1']);
    expect(read?.published).toMatchObject(values);
    expect(read?.facts.objection).toBe(false);
  });

  it('finds all activities of a contact, of every type', async () => {
    const ticket = {
      type: 'tickets',
      id: '5',
      properties: {},
      createdAt: start,
      associations: [{ type: 'contacts', id: '1' }],
    };
    const records = [contact(1), contact(2), mail(7, [1]), mail(8, [1, 2]), mail(9, [2]), ticket];
    await using world = await installedWorld({ records });
    const found = await world.crm.activitiesOf(portal, ['1']);
    expect(found.map(({ type, id }) => `${type}:${id}`).sort()).toEqual([
      'emails:7',
      'emails:8',
      'tickets:5',
    ]);
  });
});

describe('the portal', () => {
  it('says where and when it is', async () => {
    await using world = await installedWorld();
    expect(await world.crm.portalFacts(portal)).toEqual({
      portalId: portal,
      timeZone: 'Europe/Berlin',
      uiDomain: 'app.hubspot.com',
      currency: 'EUR',
    });
  });

  it('means something by its pipelines', async () => {
    await using world = await installedWorld();
    const { dealStages, ticketStages } = await world.crm.pipelines(portal, ['deals', 'tickets']);
    expect(dealStages['appointmentscheduled']).toEqual({ outcome: 'open', qualified: false, project: false });
    expect(dealStages['contractsent']).toEqual({ outcome: 'open', qualified: true, project: false });
    expect(dealStages['closedwon']).toMatchObject({ outcome: 'won' });
    expect(dealStages['closedlost']).toEqual({ outcome: 'lost', qualified: false, project: false });
    expect(dealStages['project_delivered']).toEqual({
      outcome: 'won',
      qualified: true,
      project: true,
      completed: true,
    });
    expect(ticketStages).toMatchObject({ '1': { closed: false }, '4': { closed: true } });
  });

  it('without the scopes has no pipelines, and that is no failure', async () => {
    await using world = await installedWorld({ withheld: ['tickets', 'crm.objects.deals.read'] });
    expect(await world.crm.pipelines(portal, ['deals', 'tickets'])).toEqual({
      dealStages: {},
      ticketStages: {},
    });
  });

  it('counts its contacts', async () => {
    await using world = await installedWorld({ records: count(12).map((id) => contact(id)) });
    expect(await world.crm.countContacts(portal)).toBe(12);
  });

  it('lets us go, and going twice is going once', async () => {
    await using world = await installedWorld();
    await world.crm.uninstall(portal);
    expect(world.sandbox.grants.installation(4711)).toBeUndefined();
    await world.crm.uninstall(portal);
  });
});
