import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { languageOf } from '../../src/http/card-routes.ts';
import { call, card, type Door, now, openDoor, type Sent, signature } from '../support/http-door.ts';

const viewer = 'userId=5&portalId=77&userEmail=a%40b.example&appId=9';
const path = `/cards/contact?contactId=12&locale=de&${viewer}`;
const refresh = {
  method: 'POST',
  path: `/cards/refresh?${viewer}`,
  body: JSON.stringify({ contactId: '12', locale: 'de' }),
};

describe('the card door', () => {
  let door: Door;
  const get = (headers: Sent['headers'] = {}) => call(door, { path, headers });
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(() => door[Symbol.asyncDispose]());
  beforeEach(() => {
    door.asked.length = 0;
  });

  it('answers for the portal of the signed query', async () => {
    const answer = await card(door, `contactId=12&locale=de&${viewer}`);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ kind: 'objection' });
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(door.asked).toEqual(['read 77 12 de']);
  });

  it('B39 stays shut without a signature, and with an old one', async () => {
    expect((await get()).status).toBe(401);
    expect((await get(signature({ method: 'GET', path }, { at: now - 301_000 }))).status).toBe(401);
    expect((await get(signature({ method: 'GET', path }, { at: now + 301_000 }))).status).toBe(401);
    expect(door.asked).toEqual([]);
  });

  it('B40 stays shut when the portal was changed or added after signing', async () => {
    const changed = path.replace('portalId=77', 'portalId=78');
    expect((await call(door, { path: changed, headers: signature({ method: 'GET', path }) })).status).toBe(
      401,
    );
    const bare = '/cards/contact?contactId=12';
    const added = `${bare}&portalId=78`;
    expect(
      (await call(door, { path: added, headers: signature({ method: 'GET', path: bare }) })).status,
    ).toBe(401);
    expect(door.asked).toEqual([]);
  });

  it('a signed question without a portal, or with two, is no question', async () => {
    expect((await card(door, 'contactId=12')).status).toBe(400);
    expect((await card(door, 'contactId=12&portalId=77&portalId=78')).status).toBe(400);
    expect((await card(door, 'contactId=12&portalId=7x')).status).toBe(400);
  });

  it('B41 a contact that is not in the portal is not found, with a card that says so', async () => {
    const answer = await card(door, `contactId=404&${viewer}`);
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toEqual({ kind: 'unknown-contact' });
  });

  it.each(['../', '1;drop', '9'.repeat(60), '', '0', '-1', '1.5', '1%00'])(
    'B42 "%s" is no contact id',
    async (id) => {
      expect((await card(door, `contactId=${encodeURIComponent(id)}&${viewer}`)).status).toBe(400);
      expect(door.asked).toEqual([]);
    },
  );

  it.each(['tlh', '<b>', 'x'.repeat(500), '..', ''])(
    'asked in "%s", it answers all the same',
    async (locale) => {
      const answer = await card(door, `contactId=12&locale=${encodeURIComponent(locale)}&${viewer}`);
      expect(answer.status).toBe(200);
      expect(door.asked).toEqual([`read 77 12 ${locale === 'tlh' ? 'tlh' : 'en'}`]);
      expect(languageOf(locale)).toBe('en');
    },
  );

  it('a doubled contact id is refused', async () => {
    expect((await card(door, `contactId=1&contactId=2&${viewer}`)).status).toBe(400);
  });

  it('B43 a repeated refresh answers the same', async () => {
    const headers = { 'content-type': 'application/json', ...signature(refresh) };
    const first = await call(door, { ...refresh, headers });
    const second = await call(door, { ...refresh, headers });
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect(door.asked).toEqual(['refresh 77 12 de', 'refresh 77 12 de']);
  });

  it('the portal of a refresh never comes from its body', async () => {
    const body = JSON.stringify({ contactId: '12', portalId: 78 });
    const sent = { ...refresh, body };
    await call(door, { ...sent, headers: { 'content-type': 'application/json', ...signature(sent) } });
    expect(door.asked).toEqual(['refresh 77 12 en']);
  });

  it('B44 query keys that HubSpot adds are accepted', async () => {
    expect((await card(door, `contactId=12&${viewer}&teamId=4&somethingNew=%7B%7D`)).status).toBe(200);
  });

  it('B45 a viewer without an address may read', async () => {
    expect((await card(door, 'contactId=12&portalId=77')).status).toBe(200);
  });

  it.each(['xx-', '<script>', 'q'.repeat(100), 'de;drop'])(
    'B47 the locale "%s" reads English',
    async (locale) => {
      await card(door, `contactId=12&locale=${encodeURIComponent(locale)}&${viewer}`);
      expect(door.asked).toEqual(['read 77 12 en']);
    },
  );
});

describe('the door', () => {
  let door: Door;
  beforeAll(async () => {
    door = await openDoor({
      secrets: ['new', 'old'],
      bases: ['https://api.rapport.example', 'http://127.0.0.1:9'],
    });
  });
  afterAll(() => door[Symbol.asyncDispose]());

  it('accepts both secrets during a rotation, and every address it is called by', async () => {
    for (const about of [{ key: 'new' }, { key: 'old' }, { key: 'new', from: 'http://127.0.0.1:9' }]) {
      expect((await call(door, { path, headers: signature({ method: 'GET', path }, about) })).status).toBe(
        200,
      );
    }
    const headers = signature({ method: 'GET', path }, { key: 'older' });
    expect((await call(door, { path, headers })).status).toBe(401);
  });

  it('tells alive from ready', async () => {
    expect((await call(door, { path: '/healthz' })).status).toBe(200);
    expect((await call(door, { path: '/readyz' })).status).toBe(200);
    door.status.set(1, Object.create(null));
    expect((await call(door, { path: '/readyz' })).status).toBe(503);
  });

  it('answers the unknown with 404 and a request id', async () => {
    const answer = await call(door, { path: '/.git/config' });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toEqual({
      error: { message: 'There is nothing here.', requestId: answer.headers['x-request-id'] },
    });
  });

  it.each(['/%E0%A4%A', '/cards/%'])(
    'a path that cannot be decoded (%s) is a mistake of the caller',
    async (strange) => {
      expect([400, 404]).toContain((await call(door, { path: strange })).status);
    },
  );

  it('sends the headers that keep browsers careful, and none that tell of the inside', async () => {
    const { headers } = await call(door, { path: '/healthz' });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('asks browsers to stay on https only where it is reached by https', async () => {
    expect((await call(door, { path: '/healthz' })).headers['strict-transport-security']).toBeUndefined();
    const secure = await openDoor();
    const { headers } = await call(secure, { path: '/healthz' });
    await secure[Symbol.asyncDispose]();
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });
});
