/** The service's store, opened for an operator's command: what waits, what is stored about a person, and its tokens. */
import { setImmediate } from 'node:timers/promises';
import { type Config, readKeyConfig, readStoreConfig } from './config.ts';
import { databasePlace } from './database-place.ts';
import { createAssessments } from './db/assessments.ts';
import { createBackfills } from './db/backfills.ts';
import { createCipher } from './db/cipher.ts';
import { createDirtyContacts, createDirtyRecords } from './db/dirty-set.ts';
import { createEditions } from './db/editions.ts';
import { createInstallations } from './db/installations.ts';
import { openDatabase } from './db/open-database.ts';
import { createParking } from './db/parking.ts';
import { createPersonalData } from './db/personal-data.ts';
import { createPortalModels } from './db/portal-models.ts';
import { createPortalViews } from './db/portal-views.ts';
import { createRegisters } from './db/registers.ts';
import { type Resealed, resealTokens } from './db/reseal-tokens.ts';
import { createRounds } from './db/rounds.ts';
import { createTimeline } from './db/timeline.ts';
import { loadManifest } from './manifest.ts';
import { refuseEmptyFolder } from './store-for-command.ts';
import type { PersonalData } from './usecases/personal-data.ts';
import type { PortalContextDeps } from './usecases/portal-context.ts';
import type { Installations } from './usecases/ports.ts';
import type { RetryParkedDeps } from './usecases/retry-parked.ts';
import type { Assessments, Backfills, Timeline } from './usecases/store.ts';
import { readableTypes } from './watched-types.ts';

export type OperatorStore = AsyncDisposable &
  RetryParkedDeps &
  PortalContextDeps & {
    readonly installations: Pick<Installations, 'find'>;
    readonly backfills: Pick<Backfills, 'progress'>;
    readonly timeline: Pick<Timeline, 'load' | 'knows' | 'forget'>;
    readonly assessments: Pick<Assessments, 'saved'>;
    readonly personalData: PersonalData;
  };

/** Throws `ConfigError` or `StoreError` with a sentence that says what to do. */
export async function operatorStore(store: Config['store'] = readStoreConfig()): Promise<OperatorStore> {
  refuseEmptyFolder(store);
  const database = await openDatabase(databasePlace(store));
  const manifest = loadManifest();
  const clock = { now: () => Date.now() };
  return {
    atomically: database.atomically,
    installations: createInstallations(database),
    backfills: createBackfills(database),
    timeline: createTimeline(database),
    assessments: createAssessments(database),
    parking: createParking(database),
    dirtyContacts: createDirtyContacts(database, clock),
    dirtyRecords: createDirtyRecords(database, clock),
    rounds: createRounds(database),
    personalData: createPersonalData(database),
    portalModels: createPortalModels(database),
    choices: createEditions(database),
    views: createPortalViews(database),
    registers: createRegisters(database),
    // Nobody is woken from here: the service's next sweep finds what waits, within a minute.
    wakeups: { wake: () => setImmediate() },
    clock,
    readable: (granted) => readableTypes(manifest, granted),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** Seals every token with the first of TOKEN_KEYS. */
export async function rotateKeys(config = readKeyConfig()): Promise<Resealed> {
  refuseEmptyFolder(config.store);
  const keys = config.tokenKeys.map(({ id, key }) => ({ id, key: Buffer.from(key.reveal(), 'base64') }));
  const database = await openDatabase(databasePlace(config.store));
  try {
    return await resealTokens(database, createCipher(keys));
  } finally {
    await database.close();
  }
}
