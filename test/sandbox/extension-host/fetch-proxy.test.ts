import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createFetchProxy, type HostedApp } from '../../../src/sandbox/extension-host/fetch-proxy.ts';

const now = 1_789_378_200_000;
const viewer = { portalId: 42, userId: 7, userEmail: 'robin@example.com' };

type Seen = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

let servers: Server[] = [];

afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  servers = [];
});

async function startService(answer: (response: ServerResponse, nth: number) => void) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    answer(response, seen.length);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { seen, origin };
}

function app(origin: string, changes: Partial<HostedApp> = {}): HostedApp {
  return {
    appId: 99,
    name: 'Rapport',
    clientSecret: 'secret',
    permittedOrigins: ['https://api.rapport.example'],
    localOrigins: { 'https://api.rapport.example': origin },
    signs: 'mapped-address',
    ...changes,
  };
}

const url = 'https://api.rapport.example/cards/contact?contactId=1';
const get = { url, method: 'GET' };

function proxyFor(origin: string, changes: Partial<HostedApp> = {}, timeoutMs?: number) {
  return createFetchProxy({
    app: app(origin, changes),
    viewer,
    now: () => now,
    ...(timeoutMs ? { timeoutMs } : {}),
  });
}

test('a permitted request arrives with the viewer appended and a signature over the mapped address', async () => {
  const { seen, origin } = await startService((response) => response.end('{"kind":"ready"}'));
  const answer = await proxyFor(origin)(get);
  expect(answer).toEqual({ status: 200, body: '{"kind":"ready"}' });
  const path = '/cards/contact?contactId=1&userId=7&portalId=42&userEmail=robin%40example.com&appId=99';
  expect(seen[0]?.url).toBe(path);
  const base = `GET${origin}${path.replace('%40', '@')}${now}`;
  expect(seen[0]?.headers['x-hubspot-signature-v3']).toBe(
    createHmac('sha256', 'secret').update(base).digest('base64'),
  );
  expect(seen[0]?.headers['x-hubspot-request-timestamp']).toBe(String(now));
});

test('the declared address is signed when the app says so, and the body is part of it', async () => {
  const { seen, origin } = await startService((response) => response.end('{}'));
  await proxyFor(origin, { signs: 'declared-address' })({ url, method: 'POST', body: { contactId: '1' } });
  const uri = `${url}&userId=7&portalId=42&userEmail=robin@example.com&appId=99`;
  const base = `POST${uri}{"contactId":"1"}${now}`;
  expect(seen[0]?.body).toBe('{"contactId":"1"}');
  expect(seen[0]?.headers['x-hubspot-signature-v3']).toBe(
    createHmac('sha256', 'secret').update(base).digest('base64'),
  );
});

test('a card cannot pretend to be another viewer', async () => {
  const { seen, origin } = await startService((response) => response.end('{}'));
  await proxyFor(origin)({ ...get, url: `${url}&portalId=1&userEmail=else@example.com` });
  const query = new URL(`${origin}${seen[0]?.url}`).searchParams;
  expect(query.getAll('portalId')).toEqual(['42']);
  expect(query.getAll('userEmail')).toEqual(['robin@example.com']);
});

test.each([
  ['an origin that the app does not declare', { ...get, url: 'https://elsewhere.example/x' }, 403],
  ['plain http', { ...get, url: 'http://api.rapport.example/x' }, 400],
  ['localhost', { ...get, url: 'https://localhost/x' }, 400],
  ['a header other than Authorization', { ...get, headers: { Cookie: 'a=b' } }, 400],
  ['a method that hubspot.fetch does not know', { ...get, method: 'TRACE' }, 400],
  ['a body larger than 1 MB', { url, method: 'POST', body: { text: 'x'.repeat(1024 * 1024) } }, 413],
  ['something that is no request', 'hello', 400],
])('%s is refused without calling the service', async (_, request, status) => {
  const { seen, origin } = await startService((response) => response.end('{}'));
  expect((await proxyFor(origin)(request)).status).toBe(status);
  expect(seen).toEqual([]);
});

test('Authorization is passed on', async () => {
  const { seen, origin } = await startService((response) => response.end('{}'));
  await proxyFor(origin)({ ...get, headers: { Authorization: 'Bearer x' } });
  expect(seen[0]?.headers.authorization).toBe('Bearer x');
});

test('a 5xx answer is asked for once more, and no more than once', async () => {
  const recovering = await startService((response, nth) =>
    response.writeHead(nth === 1 ? 500 : 200).end('{}'),
  );
  expect((await proxyFor(recovering.origin)(get)).status).toBe(200);
  const broken = await startService((response) => response.writeHead(503).end('{}'));
  expect((await proxyFor(broken.origin)(get)).status).toBe(503);
  expect([recovering.seen.length, broken.seen.length]).toEqual([2, 2]);
});

test('a 4xx answer is final', async () => {
  const { seen, origin } = await startService((response) => response.writeHead(401).end('{}'));
  expect((await proxyFor(origin)(get)).status).toBe(401);
  expect(seen).toHaveLength(1);
});

test('a service that nobody can reach is a 502, and one that never answers a 504', async () => {
  const gone = await startService((response) => response.end());
  for (const server of servers.splice(0)) server.close();
  expect((await proxyFor(gone.origin)(get)).status).toBe(502);
  const silent = await startService(() => undefined);
  expect((await proxyFor(silent.origin, {}, 50)(get)).status).toBe(504);
  expect(silent.seen).toHaveLength(1);
});

test('an answer larger than 1 MB does not reach the card', async () => {
  const { origin } = await startService((response) => response.end('x'.repeat(1024 * 1024 + 1)));
  expect((await proxyFor(origin)(get)).status).toBe(502);
});

test('a redirect is not followed', async () => {
  const { seen, origin } = await startService((response) =>
    response.writeHead(302, { location: '/other' }).end(),
  );
  expect((await proxyFor(origin)(get)).status).toBe(302);
  expect(seen).toHaveLength(1);
});

test('request 21 is refused while 20 are under way, and welcome afterwards', async () => {
  const waiting: ServerResponse[] = [];
  const { origin } = await startService((response) => {
    waiting.push(response);
    if (waiting.length === 20) release();
  });
  let release = (): void => undefined;
  const full = new Promise<void>((resolve) => {
    release = resolve;
  });
  const proxy = proxyFor(origin);
  const first = Array.from({ length: 20 }, () => proxy(get));
  await full;
  expect((await proxy(get)).status).toBe(429);
  for (const response of waiting) response.end('{}');
  expect((await Promise.all(first)).every(({ status }) => status === 200)).toBe(true);
  const after = proxy(get);
  await expect.poll(() => waiting.length).toBe(21);
  waiting[20]?.end('{}');
  expect((await after).status).toBe(200);
});
