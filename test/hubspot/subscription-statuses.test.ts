import { expect, test } from 'vitest';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { installedWorld, portal } from '../support/crm-world.ts';

const start = Date.UTC(2026, 0, 1);
const given = Date.UTC(2026, 1, 3);
const contact = (id: string, properties: Record<string, string>): SandboxRecord => ({
  ...{ type: 'contacts', id, createdAt: start },
  properties: { email: `a${id}@x.example`, ...properties },
});

const records: readonly SandboxRecord[] = [
  contact('1', { hs_marketable_status: 'true' }),
  contact('2', { hs_marketable_status: 'true', hs_email_optout_21004711: 'true' }),
  contact('3', { hs_marketable_status: 'false' }),
  {
    type: 'subscription_statuses',
    id: '1',
    properties: {
      ...{ email: 'a1@x.example', subscriptionId: '21004711' },
      legalBasis: 'CONSENT_WITH_NOTICE',
    },
    createdAt: given,
  },
];

const scope = 'communication_preferences.statuses.batch.read';

async function read(withheld: readonly string[] = []) {
  await using world = await installedWorld({ records, withheld });
  await world.crm.propertyMapping(portal, []);
  world.exchanges.length = 0;
  const { records: contacts } = await world.crm.listContacts(portal, null);
  const calls = world.exchanges.filter(({ path }) => path.includes('communication-preferences'));
  return { contacts: new Map(contacts.map((one) => [one.id, one])), calls };
}

test('a subscription on consent is known with its day, and is an opt-in of theirs', async () => {
  const { contacts } = await read();
  expect(contacts.get('1')?.facts.guardrails).toMatchObject({
    subscriptions: [{ name: 'Newsletter', status: 'subscribed' }],
    consentAt: given,
  });
  expect(contacts.get('1')?.signals).toContainEqual(
    expect.objectContaining({ kind: 'opt_in', by: 'customer', at: given }),
  );
});

test('a refusal is told by the name of the mail', async () => {
  const { contacts } = await read();
  expect(contacts.get('2')?.facts.guardrails?.subscriptions).toMatchObject([
    { name: 'Newsletter', status: 'not_subscribed' },
  ]);
});

test('a page of contacts costs one call, and nobody asks about those who get no marketing mail', async () => {
  const { contacts, calls } = await read();
  expect(calls).toHaveLength(1);
  expect(contacts.get('3')?.facts.guardrails).not.toHaveProperty('subscriptions');
});

test('without the permission nobody is asked about, and refusals are still known', async () => {
  const { contacts, calls } = await read([scope]);
  expect(calls).toEqual([]);
  expect(contacts.get('1')?.facts.guardrails).not.toHaveProperty('subscriptions');
  expect(contacts.get('2')?.facts.guardrails?.subscriptions).toMatchObject([{ status: 'not_subscribed' }]);
});
