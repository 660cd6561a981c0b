import { expect, test } from 'vitest';
import { sourceByName, sourceOf } from '../../src/hubspot/property-sources.ts';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import { installedWorld, portal } from '../support/crm-world.ts';

const contact = (id: string, more: Partial<SandboxRecord> = {}): SandboxRecord => ({
  type: 'contacts',
  id,
  createdAt: Date.UTC(2026, 0, 1),
  properties: { email: `a${id}@example.com`, jobtitle: 'Baker', interests: 'music', city: 'Bonn' },
  valueSources: { jobtitle: 'CRM_UI', interests: 'FORM' },
  ...more,
});

async function registered(records: readonly SandboxRecord[]) {
  await using world = await installedWorld({ records });
  world.exchanges.length = 0;
  const properties = await world.crm.contactProperties(portal);
  return { of: new Map(properties.map((it) => [it.name, it])), calls: world.exchanges };
}

test('the source of a property is where its values come from; what nobody filled is unknown', async () => {
  const { of } = await registered([contact('1')]);
  expect(of.get('interests')?.source).toBe('form');
  expect(of.get('jobtitle')?.source).toBe('crm_ui');
  expect(of.get('city')?.source).toBe('import');
  expect(of.get('country')?.source).toBe('unknown');
});

test('one value from elsewhere makes the property one from elsewhere', async () => {
  const { of } = await registered([contact('1'), contact('2', { valueSources: { jobtitle: 'CRM_UI' } })]);
  expect(of.get('interests')?.source).toBe('import');
  expect(of.get('jobtitle')?.source).toBe('crm_ui');
});

test('who defined a property is told: HubSpot, the portal, or we', async () => {
  const { of } = await registered([]);
  expect(of.get('jobtitle')).toMatchObject({ definedBy: 'crm', label: 'Job title' });
  expect(of.get('interests')).toMatchObject({ definedBy: 'portal', group: 'contactinformation' });
});

test('what HubSpot writes by itself needs no look at values', async () => {
  const { of } = await registered([]);
  expect(of.get('hs_analytics_source')?.source).toBe('tracking');
  expect(of.get('hs_email_last_open_date')?.source).toBe('open_tracking');
  expect(of.get('first_conversion_event_name')?.source).toBe('form');
});

test('a sensitive property is known by its mark, and its values are not asked for', async () => {
  const secret = contact('1', { properties: { email: 'a@example.com', allergies: 'nuts' } });
  const { of, calls } = await registered([secret]);
  expect(of.get('allergies')).toMatchObject({ sensitive: true, source: 'unknown' });
  const asked = calls.map(({ query, requestBody }) => JSON.stringify([query, requestBody]));
  expect(asked.join()).toContain('interests');
  expect(asked.join()).not.toContain('allergies');
  expect(JSON.stringify(calls)).not.toContain('nuts');
});

test('the register costs three calls', async () => {
  const { calls } = await registered([contact('1')]);
  expect(calls).toHaveLength(3);
});

test('a source type that is not known is unknown, one of the object prototype too', () => {
  expect(['FORM', 'IMPORT', 'INTEGRATION', 'SOMETHING_NEW', 'toString', null].map(sourceOf)).toEqual([
    'form',
    'import',
    'integration',
    'unknown',
    'unknown',
    'unknown',
  ]);
});

test('names that HubSpot writes itself are recognised, a name of the portal is not', () => {
  expect(sourceByName('hs_email_first_open_date')).toBe('open_tracking');
  expect(sourceByName('recent_deal_amount')).toBe('commerce');
  expect(sourceByName('favourite_colour')).toBeNull();
});
