/** The doors of the settings page and the home page, with the real store behind them. */
import { isHomeView, isListView } from '@rapport/shared/contract-home.ts';
import { isMappingView } from '@rapport/shared/contract-mapping.ts';
import { isChangeAnswer, isPreviewView, isSettingsView } from '@rapport/shared/contract-settings.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminRoutes } from '../../src/admin-routes.ts';
import { loadManifest } from '../../src/manifest.ts';
import type { Parts } from '../../src/parts.ts';
import { createAdminWork } from '../../src/usecases/admin-work.ts';
import { readableTypes } from '../../src/watched-types.ts';
import { testStore } from '../support/database.ts';
import { base, type Door, get, now, openDoorOn, post, secret } from '../support/http-door.ts';
import { activity, assessment, contact, installation, message } from '../support/timeline-builders.ts';

const portal = 7;
const admin = `userId=5&portalId=${portal}&userEmail=boss%40us.example&appId=9`;
const rep = `userId=6&portalId=${portal}&userEmail=Rep%40us.example&appId=9`;
const foreign = 'userId=5&portalId=78&userEmail=boss%40us.example&appId=9';
const id = 'a0000000-0000-4000-8000-000000000001';
const asked = { id, locale: 'en', basedOn: 0, note: 'less patient' };
const day = 86_400_000;

/** A portal of one field and one pipeline. */
const choosable = {
  fields: { termEnd: { object: 'deals', options: [{ id: 'ends_on', label: 'Ends <b>on</b>' }] } },
  deals: [{ id: 'default', label: 'Sales', stages: [{ id: 'talk', label: 'Talk' }] }],
  tickets: [],
  pipelines: {
    dealStages: { talk: { outcome: 'open', qualified: false, project: false } },
    ticketStages: {},
  },
};

let world: Awaited<ReturnType<typeof testStore>>;
let door: Door;
const config = {
  http: { publicUrl: base },
  hubspot: { clientSecret: { reveal: () => secret }, previousClientSecret: null },
};
const woken: string[] = [];

beforeAll(async () => {
  world = await testStore();
  world.clock.at = now;
  const { store, clock } = world;
  await store.installations.save(installation(portal));
  await store.backfills.start(portal, [], 0, null);
  await store.backfills.finish(portal, 0);
  await store.admins.add(portal, { userId: 5, email: null, addedAt: now, addedBy: null });
  const ids = ['1', '2', '3', '4', '5', '6'];
  await store.timeline.saveContacts(
    portal,
    ids.map((it) => contact(it)),
  );
  await store.timeline.saveActivities(
    portal,
    ids.map((it) => activity('emails', it, [it], { signals: [message(`emails:${it}`, now - 30 * day)] })),
  );
  await store.assessments.save(
    portal,
    ids.map((contactId) => ({
      contactId,
      assessment: assessment({ asOf: now, stage: 'bonding', validUntil: now + 9 * day }),
      writing: false,
    })),
  );
  const wakeups = { wake: async (kind: string) => void woken.push(kind) };
  // What the routes read of the parts, and nothing else.
  const crm = { mappable: async () => choosable };
  const jobs = { wakeups };
  const parts = { store, crm, clock, manifest: loadManifest(), jobs, config } as unknown as Parts;
  door = await openDoorOn(adminRoutes(parts));
});
afterAll(async () => {
  await door[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const settings = async (who = admin): Promise<Record<string, unknown>> =>
  JSON.parse((await get(door, `/settings?locale=en&${who}`)).text);
const send = (path: string, body: object, who = admin) => post(door, `/settings/${path}?${who}`, body);
const work = () =>
  createAdminWork({
    ...world.store,
    clock: world.clock,
    readable: (granted) => readableTypes(loadManifest(), granted),
  });

describe('the settings page', () => {
  test('is shown to everybody, and says who may change it', async () => {
    const shown = await settings();
    expect([isSettingsView(shown), shown['mayChange'], shown['revision']]).toEqual([true, true, 0]);
    const toRep = await settings(rep);
    expect([toRep['mayChange'], toRep['admins']]).toEqual([false, []]);
  });

  test.each([
    'preview',
    'apply',
    'rollback',
    'live',
    'events',
    'adopt',
    'admins/name',
    'admins/remove',
    'release',
  ])('lets nobody but an admin post to %s, whatever the body says', async (path) => {
    const answer = await send(path, { ...asked, isAdmin: true, userId: 5, portalId: portal }, rep);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([403, { kind: 'not-admin' }]);
    expect(isChangeAnswer(JSON.parse(answer.text))).toBe(true);
  });

  test('of another portal does not open, and an admin of one is none of another', async () => {
    expect((await get(door, `/settings?${foreign}`)).status).toBe(404);
    expect((await send('apply', asked, foreign)).status).toBe(403);
    expect((await get(door, `/settings/preview?${foreign}`)).status).toBe(404);
  });

  test('stays shut when the query was changed after signing', async () => {
    const signed = `/settings/apply?${rep}`;
    expect((await post(door, signed.replace('userId=6', 'userId=5'), asked, signed)).status).toBe(401);
  });

  test('tries a change on the real contacts before it is applied', async () => {
    const wish = { ...asked, fields: { quietDays: 30 } };
    expect((await send('preview', wish)).status).toBe(202);
    expect(woken).toContain('preview');
    await work().preview(portal, 1, new AbortController().signal);
    const view: unknown = JSON.parse((await get(door, `/settings/preview?${admin}`)).text);
    expect(isPreviewView(view)).toBe(true);
    // Six mails of one customer each make nobody bonded: the stored stage was made up for this test.
    expect(view).toMatchObject({ state: 'done', done: 6, total: 6, result: { contacts: 6, moved: 6 } });
    expect((await get(door, `/settings/preview?${rep}`)).status).toBe(404);
  });

  test('applies a change as a new edition, once, and refuses what was based on an older one', async () => {
    const wish = { ...asked, fields: { quietDays: 30, 'level.fewCustomers': 20 } };
    const first = JSON.parse((await send('apply', wish)).text);
    expect([isChangeAnswer(first), first.kind, first.settings.revision]).toEqual([true, 'changed', 1]);
    expect(first.settings.history[0]).toMatchObject({
      revision: 1,
      by: 'boss@us.example',
      note: 'less patient',
    });
    expect((await world.store.dirtyRecords.claim(portal, 9, 1)).items).toEqual([
      { type: 'everyone', id: '' },
    ]);
    // The same request again, as after a lost answer: no second edition, and no word of somebody else.
    const repeated = JSON.parse((await send('apply', wish)).text);
    expect([repeated.kind, repeated.settings.revision]).toEqual(['changed', 1]);
    const again = await send('apply', { ...wish, fields: { quietDays: 40 } });
    expect([again.status, JSON.parse(again.text).kind]).toEqual([409, 'stale']);
    expect((await world.store.choices.current(portal))?.choices.settings).toMatchObject({
      quietDays: 30,
      revision: 1,
    });
  });

  test('goes back to an older edition by adding one', async () => {
    const back = JSON.parse((await send('rollback', { locale: 'en', basedOn: 1, to: 0 })).text);
    expect([back.kind, back.settings.revision, back.settings.history.length]).toEqual(['changed', 2, 2]);
    expect(back.settings.history[0].backTo).toBe(0);
    expect((await world.store.choices.current(portal))?.choices.settings.quietDays).toBe(14);
    expect((await send('rollback', { locale: 'en', basedOn: 2, to: 77 })).status).toBe(404);
  });

  test('tells every problem of a change at once, in the language asked for', async () => {
    const wrong = { ...asked, locale: 'de', basedOn: 2, fields: { quietDays: 1, nothing: 1 } };
    const answer = await send('apply', wrong);
    expect([answer.status, JSON.parse(answer.text).problems.length]).toEqual([422, 2]);
    expect(answer.text).toContain('ganze Zahl');
  });

  test('speaks of shares in percent as the page does, and as they stand in the text of everything', async () => {
    const ofPage = await send('apply', { ...asked, basedOn: 2, fields: { quietChance: 7 } });
    expect(JSON.parse(ofPage.text).problems).toEqual([
      { path: 'quietChance', sentence: 'quietChance takes 5 to 95 percent.' },
    ]);
    const settings = JSON.parse((await get(door, `/settings?${admin}`)).text);
    const everything = JSON.stringify({ ...JSON.parse(settings.everything), quietChance: 7 });
    const ofText = await send('apply', { ...asked, basedOn: 2, everything });
    expect(JSON.parse(ofText.text).problems).toEqual([
      { path: 'quietChance', sentence: 'quietChance takes a number from 0.05 to 0.95.' },
    ]);
  });

  test('shows an admin what can be mapped and what is, and costs nobody else a call of HubSpot', async () => {
    const asks = (who: string) => get(door, `/settings/mapping?${who}`);
    expect((await asks(rep)).status).toBe(403);
    expect((await asks(foreign)).status).toBe(403);
    const wish = { ...asked, basedOn: 2, mapping: { termEnd: 'ends_on' } };
    const pipelines = { dealStages: { talk: { qualified: true } } };
    woken.length = 0;
    expect((await send('apply', { ...wish, pipelines })).status).toBe(200);
    // What was read by the old mapping is read again.
    expect(woken).toContain('backfill');
    const shown: unknown = JSON.parse((await asks(admin)).text);
    expect(isMappingView(shown)).toBe(true);
    expect(shown).toMatchObject({
      fields: [{ field: 'termEnd', value: 'ends_on', recognised: null }],
      deals: [{ stages: [{ id: 'talk', qualified: true, project: false }] }],
    });
    const odd = { ...asked, basedOn: 3, pipelines: { dealStages: { talk: { outcome: 'won' } } } };
    expect(JSON.parse((await send('apply', odd)).text).kind).toBe('changed');
    await world.store.backfills.finish(portal, now);
    expect(JSON.parse((await asks(admin)).text).deals[0].stages[0].outcome).toBe('open');
  });

  test('names another admin by address, and keeps the last one', async () => {
    await send('admins/name', { locale: 'en', email: 'REP@us.example' });
    expect((await settings(rep))['mayChange']).toBe(true);
    expect((await send('admins/remove', { locale: 'en', who: '5' }, rep)).status).toBe(200);
    expect((await send('admins/remove', { locale: 'en', who: 'rep@us.example' }, rep)).status).toBe(422);
    await world.store.admins.add(portal, { userId: 5, email: null, addedAt: now, addedBy: null });
  });

  test('releases the statement without assessing anybody again', async () => {
    const before = (await world.store.choices.current(portal))?.choices.settings;
    const released = JSON.parse((await send('release', { locale: 'en', version: '1' })).text);
    expect(released.settings.statement.release.by).toBe('boss@us.example');
    expect((await world.store.choices.current(portal))?.choices.settings).toEqual(before);
  });

  test('switches going live and app events', async () => {
    await send('live', { locale: 'en', isOn: false });
    await send('events', { locale: 'en', isOn: true });
    expect(await world.store.installations.find(portal)).toMatchObject({ live: false, appEvents: true });
    expect((await settings())['wouldFire']).toEqual([{ stage: 'bonding', contacts: 6 }]);
  });
});

describe('the home page', () => {
  test('is counted first and shown then', async () => {
    const first: unknown = JSON.parse((await get(door, `/home?locale=en&${rep}`)).text);
    expect(isHomeView(first)).toBe(true);
    expect(first).toMatchObject({ summary: null, isCounting: true });
    await work().summary(portal, 1, new AbortController().signal);
    const then: unknown = JSON.parse((await get(door, `/home?locale=en&${rep}`)).text);
    expect(isHomeView(then)).toBe(true);
    expect(then).toMatchObject({
      isCounting: false,
      summary: { contacts: 6, stages: [{ key: 'bonding', count: 6 }], slipping: { days7: 0, days30: 6 } },
      firstSteps: [
        { step: 'read', isDone: true },
        { step: 'questionnaire', isDone: false },
        { step: 'card', isDone: false },
        { step: 'live', isDone: false },
      ],
    });
  });

  test('lists the contacts behind a number, and refuses what is no list', async () => {
    const listOf = (query: string, who = rep) => get(door, `/home/list?${query}&${who}`);
    const page: unknown = JSON.parse((await listOf('by=slipping&days=30')).text);
    expect(isListView(page) && page.contacts.length).toBe(6);
    expect((await listOf('by=stage&stage=friendly')).status).toBe(400);
    expect((await listOf('by=gap&gap=1;drop')).status).toBe(400);
    expect((await listOf('by=slipping&days=30', foreign)).status).toBe(404);
    expect((await get(door, `/home?${foreign}`)).status).toBe(404);
  });

  test('lets an admin try parked work again, and nobody else', async () => {
    await world.store.parking.park(portal, { subject: 'contacts:3', reason: 'invalid-input', at: now });
    const retry = (who: string) => post(door, `/home/retry?locale=en&${who}`, { subjects: ['contacts:3'] });
    await world.store.admins.remove(portal, { userId: null, email: 'rep@us.example' });
    expect((await retry(rep)).status).toBe(403);
    const answer: unknown = JSON.parse((await retry(admin)).text);
    expect(isHomeView(answer) && answer.health.parked).toEqual([]);
    const { items } = await world.store.dirtyRecords.claim(portal, 9, 1);
    expect(items).toContainEqual({ type: 'contacts', id: '3' });
  });
});
