/** A running door with everything behind it recorded: for tests of what gets in and what does not. */
import { createHmac } from 'node:crypto';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { actionRoutes } from '../../src/http/action-routes.ts';
import { cardRoutes } from '../../src/http/card-routes.ts';
import { healthRoutes } from '../../src/http/health-routes.ts';
import { createHttp } from '../../src/http/http.ts';
import { oauthRoutes } from '../../src/http/oauth-routes.ts';
import { pageAssets } from '../../src/http/page-assets.ts';
import { type InstallStatus, progressRoute } from '../../src/http/progress-route.ts';
import type { Route } from '../../src/http/route.ts';
import { webhookRoute } from '../../src/http/webhook-route.ts';
import type { ActionAnswer, ActionCall } from '../../src/usecases/action-calls.ts';
import type { PortalId } from '../../src/usecases/ports.ts';

export const secret = 'a-client-secret';
export const base = 'https://api.rapport.example';
export const now = Date.UTC(2026, 5, 15, 12);

export type Door = AsyncDisposable & {
  readonly port: number;
  /** Bodies of deliveries that were kept. */
  readonly kept: string[];
  /** What the cards asked: verb, portal, contact, locale. */
  readonly asked: string[];
  /** Codes that reached the installation. */
  readonly codes: string[];
  readonly states: Map<string, number>;
  readonly logged: object[];
  readonly status: Map<PortalId, InstallStatus>;
  readonly clock: { at: number; now(): number };
  /** Calls of workflow actions, with the portal they came from. */
  readonly acts: (ActionCall & { readonly portal: PortalId })[];
  /** What a workflow action answers. */
  act: () => Promise<ActionAnswer | null>;
  /** Set to make the next installation fail. */
  installFails: unknown;
};

export type DoorOptions = {
  readonly bodyTimeoutMs?: number;
  readonly secrets?: readonly string[];
  readonly bases?: readonly string[];
};

export function openDoor(options: DoorOptions = {}): Promise<Door> {
  return opened((door, clock, secrets, log) => routesOf(door, clock, secrets, log), options);
}

/** A door with these routes alone. */
export function openDoorOn(routes: readonly Route[]): Promise<Door> {
  return opened(() => routes, {});
}

async function opened(routes: typeof routesOf, options: DoorOptions): Promise<Door> {
  const clock = { at: now, now: () => clock.at };
  const door = {
    kept: [] as string[],
    asked: [] as string[],
    codes: [] as string[],
    states: new Map<string, number>(),
    logged: [] as object[],
    status: new Map<PortalId, InstallStatus>(),
    clock,
    acts: [] as (ActionCall & { readonly portal: PortalId })[],
    act: async (): Promise<ActionAnswer | null> => ({ kind: 'done', outputs: { verdict: 'allow' } }),
    installFails: null as unknown,
  };
  const bases = options.bases ?? [base];
  const secrets = options.secrets ?? [secret];
  const at = (level: keyof DoorLog) => (fields: object, message: string) =>
    void door.logged.push({ ...fields, level, message });
  const log = { info: at('info'), warn: at('warn'), error: at('error') };
  const app = createHttp({
    routes: routes(door, clock, secrets, log),
    signature: { bases, secrets },
    clock,
    log,
    limits: { maxBytes: 2 * 1024 * 1024, timeoutMs: options.bodyTimeoutMs ?? 10_000 },
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return Object.assign(door, { port: portOf(server), [Symbol.asyncDispose]: () => close(server) });
}

type Inside = Omit<Door, 'port' | typeof Symbol.asyncDispose>;
type DoorLog = Parameters<typeof createHttp>[0]['log'];

function routesOf(
  door: Inside,
  clock: Door['clock'],
  secrets: readonly string[],
  log: DoorLog,
): readonly Route[] {
  const ask = (verb: string) => async (portal: PortalId, contact: string, locale: string) => {
    door.asked.push(`${verb} ${portal} ${contact} ${locale}`);
    const found = contact !== '404';
    return { found, body: JSON.stringify({ kind: found ? 'objection' : 'unknown-contact' }) };
  };
  return [
    webhookRoute({ path: '/hubspot/webhooks', clock, receive: async (body) => void door.kept.push(body) }),
    ...cardRoutes({ readCard: ask('read'), refreshCard: ask('refresh') }),
    ...healthRoutes(async () => door.status.size === 0),
    ...actionRoutes({
      actions: [{ name: 'check_guardrail', path: '/hubspot/actions/check-guardrail' }],
      answer: (portal, made) => {
        door.acts.push({ ...made, portal });
        return door.act();
      },
      late: () => ({ kind: 'done', outputs: { verdict: 'deny' } }),
      patienceMs: 50,
      report: (err) => log.error({ err }, 'failed after its late answer'),
    }),
    ...pageAssets,
    progressRoute({
      status: async (portal) => door.status.get(portal) ?? null,
      scopes: [{ name: 'tickets', lost: 'Complaints are not visible.' }],
      recordsUrl: ({ uiDomain, portalId }) => `https://${uiDomain}/contacts/${portalId}`,
      secrets,
      clock,
    }),
    ...oauthRoutes({
      authorization: {
        authorizeUrl: (state) => `https://app.hubspot.example/oauth/authorize?state=${state}`,
      },
      states: {
        add: async (state, expiresAt) => void door.states.set(state, expiresAt),
        spend: async (state, at) => {
          const expiresAt = door.states.get(state);
          return door.states.delete(state) && expiresAt !== undefined && at < expiresAt;
        },
      },
      install: async (code) => {
        door.codes.push(code);
        if (door.installFails !== null) throw door.installFails;
        return 77;
      },
      clock,
      isSecure: true,
      secret: secrets[0] ?? '',
      log,
    }),
  ];
}

function portOf(server: Server): number {
  // A server that listens on a TCP port answers with an AddressInfo; text is for pipes only.
  return (server.address() as AddressInfo).port;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

export type Sent = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
  /** Leaves the request open instead of ending it. */
  readonly unended?: boolean;
};

export type Got = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};

/** By node:http, which sends paths and headers exactly as they are given. */
export function call(door: Door, sent: Sent): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>();
  const { method = 'GET', path, headers = {}, body } = sent;
  const request = httpRequest({ host: '127.0.0.1', port: door.port, method, path, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      request.destroy();
    });
  });
  // The server may close while we still send; the answer counts when there is one.
  request.on('error', reject);
  if (sent.unended) request.write(body ?? ' ');
  else request.end(body);
  return promise;
}

const decoded = /%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

export function signature(
  sent: { readonly method: string; readonly path: string; readonly body?: string | Buffer },
  about: { readonly at?: number; readonly key?: string; readonly from?: string } = {},
): Record<string, string> {
  const at = String(about.at ?? now);
  const uri = ((about.from ?? base) + sent.path).replace(decoded, (found) => decodeURIComponent(found));
  const hmac = createHmac('sha256', about.key ?? secret).update(sent.method + uri);
  const value = hmac
    .update(sent.body ?? '')
    .update(at)
    .digest('base64');
  return { 'x-hubspot-signature-v3': value, 'x-hubspot-request-timestamp': at };
}

const json = { 'content-type': 'application/json' };

export function delivery(door: Door, body: string | Buffer, more: Partial<Sent> = {}): Promise<Got> {
  const sent = { method: 'POST', path: '/hubspot/webhooks', ...more, body };
  return call(door, { ...sent, headers: { ...json, ...signature(sent), ...more.headers } });
}

export function card(door: Door, query: string, more: Partial<Sent> = {}): Promise<Got> {
  const sent = { method: 'GET', path: `/cards/contact?${query}`, ...more };
  return call(door, { ...sent, headers: { ...json, ...signature(sent), ...more.headers } });
}

export function get(door: Door, path: string): Promise<Got> {
  return call(door, { path, headers: signature({ method: 'GET', path }) });
}

/** `signed`: the path that was signed, when it is another one than is sent. */
export function post(door: Door, path: string, value: object, signed = path): Promise<Got> {
  const body = JSON.stringify(value);
  const headers = { ...json, ...signature({ method: 'POST', path: signed, body }) };
  return call(door, { method: 'POST', path, body, headers });
}
