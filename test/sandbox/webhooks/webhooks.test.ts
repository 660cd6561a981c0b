import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { AppDeclaration, SubscriptionDeclaration } from '../../../src/sandbox/app-declaration.ts';
import { type AppServer, openAppServer } from '../support/app-server.ts';
import { at, contacts, list, openSandbox, testApp } from '../support/sandbox-world.ts';

const publicUrl = 'https://api.rapport.example';

function subscribing(...subscriptions: readonly SubscriptionDeclaration[]): AppDeclaration {
  return { ...testApp, webhooks: { targetUrl: `${publicUrl}/hubspot/webhooks?v=1`, subscriptions } };
}

function opened(app: AppServer, subscriptions: readonly SubscriptionDeclaration[], more = {}) {
  return openSandbox({
    apps: [subscribing(...subscriptions)],
    origins: { [publicUrl]: app.url },
    records: contacts(3),
    limits: { timeScale: 500 },
    ...more,
  });
}

const asReceived = (app: AppServer) => app.received.flatMap((one) => list(one.json));
/** In the order of the changes: requests may overtake each other. */
const everyItem = (app: AppServer) =>
  asReceived(app).toSorted((a, b) => Number(at(a, 'eventId')) - Number(at(b, 'eventId')));
const lifecycle = {
  subscriptionType: 'object.propertyChange',
  objectType: 'contact',
  propertyName: 'lifecyclestage',
};

describe('delivery', () => {
  test('items are signed over the declared public address, with the time of the portal', async () => {
    await using app = await openAppServer(() => ({ status: 204 }));
    await using world = await opened(app, [lifecycle]);
    await world.page('PATCH', '/records/contacts/1', { properties: { lifecyclestage: 'customer' } });
    await world.sandbox.settled();
    const [request] = app.received;
    expect(request?.url).toBe('/hubspot/webhooks?v=1');
    const { headers = {}, text = '' } = request ?? {};
    const time = headers['x-hubspot-request-timestamp'] ?? '';
    const base = `POST${publicUrl}/hubspot/webhooks?v=1${text}${time}`;
    expect(headers['x-hubspot-signature-v3']).toBe(
      createHmac('sha256', testApp.clientSecret).update(base).digest('base64'),
    );
    expect(headers['x-hubspot-signature']).toBe(
      createHash('sha256')
        .update(testApp.clientSecret + text)
        .digest('hex'),
    );
    expect(new Date(Number(time)).getUTCFullYear()).toBe(2026);
  });

  test('what is refused is sent again as a whole with a higher attempt, and then given up', async () => {
    await using app = await openAppServer((number) => ({ status: number < 2 ? 500 : 204 }));
    await using world = await opened(app, [lifecycle]);
    await world.page('PATCH', '/records/contacts/1', { properties: { lifecyclestage: 'customer' } });
    await world.sandbox.settled();
    expect(app.received.map((one) => at(one.json, 0, 'attemptNumber'))).toEqual([0, 1, 2]);
    const ids = app.received.map((one) => at(one.json, 0, 'eventId'));
    expect(new Set(ids).size).toBe(1);
    expect(world.sandbox.webhooks.log()).toMatchObject({ delivered: 1, retried: 2, givenUp: 0, waiting: 0 });
  });

  test('after ten retries an item is given up', async () => {
    await using app = await openAppServer(() => ({ status: 503 }));
    await using world = await opened(app, [lifecycle], { limits: { timeScale: 100_000 } });
    await world.page('PATCH', '/records/contacts/1', { properties: { lifecyclestage: 'customer' } });
    await world.sandbox.settled();
    expect(app.received).toHaveLength(11);
    expect(world.sandbox.webhooks.log()).toMatchObject({ delivered: 0, givenUp: 1 });
  });

  test('an array holds at most a hundred items', async () => {
    await using app = await openAppServer(() => ({ status: 204 }));
    await using world = await opened(app, [{ subscriptionType: 'object.creation', objectType: 'contact' }]);
    for (const part of [0, 1, 2]) {
      const inputs = Array.from({ length: 100 }, (_, index) => ({
        properties: { email: `new${part}-${index}@x.example` },
      }));
      await world.call('POST', '/crm/objects/2026-09/contacts/batch/create', { inputs });
    }
    await world.sandbox.settled();
    expect(everyItem(app)).toHaveLength(300);
    expect(Math.max(...app.received.map((one) => list(one.json).length))).toBeLessThanOrEqual(100);
  });

  test('dropped, doubled and shuffled items are what was asked for, each time the same', async () => {
    const run = async () => {
      await using app = await openAppServer(() => ({ status: 204 }));
      await using world = await opened(
        app,
        [{ subscriptionType: 'object.creation', objectType: 'contact' }],
        {
          webhookFaults: { seed: 5, drop: 0.3, duplicate: 0.3, shuffle: true },
        },
      );
      const inputs = Array.from({ length: 60 }, (_, index) => ({
        properties: { email: `n${index}@x.example` },
      }));
      await world.call('POST', '/crm/objects/2026-09/contacts/batch/create', { inputs });
      await world.sandbox.settled();
      return asReceived(app).map((item) => Number(at(item, 'eventId')));
    };
    const [first, second] = [await run(), await run()];
    expect(first).toEqual(second);
    expect(new Set(first).size).toBeLessThan(60);
    expect(first.length).toBeGreaterThan(new Set(first).size);
    expect(first).not.toEqual(first.toSorted((a, b) => a - b));
  });

  test('an item that is held back arrives after what happened later', async () => {
    await using app = await openAppServer(() => ({ status: 204 }));
    const creations = [{ subscriptionType: 'object.creation', objectType: 'contact' }];
    const webhookFaults = { seed: 5, delay: 0.3, delayMs: 200 };
    await using world = await opened(app, creations, { webhookFaults });
    const inputs = Array.from({ length: 60 }, (_, index) => ({
      properties: { email: `n${index}@x.example` },
    }));
    await world.call('POST', '/crm/objects/2026-09/contacts/batch/create', { inputs });
    await world.sandbox.settled();
    const order = asReceived(app).map((item) => Number(at(item, 'eventId')));
    expect(new Set(order).size).toBe(60);
    expect(order).not.toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('items', () => {
  test('a change by an app names the app, a change by a user the user', async () => {
    await using app = await openAppServer(() => ({ status: 204 }));
    await using world = await opened(app, [lifecycle]);
    await world.call('PATCH', '/crm/objects/2026-09/contacts/1', { properties: { lifecyclestage: 'lead' } });
    await world.page('PATCH', '/records/contacts/1', { properties: { lifecyclestage: 'customer' } });
    await world.sandbox.settled();
    expect(everyItem(app)).toMatchObject([
      {
        changeSource: 'INTEGRATION',
        sourceId: '4711',
        objectId: 1,
        objectTypeId: '0-1',
        propertyName: 'lifecyclestage',
        propertyValue: 'lead',
      },
      {
        changeSource: 'CRM_UI',
        sourceId: 'userId:7001',
        propertyValue: 'customer',
        appId: 4711,
        portalId: 145550001,
      },
    ]);
  });

  test('a value that is written again is no change', async () => {
    await using app = await openAppServer(() => ({ status: 204 }));
    await using world = await opened(app, [lifecycle]);
    for (let times = 0; times < 2; times++) {
      await world.call('PATCH', '/crm/objects/2026-09/contacts/1', {
        properties: { lifecyclestage: 'lead' },
      });
    }
    await world.sandbox.settled();
    expect(everyItem(app)).toHaveLength(1);
  });

  test('a link is told from both ends', async () => {
    await using app = await openAppServer(() => ({ status: 204 }));
    const change = 'object.associationChange';
    await using world = await opened(app, [
      { subscriptionType: change, objectType: 'contact' },
      { subscriptionType: change, objectType: 'meeting_event' },
      { subscriptionType: 'contact.associationChange' },
    ]);
    const meeting = await world.page('POST', '/records/meetings', {
      properties: {},
      associations: [{ type: 'contacts', id: '2' }],
    });
    await world.sandbox.settled();
    const meetingId = Number(at(meeting.body, 'id'));
    expect(everyItem(app)).toMatchObject([
      {
        fromObjectId: meetingId,
        toObjectId: 2,
        fromObjectTypeId: '0-47',
        toObjectTypeId: '0-1',
        associationTypeId: 200,
        associationRemoved: false,
      },
      { fromObjectId: 2, toObjectId: meetingId, associationTypeId: 199 },
      { subscriptionType: 'contact.associationChange', associationType: 'CONTACT_TO_MEETING_EVENT' },
    ]);
  });

  test('merge, deletion, restore and privacy deletion are told', async () => {
    await using app = await openAppServer(() => ({ status: 204 }));
    const generic = ['merge', 'deletion', 'restore'].map((kind) => ({
      subscriptionType: `object.${kind}`,
      objectType: 'contact',
    }));
    await using world = await opened(app, [...generic, { subscriptionType: 'contact.privacyDeletion' }]);
    await world.page('POST', '/records/contacts/1/merge', { otherId: '2' });
    await world.page('DELETE', '/records/contacts/1');
    await world.page('POST', '/records/contacts/1/restore');
    await world.page('POST', '/records/contacts/3/forget');
    await world.sandbox.settled();
    const items = everyItem(app);
    expect(items.map((item) => at(item, 'subscriptionType'))).toEqual([
      'object.merge',
      'object.deletion',
      'object.restore',
      'contact.privacyDeletion',
      'object.deletion',
    ]);
    expect(items[0]).toMatchObject({ primaryObjectId: 1, mergedObjectIds: [2], newObjectId: 1 });
  });

  test('an app without the scope of an object hears nothing of it, and nobody hears before an install', async () => {
    await using app = await openAppServer(() => ({ status: 204 }));
    const ticket = { subscriptionType: 'object.creation', objectType: 'ticket' };
    await using world = await opened(app, [ticket]);
    await world.page('POST', `/apps/${testApp.appId}/withhold`, { scopes: ['tickets'] });
    await world.page('POST', '/records/tickets', { properties: { subject: 'Broken' } });
    await world.sandbox.settled();
    expect(app.received).toEqual([]);

    await using fresh = await opened(app, [ticket], { install: false });
    await fresh.page('POST', '/records/tickets', { properties: { subject: 'Broken' } });
    await fresh.sandbox.settled();
    expect(app.received).toEqual([]);
  });
});
