import { createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  base,
  call,
  type Door,
  delivery,
  now,
  openDoor,
  type Sent,
  secret,
  signature,
} from '../support/http-door.ts';

const path = '/hubspot/webhooks';
const event = { eventId: 1, portalId: 77, subscriptionType: 'object.creation', objectId: 5, occurredAt: now };
const body = JSON.stringify([event]);
const type = { 'content-type': 'application/json' };
const good = signature({ method: 'POST', path, body });
const v3 = (headers: Record<string, string | string[]>): Sent => ({
  method: 'POST',
  path,
  body,
  headers: { ...type, ...headers },
});
const stamped = (timestamp: string): Sent => {
  const value = createHmac('sha256', secret).update(`POST${base}${path}${body}${timestamp}`).digest('base64');
  return v3({ 'x-hubspot-signature-v3': value, 'x-hubspot-request-timestamp': timestamp });
};
const v1 = createHash('sha256')
  .update(secret + body)
  .digest('hex');
const { 'x-hubspot-request-timestamp': timestamp = '', 'x-hubspot-signature-v3': value = '' } = good;

const unsigned: readonly (readonly [name: string, sent: Sent])[] = [
  ['B01 no signature', v3({ 'x-hubspot-request-timestamp': timestamp })],
  ['B02 an empty signature', v3({ ...good, 'x-hubspot-signature-v3': '' })],
  ['B03 the signature of another secret', v3(signature({ method: 'POST', path, body }, { key: 'other' }))],
  ['B04 a v1 signature alone', v3({ 'x-hubspot-signature': v1, 'x-hubspot-signature-version': 'v1' })],
  ['B05 one byte of the body changed', { ...v3(good), body: body.replace('5', '6') }],
  ['B06 the same JSON serialised anew', { ...v3(good), body: JSON.stringify([event], null, 1) }],
  ['B07 no timestamp', v3({ 'x-hubspot-signature-v3': value })],
  ['B08 a timestamp five minutes and a second old', stamped(String(now - 301_000))],
  ['B09 a timestamp five minutes and a second ahead', stamped(String(now + 301_000))],
  ...['1e99', '-1', 'NaN', '0x1a', '9'.repeat(40)].map((strange): readonly [string, Sent] => [
    `B10 the timestamp ${strange}`,
    stamped(strange),
  ]),
  ['B11 two signatures', v3({ ...good, 'x-hubspot-signature-v3': [value, value] })],
  ['a signature for another method', v3(signature({ method: 'PUT', path, body }))],
  ['a signature for another path', v3(signature({ method: 'POST', path: '/other', body }))],
];

describe('the webhook door', () => {
  let door: Door;
  beforeAll(async () => {
    door = await openDoor({ bodyTimeoutMs: 300 });
  });
  afterAll(() => door[Symbol.asyncDispose]());
  beforeEach(() => {
    door.kept.length = 0;
    door.logged.length = 0;
  });

  it('keeps a signed delivery as it came', async () => {
    const answer = await delivery(door, body);
    expect(answer.status).toBe(204);
    expect(door.kept).toEqual([body]);
  });

  it.each(unsigned)('%s is refused, logged without its body, and leaves nothing', async (_name, sent) => {
    const answer = await call(door, sent);
    expect(answer.status).toBe(401);
    expect(door.kept).toEqual([]);
    expect(door.logged).toHaveLength(1);
    expect(JSON.stringify(door.logged)).not.toContain('subscriptionType');
    expect(answer.text).not.toMatch(/ at |node_modules|secret/);
  });

  it('B12 forged hosts change nothing: the configured address counts', async () => {
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };
    expect((await delivery(door, body, { headers: forged })).status).toBe(204);
    const forEvil = signature({ method: 'POST', path, body }, { from: 'https://evil.example' });
    expect((await delivery(door, body, { headers: { ...forged, ...forEvil } })).status).toBe(401);
  });

  it.each(['%2F', '%3A', '%40', '%3a'])(
    'B13 the escape %s in the query is decoded before the check',
    async (found) => {
      expect((await delivery(door, body, { path: `${path}?x=a${found}b` })).status).toBe(204);
    },
  );

  it('B13 other escapes stay as they are', async () => {
    const sent = { method: 'POST', path: `${path}?x=%20`, body };
    const decodedTooMuch = signature({ ...sent, path: `${path}?x= ` });
    expect((await delivery(door, body, { path: sent.path })).status).toBe(204);
    expect((await delivery(door, body, { path: sent.path, headers: decodedTooMuch })).status).toBe(401);
  });

  it.each([
    ['B14 nothing', ''],
    ['B15 null', 'null'],
    ['B15 an object', '{}'],
    ['B15 a text', '"x"'],
    ['a list of numbers', '[1]'],
    ['a list with nothing but null', '[null]'],
    ['cut JSON', '[{"objectId":1'],
    ['B19 lists in lists, a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    [
      'B20 bytes that are no UTF-8',
      Buffer.concat([Buffer.from('[{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}]')]),
    ],
    ['B20 a bare NUL', '[{"a":"\u0000"}]'],
  ])('%s, signed, is no delivery', async (_name, strange) => {
    expect((await delivery(door, strange)).status).toBe(400);
    expect(door.kept).toEqual([]);
  });

  it('B15 an empty list is acknowledged and not kept', async () => {
    expect((await delivery(door, '[]')).status).toBe(204);
    expect(door.kept).toEqual([]);
  });

  it('B16 too many events are kept whole or refused whole', async () => {
    const many = (count: number) =>
      JSON.stringify(Array.from({ length: count }, () => ({ ...event, pad: 'x'.repeat(200) })));
    expect((await delivery(door, many(101))).status).toBe(204);
    expect(door.kept).toEqual([many(101)]);
    expect((await delivery(door, many(10_000))).status).toBe(413);
    expect(door.kept).toHaveLength(1);
  });

  it('B17 a body over two megabytes is refused before it is read', async () => {
    const announced = { 'content-length': String(2 * 1024 * 1024 + 1) };
    const sent = { ...v3({ ...good, ...announced }), body: '[', unended: true };
    expect((await call(door, sent)).status).toBe(413);
  });

  it('B17 nor does leaving the length out help', async () => {
    const large = `[{"pad":"${'x'.repeat(2 * 1024 * 1024)}"}]`;
    expect((await delivery(door, large, { headers: { 'transfer-encoding': 'chunked' } })).status).toBe(413);
    expect(door.kept).toEqual([]);
  });

  it('B18 a compressed body is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(1024 * 1024));
    expect((await delivery(door, bomb, { headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
  });

  it('B20 escaped NULs and lone surrogates are kept as they came', async () => {
    const strange = '[{"propertyValue":"\\u0000\\ud800"}]';
    expect((await delivery(door, strange)).status).toBe(204);
    expect(door.kept).toEqual([strange]);
  });

  it('B21 keys that reach for prototypes reach nothing', async () => {
    const strange = '[{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]';
    expect((await delivery(door, strange)).status).toBe(204);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each([
    [
      'B22 strange object ids',
      [
        { ...event, objectId: 2 ** 63 },
        { ...event, objectId: 1.5 },
        { ...event, objectId: 'x' },
      ],
    ],
    ['B23 an unknown subscription', [{ ...event, subscriptionType: 'planet.creation' }]],
    ['B24 an unknown portal', [{ ...event, portalId: 1 }]],
    ['items that are no objects beside one that is', [1, null, [], event]],
    ['B25 several portals', [event, { ...event, portalId: 78 }]],
  ])('%s are kept for the worker to sort', async (_name, events) => {
    expect((await delivery(door, JSON.stringify(events))).status).toBe(204);
    expect(door.kept).toEqual([JSON.stringify(events)]);
  });

  it.each(['text/plain', 'application/json; charset=utf-16', 'application/x-www-form-urlencoded', ''])(
    'B26 the content type "%s" is refused',
    async (contentType) => {
      expect((await delivery(door, body, { headers: { 'content-type': contentType } })).status).toBe(415);
    },
  );

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('B27 %s is no method of it', async (method) => {
    const answer = await call(door, { method, path });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('POST');
  });

  it('B28 a body that never ends is cut off', async () => {
    const sent = { ...v3({ ...good, 'transfer-encoding': 'chunked' }), body: '[', unended: true };
    expect((await call(door, sent)).status).toBe(408);
    expect(door.kept).toEqual([]);
  });

  it('a delivery that cannot be kept is asked for again', async () => {
    const failing = await openDoor();
    failing.kept.push = () => {
      throw new Error('insert into deliveries failed: disk full at /var/lib');
    };
    const answer = await delivery(failing, body);
    await failing[Symbol.asyncDispose]();
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/disk|insert|var/);
    expect(JSON.parse(answer.text)).toEqual({
      error: { message: expect.any(String), requestId: answer.headers['x-request-id'] },
    });
  });
});
