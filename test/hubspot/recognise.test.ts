import { describe, expect, it } from 'vitest';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import type { ActivityType } from '../../src/usecases/ports.ts';
import { type CrmWorld, installedWorld, portal } from '../support/crm-world.ts';

const start = Date.UTC(2026, 0, 1);
const day = 86_400_000;
const iso = (at: number) => new Date(at).toISOString();
const all: readonly ActivityType[] = ['deals', 'invoices', 'subscriptions'];

const newsletter = 'hs_email_optout_21004711';
const records: readonly SandboxRecord[] = [
  { type: 'contacts', id: '1', properties: { loyalty_tier: 'gold', [newsletter]: 'true' }, createdAt: start },
  { type: 'contacts', id: '2', properties: { referred_by: 'Ada' }, createdAt: start },
  {
    type: 'deals',
    id: '50',
    properties: {
      dealstage: 'closedwon',
      pipeline: 'default',
      closedate: iso(start + day),
      contract_end_date: '2027-01-01',
    },
    createdAt: start,
    updatedAt: start + 2 * day,
    associations: [{ type: 'contacts', id: '1' }],
  },
  {
    type: 'invoices',
    id: '80',
    properties: { hs_invoice_status: 'paid', hs_invoice_date: '2026-01-09', hs_amount_billed: '90' },
    createdAt: start,
    associations: [
      { type: 'contacts', id: '1' },
      { type: 'deals', id: '50' },
    ],
  },
];

const kindsOf = async ({ crm }: CrmWorld, type: ActivityType) =>
  (await crm.listActivities(portal, type, null)).records.flatMap(({ signals }) => signals);

describe('the portal’s own properties', () => {
  it('are recognised with one call for each object and one for labels', async () => {
    await using world = await installedWorld({ records });
    expect(await world.crm.propertyMapping(portal, all)).toMatchObject({
      termStart: 'contract_start_date',
      termEnd: 'contract_end_date',
      noticeAt: 'cancellation_notice_date',
      loyaltyMember: 'loyalty_tier',
      referredBy: 'referred_by',
      renewalDealTypes: ['renewal'],
      optOutTypes: [newsletter],
      renewedAt: null,
      referrerLabels: [1001],
      referralLabels: [1002],
    });
    expect(world.exchanges).toHaveLength(5);
  });

  it('of objects that may not be read are not asked for', async () => {
    await using world = await installedWorld({ records, withheld: ['crm.objects.deals.read'] });
    const mapping = await world.crm.propertyMapping(portal, []);
    expect(mapping).toMatchObject({ termEnd: null, loyaltyMember: 'loyalty_tier' });
    expect(world.exchanges.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('whose scope was taken away meanwhile are none, and that is no failure', async () => {
    await using world = await installedWorld({ records, withheld: ['crm.objects.deals.read'] });
    expect((await world.crm.propertyMapping(portal, ['deals'])).termEnd).toBeNull();
  });

  it('are read from then on: before, the term is not visible', async () => {
    await using world = await installedWorld({ records });
    expect((await kindsOf(world, 'deals')).map(({ kind }) => kind)).not.toContain('term');
    await world.crm.propertyMapping(portal, all);
    const term = (await kindsOf(world, 'deals')).find(({ kind }) => kind === 'term');
    expect(term).toMatchObject({ at: start + day, facts: { endAt: Date.UTC(2027, 0, 1) } });
  });

  it('cost the history of a flag for the contacts who have one, and for nobody else', async () => {
    await using world = await installedWorld({ records });
    await world.crm.propertyMapping(portal, all);
    world.exchanges.length = 0;
    const people = await world.crm.readContacts(portal, ['1', '2']);
    const kinds = people.map(({ id, signals }) => [id, signals.map(({ kind }) => kind).sort()]);
    expect(kinds).toEqual([
      ['1', ['imported', 'loyalty', 'opt_out']],
      ['2', ['imported', 'referred']],
    ]);
    expect(world.exchanges).toHaveLength(3);
    expect(world.exchanges[1]?.requestBody).toMatchObject({
      inputs: [{ id: '1' }],
      propertiesWithHistory: ['hs_email_optout', newsletter, 'loyalty_tier'],
    });
  });
});

describe('a referral by label', () => {
  const brought: readonly SandboxRecord[] = [
    { type: 'contacts', id: '3', properties: {}, createdAt: start },
    {
      type: 'contacts',
      id: '4',
      properties: {},
      createdAt: start + 9 * day,
      associations: [{ type: 'contacts', id: '3', typeId: 1001 }],
    },
    {
      type: 'contacts',
      id: '5',
      properties: {},
      createdAt: start,
      associations: [{ type: 'contacts', id: '3' }],
    },
  ];
  const linked = brought.map((one) =>
    one.id === '3' ? { ...one, associations: [{ type: 'contacts', id: '4', typeId: 1002 }] } : one,
  );
  const referralsOf = async ({ crm }: CrmWorld, ids: readonly string[]) =>
    (await crm.readContacts(portal, ids)).map(({ signals }) =>
      signals.filter(({ kind }) => kind === 'referral' || kind === 'referred'),
    );

  it('is seen from either end, and an unlabelled link is none', async () => {
    await using world = await installedWorld({ records: linked });
    await world.crm.propertyMapping(portal, []);
    expect(await referralsOf(world, ['3', '4', '5'])).toMatchObject([
      [{ kind: 'referral', at: start + 9 * day, facts: { contactId: '4' } }],
      [{ kind: 'referred', at: start + 9 * day, facts: { contactId: '3' } }],
      [],
    ]);
  });

  it('costs a call for the partner’s date only where the partner is not read along', async () => {
    await using world = await installedWorld({ records: linked });
    await world.crm.propertyMapping(portal, []);
    world.exchanges.length = 0;
    expect((await referralsOf(world, ['3']))[0]).toHaveLength(1);
    expect(world.exchanges).toHaveLength(3);
    world.exchanges.length = 0;
    await referralsOf(world, ['3', '4']);
    expect(world.exchanges).toHaveLength(2);
  });

  it('is not asked for where no label was recognised', async () => {
    await using world = await installedWorld({ records: linked });
    expect(await referralsOf(world, ['3', '4'])).toEqual([[], []]);
    expect(world.exchanges).toHaveLength(1);
  });
});

describe('an invoice', () => {
  it('brings its deal along, in a list and by id', async () => {
    await using world = await installedWorld({ records });
    const [listed] = await kindsOf(world, 'invoices');
    expect(listed).toMatchObject({ kind: 'order', facts: { amount: 90, dealId: '50' } });
    expect(world.exchanges).toHaveLength(1);
    const [read] = await world.crm.readActivities(portal, 'invoices', ['80']);
    expect(read?.signals).toEqual([listed]);
  });

  it('is read without its deal where deals may not be read, and nothing is refused', async () => {
    await using world = await installedWorld({ records, withheld: ['crm.objects.deals.read'] });
    const [listed] = await kindsOf(world, 'invoices');
    expect(listed?.facts).toEqual({ amount: 90 });
    expect(await world.crm.readActivities(portal, 'invoices', ['80'])).toHaveLength(1);
    expect(world.exchanges.filter(({ status }) => status === 403)).toEqual([]);
  });
});
