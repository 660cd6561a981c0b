/**
 * Wakes the workers by pg-boss: queue policy `stately` with the portal as singleton key gives at most one queued and
 * one running job per portal and kind over all processes. So a wake-up while a job runs makes one more, which finds
 * what came meanwhile, and a wake-up while one is queued is that one. A job that waits (`later`) or rests takes the queued
 * place: while HubSpot is down for a portal, new events do not knock again before the wait is over.
 *
 * pg-boss runs on the real clock whatever the service's: waits are for HubSpot, and HubSpot's limits are in real time.
 */
import type { PGlite } from '@electric-sql/pglite';
import { fromPglite, type Job, PgBoss } from 'pg-boss';
import type { PortalId } from '../usecases/ports.ts';
import type { Wakeups, WorkHandlers, WorkKind, WorkOutcome } from '../usecases/work.ts';

/** Where the queue lives: in the same store as everything else. */
export type JobsHome =
  | { readonly kind: 'embedded'; readonly pglite: PGlite }
  | { readonly kind: 'server'; readonly url: string };

export type Jobs = {
  readonly wakeups: Wakeups;
  /** Opens the queue; without handlers this process wakes others and works on nothing. */
  start(handlers: WorkHandlers | null): Promise<void>;
  /** Tells running work to end, waits for it, and closes the queue. */
  stop(): Promise<void>;
};

export type JobsOptions = {
  readonly home: JobsHome;
  /** The queue's own schema. */
  readonly schema?: string;
  /** A job failed by a bug, or the queue itself had trouble. */
  readonly report: (
    error: unknown,
    about: { readonly kind: WorkKind | 'queue'; readonly portal: PortalId },
  ) => void;
};

type Later = { readonly afterMs: number; readonly attempt: number };
type Data = { readonly portal: PortalId; readonly attempt: number };

/**
 * Jobs of one kind at a time in this process. Reading and writing wait for HubSpot, so several portals fit in; a run of
 * refreshing ends after two seconds, so that with this many places a portal waits no longer than that for its turn.
 */
const concurrency: Readonly<Record<WorkKind, number>> = {
  backfill: 8,
  refresh: 16,
  // Searches are two a second in each portal: a run may last.
  reconcile: 4,
  // Computes for seconds: one portal after the other.
  refit: 1,
  retention: 1,
  labels: 1,
  summary: 1,
  preview: 1,
  deliveries: 1,
  sweep: 1,
};

const kinds: readonly WorkKind[] = [
  'backfill',
  'refresh',
  'reconcile',
  'refit',
  'retention',
  'labels',
  'summary',
  'preview',
  'deliveries',
  'sweep',
];

const deadLetters = 'dead';

/**
 * What a bug or a killed process costs. After a bug: about a second's wait that doubles, one or two minutes in all. After a
 * kill: the last sign of life grows too old within 10 s, a look around sees it within another, and the retry is fetched
 * within three, so that another process has taken over in 15 s.
 */
const changeableOptions = {
  notify: true,
  retryLimit: 6,
  retryDelay: 1,
  retryBackoff: true,
  deadLetter: deadLetters,
  expireInSeconds: 900,
  deleteAfterSeconds: 300,
} as const;
/** What pg-boss lets nobody change once a queue is made. */
const queueOptions = { ...changeableOptions, policy: 'stately', heartbeatSeconds: 10 } as const;

/** Signs of life: several must be missed before a job counts as dead, since a busy process may be late with one. */
const heartbeatRefreshSeconds = 2;

/**
 * Seconds between two looks for jobs that give no sign of life any more; of several processes one looks. pg-boss looks once
 * a minute unless told. Its look counts the jobs, too, so those that are done are deleted often instead of once a day. An
 * embedded store has no other process that could take over, and each look writes a little: there it is rarer.
 */
const lookEverySeconds: Readonly<Record<JobsHome['kind'], number>> = { embedded: 10, server: 1 };

export function createJobs({ home, schema = 'rapport_jobs', report }: JobsOptions): Jobs {
  const boss = new PgBoss({
    ...(home.kind === 'embedded'
      ? { db: fromPglite(home.pglite), backend: 'pglite' }
      : { connectionString: home.url, max: 5 }),
    schema,
    superviseIntervalSeconds: lookEverySeconds[home.kind],
    monitorIntervalSeconds: lookEverySeconds[home.kind],
    maintenanceIntervalSeconds: 60,
    useListenNotify: true,
    // Ticks come from the handed-in scheduler, which a moved clock drives too.
    schedule: false,
  });
  boss.on('error', (error) => report(error, { kind: 'queue', portal: 0 }));
  const stopping = new AbortController();

  const send = async (kind: WorkKind, portal: PortalId, later?: Later): Promise<void> => {
    const data: Data = { portal, attempt: later?.attempt ?? 1 };
    const startAfter = later === undefined ? {} : { startAfter: Math.ceil(later.afterMs / 1000) };
    const id = String(portal);
    await boss.send(kind, data, { singletonKey: id, group: { id }, ...startAfter });
  };
  const sendSoon = shared((kind, portal) => send(kind, portal));
  const sendNow = shared((kind, portal) => pullForward(boss, kind, portal));
  const wakeups: Wakeups = {
    wake(kind, portal, when) {
      if (when === undefined) return sendSoon(kind, portal);
      return when === 'now' ? sendNow(kind, portal) : send(kind, portal, when);
    },
  };

  async function work(
    handlers: WorkHandlers,
    kind: WorkKind,
    { data: { portal, attempt }, signal: lost, retryCount }: Job<Data>,
  ): Promise<void> {
    let outcome: WorkOutcome;
    try {
      const signal = AbortSignal.any([stopping.signal, lost]);
      outcome = await handlers[kind](portal, attempt, signal, retryCount > 0);
    } catch (error) {
      // Reported here, once; thrown on, so that the queue tries again and in the end keeps it as a dead letter.
      report(error, { kind, portal });
      throw error;
    }
    if (outcome.kind === 'again') await wakeups.wake(kind, portal);
    if (outcome.kind === 'later') {
      await wakeups.wake(kind, portal, { afterMs: outcome.afterMs, attempt: attempt + 1 });
    }
    if (outcome.kind === 'rest') await wakeups.wake(kind, portal, { afterMs: outcome.forMs, attempt: 1 });
  }

  return {
    wakeups,
    async start(handlers) {
      await boss.start();
      await boss.createQueue(deadLetters);
      for (const kind of kinds) {
        await boss.createQueue(kind, queueOptions);
        // A queue of an earlier version keeps its options unless told.
        await boss.updateQueue(kind, changeableOptions);
      }
      if (handlers === null) return;
      for (const kind of kinds) {
        await boss.work<Data>(
          kind,
          {
            batchSize: 1,
            localConcurrency: concurrency[kind],
            // Looks past the queued job of a portal that is being worked on; else that job, which cannot start yet,
            // would be fetched in vain again and again and hold up every other portal behind it.
            groupConcurrency: 1,
            pollingIntervalSeconds: 2,
            // Retries and waits are not notified: without this they would be found every 30 s only.
            notifyPollingIntervalSeconds: 2,
            heartbeatRefreshSeconds,
          },
          async ([job]) => {
            if (job !== undefined) await work(handlers, kind, job);
          },
        );
      }
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 30_000 });
    },
  };
}

/**
 * The queued job starts now, in front of the others; without one a new one does. One that waits after a failure is left
 * alone: HubSpot is not asked more often because somebody would like it to answer.
 */
async function pullForward(boss: PgBoss, kind: WorkKind, portal: PortalId): Promise<void> {
  const data: Data = { portal, attempt: 1 };
  const key = String(portal);
  const now = { singletonKey: key, priority: 1 };
  for (;;) {
    const [queued] = await boss.findJobs<Data>(kind, { key, queued: true });
    if (queued !== undefined && queued.data.attempt > 1) return;
    const { updated } = await boss.update(kind, data, { ...now, startAfter: 0 });
    if (updated > 0) return;
    // Null: meanwhile somebody else queued one, which may be one that rests.
    if ((await boss.send(kind, data, { ...now, group: { id: key } })) !== null) return;
  }
}

type Send = (kind: WorkKind, portal: PortalId) => Promise<void>;

/**
 * Many wake-ups of the same work at the same time become at most two sends: the one on its way, and one that starts
 * after it. The first alone would not do: its job may have run before the last caller's work was there.
 */
export function shared(send: Send): Send {
  const under = new Map<string, { running: Promise<void>; next: Promise<void> | null }>();
  return (kind, portal) => {
    const key = `${kind}:${portal}`;
    const start = (): Promise<void> => {
      const running = send(kind, portal).finally(() => {
        if (under.get(key)?.next === null) under.delete(key);
      });
      under.set(key, { running, next: null });
      return running;
    };
    const flight = under.get(key);
    if (flight === undefined) return start();
    flight.next ??= flight.running.then(start, start);
    return flight.next;
  };
}
