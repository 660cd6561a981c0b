/** Everything behind the door, built once and complete from the configuration. */
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { createCipher } from './db/cipher.ts';
import type { Database } from './db/database.ts';
import { createStore, type Store } from './db/store.ts';
import { createCrm } from './hubspot/crm.ts';
import { createAuthorization } from './hubspot/oauth.ts';
import { createTransport, type Exchange } from './hubspot/transport.ts';
import { keptInfer } from './infer.ts';
import { createJobs, type Jobs } from './jobs/create-jobs.ts';
import { loadManifest, type Manifest } from './manifest.ts';
import { searchedInAMinute } from './usecases/backfill-lanes.ts';
import { choicesOf } from './usecases/choices.ts';
import { withPipelineChoices } from './usecases/pipeline-choices.ts';
import type { Authorization, Clock, Crm } from './usecases/ports.ts';
import { nothingMapped } from './usecases/property-mapping.ts';
import type { Infer } from './usecases/store.ts';
import type { Scheduler } from './usecases/work.ts';

export type Report = (error: unknown, about: object) => void;

/** What a sandbox or a test hands in instead of the real thing; production configuration cannot reach any of it. */
export type Overrides = {
  readonly clock?: Clock;
  /** For the jitter of retries, 0 up to 1. */
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  readonly scheduler?: (report: Report) => Scheduler;
  readonly infer?: Infer;
  readonly log?: Logger;
  /** So many records of a portal are read by search alone; none for whom calls cost nothing and time does. */
  readonly searchAlone?: number;
  /** How many times faster than HubSpot's the limits of the stand-in for it are; 1 when absent. */
  readonly pace?: number;
  /** Every exchange with HubSpot except those that carry tokens. */
  readonly record?: (exchange: Exchange) => void;
};

export type Parts = {
  readonly config: Config;
  readonly manifest: Manifest;
  readonly clock: Clock;
  readonly log: Logger;
  readonly store: Store;
  readonly crm: Crm;
  readonly authorization: Authorization;
  readonly jobs: Jobs;
  readonly infer: Infer;
  readonly searchAlone: number;
};

export type BuildOn = { readonly database: Database; readonly log: Logger; readonly report: Report };

/** A portal that is just installing: nothing is known of it yet. */
const unknownPortal = { pipelines: { dealStages: {}, ticketStages: {} }, mapping: nothingMapped, scopes: [] };

export function buildParts(config: Config, { database, log, report }: BuildOn, overrides: Overrides): Parts {
  const clock = overrides.clock ?? { now: () => Date.now() };
  const sleep = overrides.sleep ?? (async (ms: number) => void (await sleepFor(ms)));
  const random = overrides.random ?? Math.random;
  const manifest = loadManifest();
  const keys = config.tokenKeys.map(({ id, key }) => ({ id, key: Buffer.from(key.reveal(), 'base64') }));
  const store = createStore(database, { clock, cipher: createCipher(keys), pace: overrides.pace ?? 1 });
  const record = overrides.record === undefined ? {} : { record: overrides.record };
  const transport = createTransport({ basePath: config.hubspot.apiUrl, clock, ...record });
  const settings = {
    authorizeUrl: config.hubspot.authorizeUrl,
    clientId: config.hubspot.clientId,
    clientSecret: config.hubspot.clientSecret.reveal(),
    redirectUrl: config.http.publicUrl + manifest.redirectPath,
    requiredScopes: manifest.scopes.required.map(({ name }) => name),
    optionalScopes: manifest.scopes.optional.map(({ name }) => name),
  };
  const { tokens, ...authorization } = createAuthorization({
    settings,
    transport,
    vault: store.vault,
    clock,
    sleep,
    random,
  });
  const crm = createCrm({
    manifest,
    transport,
    tokens,
    turns: store.turns,
    clock,
    sleep,
    random,
    knownOf: (portal) => knownOf(store, portal),
    eventTypeNames: config.hubspot.eventNames,
  });
  // Two installations on one server must not take each other's jobs.
  const schema = config.store.kind === 'server' ? `${config.store.schema}_jobs` : 'rapport_jobs';
  const jobs = createJobs({ home: database.home, schema, report });
  const infer = overrides.infer ?? keptInfer();
  const searchAlone = overrides.searchAlone ?? searchedInAMinute;
  return { config, manifest, clock, log, store, crm, authorization, jobs, infer, searchAlone };
}

/** What an admin chose stands over what was recognised when the portal was installed. */
async function knownOf({ installations, choices }: Store, portal: number) {
  const installation = await installations.find(portal);
  if (installation === null) return unknownPortal;
  const { mapping, pipelines, settings } = await choicesOf(choices, portal);
  return {
    ...installation,
    mapping: { ...installation.mapping, ...mapping },
    pipelines: withPipelineChoices(installation.pipelines, pipelines),
    classified: Object.keys(settings.guardrails.overrides),
  };
}

export function secretsOf({ hubspot }: Config): readonly string[] {
  const { clientSecret, previousClientSecret } = hubspot;
  return [clientSecret.reveal(), ...(previousClientSecret === null ? [] : [previousClientSecret.reveal()])];
}
