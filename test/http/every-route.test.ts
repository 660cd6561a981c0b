/** Every route of the service, asked by those who may not: unsigned, tampered with, of another portal, about another's contact. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../../src/http/route.ts';
import { inferIn } from '../../src/infer.ts';
import { loadManifest } from '../../src/manifest.ts';
import type { Parts } from '../../src/parts.ts';
import { routesOf } from '../../src/routes.ts';
import { testStore } from '../support/database.ts';
import { FakeCrm } from '../support/fake-crm.ts';
import { base, call, type Door, get, now, openDoorOn, post, secret } from '../support/http-door.ts';
import { activity, contact, installation } from '../support/timeline-builders.ts';

const [mine, theirs] = [7, 78];
/** Of the other portal alone. */
const person = '31';
const id = 'a0000000-0000-4000-8000-000000000001';
const asked = { id, contactId: person, locale: 'en' };
const change = { id, locale: 'en', basedOn: 0, note: '' };
const until = '2026-07-01';

/** What each route is asked, as well as can be: a new route without an entry fails the first test. */
const questions: Readonly<Record<string, string | object>> = {
  'GET /cards/contact': `contactId=${person}&locale=en`,
  'POST /cards/refresh': { contactId: person, locale: 'en' },
  'POST /cards/override': { ...asked, stage: 'bonding', reason: 'we met', until },
  'POST /cards/feedback': { ...asked, about: 'stage', reason: 'wrong' },
  'POST /cards/snooze': { ...asked, reason: 'on holiday', until },
  'POST /cards/desired': { ...asked, type: 'buddies', source: 'phone', saidOn: '2026-06-01' },
  'POST /cards/undo': { ...asked, correction: 'theirs' },
  'GET /cards/corrections': `contactId=${person}&locale=en`,
  'GET /home': 'locale=en',
  'GET /home/list': 'by=recovering',
  'POST /home/retry': { subjects: [`contacts:${person}`] },
  'GET /settings': 'locale=en',
  'GET /settings/mapping': 'locale=en',
  'GET /settings/preview': '',
  'POST /settings/preview': change,
  'POST /settings/apply': change,
  'POST /settings/rollback': { ...change, to: 0 },
  'POST /settings/live': { locale: 'en', isOn: false },
  'POST /settings/events': { locale: 'en', isOn: true },
  'POST /settings/adopt': { locale: 'en', version: 'v' },
  'POST /settings/admins/name': { locale: 'en', email: 'thief@else.example' },
  'POST /settings/admins/remove': { locale: 'en', who: '6' },
  'POST /settings/release': { locale: 'en', version: 'v' },
  'GET /settings/register': '',
  'POST /privacy/find': { who: person },
  'POST /privacy/erase': { contactId: person },
  'POST /privacy/leave': { properties: 'remove' },
};
const open = ['/healthz', '/readyz', '/oauth/install', '/oauth/callback'];

let world: Awaited<ReturnType<typeof testStore>>;
let door: Door;
let routes: readonly Route[];

beforeAll(async () => {
  world = await testStore();
  world.clock.at = now;
  const { store, clock } = world;
  for (const portal of [mine, theirs]) {
    await store.installations.save(installation(portal));
    await store.backfills.start(portal, [], 0, null);
    await store.backfills.finish(portal, 0);
    // In each portal another user is its admin.
    await store.admins.add(portal, { userId: portal, email: null, addedAt: now, addedBy: null });
  }
  await store.timeline.saveContacts(theirs, [contact(person, { label: 'Their Customer' })]);
  await store.timeline.saveActivities(theirs, [activity('emails', '9', [person])]);
  await store.parking.park(theirs, { subject: `contacts:${person}`, reason: 'invalid-input', at: now });
  await store.corrections.add(theirs, {
    ...{ id: 'theirs', contactId: person, at: now, by: { userId: theirs, email: null }, undone: null },
    says: { kind: 'snooze', alert: 'coming_apart', reason: 'their reason', until: now + 1 },
  });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const config = {
    http: { publicUrl: base, formerUrls: [] },
    hubspot: {
      authorizeUrl: 'https://app.hubspot.example/oauth/authorize',
      clientSecret: { reveal: () => secret },
      previousClientSecret: null,
    },
  };
  const jobs = { wakeups: { wake: async () => {} } };
  const authorization = { authorizeUrl: () => '', redeem: () => Promise.reject(new Error('no code')) };
  const parts = { store, clock, crm: new FakeCrm(), jobs, config, log, authorization, infer: inferIn };
  // What the routes read of the parts, and nothing else.
  routes = routesOf({ ...parts, manifest: loadManifest() } as unknown as Parts, async () => true);
  door = await openDoorOn(routes);
});
afterAll(async () => {
  await door[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const signedBy = (portal: number) => `userId=${portal}&portalId=${portal}&userEmail=u%40x.example&appId=9`;
const everything = async () =>
  JSON.stringify([
    await world.store.timeline.load(theirs, [person]),
    await world.store.corrections.of(theirs, person),
    await world.store.choices.current(theirs),
    await world.store.admins.list(theirs),
    await world.store.parking.list(theirs),
    await world.store.installations.find(theirs),
  ]);

/** @param query as HubSpot signs it. */
function ask(route: string, query: string, signed = query) {
  const [method = '', path = ''] = route.split(' ');
  const question = questions[route] ?? {};
  if (typeof question !== 'string') return post(door, `${path}?${query}`, question, `${path}?${signed}`);
  const rest = question === '' ? '' : `${question}&`;
  return query === signed
    ? get(door, `${path}?${rest}${query}`)
    : call(door, { method, path: `${path}?${rest}${query}`, headers: {} });
}

test('every route is known here, and the open ones are few', () => {
  const viewer = routes
    .filter(({ auth }) => auth === 'viewer')
    .map(({ method, path }) => `${method} ${path}`);
  expect(viewer.sort()).toEqual(Object.keys(questions).sort());
  const bare = routes.filter(({ auth }) => auth === 'public').map(({ path }) => path);
  expect(bare.filter((path) => !path.startsWith('/assets/')).sort()).toEqual(open.sort());
  const links = routes.filter(({ auth }) => auth === 'link').map(({ path }) => path);
  expect(links.sort()).toEqual(['/install/progress', '/privacy/export', '/settings/register.csv']);
});

describe.each(Object.keys(questions))('%s', (route) => {
  test('answers nobody who is not signed, or whose portal was changed after signing', async () => {
    const [method = '', path = ''] = route.split(' ');
    const plain = await call(door, {
      method,
      path: `${path}?${signedBy(theirs)}`,
      headers: { 'content-type': 'application/json' },
      body: method === 'POST' ? JSON.stringify(questions[route]) : '',
    });
    expect(plain.status).toBe(401);
    expect((await ask(route, signedBy(theirs), signedBy(mine))).status).toBe(401);
  });

  test('shows and changes nothing of another portal', async () => {
    const before = await everything();
    const { text, status } = await ask(route, signedBy(mine));
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('Their Customer');
    expect(text).not.toContain('their reason');
    if (route.includes('/cards/')) expect([404, 422, 200]).toContain(status);
    expect(await everything()).toBe(before);
  });

  test('gives an admin of one portal nothing in another', async () => {
    const before = await everything();
    const stranger = `userId=${mine}&portalId=${theirs}&userEmail=u%40x.example&appId=9`;
    // Whoever HubSpot signs for a portal is one of its users: cards are theirs to use, what admins do is not.
    if (route.includes('/cards/')) return;
    const { status } = await ask(route, stranger);
    if (route.startsWith('POST')) expect(status).toBe(403);
    expect(await everything()).toBe(before);
  });
});

describe('calls of workflow actions', () => {
  const actions = loadManifest().workflowActions.map(({ path }) => path);
  test.each(actions)('%s answers nobody unsigned, and knows no contact of another portal', async (path) => {
    const body = {
      callbackId: `ap-${path.length}`,
      origin: { portalId: mine },
      object: { objectId: person },
      inputFields: {
        purpose: 'marketing',
        channel: 'email',
        type: 'buddies',
        source: 'x',
        case_type: 'task',
      },
    };
    const unsigned = await call(door, {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(unsigned.status).toBe(401);
    const before = await everything();
    const { text } = await post(door, path, body);
    expect(text).not.toContain('"hs_execution_state":"SUCCESS"');
    expect(text).not.toContain('Their Customer');
    const nowhere = { ...body, callbackId: 'ap-nowhere', origin: { portalId: 999 } };
    expect((await post(door, path, nowhere)).status).toBe(404);
    expect(await everything()).toBe(before);
  });
});

test('links that are not ours open nothing', async () => {
  for (const path of ['/install/progress', '/privacy/export', '/settings/register.csv']) {
    const forged = `portal=${theirs}&about=${person}&until=${now + 9}&key=${'x'.repeat(43)}`;
    expect((await call(door, { path: `${path}?${forged}` })).status).toBe(404);
  }
});

test('a webhook that is not signed is not kept', async () => {
  const { path } = loadManifest().webhooks;
  const headers = { 'content-type': 'application/json' };
  expect((await call(door, { method: 'POST', path, headers, body: '[]' })).status).toBe(401);
  expect(await world.store.deliveries.count()).toBe(0);
});
