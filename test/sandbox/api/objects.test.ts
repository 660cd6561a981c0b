import { describe, expect, test } from 'vitest';
import type { SandboxRecord } from '../../../src/sandbox/sandbox-record.ts';
import {
  at,
  contacts,
  list,
  openSandbox,
  type SandboxWorld,
  startAt,
  testApp,
  text,
} from '../support/sandbox-world.ts';

const objects = '/crm/objects/2026-09';

function* emailsOf(contactId: string, count: number): Generator<SandboxRecord> {
  for (let number = 1; number <= count; number++) {
    yield {
      type: 'emails',
      id: String(1000 + number),
      createdAt: startAt - number,
      properties: { hs_timestamp: String(startAt - number * 1000), hs_email_direction: 'INCOMING_EMAIL' },
      associations: [{ type: 'contacts', id: contactId }],
    };
  }
}

const idsIn = (body: unknown) => list(body, 'results').map((one) => at(one, 'id'));

describe('lists', () => {
  test('walking the pages gives every record once, in id order, while records come and go', async () => {
    await using world = await openSandbox({ records: contacts(25) });
    await world.call('DELETE', `${objects}/contacts/3`);
    const seen: unknown[] = [];
    let after = '';
    do {
      const page = await world.call('GET', `${objects}/contacts?limit=10${after}`);
      seen.push(...idsIn(page.body));
      const next = at(page.body, 'paging', 'next', 'after');
      after = typeof next === 'string' ? `&after=${next}` : '';
    } while (after !== '');
    const all = Array.from({ length: 25 }, (_, index) => String(index + 1));
    expect(seen).toEqual(all.filter((id) => id !== '3'));
    const archived = await world.call('GET', `${objects}/contacts?archived=true`);
    expect(idsIn(archived.body)).toEqual(['3']);
  });

  test('inline associations stop at a hundred and say that there are more', async () => {
    await using world = await openSandbox({ records: [...contacts(1), ...emailsOf('1', 130)] });
    const page = await world.call('GET', `${objects}/contacts?associations=emails`);
    const emails = at(page.body, 'results', 0, 'associations', 'emails');
    expect(list(emails, 'results')).toHaveLength(100);
    expect(at(emails, 'results', 0)).toEqual({ id: '1001', type: 'contact_to_email' });
    expect(at(emails, 'paging', 'next', 'after')).toBe('1100');
    const rest = await world.call('POST', '/crm/associations/2026-09/contacts/emails/batch/read', {
      inputs: [{ id: '1', after: '1100' }],
    });
    expect(list(rest.body, 'results', 0, 'to')).toHaveLength(30);
  });

  test('asked-for properties are told as text or null, unknown ones not at all', async () => {
    await using world = await openSandbox({ records: contacts(1) });
    const page = await world.call('GET', `${objects}/contacts?properties=email,jobtitle,no_such_property`);
    expect(at(page.body, 'results', 0, 'properties')).toEqual({
      email: 'person1@customer.example',
      jobtitle: null,
      createdate: new Date(startAt - 60_000).toISOString(),
      lastmodifieddate: new Date(startAt - 60_000).toISOString(),
      hs_object_id: '1',
    });
  });

  test('emails need the email scope beside that of contacts', async () => {
    await using world = await openSandbox({ records: emailsOf('1', 1) });
    await world.page('POST', `/apps/${testApp.appId}/withhold`, { scopes: ['sales-email-read'] });
    const [emails, calls] = [
      await world.call('GET', `${objects}/emails`),
      await world.call('GET', `${objects}/calls`),
    ];
    expect([emails.status, calls.status]).toEqual([403, 200]);
  });

  test('feedback can be read and not written', async () => {
    await using world = await openSandbox();
    const read = await world.call('GET', `${objects}/feedback_submissions`);
    const written = await world.call('POST', `${objects}/feedback_submissions`, {
      properties: { hs_value: '9' },
    });
    expect([read.status, written.status]).toEqual([200, 404]);
  });
});

describe('writes', () => {
  const update = (world: SandboxWorld, inputs: readonly object[]) =>
    world.call('POST', `${objects}/contacts/batch/update`, { inputs });

  test('one bad value sinks the whole batch', async () => {
    await using world = await openSandbox({ records: contacts(2) });
    const reply = await update(world, [
      { id: '1', properties: { jobtitle: 'Buyer' } },
      { id: '2', properties: { lifecyclestage: 'no_such_stage' } },
    ]);
    expect(reply.status).toBe(400);
    const first = await world.call('GET', `${objects}/contacts/1?properties=jobtitle`);
    expect(at(first.body, 'properties', 'jobtitle')).toBeNull();
  });

  test.each([
    ['partial', 207, 'Buyer'],
    ['refuse', 400, null],
  ] as const)(
    'a record that is gone leaves the others alone or sinks them, as is chosen: %s',
    async (goneInBatch, status, jobtitle) => {
      await using world = await openSandbox({ records: contacts(1), goneInBatch });
      const reply = await update(world, [
        { id: '1', properties: { jobtitle: 'Buyer' } },
        { id: '99', properties: { jobtitle: 'Buyer' } },
      ]);
      expect(reply.status).toBe(status);
      const first = await world.call('GET', `${objects}/contacts/1?properties=jobtitle`);
      expect(at(first.body, 'properties', 'jobtitle')).toBe(jobtitle);
    },
  );

  test('the same record twice in a batch is refused', async () => {
    await using world = await openSandbox({ records: contacts(1) });
    const reply = await update(world, [
      { id: '1', properties: {} },
      { id: '1', properties: {} },
    ]);
    expect(reply.status).toBe(400);
  });

  test('a second contact with the same address is a conflict', async () => {
    await using world = await openSandbox({ records: contacts(1) });
    const reply = await world.call('POST', `${objects}/contacts`, {
      properties: { email: 'PERSON1@customer.example' },
    });
    expect(reply.status).toBe(409);
    expect(text(reply.body, 'message')).toContain('Existing ID: 1');
  });

  test.each([
    ['an address that is taken', 'PERSON1@customer.example'],
    ['the address of another of them', 'new@customer.example'],
  ])('of new contacts, one with %s keeps all of them out', async (_what, email) => {
    await using world = await openSandbox({ records: contacts(1) });
    const inputs = ['new@customer.example', email].map((address) => ({ properties: { email: address } }));
    const reply = await world.call('POST', `${objects}/contacts/batch/create`, { inputs });
    expect(reply.status).toBe(409);
    expect(list((await world.call('GET', `${objects}/contacts`)).body, 'results')).toHaveLength(1);
  });

  test('a new activity is linked to the contact its link type leads to', async () => {
    await using world = await openSandbox({ records: contacts(1) });
    const reply = await world.call('POST', `${objects}/notes`, {
      properties: { hs_timestamp: '2026-01-15T08:00:00Z', hs_note_body: 'Called' },
      associations: [
        { to: { id: '1' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }] },
      ],
    });
    const linked = await world.call('GET', `${objects}/contacts/1/associations/notes`);
    expect([reply.status, at(linked.body, 'results', 0, 'toObjectId')]).toEqual([
      201,
      text(reply.body, 'id'),
    ]);
  });

  test('an activity without a time is refused', async () => {
    await using world = await openSandbox();
    expect((await world.call('POST', `${objects}/notes`, { properties: {} })).status).toBe(400);
  });

  test('a closed stage closes a deal and a ticket, an open one reopens the ticket', async () => {
    await using world = await openSandbox({
      records: [
        {
          type: 'deals',
          id: '1',
          createdAt: startAt,
          properties: { dealstage: 'contractsent', amount: '90' },
        },
        { type: 'tickets', id: '2', createdAt: startAt, properties: { hs_pipeline_stage: '1' } },
      ],
    });
    await world.call('PATCH', `${objects}/deals/1`, { properties: { dealstage: 'closedwon' } });
    const deal = await world.call(
      'GET',
      `${objects}/deals/1?properties=hs_is_closed_won,hs_is_closed,closedate`,
    );
    expect(at(deal.body, 'properties')).toMatchObject({ hs_is_closed_won: 'true', hs_is_closed: 'true' });
    expect(text(deal.body, 'properties', 'closedate')).toMatch(/^2026-01-15/);
    const closedDate = async (stage: string) => {
      await world.call('PATCH', `${objects}/tickets/2`, { properties: { hs_pipeline_stage: stage } });
      return at(
        (await world.call('GET', `${objects}/tickets/2?properties=closed_date`)).body,
        'properties',
        'closed_date',
      );
    };
    expect([typeof (await closedDate('4')), await closedDate('3')]).toEqual(['string', null]);
  });

  test('history tells each value with who set it, newest first', async () => {
    await using world = await openSandbox({ records: contacts(1) });
    await world.call('PATCH', `${objects}/contacts/1`, { properties: { firstname: 'Ann' } });
    const reply = await world.call('GET', `${objects}/contacts/1?propertiesWithHistory=firstname`);
    expect(at(reply.body, 'propertiesWithHistory', 'firstname')).toMatchObject([
      { value: 'Ann', sourceType: 'INTEGRATION', sourceId: '4711' },
      { value: 'Person1', sourceType: 'IMPORT' },
    ]);
  });
});

describe('the end of a record', () => {
  test('a merged id reads as the survivor, which has the links of both', async () => {
    await using world = await openSandbox({ records: [...contacts(2), ...emailsOf('2', 2)] });
    await world.call('POST', `${objects}/contacts/merge`, { primaryObjectId: '1', objectIdToMerge: '2' });
    const old = await world.call(
      'GET',
      `${objects}/contacts/2?associations=emails&properties=hs_additional_emails`,
    );
    expect(at(old.body, 'id')).toBe('1');
    expect(list(old.body, 'associations', 'emails', 'results')).toHaveLength(2);
    expect(at(old.body, 'properties', 'hs_additional_emails')).toBe('person2@customer.example');
    const updated = await world.call('PATCH', `${objects}/contacts/2`, { properties: { jobtitle: 'x' } });
    expect(updated.status).toBe(404);
  });

  test('a person who is deleted for privacy leaves nothing behind', async () => {
    await using world = await openSandbox({ records: [...contacts(2), ...emailsOf('1', 1)] });
    const reply = await world.call('POST', `${objects}/contacts/gdpr-delete`, {
      objectId: 'person1@customer.example',
      idProperty: 'email',
    });
    const live = await world.call('GET', `${objects}/contacts/1`);
    const archived = await world.call('GET', `${objects}/contacts/1?archived=true`);
    const email = await world.call('GET', `${objects}/emails/1001?associations=contacts`);
    expect([reply.status, live.status, archived.status]).toEqual([204, 404, 404]);
    expect(at(email.body, 'associations')).toBeUndefined();
  });

  test('an archived contact gives its address free and takes it back with the restore', async () => {
    await using world = await openSandbox({ records: contacts(1) });
    const find = () => world.call('GET', `${objects}/contacts/person1@customer.example?idProperty=email`);
    await world.call('DELETE', `${objects}/contacts/1`);
    const gone = await find();
    await world.page('POST', '/records/contacts/1/restore');
    expect([gone.status, (await find()).status]).toEqual([404, 200]);
  });
});
