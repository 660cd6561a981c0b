import { expect, test } from 'vitest';
import { resellerLabel } from '../../src/sandbox/crm/associations.ts';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { installedWorld, portal } from '../support/crm-world.ts';

const start = Date.UTC(2026, 0, 1);
const about = [{ type: 'contacts', id: '1' }];
const deal = (id: string, dealstage: string, links: SandboxRecord['associations'] = []): SandboxRecord => ({
  type: 'deals',
  id,
  properties: { dealstage, pipeline: 'default', closedate: new Date(start).toISOString() },
  createdAt: start,
  associations: [...about, ...links],
});
const line = (id: string, properties: Record<string, string>): SandboxRecord => ({
  type: 'line_items',
  id,
  properties,
  createdAt: start,
});

const records: readonly SandboxRecord[] = [
  { type: 'contacts', id: '1', properties: {}, createdAt: start },
  { type: 'companies', id: '7', properties: { name: 'Mokka Trading' }, createdAt: start },
  line('81', { quantity: '2', price: '60', amount: '100', hs_cost_of_goods_sold: '30' }),
  line('82', { price: '20', hs_cost_of_goods_sold: '5' }),
  line('83', { price: '20' }),
  line('84', { price: '20', hs_cost_of_goods_sold: '1' }),
  deal('51', 'closedwon', [
    { type: 'line_items', id: '81' },
    { type: 'line_items', id: '82' },
  ]),
  deal('52', 'closedwon', [
    { type: 'line_items', id: '83' },
    { type: 'companies', id: '7', typeId: resellerLabel },
  ]),
  deal('53', 'appointmentscheduled', [{ type: 'line_items', id: '84' }]),
  deal('54', 'closedwon', [{ type: 'companies', id: '7' }]),
];

const ways = ['a page', 'ids'] as const;

async function wonIn(way: (typeof ways)[number], withheld: readonly string[] = []) {
  await using world = await installedWorld({ records, withheld });
  const { crm, exchanges } = world;
  await crm.propertyMapping(portal, ['deals'], withheld.includes(companies) ? [] : [companies]);
  exchanges.length = 0;
  const deals =
    way === 'a page'
      ? (await crm.listActivities(portal, 'deals', null)).records
      : await crm.readActivities(portal, 'deals', ['51', '52', '53', '54']);
  const won = deals.flatMap(({ id, signals }) =>
    signals.flatMap((signal) => (signal.kind === 'deal_won' ? [[id, signal.facts] as const] : [])),
  );
  return { won: new Map(won), calls: exchanges.map(({ path }) => path.split('?')[0]) };
}

const companies = 'crm.objects.companies.read';

test.each(ways)('read by %s, a won deal says what its line items brought and cost', async (way) => {
  const { won } = await wonIn(way);
  expect(won.get('51')).toMatchObject({ lines: { price: 120, cost: 65 } });
});

test.each(ways)(
  'read by %s, one cost that nobody filled in leaves the cost of the deal unknown',
  async (way) => {
    expect((await wonIn(way)).won.get('52')).toMatchObject({ lines: { price: 20, cost: null } });
  },
);

test.each(ways)('read by %s, a company stands between only when the label says so', async (way) => {
  const { won } = await wonIn(way);
  expect(won.get('52')).toMatchObject({ viaIntermediary: true });
  expect(won.get('54')).not.toHaveProperty('viaIntermediary');
});

test('a page of deals costs one call more for line items and one for companies', async () => {
  const { calls } = await wonIn('a page');
  expect(calls).toHaveLength(3);
});

test('what was not granted is not asked for, and not told', async () => {
  const { won, calls } = await wonIn('a page', ['crm.objects.line_items.read', companies]);
  expect(calls).toHaveLength(1);
  for (const facts of won.values()) {
    expect(facts).not.toHaveProperty('lines');
    expect(facts).not.toHaveProperty('viaIntermediary');
  }
});
