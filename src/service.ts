/**
 * Builds the whole service, complete and in order: database, jobs, HubSpot, use cases, door; and takes it down the other
 * way round. The sandbox and the tests call this same function, with another clock and other addresses.
 */

import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Config, ConfigError } from './config.ts';
import { databasePlace } from './database-place.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/open-database.ts';
import type { Store } from './db/store.ts';
import { healthRoutes } from './http/health-routes.ts';
import { createHttp } from './http/http.ts';
import { listen, probe } from './http/listen.ts';
import { createCronScheduler } from './jobs/cron-scheduler.ts';
import { createLog } from './log.ts';
import { buildParts, type Overrides, type Parts, type Report, secretsOf } from './parts.ts';
import { routesOf } from './routes.ts';
import { createAdminWork } from './usecases/admin-work.ts';
import { type Applied, type ApplyChoicesDeps, applyChoices, type Change } from './usecases/apply-choices.ts';
import { createWork } from './usecases/do-work.ts';
import type { PortalId } from './usecases/ports.ts';
import { type PortalHealth, readHealth } from './usecases/read-health.ts';
import type { Stored } from './usecases/store.ts';
import type { Scheduler, WorkHandlers } from './usecases/work.ts';
import { readableTypes, recordTypesOf } from './watched-types.ts';

/**
 * What this process does: the door, the work, or both. Any number of each share one PostgreSQL: the queue gives a portal's
 * work to one of the workers, and another one takes it over when that one dies.
 */
export const roles = ['all', 'web', 'worker'] as const;
export type Role = (typeof roles)[number];

export type Service = {
  /** Where it listens. */
  readonly url: string;
  /** How a portal's sync stands. */
  health(portal: PortalId): Promise<PortalHealth>;
  /** How much of a portal is stored; goes through all of it. */
  stored(portal: PortalId): Promise<Stored>;
  /** An admin's choices come into force. */
  choose(change: Change): Promise<Applied>;
  stop(): Promise<void>;
  /** Resolves when it has stopped. */
  readonly stopped: Promise<void>;
};

/** Every minute, in UTC: contacts that are due, and wake-ups that were lost. */
const sweepCron = '* * * * *';

/** Every hour, in UTC: what no webhook told. */
const reconcileCron = '17 * * * *';

/** Every night, in UTC: what each portal's past teaches, where it is due. */
const refitCron = '40 2 * * *';

/** Every night, in UTC: signals that are older than each portal keeps them. */
const retentionCron = '10 1 * * *';

/** Every night, in UTC: calls of workflow actions, verdicts among them, are kept for a year. */
const actionLogCron = '20 3 * * *';
const actionLogMs = 366 * 86_400_000;

/** Throws `ConfigError` or `StoreError` with a sentence that says what to do. */
export async function startService(
  config: Config,
  overrides: Overrides = {},
  role: Role = 'all',
): Promise<Service> {
  if (role !== 'all' && config.store.kind !== 'server') {
    throw new ConfigError([
      `The role ${role} needs a PostgreSQL that it shares with the other role: set DATABASE_URL, or leave the role out.`,
    ]);
  }
  const log = overrides.log ?? createLog(config.logLevel);
  // Before anything is written: a start that must fail leaves no folder behind.
  await probe(config.http).catch((error: unknown) => {
    throw portTaken(error, config) ?? error;
  });
  const database = await openDatabase(databasePlace(config.store), (err) => {
    log.error({ err }, 'upkeep of the database failed');
  });
  try {
    return await startOn(database, config, { log, overrides, role });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startOn(
  database: Database,
  config: Config,
  { log, overrides, role }: { log: Logger; overrides: Overrides; role: Role },
): Promise<Service> {
  const report: Report = (err, about) => log.error({ err, ...about }, 'work failed');
  const parts = buildParts(config, { database, log, report }, overrides);
  const { store, jobs, clock } = parts;
  const health = { stopping: false };
  const isReady = async () => !health.stopping && (await isAnswering(store));
  const app = createHttp({
    // A worker's door is for whoever watches over it.
    routes: role === 'worker' ? healthRoutes(isReady) : routesOf(parts, isReady),
    signature: { bases: [config.http.publicUrl, ...config.http.formerUrls], secrets: secretsOf(config) },
    clock,
    log,
  });
  await jobs.start(role === 'web' ? null : workOf(parts, report));
  const scheduler = (overrides.scheduler ?? createCronScheduler)(report);
  // Every worker ticks; the queue makes one job of their ticks.
  if (role !== 'web') schedule(scheduler, parts);
  const stopWork = async () => {
    await scheduler.stop();
    await jobs.stop();
  };
  const door = await listen(app, config.http).catch(async (error: unknown) => {
    await stopWork();
    throw portTaken(error, config) ?? error;
  });
  // What was left when the process last ended is found without waiting for the first tick.
  await jobs.wakeups.wake('sweep', 0);
  log.info({ url: door.url, role }, 'listening');

  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  let stopping: Promise<void> | null = null;
  const stopAll = async () => {
    health.stopping = true;
    log.info({}, 'stopping');
    await door.close();
    await stopWork();
    await database.close();
    resolve();
  };
  return {
    url: door.url,
    health: (portal) => readHealth({ ...store, clock }, portal),
    stored: (portal) => store.counts.of(portal),
    choose: (change) => applyChoices(choicesDeps(parts), change),
    stopped,
    stop: () => {
      stopping ??= stopAll();
      return stopping;
    },
  };
}

function workOf(
  { config, store, crm, clock, infer, jobs, manifest, searchAlone }: Parts,
  report: Report,
): WorkHandlers {
  const deps = {
    ...store,
    crm,
    clock,
    infer,
    report,
    searchAlone,
    freshWithinMs: config.freshWithinMs,
    breathe: () => setImmediate(),
    wakeups: jobs.wakeups,
    recordTypes: recordTypesOf(manifest),
    readable: (granted: readonly string[]) => readableTypes(manifest, granted),
  };
  return { ...createWork(deps), ...createAdminWork(deps) };
}

function choicesDeps({ store, jobs, clock, manifest }: Parts): ApplyChoicesDeps {
  const readable = (granted: readonly string[]) => readableTypes(manifest, granted);
  return { ...store, wakeups: jobs.wakeups, clock, readable };
}

function schedule(scheduler: Scheduler, { store, clock, jobs: { wakeups } }: Parts): void {
  scheduler.every('sweep', sweepCron, () => wakeups.wake('sweep', 0));
  scheduler.every('action-log', actionLogCron, () => store.actionCalls.prune(clock.now() - actionLogMs));
  const wakeAll = (kind: 'reconcile' | 'refit' | 'retention') => async () => {
    for (const portal of await store.installations.active()) await wakeups.wake(kind, portal);
  };
  scheduler.every('reconcile', reconcileCron, wakeAll('reconcile'));
  scheduler.every('refit', refitCron, wakeAll('refit'));
  scheduler.every('retention', retentionCron, wakeAll('retention'));
}

async function isAnswering(store: Store): Promise<boolean> {
  try {
    await store.deliveries.count();
    return true;
  } catch {
    // The answer is the state itself: a store that does not answer means not ready.
    return false;
  }
}

function portTaken(error: unknown, { http }: Config): ConfigError | null {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return isTaken
    ? new ConfigError([`Port ${http.port} is in use: stop the other program or set PORT to another one.`])
    : null;
}
