/** A running sandbox portal for one test: closed by `await using`, reached over HTTP as an app would. */
import type { AppDeclaration } from '../../../src/sandbox/app-declaration.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../../src/sandbox/sandbox-options.ts';
import type { SandboxRecord } from '../../../src/sandbox/sandbox-record.ts';

export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or null without a body. */
  readonly body: unknown;
};

export type SandboxWorld = AsyncDisposable & {
  readonly sandbox: Sandbox;
  readonly url: string;
  /** Access token of the installed app. */
  readonly token: string;
  readonly refreshToken: string;
  /** Calls the API with the app's token. */
  call(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Calls the portal's own pages. */
  page(method: string, path: string, body?: unknown): Promise<Reply>;
  form(path: string, fields: Readonly<Record<string, string>>): Promise<Reply>;
};

export const testApp: AppDeclaration = {
  appId: 4711,
  clientId: 'client-4711',
  clientSecret: 'secret-4711',
  name: 'Rapport',
  redirectUrls: ['http://localhost:8080/oauth/callback'],
  requiredScopes: [
    'oauth',
    'crm.objects.contacts.read',
    'crm.objects.contacts.write',
    'crm.schemas.contacts.write',
    'timeline',
    'automation',
  ],
  optionalScopes: [
    'sales-email-read',
    'tickets',
    'crm.objects.deals.read',
    'crm.objects.deals.write',
    'crm.objects.companies.read',
    'crm.objects.companies.write',
    'crm.objects.orders.read',
    'crm.objects.owners.read',
    'crm.objects.feedback_submissions.read',
  ],
  eventTypes: [
    {
      uid: 'stage_changed',
      name: 'Relationship stage changed',
      objectType: 'CONTACT',
      headerTemplate: 'Now {{stage}}',
      properties: [
        { name: 'stage', type: 'enumeration', options: [{ value: 'bonding', label: 'Bonding' }] },
        { name: 'vitality', type: 'number' },
      ],
    },
  ],
};

/** 2026-01-15, so that no test depends on the day it runs. */
export const startAt = Date.UTC(2026, 0, 15, 9);

export async function openSandbox(
  options: Partial<SandboxOptions> & {
    readonly records?: Iterable<SandboxRecord>;
    readonly install?: boolean;
  } = {},
): Promise<SandboxWorld> {
  const { records, install: wantsInstall = true, ...rest } = options;
  const sandbox = createSandbox({ apps: [testApp], startAt, webhookGatherMs: 5, ...rest });
  if (records !== undefined) sandbox.store.load(records);
  const { url, stop } = await sandbox.start();
  const tokens = wantsInstall
    ? await install(url, sandbox.grants.apps[0] ?? testApp)
    : { access: '', refresh: '' };
  const send = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
    fetchReply(url + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    sandbox,
    url,
    token: tokens.access,
    refreshToken: tokens.refresh,
    call: (method, path, body) => send(method, path, body, { authorization: `Bearer ${tokens.access}` }),
    page: (method, path, body) => send(method, `/_sandbox${path}`, body, {}),
    form: (path, fields) => fetchReply(url + path, { method: 'POST', body: new URLSearchParams(fields) }),
    [Symbol.asyncDispose]: stop,
  };
}

/** Goes through the consent page as a user does, and trades the code for tokens. */
export async function install(
  url: string,
  app: AppDeclaration,
): Promise<{ access: string; refresh: string }> {
  const code = await consent(url, app);
  const reply = await fetchReply(`${url}/oauth/2026-09/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: app.redirectUrls[0] ?? '',
      code,
    }),
  });
  return { access: text(reply.body, 'access_token'), refresh: text(reply.body, 'refresh_token') };
}

export async function consent(
  url: string,
  app: AppDeclaration,
  more: Record<string, string> = {},
): Promise<string> {
  const response = await fetch(`${url}/oauth/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      client_id: app.clientId,
      redirect_uri: app.redirectUrls[0] ?? '',
      scope: app.requiredScopes.join(' '),
      optional_scope: app.optionalScopes.join(' '),
      state: 'state-1',
      decision: 'install',
      ...more,
    }),
  });
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

async function fetchReply(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const body = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(body) : body || null,
  };
}

/** What lies at a path of keys in a JSON value; undefined when the path leads nowhere. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}

/** A text in a JSON value. Fails the test when there is none. */
export function text(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found !== 'string') throw new Error(`No text at ${path.join('.')} of ${JSON.stringify(value)}`);
  return found;
}

/** A list in a JSON value. Fails the test when there is none. */
export function list(value: unknown, ...path: readonly (string | number)[]): unknown[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) throw new Error(`No list at ${path.join('.')} of ${JSON.stringify(value)}`);
  return found;
}

export function* contacts(count: number): Generator<SandboxRecord> {
  for (let number = 1; number <= count; number++) {
    yield {
      type: 'contacts',
      id: String(number),
      createdAt: startAt - number * 60_000,
      properties: {
        email: `person${number}@customer.example`,
        firstname: `Person${number}`,
        lastname: 'Test',
      },
    };
  }
}
