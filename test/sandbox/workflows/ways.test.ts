import { describe, expect, test } from 'vitest';
import type { AppDeclaration } from '../../../src/sandbox/app-declaration.ts';
import { openAppServer } from '../support/app-server.ts';
import { at, contacts, openSandbox, type SandboxWorld, testApp } from '../support/sandbox-world.ts';

const dayMs = 86_400_000;
const publicUrl = 'https://api.rapport.example';
const withAction: AppDeclaration = {
  ...testApp,
  workflowActions: [{ uid: 'check', name: 'Check', actionUrl: `${publicUrl}/check` }],
};
const open = (origins = {}) =>
  openSandbox({ apps: [withAction], records: contacts(2), limits: { timeScale: 500 }, origins });

const customer = {
  kind: 'property',
  property: 'lifecyclestage',
  operator: 'is any of',
  values: ['customer'],
};
const log = (message: string) => ({ kind: 'log', message });

async function add(world: SandboxWorld, workflow: object): Promise<void> {
  const reply = await world.page('POST', '/workflows', {
    name: 'W',
    trigger: customer,
    actions: [],
    ...workflow,
  });
  expect(reply.status).toBe(201);
}

async function set(world: SandboxWorld, properties: Record<string, string>, id = '1'): Promise<void> {
  await world.page('PATCH', `/records/contacts/${id}`, { properties });
  await world.sandbox.engine.settled();
}

async function advance(world: SandboxWorld, advanceMs: number): Promise<void> {
  await world.page('POST', '/clock', { advanceMs });
  await world.sandbox.engine.settled();
}

const runs = (world: SandboxWorld) => world.sandbox.book.runs({ limit: 100 });
const outcomes = (world: SandboxWorld) => runs(world).map(({ steps }) => steps.map(({ outcome }) => outcome));

describe('who is enrolled', () => {
  test('filters look at the contact after the whole writing, whatever was told first', async () => {
    await using world = await open();
    const filter = { of: 'property', name: 'jobtitle', operator: 'is none of', values: ['Intern'] };
    await add(world, { filters: [filter], actions: [log('in')] });
    await set(world, { lifecyclestage: 'customer', jobtitle: 'Intern' });
    expect(runs(world)).toEqual([]);
    await set(world, { lifecyclestage: 'customer', jobtitle: 'Buyer' }, '2');
    expect(runs(world)).toMatchObject([{ contactId: '2', state: 'done' }]);
  });

  test('a contact goes through once where it is not enrolled again', async () => {
    await using world = await open();
    await add(world, { reEnroll: false });
    for (const lifecyclestage of ['customer', 'lead', 'customer']) await set(world, { lifecyclestage });
    expect(runs(world)).toHaveLength(1);
  });

  test('a date enrolls so many days before it, once, and again when it moved', async () => {
    await using world = await open();
    await add(world, { trigger: { kind: 'date', property: 'hs_lifecyclestage_lead_date', daysBefore: 14 } });
    const start = world.sandbox.clock.now();
    const dated = async (days: number) => {
      const [record] = [...world.sandbox.store.shelf('contacts').records.values()];
      if (record === undefined) throw new Error('no contact');
      record.values['hs_lifecyclestage_lead_date'] = new Date(start + days * dayMs).toISOString();
    };
    await dated(20);
    await advance(world, 5 * dayMs);
    expect(runs(world)).toEqual([]);
    await advance(world, 2 * dayMs);
    await advance(world, dayMs);
    expect(runs(world)).toMatchObject([{ trigger: 'date', contactId: '1' }]);
    await dated(40);
    await advance(world, 20 * dayMs);
    expect(runs(world)).toHaveLength(2);
  });

  test('an app event enrolls the contact on whose timeline it stands, and its properties can be asked', async () => {
    await using world = await open();
    const filter = { of: 'event', name: 'stage', operator: 'is any of', values: ['bonding'] };
    await add(world, { trigger: { kind: 'event', eventUid: 'stage_changed' }, filters: [filter] });
    for (const [id, stage] of [
      ['a', 'bonding'],
      ['b', ''],
    ] as const) {
      await world.call('POST', '/integrators/timeline/2026-03/events', {
        eventTypeName: 'ae4711_stage_changed',
        id,
        objectId: '1',
        properties: { stage },
      });
    }
    await world.sandbox.engine.settled();
    expect(runs(world)).toMatchObject([{ trigger: 'event', contactId: '1', to: 'bonding' }]);
  });
});

describe('which way a run goes', () => {
  test('a branch on an output goes one way and not the other', async () => {
    await using app = await openAppServer((number) => ({
      status: 200,
      body: { outputFields: { verdict: number === 0 ? 'allow' : 'deny' } },
    }));
    await using world = await open({ [publicUrl]: app.url });
    const condition = { of: 'output', name: 'verdict', operator: 'is any of', values: ['allow'] };
    const branch = { kind: 'branch', condition, yes: [log('send')], no: [log('hold back')] };
    await add(world, { actions: [{ kind: 'custom', actionUid: 'check' }, branch] });
    await set(world, { lifecyclestage: 'customer' });
    await set(world, { lifecyclestage: 'customer' }, '2');
    const ends = outcomes(world).map((steps) => steps.at(-1));
    expect(ends).toEqual(['hold back', 'send']);
  });

  test('a delay waits for the clock of the portal', async () => {
    await using world = await open();
    await add(world, { actions: [{ kind: 'delay', amount: 2, unit: 'days' }, log('later')] });
    await set(world, { lifecyclestage: 'customer' });
    await advance(world, 2 * dayMs - 60_000);
    expect(runs(world)).toMatchObject([{ state: 'waiting' }]);
    await advance(world, 60_000);
    expect(runs(world)).toMatchObject([{ state: 'done' }]);
  });

  test('a contact deleted during a delay ends the run', async () => {
    await using world = await open();
    await add(world, { actions: [{ kind: 'delay', amount: 1, unit: 'days' }, log('later')] });
    await set(world, { lifecyclestage: 'customer' });
    await world.page('DELETE', '/records/contacts/1');
    await advance(world, 2 * dayMs);
    expect(runs(world)).toMatchObject([{ state: 'failed' }]);
  });

  test('a webhook carries the contact with its history as the portal writes it', async () => {
    await using receiver = await openAppServer(() => ({ status: 200 }));
    await using world = await open();
    await add(world, { actions: [{ kind: 'webhook', url: `${receiver.url}/hook` }] });
    await set(world, { lifecyclestage: 'customer' });
    const [sent] = receiver.received;
    expect(sent?.json).toMatchObject({ vid: 1, 'portal-id': 145550001, 'is-contact': true });
    expect(at(sent?.json, 'properties', 'lifecyclestage')).toMatchObject({
      value: 'customer',
      versions: [{ value: 'customer', 'source-type': 'CRM_UI' }],
    });
    expect(runs(world)).toMatchObject([{ state: 'done' }]);
  });

  test('an action that passes over a contact lets the run go on, with the reason in the log', async () => {
    const outputFields = { hs_execution_state: 'FAIL_CONTINUE', reason: 'unknown' };
    await using app = await openAppServer(() => ({ status: 200, body: { outputFields } }));
    await using world = await open({ [publicUrl]: app.url });
    await add(world, { actions: [{ kind: 'custom', actionUid: 'check' }, log('on')] });
    await set(world, { lifecyclestage: 'customer' });
    expect(outcomes(world)).toEqual([['passed over: unknown', 'on']]);
  });

  test('an input in braces is taken from the contact', async () => {
    await using app = await openAppServer(() => ({ status: 200, body: {} }));
    await using world = await open({ [publicUrl]: app.url });
    const inputFields = { who: '{{email}}', what: 'plain' };
    await add(world, { actions: [{ kind: 'custom', actionUid: 'check', inputFields }] });
    await set(world, { lifecyclestage: 'customer' });
    expect(at(app.received[0]?.json, 'inputFields')).toEqual({
      who: 'person1@customer.example',
      what: 'plain',
    });
  });
});
