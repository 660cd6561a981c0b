import { describe, expect, it } from 'vitest';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { installedWorld, portal } from '../support/crm-world.ts';

const start = Date.UTC(2026, 0, 1);
/** Nobody waits for turns here. */
const unhurried = { sandbox: { limits: { timeScale: 1000 } } };
const count = (length: number) => Array.from({ length }, (_, index) => index + 1);

function contact(id: number): SandboxRecord {
  const properties = { email: `c${id}@client.example` };
  return { type: 'contacts', id: String(id), properties, createdAt: start };
}

function mail(id: number, contacts: readonly number[]): SandboxRecord {
  const properties = {
    hs_timestamp: new Date(start + id * 1000).toISOString(),
    hs_email_direction: 'INCOMING_EMAIL',
    hs_email_status: 'SENT',
  };
  const associations = contacts.map((it) => ({ type: 'contacts', id: String(it) }));
  return { type: 'emails', id: String(id), properties, createdAt: start, associations };
}

describe('reading by search', () => {
  it('takes five searches and one association batch for a thousand activities', async () => {
    const mails = count(1200).map((id) => mail(id, [1]));
    await using world = await installedWorld({ records: [contact(1), ...mails], ...unhurried });
    const slice = await world.crm.searchActivities(portal, 'emails', { above: null, below: null });
    expect(slice).toMatchObject({ lowest: '201', left: 200 });
    expect(slice?.records.every(({ contactIds }) => contactIds.join() === '1')).toBe(true);
    expect(slice?.records.map(({ id }) => Number(id))).toEqual(count(1000).map((it) => 1201 - it));
    expect(world.exchanges.map(({ path }) => path.includes('/associations/'))).toEqual([
      ...new Array(5).fill(false),
      true,
    ]);
    const rest = await world.crm.searchActivities(portal, 'emails', { above: null, below: '201' });
    expect(rest).toMatchObject({ lowest: '1', left: 0 });
    expect(rest?.records).toHaveLength(200);
  });

  it('says the same of a record as a list does', async () => {
    await using world = await installedWorld({ records: [contact(1), contact(2), mail(7, [1, 2])] });
    const listed = await world.crm.listActivities(portal, 'emails', null);
    const searched = await world.crm.searchActivities(portal, 'emails', { above: null, below: null });
    expect(searched?.records).toEqual(listed.records);
    const people = await world.crm.listContacts(portal, null);
    const found = await world.crm.searchContacts(portal, { above: null, below: null });
    expect(found?.records.toReversed()).toEqual(people.records);
  });

  it('finds only what lies between two ids, and says so when there is nothing', async () => {
    await using world = await installedWorld({ records: count(9).map(contact) });
    const between = await world.crm.searchContacts(portal, { above: '3', below: '7' });
    expect(between?.records.map(({ id }) => id)).toEqual(['6', '5', '4']);
    const none = await world.crm.searchContacts(portal, { above: '9', below: null });
    expect(none).toEqual({ records: [], lowest: null, left: 0 });
  });

  it('keeps within the length of body that HubSpot takes for every type that we may read', async () => {
    await using world = await installedWorld({ records: [contact(1)], ...unhurried });
    const between = { above: '99999999999999', below: '999999999999999' };
    expect(await world.crm.searchContacts(portal, between)).not.toBeNull();
    for (const type of ['emails', 'calls', 'deals', 'orders', 'invoices', 'tickets'] as const) {
      expect(await world.crm.searchActivities(portal, type, between)).not.toBeNull();
    }
  });
});
