/**
 * The service's store, opened for one command: found by the same settings, without HubSpot's secrets and without the
 * keys of its tokens, which such a command never needs. A folder serves one process at a time: the service must be
 * stopped; a server is shared.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Config, readStoreConfig } from './config.ts';
import { databasePlace } from './database-place.ts';
import { createBackfills } from './db/backfills.ts';
import { createEditions } from './db/editions.ts';
import { createHistories } from './db/histories.ts';
import { createInstallations } from './db/installations.ts';
import { openDatabase } from './db/open-database.ts';
import { createBacktests, createPortalModels } from './db/portal-models.ts';
import { createPortalViews } from './db/portal-views.ts';
import { createRegisters } from './db/registers.ts';
import { StoreError } from './db/store-error.ts';
import { createTimeline } from './db/timeline.ts';
import { loadManifest } from './manifest.ts';
import type { BacktestDeps } from './usecases/backtest-portal.ts';
import type { Installations } from './usecases/ports.ts';
import type { Backfills, Timeline } from './usecases/store.ts';
import { readableTypes } from './watched-types.ts';

export type CommandStore = AsyncDisposable &
  BacktestDeps & {
    readonly installations: Pick<Installations, 'find'>;
    readonly backfills: Pick<Backfills, 'progress'>;
    readonly timeline: Pick<Timeline, 'load'>;
  };

/** Throws `ConfigError` or `StoreError` with a sentence that says what to do. */
export async function storeForCommand(store: Config['store'] = readStoreConfig()): Promise<CommandStore> {
  refuseEmptyFolder(store);
  const database = await openDatabase(databasePlace(store));
  const manifest = loadManifest();
  return {
    installations: createInstallations(database),
    backfills: createBackfills(database),
    timeline: createTimeline(database),
    histories: createHistories(database),
    portalModels: createPortalModels(database),
    views: createPortalViews(database),
    registers: createRegisters(database),
    backtests: createBacktests(database),
    choices: createEditions(database),
    clock: { now: () => Date.now() },
    breathe: () => setImmediate(),
    readable: (granted) => readableTypes(manifest, granted),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** Opening makes what is missing: a command that only asks must not leave an empty store behind. */
export function refuseEmptyFolder(store: Config['store']): void {
  if (store.kind !== 'folder' || existsSync(path.join(store.path, 'database'))) return;
  throw new StoreError(
    `There is no store in the folder ${store.path}. Set DATA_DIR to the folder of the service, or DATABASE_URL.`,
    { failure: 'folder-unusable' },
  );
}
