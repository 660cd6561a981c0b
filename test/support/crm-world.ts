/** The HubSpot adapter against a sandbox portal over HTTP, with a vault and turns in memory. */
import { type CrmOptions, createCrm } from '../../src/hubspot/crm.ts';
import type { Answer } from '../../src/hubspot/errors.ts';
import { createAuthorization } from '../../src/hubspot/oauth.ts';
import { createTransport, type Exchange, type HttpCall } from '../../src/hubspot/transport.ts';
import { loadManifest } from '../../src/manifest.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import type { SandboxRecord } from '../../src/sandbox/sandbox-record.ts';
import type {
  Authorization,
  Crm,
  PipelineMeaning,
  StoredTokens,
  TokenVault,
} from '../../src/usecases/ports.ts';
import { nothingMapped, type PropertyMapping } from '../../src/usecases/property-mapping.ts';

export const manifest = loadManifest();
export const portal = 145_550_001;
const redirectUrl = 'http://127.0.0.1:9/oauth/callback';
const required = manifest.scopes.required.map(({ name }) => name);
const optional = manifest.scopes.optional.map(({ name }) => name);
const appId = 4711;
export const stageChanged = `ae${appId}_rapport_stage_changed`;

export type CrmWorld = AsyncDisposable & {
  readonly crm: Crm;
  /** The same portal and vault, seen by a second process. */
  readonly otherProcess: Crm;
  readonly authorization: Authorization;
  readonly sandbox: Sandbox;
  readonly vault: MemoryVault;
  readonly exchanges: Exchange[];
  /** Waits that were asked for, ms; nobody sleeps. */
  readonly slept: number[];
  /** Pauses of lanes: `lane ms`. */
  readonly paused: string[];
};

export type MemoryVault = TokenVault & { readonly rows: Map<number, StoredTokens>; renewals: number };

/** One renewal at a time per portal, as the store's row lock does it. */
export function memoryVault(): MemoryVault {
  const rows = new Map<number, StoredTokens>();
  const last = new Map<number, Promise<unknown>>();
  return {
    rows,
    renewals: 0,
    read: async (id) => rows.get(id) ?? null,
    save: async (id, tokens) => void rows.set(id, tokens),
    drop: async (id) => void rows.delete(id),
    renew(id, renew) {
      this.renewals += 1;
      const run = async () => {
        const current = rows.get(id);
        if (current === undefined) throw new Error(`No tokens of portal ${id}`);
        const renewed = await renew(current);
        rows.set(id, renewed);
        return renewed;
      };
      const next = (last.get(id) ?? Promise.resolve()).then(run, run);
      last.set(id, next);
      return next;
    },
  };
}

export type CrmWorldOptions = {
  readonly records?: readonly SandboxRecord[];
  readonly sandbox?: Partial<SandboxOptions>;
  readonly clientSecret?: string;
  /** Answers of HubSpot as they arrive, instead of those that it gave. */
  readonly tamper?: (call: HttpCall, answer: Answer) => Answer;
  /** Scopes that the admin does not give. */
  readonly withheld?: readonly string[];
};

export async function crmWorld(options: CrmWorldOptions = {}): Promise<CrmWorld> {
  const sandbox = createSandbox({
    apps: [
      {
        appId,
        clientId: 'client-id',
        clientSecret: 'client-secret',
        name: manifest.name,
        redirectUrls: [redirectUrl],
        requiredScopes: required,
        optionalScopes: optional,
        eventTypes: manifest.appEvents.map(({ uid, label, objectType, properties }) => ({
          uid,
          name: label,
          objectType,
          properties: properties.map(({ name, type, options }) => ({
            name,
            type,
            ...(options ? { options } : {}),
          })),
        })),
      },
    ],
    ...options.sandbox,
  });
  sandbox.store.load(options.records ?? []);
  sandbox.grants.withhold(appId, options.withheld ?? []);
  const running = await sandbox.start();
  const slept: number[] = [];
  const paused: string[] = [];
  const exchanges: Exchange[] = [];
  const vault = memoryVault();
  const around = {
    clock: sandbox.clock,
    sleep: async (ms: number) => void slept.push(ms),
    random: () => 0.5,
  };
  const { tamper = (_call: HttpCall, answer: Answer) => answer } = options;
  const plain = createTransport({
    basePath: running.url,
    clock: sandbox.clock,
    record: (exchange) => void exchanges.push(exchange),
  });
  const transport: typeof plain = async (call, token) => tamper(call, await plain(call, token));
  const settings = {
    authorizeUrl: `${running.url}/oauth/authorize`,
    clientId: 'client-id',
    clientSecret: options.clientSecret ?? 'client-secret',
    redirectUrl,
    requiredScopes: required,
    optionalScopes: optional,
  };
  const oauth = { settings, transport, vault, ...around };
  const { tokens, ...authorization } = createAuthorization(oauth);
  let meaning: PipelineMeaning = { dealStages: {}, ticketStages: {} };
  let mapping: PropertyMapping = nothingMapped;
  const granted = [...required, ...optional].filter((scope) => !options.withheld?.includes(scope));
  const common: Omit<CrmOptions, 'tokens'> = {
    manifest,
    transport,
    turns: {
      take: async () => 0,
      pause: async (_portal, lane, forMs) => void paused.push(`${lane} ${forMs}`),
    },
    ...around,
    knownOf: async () => ({ pipelines: meaning, mapping, scopes: granted }),
    eventTypeNames: {
      stage_changed: stageChanged,
      milestone_reached: null,
      recovery_opened: null,
      recovery_closed: null,
    },
  };
  const crm = createCrm({ ...common, tokens });
  const otherProcess = createCrm({ ...common, tokens: createAuthorization(oauth).tokens });
  const pipelines = async (id: number) => {
    meaning = await crm.pipelines(id, ['deals', 'tickets']);
    return meaning;
  };
  const propertyMapping: Crm['propertyMapping'] = async (id, readable, given) => {
    mapping = await crm.propertyMapping(id, readable, given);
    return mapping;
  };
  return {
    crm: { ...crm, pipelines, propertyMapping },
    otherProcess,
    authorization,
    sandbox,
    vault,
    exchanges,
    slept,
    paused,
    [Symbol.asyncDispose]: () => running.stop(),
  };
}

/** A code as the consent page hands it out. */
export function consent({ sandbox }: CrmWorld): string {
  const app = sandbox.grants.appById(appId);
  if (app === undefined) throw new Error('The app is not declared');
  const withheld = sandbox.grants.withheld(appId);
  const scopes = [...required, ...optional].filter((scope) => !withheld.includes(scope));
  return sandbox.grants.issueCode({ app, redirectUri: redirectUrl, scopes });
}

/** A world in which the app is installed and the pipelines are known. */
export async function installedWorld(options: CrmWorldOptions = {}): Promise<CrmWorld> {
  const world = await crmWorld(options);
  await world.authorization.redeem(consent(world));
  await world.crm.pipelines(portal, ['deals', 'tickets']);
  world.exchanges.length = 0;
  return world;
}
