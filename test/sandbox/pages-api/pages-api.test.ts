import { describe, expect, test } from 'vitest';
import type { SandboxRecord } from '../../../src/sandbox/sandbox-record.ts';
import { at, contacts, list, openSandbox, startAt } from '../support/sandbox-world.ts';

const day = 86_400_000;

const story: readonly SandboxRecord[] = [
  {
    type: 'owners',
    id: '9',
    createdAt: 1,
    properties: { email: 'robin@us.example', firstName: 'Robin', lastName: 'Hale' },
  },
  {
    type: 'contacts',
    id: '1',
    createdAt: startAt,
    properties: { email: 'ann@x.example', firstname: 'Ann', lifecyclestage: 'lead' },
  },
  { type: 'contacts', id: '2', createdAt: startAt, properties: { email: 'bob@x.example', firstname: 'Bob' } },
  {
    type: 'calls',
    id: '5',
    createdAt: startAt,
    properties: {
      hs_timestamp: String(startAt - 2 * day),
      hs_call_direction: 'INBOUND',
      hubspot_owner_id: '9',
    },
    associations: [{ type: 'contacts', id: '1' }],
  },
  {
    type: 'deals',
    id: '6',
    createdAt: startAt,
    properties: { dealname: 'Lease', dealstage: 'closedwon', amount: '90', closedate: String(startAt - day) },
    associations: [{ type: 'contacts', id: '1' }],
  },
];

describe('the contact list', () => {
  test('it is filtered, searched and sorted, with empty values last', async () => {
    await using world = await openSandbox({ records: story, install: false });
    const ids = async (query: string) =>
      list((await world.page('GET', `/contacts?${query}`)).body, 'results').map((one) => at(one, 'id'));
    expect(await ids('filter=lifecyclestage:lead')).toEqual(['1']);
    expect(await ids('filter=lifecyclestage:')).toEqual(['2']);
    expect(await ids('query=bob')).toEqual(['2']);
    expect(await ids('sort=firstname&direction=desc')).toEqual(['2', '1']);
    expect(await ids('sort=lifecyclestage&direction=desc')).toEqual(['1', '2']);
  });

  test('a page knows the whole number', async () => {
    await using world = await openSandbox({ records: contacts(60), install: false });
    const reply = await world.page('GET', '/contacts?limit=25&offset=50&columns=jobtitle');
    expect(reply.body).toMatchObject({ total: 60, offset: 50 });
    expect(list(reply.body, 'results')).toHaveLength(10);
    expect(at(reply.body, 'results', 0, 'properties', 'jobtitle')).toBeNull();
  });
});

describe('the record page', () => {
  test('the timeline is newest first and says in a line what happened', async () => {
    await using world = await openSandbox({ records: story });
    await world.call('POST', '/integrators/timeline/2026-03/events', {
      eventTypeName: 'ae4711_stage_changed',
      id: 'e1',
      objectId: '1',
      timestamp: new Date(startAt - 3 * day).toISOString(),
      properties: { stage: 'bonding' },
    });
    const { body } = await world.page('GET', '/records/contacts/1/timeline');
    expect(list(body, 'results')).toMatchObject([
      { type: 'deals', title: 'Lease', summary: 'Closed Won · 90', at: startAt - day },
      { type: 'calls', summary: 'Inbound', ownerName: 'Robin Hale' },
      { type: 'app_events', summary: 'Now Bonding' },
    ]);
  });

  test('an edit that does not fit names its field, one that fits is in the history under the user', async () => {
    await using world = await openSandbox({ records: story, install: false });
    const edit = (properties: object) => world.page('PATCH', '/records/contacts/1', { properties });
    const bad = await edit({ lifecyclestage: 'nowhere' });
    expect([bad.status, at(bad.body, 'error', 'field')]).toEqual([400, 'lifecyclestage']);
    const taken = await edit({ email: 'bob@x.example' });
    expect([taken.status, at(taken.body, 'error', 'field')]).toEqual([409, 'email']);
    await edit({ lifecyclestage: 'customer' });
    const history = await world.page('GET', '/records/contacts/1/history?property=lifecyclestage');
    expect(at(history.body, 'lifecyclestage')).toMatchObject([
      { value: 'customer', source: 'CRM_UI', sourceLabel: 'Robin Hale' },
      { value: 'lead', source: 'IMPORT' },
    ]);
  });

  test('an activity that is logged without a time happened now', async () => {
    await using world = await openSandbox({ records: story, install: false });
    const reply = await world.page('POST', '/records/notes', {
      properties: { hs_note_body: 'Hi' },
      associations: [{ type: 'contacts', id: '2' }],
    });
    expect(reply.status).toBe(201);
    const { body } = await world.page('GET', '/records/contacts/2/timeline');
    expect(at(body, 'results', 0)).toMatchObject({ type: 'notes', summary: 'Hi' });
  });

  test('a submitted form is a conversion of the contact', async () => {
    await using world = await openSandbox({ records: story, install: false });
    await world.page('POST', '/records/contacts/1/form', { form: 'Request a sample' });
    const reply = await world.page('POST', '/records/contacts/1/form', { form: 'Newsletter' });
    expect(at(reply.body, 'properties')).toMatchObject({
      num_conversion_events: '2',
      first_conversion_event_name: 'Request a sample',
      recent_conversion_event_name: 'Newsletter',
    });
  });

  test('a new ticket is in the first stage of its pipeline', async () => {
    await using world = await openSandbox({ install: false });
    const reply = await world.page('POST', '/records/tickets', { properties: { subject: 'Broken' } });
    expect(at(reply.body, 'properties')).toMatchObject({
      hs_pipeline: '0',
      hs_pipeline_stage: '1',
      hs_is_closed: 'false',
    });
  });

  test.each(['/records/contacts/77', '/records/unknown/1', '/records/contacts/77/timeline'])(
    '%s is not there',
    async (path) => {
      await using world = await openSandbox({ install: false });
      expect((await world.page('GET', path)).status).toBe(404);
    },
  );
});

describe('the rest of the portal', () => {
  test('the clock moves forward and never back', async () => {
    await using world = await openSandbox({ install: false });
    const before = at((await world.page('GET', '/clock')).body, 'now');
    const moved = await world.page('POST', '/clock', { advanceMs: 7 * day });
    const back = await world.page('POST', '/clock', { advanceTo: before });
    expect(Number(at(moved.body, 'now'))).toBeGreaterThanOrEqual(Number(before) + 7 * day);
    expect(back.status).toBe(400);
  });

  test('calls of apps are counted by what was called, the pages are not', async () => {
    await using world = await openSandbox({ records: contacts(1) });
    await world.call('GET', '/crm/objects/2026-09/contacts');
    await world.page('GET', '/contacts');
    const { body } = await world.page('GET', '/calls');
    expect(body).toMatchObject({ total: 2, byFamily: { oauth: 1, 'objects.list': 1 }, rateLimited: 0 });
    expect(at(body, 'byOperation', 'GET /crm/objects/2026-09/contacts')).toBe(1);
    expect(list(body, 'lanes')).toMatchObject([{ max: 110, windowMs: 10_000, used: 1 }]);
  });

  test('older spellings of a path reach the same operation', async () => {
    await using world = await openSandbox({ records: contacts(1) });
    const paths = [
      '/crm/v3/objects/contacts',
      '/crm/objects/2026-03/contacts',
      '/crm/v3/properties/contacts',
      '/crm/v4/objects/contacts/1/associations/notes',
    ];
    const replies = await Promise.all(paths.map((path) => world.call('GET', path)));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200]);
    expect((await world.call('GET', '/crm/objects/2031-01/contacts')).status).toBe(404);
  });
});
