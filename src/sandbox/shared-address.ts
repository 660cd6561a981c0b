/** One address for the API of many portals, as HubSpot's is: a call belongs to the portal that gave its code or token. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Grants } from './oauth/grants.ts';

/** A portal that runs at an address of its own. */
export type RunningPortal = { readonly url: string; readonly grants: Pick<Grants, 'gave'> };

export type SharedAddress = { readonly url: string; stop(): Promise<void> };

/** Calls of nobody's token go to the first portal, which refuses them. */
export async function shareAddress(portals: readonly RunningPortal[]): Promise<SharedAddress> {
  const server = createServer((request, response) => {
    // A client that is killed while it speaks leaves nobody to answer.
    passOn(portals, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://localhost:${isAddressInfo(address) ? address.port : 0}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function passOn(
  portals: readonly RunningPortal[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await textOf(request);
  const secrets = [...secretsIn(request.headers.authorization ?? '', body)];
  const portal = portals.find(({ grants }) => secrets.some((secret) => grants.gave(secret))) ?? portals[0];
  if (portal === undefined) throw new Error('No portal is behind this address');
  const { method = 'GET', url = '/', headers } = request;
  const passed = send(new URL(url, portal.url), { method, headers });
  passed.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  // A portal that breaks the connection breaks it with us.
  passed.on('error', () => request.socket.resetAndDestroy());
  passed.end(body);
}

function* secretsIn(authorization: string, body: string): Generator<string> {
  const [scheme, token] = authorization.split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined) yield token;
  if (body.startsWith('{')) return;
  const form = new URLSearchParams(body);
  for (const field of ['code', 'refresh_token', 'token']) {
    const secret = form.get(field);
    if (secret !== null) yield secret;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
