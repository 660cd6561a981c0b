/**
 * What HubSpot refuses, shown on the sandbox; with RAPPORT_CONTRACT_TOKEN the same cases run against a real test portal
 * (its token needs contact, schema and timeline scopes), and those that a real portal cannot show say why they are skipped.
 */
import { describe, expect, test } from 'vitest';
import { at, consent, contacts, list, openSandbox, testApp, text } from '../sandbox/support/sandbox-world.ts';
import { isReal, openPortal } from './hubspot-portal.ts';

const objects = '/crm/objects/2026-09';
const emptySearch = { after: '0', filterGroups: [], limit: 10, properties: [], sorts: [] };
const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index + 1) }));

describe('what a request may hold', () => {
  test('a list page of 101 records is refused', async () => {
    await using portal = await openPortal();
    const reply = await portal.call('GET', `${objects}/contacts?limit=101`);
    expect(reply.status).toBe(400);
  });

  test.each(['read', 'update', 'create', 'archive'])('a batch %s of 101 inputs is refused', async (verb) => {
    await using portal = await openPortal();
    const inputs = ids(101).map(({ id }) =>
      verb === 'create' ? { properties: {} } : { id, properties: {} },
    );
    const body =
      verb === 'read' ? { inputs: ids(101), properties: [], propertiesWithHistory: [] } : { inputs };
    const reply = await portal.call('POST', `${objects}/contacts/batch/${verb}`, body);
    expect(reply.status).toBe(400);
    expect(at(reply.body, 'category')).toBe('VALIDATION_ERROR');
  });

  test('1,001 records in an association batch are refused', async () => {
    await using portal = await openPortal();
    const reply = await portal.call('POST', '/crm/associations/2026-09/contacts/notes/batch/read', {
      inputs: ids(1001),
    });
    expect(reply.status).toBe(400);
  });

  test('a batch read without its three lists is refused by the 2026-09 version', async () => {
    await using portal = await openPortal();
    const reply = await portal.call('POST', `${objects}/contacts/batch/read`, { inputs: ids(1) });
    expect(reply.status).toBe(400);
  });

  test('an unknown object type is refused', async () => {
    await using portal = await openPortal();
    const reply = await portal.call('GET', `${objects}/no_such_things`);
    expect(reply.status).toBe(400);
  });
});

describe('search', () => {
  test('nothing beyond 10,000 results can be reached', async () => {
    await using portal = await openPortal({ records: contacts(120) });
    const inReach = await portal.call('POST', `${objects}/contacts/search`, {
      ...emptySearch,
      after: '9900',
      limit: 100,
    });
    const beyond = await portal.call('POST', `${objects}/contacts/search`, {
      ...emptySearch,
      after: '10000',
    });
    expect([inReach.status, beyond.status]).toEqual([200, 400]);
  });

  test('all five keys are required by the 2026-09 version', async () => {
    await using portal = await openPortal();
    const { sorts: _, ...withoutSorts } = emptySearch;
    const reply = await portal.call('POST', `${objects}/contacts/search`, withoutSorts);
    expect(reply.status).toBe(400);
  });

  const filter = { propertyName: 'email', operator: 'HAS_PROPERTY' };
  const groups = (count: number, filters: number) =>
    Array.from({ length: count }, () => ({ filters: Array(filters).fill(filter) }));

  test.each([
    ['a page of 201', { ...emptySearch, limit: 201 }],
    ['nineteen filters', { ...emptySearch, filterGroups: [...groups(3, 6), ...groups(1, 1)] }],
    ['seven filters in a group', { ...emptySearch, filterGroups: groups(1, 7) }],
    ['a body of more than 3,000 characters', { ...emptySearch, query: 'x'.repeat(3000) }],
    [
      'an unknown property',
      { ...emptySearch, filterGroups: [{ filters: [{ ...filter, propertyName: 'no_such_property' }] }] },
    ],
  ])('%s is refused', async (_what, body) => {
    await using portal = await openPortal();
    const reply = await portal.call('POST', `${objects}/contacts/search`, body);
    expect(reply.status).toBe(400);
  });
});

describe('values and definitions', () => {
  const create = (properties: Record<string, string>) => ({ inputs: [{ properties }] });

  test.each([
    ['an option that is none', { lifecyclestage: 'no_such_stage' }, 'INVALID_OPTION'],
    ['a property that does not exist', { no_such_property: 'x' }, 'PROPERTY_DOESNT_EXIST'],
    ['a value of a read-only property', { createdate: '2026-01-01' }, 'READ_ONLY_VALUE'],
  ])('%s is refused by its code', async (_what, properties, code) => {
    await using portal = await openPortal();
    const reply = await portal.call('POST', `${objects}/contacts/batch/create`, create(properties));
    expect(reply.status).toBe(400);
    expect(at(reply.body, 'category')).toBe('VALIDATION_ERROR');
    expect(text(reply.body, 'message')).toContain(code);
  });

  const property = {
    name: 'email',
    label: 'x',
    type: 'string',
    fieldType: 'text',
    groupName: 'contactinformation',
  };

  test('a property that exists is a conflict', async () => {
    await using portal = await openPortal();
    const reply = await portal.call('POST', '/crm/properties/2026-09/contacts', property);
    expect(reply.status).toBe(409);
  });

  test('an option without order and visibility is refused by the 2026-09 version', async () => {
    await using portal = await openPortal();
    const body = { ...property, name: 'rapport_contract', type: 'enumeration', fieldType: 'select' };
    const reply = await portal.call('POST', '/crm/properties/2026-09/contacts', {
      ...body,
      options: [{ label: 'A', value: 'a' }],
    });
    expect(reply.status).toBe(400);
  });

  test('records that are gone are told beside those that are there', async ({ skip }) => {
    skip(isReal, 'a real portal has no known contact');
    await using portal = await openPortal({ records: contacts(1) });
    const reply = await portal.call('POST', `${objects}/contacts/batch/read`, {
      inputs: [{ id: '1' }, { id: '2' }],
      properties: [],
      propertiesWithHistory: [],
    });
    expect(reply.status).toBe(207);
    expect(list(reply.body, 'results')).toHaveLength(1);
    expect(at(reply.body, 'errors', 0, 'category')).toBe('OBJECT_NOT_FOUND');
    expect(at(reply.body, 'errors', 0, 'context', 'ids')).toEqual(['2']);
  });
});

describe('who may call', () => {
  test('a call without a token is unauthenticated', async () => {
    await using portal = await openPortal();
    const response = await fetch(`${portal.url}${objects}/contacts`);
    expect(response.status).toBe(401);
    expect(at(await response.json(), 'category')).toBe('INVALID_AUTHENTICATION');
  });

  test('the token endpoint takes forms and no JSON', async () => {
    await using portal = await openPortal();
    const response = await fetch(`${portal.url}/oauth/2026-09/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'refresh_token' }),
    });
    expect(response.status).toBe(415);
  });

  test('a scope that was not granted is missing', async ({ skip }) => {
    skip(isReal, 'which scopes a given token lacks is not known');
    await using world = await openSandbox();
    await world.page('POST', `/apps/${testApp.appId}/withhold`, { scopes: ['tickets'] });
    const reply = await world.call('GET', `${objects}/tickets`);
    expect(reply.status).toBe(403);
    expect(at(reply.body, 'category')).toBe('MISSING_SCOPES');
    expect(at(reply.body, 'errors', 0, 'context', 'requiredGranularScopes')).toEqual(['tickets']);
  });

  test('an access token expires after half an hour, and a refresh brings a new one', async ({ skip }) => {
    skip(isReal, 'the clock of a real portal cannot be moved');
    await using world = await openSandbox();
    await world.page('POST', '/clock', { advanceMs: 1_799_000 });
    const inTime = await world.call('GET', `${objects}/contacts`);
    await world.page('POST', '/clock', { advanceMs: 2000 });
    const late = await world.call('GET', `${objects}/contacts`);
    expect([inTime.status, late.status]).toEqual([200, 401]);
    expect(at(late.body, 'category')).toBe('EXPIRED_AUTHENTICATION');
    const refreshed = await world.form('/oauth/2026-09/token', {
      grant_type: 'refresh_token',
      client_id: testApp.clientId,
      client_secret: testApp.clientSecret,
      refresh_token: world.refreshToken,
    });
    expect(at(refreshed.body, 'expires_in')).toBe(1800);
  });

  test('an uninstalled app is told apart from wrong credentials of our own', async ({ skip }) => {
    skip(isReal, 'it would uninstall the app, and needs its client secret');
    await using world = await openSandbox();
    const fields = {
      grant_type: 'refresh_token',
      client_id: testApp.clientId,
      client_secret: testApp.clientSecret,
      refresh_token: world.refreshToken,
    };
    const wrongSecret = await world.form('/oauth/2026-09/token', { ...fields, client_secret: 'wrong' });
    expect([wrongSecret.status, at(wrongSecret.body, 'error')]).toEqual([400, 'invalid_client']);
    const uninstalled = await world.call('DELETE', '/appinstalls/2026-09/external-install');
    const gone = await world.form('/oauth/2026-09/token', fields);
    expect([uninstalled.status, gone.status]).toEqual([204, 400]);
    expect(at(gone.body, 'status')).toBe('BAD_REFRESH_TOKEN');
    expect(at(gone.body, 'error')).toBe('invalid_grant');
  });

  test('an authorization code works once', async ({ skip }) => {
    skip(isReal, 'a code needs a person at the consent page');
    await using world = await openSandbox({ install: false });
    const code = await consent(world.url, testApp);
    const fields = {
      grant_type: 'authorization_code',
      client_id: testApp.clientId,
      client_secret: testApp.clientSecret,
      redirect_uri: testApp.redirectUrls[0] ?? '',
      code,
    };
    const first = await world.form('/oauth/2026-09/token', fields);
    const second = await world.form('/oauth/2026-09/token', fields);
    expect([first.status, second.status]).toEqual([200, 400]);
  });
});

describe('app events', () => {
  test('an id that was sent before is a conflict', async ({ skip }) => {
    skip(isReal, 'event types belong to a deployed app, not to a test token');
    await using world = await openSandbox({ records: contacts(1) });
    const event = {
      eventTypeName: `ae${testApp.appId}_stage_changed`,
      id: 'once',
      objectId: '1',
      properties: { stage: 'bonding' },
    };
    const first = await world.call('POST', '/integrators/timeline/2026-03/events', event);
    const second = await world.call('POST', '/integrators/timeline/2026-03/events', event);
    const unknown = await world.call('POST', '/integrators/timeline/2026-03/events', {
      ...event,
      id: 'other',
      properties: { no_such_property: 'x' },
    });
    expect([first.status, second.status, unknown.status]).toEqual([201, 409, 400]);
  });
});
