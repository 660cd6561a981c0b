import { expect, test } from 'vitest';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { installedWorld, portal } from '../support/crm-world.ts';

const records: readonly SandboxRecord[] = [
  { type: 'contacts', id: '1', properties: { loyalty_tier: 'gold' }, createdAt: Date.UTC(2026, 0, 1) },
];

test('every field offers the properties of its object that can hold such a value, and none of our own', async () => {
  await using world = await installedWorld({ records });
  const { fields } = await world.crm.mappable(portal, ['deals', 'tickets']);
  const of = (field: keyof typeof fields) => fields[field].options.map(({ id }) => id);
  expect(of('termEnd')).toContain('contract_end_date');
  expect(of('termEnd')).not.toContain('dealname');
  expect(of('loyaltyMember')).toContain('loyalty_tier');
  const all = Object.values(fields).flatMap(({ options }) => options.map(({ id }) => id));
  expect(all.filter((id) => id.startsWith('rapport_'))).toEqual([]);
});

test('the stages of pipelines come by name, in their order, with what they are taken to mean', async () => {
  await using world = await installedWorld({ records });
  const { deals, tickets, pipelines } = await world.crm.mappable(portal, ['deals', 'tickets']);
  expect(deals.map(({ label }) => label)).toContain('Sales Pipeline');
  expect(deals[0]?.stages.at(0)).toEqual({ id: 'appointmentscheduled', label: 'Appointment Scheduled' });
  expect(tickets.map(({ label }) => label)).toEqual(['Support Pipeline']);
  expect(pipelines).toEqual(await world.crm.pipelines(portal, ['deals', 'tickets']));
});

test('objects that may not be read are not asked for', async () => {
  await using world = await installedWorld({ records, withheld: ['crm.objects.deals.read', 'tickets'] });
  const { fields, deals, tickets } = await world.crm.mappable(portal, []);
  expect([deals, tickets, fields.termEnd.options]).toEqual([[], [], []]);
  expect(world.exchanges.map(({ status }) => status)).toEqual([200]);
});
