import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AppDeclaration } from '../../../src/sandbox/app-declaration.ts';
import { durationMs } from '../../../src/sandbox/workflows/call-custom-action.ts';
import { type AppServer, openAppServer } from '../support/app-server.ts';
import { at, contacts, openSandbox, type SandboxWorld, testApp, text } from '../support/sandbox-world.ts';

const publicUrl = 'https://api.rapport.example';
const withAction: AppDeclaration = {
  ...testApp,
  workflowActions: [
    {
      uid: 'assess',
      name: 'Assess now',
      actionUrl: `${publicUrl}/hubspot/actions/assess`,
      objectProperties: ['email'],
    },
  ],
};

const open = (more = {}) =>
  openSandbox({ apps: [withAction], records: contacts(2), limits: { timeScale: 500 }, ...more });
const openWith = (app: AppServer) => open({ origins: { [publicUrl]: app.url } });

const trigger = (property: string, values: readonly string[] = []) => ({
  kind: 'property',
  property,
  operator: values.length > 0 ? 'is any of' : 'changed',
  values,
});

async function add(
  world: SandboxWorld,
  name: string,
  on: object,
  ...actions: readonly object[]
): Promise<string> {
  const reply = await world.page('POST', '/workflows', { name, trigger: on, actions });
  return text(reply.body, 'id');
}

async function set(world: SandboxWorld, id: string, properties: Record<string, string>): Promise<void> {
  await world.page('PATCH', `/records/contacts/${id}`, { properties });
  await world.sandbox.engine.settled();
}

const log = async (world: SandboxWorld) => (await world.page('GET', '/workflows/log')).body;
const customer = trigger('lifecyclestage', ['customer']);
const callAction = { kind: 'custom', actionUid: 'assess', inputFields: { why: 'stage' } };

describe('triggers', () => {
  test('a workflow runs when its property gets one of its values, whoever wrote it', async () => {
    await using world = await open();
    await add(world, 'Welcome', customer, { kind: 'log', message: 'hello' });
    await set(world, '1', { lifecyclestage: 'lead' });
    await world.call('PATCH', '/crm/objects/2026-09/contacts/1', {
      properties: { lifecyclestage: 'customer' },
    });
    await world.sandbox.engine.settled();
    expect(await log(world)).toMatchObject([
      {
        workflowName: 'Welcome',
        contactId: '1',
        contactTitle: 'Person1 Test',
        from: 'lead',
        to: 'customer',
        state: 'done',
      },
    ]);
  });

  test('a workflow on any change runs at each new value, and not when it is switched off', async () => {
    await using world = await open();
    const id = await add(world, 'Any', trigger('jobtitle'), { kind: 'log', message: 'changed' });
    await set(world, '1', { jobtitle: 'Buyer' });
    await set(world, '1', { jobtitle: 'Buyer' });
    await set(world, '1', { jobtitle: 'Head of buying' });
    await world.page('PATCH', `/workflows/${id}`, { enabled: false });
    await set(world, '1', { jobtitle: 'Director' });
    expect(await log(world)).toMatchObject([{ to: 'Head of buying' }, { to: 'Buyer' }]);
  });

  test('a trigger on a property that contacts do not have is refused', async () => {
    await using world = await open();
    const reply = await world.page('POST', '/workflows', {
      name: 'W',
      trigger: trigger('no_such_property'),
      actions: [],
    });
    expect(reply.status).toBe(400);
  });
});

describe('actions', () => {
  test('a property is set and a task is made on the contact', async () => {
    await using world = await open();
    await add(
      world,
      'W',
      customer,
      { kind: 'set-property', property: 'jobtitle', value: 'Customer' },
      { kind: 'create-task', subject: 'Call' },
    );
    await set(world, '1', { lifecyclestage: 'customer' });
    const record = await world.page('GET', '/records/contacts/1');
    expect(at(record.body, 'properties', 'jobtitle')).toBe('Customer');
    expect(at(record.body, 'links', 'tasks', 0, 'title')).toBe('Call');
    const history = await world.page('GET', '/records/contacts/1/history?property=jobtitle');
    expect(at(history.body, 'jobtitle', 0)).toMatchObject({
      source: 'AUTOMATION_PLATFORM',
      sourceLabel: 'W',
    });
  });

  test('two workflows that set each other off come to an end', async () => {
    await using world = await open();
    await add(world, 'There', trigger('jobtitle', ['a']), {
      kind: 'set-property',
      property: 'jobtitle',
      value: 'b',
    });
    await add(world, 'Back', trigger('jobtitle', ['b']), {
      kind: 'set-property',
      property: 'jobtitle',
      value: 'a',
    });
    await set(world, '1', { jobtitle: 'a' });
    await expect(log(world)).resolves.toHaveLength(8);
  });

  test("an app's action is called signed, with portal, contact and inputs, and the run goes on", async () => {
    await using app = await openAppServer(() => ({ status: 200, body: { outputFields: { score: '5' } } }));
    await using world = await openWith(app);
    await add(world, 'W', customer, callAction, { kind: 'log', message: 'after' });
    await set(world, '1', { lifecyclestage: 'customer' });
    const [request] = app.received;
    expect(request?.json).toMatchObject({
      origin: { portalId: 145550001 },
      object: { objectId: 1, objectType: 'CONTACT', properties: { email: 'person1@customer.example' } },
      inputFields: { why: 'stage' },
    });
    const base = `${testApp.clientSecret}POST${publicUrl}/hubspot/actions/assess${request?.text}`;
    expect(request?.headers['x-hubspot-signature']).toBe(createHash('sha256').update(base).digest('hex'));
    expect(await log(world)).toMatchObject([
      { state: 'done', steps: [{ action: 'custom' }, { outcome: 'after' }] },
    ]);
  });

  test('a run that blocks waits for the callback, which works once', async () => {
    await using app = await openAppServer(() => ({
      status: 200,
      body: { outputFields: { hs_execution_state: 'BLOCK' } },
    }));
    await using world = await openWith(app);
    await add(world, 'W', customer, callAction, { kind: 'log', message: 'after' });
    await set(world, '1', { lifecyclestage: 'customer' });
    expect(await log(world)).toMatchObject([{ state: 'waiting' }]);
    const callbackId = text(app.received[0]?.json, 'callbackId');
    const path = `/automation/actions/callbacks/2026-09/${callbackId}/complete`;
    const first = await world.call('POST', path, { outputFields: { score: '7' }, typedOutputs: {} });
    await world.sandbox.engine.settled();
    const second = await world.call('POST', path, { outputFields: {}, typedOutputs: {} });
    expect([first.status, second.status]).toEqual([204, 404]);
    expect(await log(world)).toMatchObject([{ state: 'done' }]);
  });

  test('a run that is never completed fails after its time', async () => {
    const block = { hs_execution_state: 'BLOCK', hs_expiration_duration: 'P1D' };
    await using app = await openAppServer(() => ({ status: 200, body: { outputFields: block } }));
    await using world = await openWith(app);
    await add(world, 'W', customer, callAction);
    await set(world, '1', { lifecyclestage: 'customer' });
    await world.page('POST', '/clock', { advanceMs: 86_399_000 - 60_000 });
    expect(await log(world)).toMatchObject([{ state: 'waiting' }]);
    await world.page('POST', '/clock', { advanceMs: 62_000 });
    expect(await log(world)).toMatchObject([{ state: 'failed' }]);
  });

  test('a refusal is final, a failure is tried again with the same callback', async () => {
    await using refusing = await openAppServer(() => ({ status: 400 }));
    await using failing = await openAppServer((number) => ({ status: number === 0 ? 502 : 200, body: {} }));
    for (const [app, state, calls] of [
      [refusing, 'failed', 1],
      [failing, 'done', 2],
    ] as const) {
      await using world = await openWith(app);
      await add(world, 'W', customer, callAction);
      await set(world, '1', { lifecyclestage: 'customer' });
      expect(await log(world)).toMatchObject([{ state }]);
      expect(app.received).toHaveLength(calls);
      expect(new Set(app.received.map((one) => at(one.json, 'callbackId'))).size).toBe(1);
    }
  });

  test.each([
    ['P1D', 86_400_000],
    ['PT1H30M', 5_400_000],
    ['P2W', 1_209_600_000],
    [undefined, 604_800_000],
  ])('the duration %s is %d ms', (duration, ms) => {
    expect(durationMs(duration)).toBe(ms);
  });
});
