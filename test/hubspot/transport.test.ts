import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@hubspot/api-client';
import { describe, expect, it } from 'vitest';
import { createTransport, type HttpCall, retryAfterMs } from '../../src/hubspot/transport.ts';

async function served<T>(listener: RequestListener, work: (basePath: string) => Promise<T>): Promise<T> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    // A server that listens on a TCP port answers with an AddressInfo; text is for pipes only.
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const clock = { now: () => Date.UTC(2026, 0, 1) };
const call: HttpCall = { method: 'GET', path: '/x', doing: 'read x of portal 7' };

describe('one try', () => {
  it('carries method, query, token and JSON as HubSpot wants them', async () => {
    const seen: string[] = [];
    await served(
      (request, response) => {
        let body = '';
        request.on('data', (chunk) => {
          body += chunk;
        });
        request.on('end', () => {
          const { authorization = '', 'content-type': type = '' } = request.headers;
          seen.push(`${request.method} ${request.url} ${authorization} ${type} ${body}`);
          response.end('{}');
        });
      },
      async (basePath) => {
        const transport = createTransport({ basePath, clock });
        await transport({ ...call, query: { limit: '1' } }, 'tok');
        await transport({ ...call, method: 'POST', json: { a: 1 } }, 'tok');
        await transport({ ...call, method: 'POST', form: { a: '1 2' } }, null);
      },
    );
    expect(seen).toEqual([
      'GET /x?limit=1 Bearer tok application/json ',
      'POST /x Bearer tok application/json {"a":1}',
      'POST /x  application/x-www-form-urlencoded a=1+2',
    ]);
  });

  it('reads status, Retry-After and what is left of the window', async () => {
    const answer = await served(
      (_request, response) =>
        response.writeHead(429, { 'retry-after': '7', 'x-hubspot-ratelimit-remaining': '0' }).end('{"a":1}'),
      (basePath) => createTransport({ basePath, clock })(call, null),
    );
    expect(answer).toEqual({ status: 429, body: { a: 1 }, retryAfterMs: 7000, remaining: 0 });
  });

  it.each<[string, RequestListener]>([
    ['nobody answers', () => undefined],
    ['the body drips', (_request, response) => void response.writeHead(200).write('{"a":')],
  ])('ends when %s', async (_name, listener) => {
    const trying = served(listener, (basePath) =>
      createTransport({ basePath, clock, timeoutMs: 50 })(call, null),
    );
    await expect(trying).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('that meets a reset connection is unavailable, with the cause', async () => {
    const trying = served(
      (request) => void request.socket.destroy(),
      (basePath) => createTransport({ basePath, clock })(call, null),
    );
    await expect(trying).rejects.toMatchObject({ failure: 'unavailable', cause: expect.any(Error) });
  });

  it('answered with something that is no JSON hands the text on', async () => {
    const answer = await served(
      (_request, response) => response.writeHead(502).end('<html>'),
      (basePath) => createTransport({ basePath, clock })(call, null),
    );
    expect(answer).toMatchObject({ status: 502, body: '<html>' });
  });

  it('is made once, even after somebody switched the retries of the SDK on', async () => {
    // The SDK's decorators are process-wide and every new Client replaces them: ours always clears them.
    new Client({ numberOfApiCallRetries: 3 });
    let requests = 0;
    const answer = await served(
      (_request, response) => {
        requests += 1;
        response.writeHead(502).end();
      },
      (basePath) => createTransport({ basePath, clock })(call, null),
    );
    expect([answer.status, requests]).toEqual([502, 1]);
  });

  it('tells a recorder everything but what carries tokens', async () => {
    const exchanges: unknown[] = [];
    await served(
      (_request, response) => response.end('{"access_token":"tok"}'),
      async (basePath) => {
        const transport = createTransport({
          basePath,
          clock,
          record: (exchange) => void exchanges.push(exchange),
        });
        await transport({ ...call, method: 'POST', form: { client_secret: 'hush' } }, null);
        await transport(call, 'bearer');
      },
    );
    expect(exchanges).toHaveLength(2);
    expect(JSON.stringify(exchanges[0])).not.toMatch(/tok"|hush/);
    expect(exchanges[1]).toMatchObject({
      method: 'GET',
      path: '/x',
      status: 200,
      responseBody: { access_token: 'tok' },
    });
  });
});

describe('Retry-After', () => {
  it.each([
    ['3', 3000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', null],
  ])('%s is %s ms', (header, expected) => {
    expect(retryAfterMs(header, clock.now())).toBe(expected);
  });
});
