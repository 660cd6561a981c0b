/** The service's parts on a made portal: store, CRM and work as they run in production, without OAuth and without a door. */
import { randomBytes } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createCipher } from '../../src/db/cipher.ts';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createStore, type Store } from '../../src/db/store.ts';
import { createTurns, type LaneLimit, laneLimits } from '../../src/db/turns.ts';
import { createCrm } from '../../src/hubspot/crm.ts';
import { createTransport, type Exchange } from '../../src/hubspot/transport.ts';
import { keptInfer } from '../../src/infer.ts';
import { loadManifest } from '../../src/manifest.ts';
import { createWork } from '../../src/usecases/do-work.ts';
import type { Clock, Crm, Lane, PortalId } from '../../src/usecases/ports.ts';
import { nothingMapped } from '../../src/usecases/property-mapping.ts';
import type { Wakeups, WorkHandlers } from '../../src/usecases/work.ts';
import { recordTypesOf } from '../../src/watched-types.ts';
import { installation } from '../../test/support/timeline-builders.ts';

/** The types of which a made portal holds records. */
export const madeTypes = ['emails', 'calls', 'meetings', 'notes', 'tasks'] as const;

export type MadeService = AsyncDisposable & {
  readonly database: Database;
  readonly store: Store;
  readonly crm: Crm;
  work(wakeups: Wakeups, of: { searchAlone: number; freshWithinMs: number }): WorkHandlers;
};

export type MadeServiceOptions = {
  readonly url: string;
  readonly timeScale: number;
  /** PostgreSQL; without it an embedded database in memory. */
  readonly databaseUrl?: string;
  readonly schema?: string;
  readonly clock?: Clock;
  readonly record?: (exchange: Exchange) => void;
};

/** The home page is not looked at here. */
const idle = async () => ({ kind: 'idle' }) as const;

const manifest = loadManifest();

const systemClock: Clock = { now: () => Date.now() };

export async function openMadeService(options: MadeServiceOptions): Promise<MadeService> {
  const { databaseUrl, schema = `bench_${randomBytes(5).toString('hex')}` } = options;
  const clock = options.clock ?? systemClock;
  const database = await openDatabase(
    databaseUrl === undefined
      ? { kind: 'memory' }
      : { kind: 'server', url: databaseUrl, schema, poolSize: 6 },
  );
  const store = createStore(database, {
    clock,
    cipher: createCipher([{ id: 'bench', key: randomBytes(32) }]),
  });
  const crm = crmOn(database, options, clock);
  return {
    database,
    store,
    crm,
    work: (wakeups, { searchAlone, freshWithinMs }) => ({
      summary: idle,
      preview: idle,
      ...createWork({
        ...store,
        crm,
        clock,
        infer: keptInfer(),
        wakeups,
        searchAlone,
        freshWithinMs,
        report: (error) => console.error(error),
        breathe: () => setImmediate(),
        recordTypes: recordTypesOf(manifest),
        readable: () => madeTypes,
      }),
    }),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

function crmOn(database: Database, options: MadeServiceOptions, clock: Clock): Crm {
  const record = options.record === undefined ? {} : { record: options.record };
  return createCrm({
    manifest,
    transport: createTransport({ basePath: options.url, clock, ...record }),
    tokens: { access: async (portal) => String(portal), replace: async (portal) => String(portal) },
    turns: createTurns(database, faster(options.timeScale)),
    clock,
    sleep: async (ms) => void (await setTimeout(ms)),
    random: Math.random,
    knownOf: async () => ({
      pipelines: { dealStages: {}, ticketStages: {} },
      mapping: nothingMapped,
      scopes: [],
    }),
    eventTypeNames: {
      stage_changed: null,
      milestone_reached: null,
      recovery_opened: null,
      recovery_closed: null,
    },
  });
}

/** An active portal whose first reading begins. */
export async function installMade({ store }: MadeService, portal: PortalId, contacts: number): Promise<void> {
  await store.installations.save(installation(portal, { live: true }));
  await store.backfills.start(portal, ['contacts', ...madeTypes], Date.now(), contacts);
}

function faster(timeScale: number): Readonly<Record<Lane, LaneLimit>> {
  const scaled = ({ capacity, perSecond }: LaneLimit) => ({ capacity, perSecond: perSecond * timeScale });
  return {
    general: scaled(laneLimits.general),
    search: scaled(laneLimits.search),
    associations: scaled(laneLimits.associations),
  };
}
