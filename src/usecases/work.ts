/** What the use cases need to be woken, and what waits to be worked on. Ids and times as in `ports.ts`. */
import type { PortalId } from './ports.ts';

/** What waits to be done, over all portals: the net under lost wake-ups. */
export type Backlog = {
  /** Portals with marks that may be claimed at `at`, or with an unfinished backfill. */
  waiting(
    at: number,
  ): Promise<{ readonly refresh: readonly PortalId[]; readonly backfill: readonly PortalId[] }>;
  /** How long the longest waiting mark of the portal waits, ms of real time; null when none does. */
  lag(portal: PortalId): Promise<number | null>;
};

/** Raw webhook deliveries, of any mix of portals. */
export type Deliveries = {
  /** Durable when it resolves. The kept row is the job: it stays until its marks are made, whoever wakes the worker. */
  keep(body: string, receivedAt: number): Promise<void>;
  /** The oldest, under a lease of `leaseMs`. */
  take(limit: number, leaseMs: number): Promise<readonly { readonly id: number; readonly body: string }[]>;
  done(ids: readonly number[]): Promise<void>;
  /** Gives back all that is taken: only for whoever knows that no taker is alive. */
  free(): Promise<void>;
  count(): Promise<number>;
};

/** Whose work and parked notes belong to no single portal: unreadable deliveries, events of unknown portals. */
export const noPortal: PortalId = 0;

/** Work that could not be done and waits for a person: visible and retryable. `subject` as `contacts:4711`. */
export type Parking = {
  park(portal: PortalId, what: Parked): Promise<void>;
  list(portal: PortalId): Promise<readonly Parked[]>;
  clear(portal: PortalId, subjects: readonly string[]): Promise<void>;
};

export type Parked = { readonly subject: string; readonly reason: string; readonly at: number };

/** `deliveries` and `sweep` are work of no single portal: theirs is 0. */
export type WorkKind =
  | 'backfill'
  | 'refresh'
  | 'reconcile'
  | 'refit'
  | 'retention'
  | 'labels'
  | 'summary'
  | 'preview'
  | 'deliveries'
  | 'sweep';

/** Not before so long, as the given attempt; or at once, whatever was to be waited for. */
export type When = { readonly afterMs: number; readonly attempt: number } | 'now';

/**
 * Wakes the workers: at most one queued and one running job per portal and kind. A job that waits or rests has the queued
 * place, so that a wake-up meanwhile is that one; only `now`, for whom somebody is looking, pulls it forward.
 */
export type Wakeups = {
  wake(kind: WorkKind, portal: PortalId, when?: When): Promise<void>;
};

/**
 * What a run of work leaves behind: nothing, more of the same, a wait after a failure, or a rest, in which what comes is
 * collected.
 */
export type WorkOutcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'again' }
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'rest'; readonly forMs: number };

/**
 * One function per kind of work; `attempt` counts from 1 and grows by each `later`. `retried`: an earlier run of the same
 * job gave no outcome, because its process died or a bug threw. No other run of this portal and kind is alive then.
 */
export type WorkHandlers = Readonly<
  Record<
    WorkKind,
    (portal: PortalId, attempt: number, signal: AbortSignal, retried?: boolean) => Promise<WorkOutcome>
  >
>;

/** Ticks by cron expression, in UTC. Real time in production; in the sandbox a jump of the clock over a due time ticks once. */
export type Scheduler = {
  every(name: string, cron: string, run: () => Promise<void>): void;
  stop(): Promise<void>;
};
