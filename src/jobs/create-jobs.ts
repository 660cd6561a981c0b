/**
 * Wakes the workers by pg-boss: queue policy `stately` with the portal as singleton key gives at most one queued and
 * one running job per portal and kind over all processes. So a wake-up while a job runs makes one more, which finds
 * what came meanwhile, and a wake-up while one is queued is that one. A job that waits (`later`) takes the queued place:
 * while HubSpot is down for a portal, new events do not knock again before the wait is over.
 *
 * pg-boss runs on the real clock whatever the service's: waits are for HubSpot, and HubSpot's limits are in real time.
 */
import type { PGlite } from '@electric-sql/pglite';
import { fromPglite, PgBoss } from 'pg-boss';
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

type Data = { readonly portal: PortalId; readonly attempt: number };

/** Jobs of one kind at a time in this process. Reading and writing wait for HubSpot, so several portals fit in. */
const concurrency: Readonly<Record<WorkKind, number>> = { backfill: 2, refresh: 6, deliveries: 1, sweep: 1 };

const kinds: readonly WorkKind[] = ['backfill', 'refresh', 'deliveries', 'sweep'];

const deadLetters = 'dead';

/** What a bug or a killed process costs: tries again soon, and another process takes over in some 12 s. */
const queueOptions = {
  policy: 'stately',
  notify: true,
  retryLimit: 5,
  retryDelay: 5,
  retryBackoff: true,
  deadLetter: deadLetters,
  heartbeatSeconds: 10,
  expireInSeconds: 900,
  deleteAfterSeconds: 3600,
} as const;

export function createJobs({ home, schema = 'rapport_jobs', report }: JobsOptions): Jobs {
  const boss = new PgBoss({
    ...(home.kind === 'embedded'
      ? { db: fromPglite(home.pglite), backend: 'pglite' }
      : { connectionString: home.url, max: 5 }),
    schema,
    useListenNotify: true,
    // Ticks come from the handed-in scheduler, which a moved clock drives too.
    schedule: false,
  });
  boss.on('error', (error) => report(error, { kind: 'queue', portal: 0 }));
  const stopping = new AbortController();

  const wakeups: Wakeups = {
    async wake(kind, portal, later) {
      const data: Data = { portal, attempt: later?.attempt ?? 1 };
      await boss.send(kind, data, {
        singletonKey: String(portal),
        ...(later === undefined ? {} : { startAfter: Math.ceil(later.afterMs / 1000) }),
      });
    },
  };

  async function work(
    handlers: WorkHandlers,
    kind: WorkKind,
    { portal, attempt }: Data,
    lost: AbortSignal,
  ): Promise<void> {
    let outcome: WorkOutcome;
    try {
      outcome = await handlers[kind](portal, attempt, AbortSignal.any([stopping.signal, lost]));
    } catch (error) {
      // Reported here, once; thrown on, so that the queue tries again and in the end keeps it as a dead letter.
      report(error, { kind, portal });
      throw error;
    }
    if (outcome.kind === 'again') await wakeups.wake(kind, portal);
    if (outcome.kind === 'later') {
      await wakeups.wake(kind, portal, { afterMs: outcome.afterMs, attempt: attempt + 1 });
    }
  }

  return {
    wakeups,
    async start(handlers) {
      await boss.start();
      await boss.createQueue(deadLetters);
      for (const kind of kinds) await boss.createQueue(kind, queueOptions);
      if (handlers === null) return;
      for (const kind of kinds) {
        await boss.work<Data>(
          kind,
          {
            batchSize: 1,
            localConcurrency: concurrency[kind],
            pollingIntervalSeconds: 2,
            // Retries and waits are not notified: without this they would be found every 30 s only.
            notifyPollingIntervalSeconds: 2,
          },
          async ([job]) => {
            if (job !== undefined) await work(handlers, kind, job.data, job.signal);
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
