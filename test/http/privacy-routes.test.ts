/** The doors of the privacy part, with the real store and a CRM in memory behind them. */
import { isErasedView, isLeftView, isPersonView } from '@rapport/shared/contract-privacy.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adminRoutes } from '../../src/admin-routes.ts';
import { loadManifest } from '../../src/manifest.ts';
import type { Parts } from '../../src/parts.ts';
import { testStore } from '../support/database.ts';
import { FakeCrm } from '../support/fake-crm.ts';
import { base, call, type Door, get, now, openDoorOn, post, secret } from '../support/http-door.ts';
import { activity, contact, installation } from '../support/timeline-builders.ts';

const portal = 7;
const admin = `userId=5&portalId=${portal}&userEmail=boss%40us.example&appId=9`;
const rep = `userId=6&portalId=${portal}&userEmail=rep%40us.example&appId=9`;
const foreign = 'userId=5&portalId=78&userEmail=boss%40us.example&appId=9';
const address = 'ada@lovelace.example';

let world: Awaited<ReturnType<typeof testStore>>;
let door: Door;
let crm: FakeCrm;

beforeEach(async () => {
  world = await testStore();
  world.clock.at = now;
  crm = new FakeCrm();
  const { store, clock } = world;
  for (const id of [portal, 78]) await store.installations.save(installation(id));
  await store.admins.add(portal, { userId: 5, email: null, addedAt: now, addedBy: null });
  const person = contact('31', {
    label: address,
    published: { rapport_stage: 'bonding', rapport_objection: '' },
  });
  crm.add(person, contact('32'));
  await store.timeline.saveContacts(portal, [person]);
  await store.timeline.saveActivities(portal, [activity('emails', '9', ['31'])]);
  await store.corrections.add(portal, {
    id: 'c1',
    contactId: '31',
    at: now,
    by: { userId: 6, email: null },
    says: { kind: 'snooze', alert: 'coming_apart', reason: 'on holiday', until: now + 1 },
    undone: null,
  });
  const config = {
    http: { publicUrl: base },
    hubspot: { clientSecret: { reveal: () => secret }, previousClientSecret: null },
  };
  const jobs = { wakeups: { wake: async () => {} } };
  // What the routes read of the parts, and nothing else.
  const parts = { store, clock, crm, jobs, config, manifest: loadManifest() } as unknown as Parts;
  door = await openDoorOn(adminRoutes(parts));
});
afterEach(async () => {
  await door[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const send = (path: string, body: object, who = admin) => post(door, `/privacy/${path}?${who}`, body);
const parsed = (text: string): unknown => JSON.parse(text);

describe('a person', () => {
  test.each(['31', address])('is found by id or by address, with what is stored: %s', async (who) => {
    const found = parsed((await send('find', { who })).text);
    expect(isPersonView(found)).toBe(true);
    expect(found).toMatchObject({
      kind: 'person',
      contactId: '31',
      label: address,
      tables: [
        { table: 'contact', rows: 1 },
        { table: 'signal', rows: 1 },
        { table: 'correction', rows: 1 },
      ],
    });
  });

  test.each(['32', '404', 'nobody@nowhere.example'])(
    'of whom nothing is stored is nobody: %s',
    async (who) => {
      const got = await send('find', { who });
      expect([got.status, parsed(got.text)]).toEqual([404, { kind: 'nobody' }]);
    },
  );

  test('is exported by a link of ten minutes, corrections among it, and by no other link', async () => {
    const { exportUrl } = JSON.parse((await send('find', { who: '31' })).text);
    const path = exportUrl.slice(base.length);
    const file = await call(door, { path });
    expect(file.headers['content-disposition']).toBe('attachment; filename="rapport-7-31.json"');
    expect(parsed(file.text)).toMatchObject({
      contact: '31',
      legalBasis: null,
      tables: [{ table: 'contact' }, { table: 'signal' }, { table: 'correction', rows: [{ id: 'c1' }] }],
    });
    expect((await call(door, { path: path.replace('about=31', 'about=32') })).status).toBe(404);
    expect((await call(door, { path: path.replace('portal=7', 'portal=78') })).status).toBe(404);
    door.clock.at = now + 600_000;
    world.clock.at = now + 600_000;
    expect((await call(door, { path })).status).toBe(404);
  });

  test('is erased with the values in HubSpot that we computed, and is not stored again', async () => {
    const erased = parsed((await send('erase', { contactId: '31' })).text);
    expect(isErasedView(erased) && erased.rows).toBe(3);
    expect(crm.writes).toEqual([{ contactId: '31', values: { rapport_stage: '' } }]);
    expect(await world.store.personalData.of(portal, '31')).toEqual([]);
    await world.store.timeline.saveContacts(portal, [contact('31')]);
    expect(await world.store.timeline.knows(portal, '31')).toBe(false);
    // HubSpot's host may send a request twice.
    expect(parsed((await send('erase', { contactId: '31' })).text)).toEqual({ kind: 'erased', rows: 0 });
  });

  test('stays whole when HubSpot could not be told', async () => {
    crm.fail('writeProperties', 'unavailable');
    expect((await send('erase', { contactId: '31' })).status).toBe(503);
    expect((await world.store.personalData.of(portal, '31')).length).toBe(3);
  });
});

describe('leaving', () => {
  test.each([
    ['keep', 0],
    ['remove', 1],
  ] as const)('erases what is stored, and properties: %s', async (properties, removed) => {
    const left = parsed((await send('leave', { properties })).text);
    expect(isLeftView(left)).toBe(true);
    expect(left).toEqual({ kind: 'left', removed, kept: [] });
    expect((await world.store.installations.find(portal))?.state).toBe('uninstalled');
    expect(await world.store.personalData.of(portal, '31')).toEqual([]);
    // Nobody is an admin of a portal that is gone.
    expect((await send('leave', { properties })).status).toBe(403);
  });

  test('does not happen by half: HubSpot unreachable leaves everything', async () => {
    crm.fail('uninstall', 'unavailable');
    expect((await send('leave', { properties: 'keep' })).status).toBe(503);
    expect((await world.store.installations.find(portal))?.state).toBe('active');
  });
});

describe('the doors stay shut', () => {
  const all = [
    ['find', { who: '31' }],
    ['erase', { contactId: '31' }],
    ['leave', { properties: 'remove' }],
  ] as const;

  test.each(all)('%s for who is no admin, and for an admin of another portal', async (path, body) => {
    expect((await send(path, body, rep)).status).toBe(403);
    expect((await send(path, body, foreign)).status).toBe(403);
    expect(await world.store.timeline.knows(portal, '31')).toBe(true);
  });

  test.each(all)('%s when the query was changed after signing', async (path, body) => {
    const signed = `/privacy/${path}?${rep}`;
    expect((await post(door, signed.replace('userId=6', 'userId=5'), body, signed)).status).toBe(401);
  });

  test('for what is no question', async () => {
    expect((await send('find', { who: "31' or 1=1" })).status).toBe(400);
    expect((await send('erase', { contactId: '*' })).status).toBe(400);
    expect((await send('leave', { properties: 'burn' })).status).toBe(400);
    expect((await get(door, '/privacy/export?portal=7&about=31&until=9&key=x')).status).toBe(404);
  });
});
