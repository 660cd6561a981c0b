/** Wake-ups in virtual time: what the job queue promises, without waiting. One queued and one running job per portal and kind. */
import type { PortalId } from '../src/usecases/ports.ts';
import type { Wakeups, WorkHandlers, WorkKind } from '../src/usecases/work.ts';

type Queued = { readonly kind: WorkKind; readonly portal: PortalId; readonly attempt: number; dueAt: number };

export type VirtualTime = { now(): number; at: number };

export type VirtualQueue = {
  readonly wakeups: Wakeups;
  /** Runs everything that is due until `until`; the clock jumps from one due time to the next. */
  runUntil(until: number, work: WorkHandlers): Promise<void>;
};

export function virtualQueue(clock: VirtualTime): VirtualQueue {
  const queued = new Map<string, Queued>();
  const wakeups: Wakeups = {
    async wake(kind, portal, when) {
      const key = `${kind}:${portal}`;
      const standing = queued.get(key);
      if (when === 'now' && standing !== undefined) standing.dueAt = clock.at;
      if (standing !== undefined) return;
      const later = typeof when === 'object' ? when : { afterMs: 0, attempt: 1 };
      queued.set(key, { kind, portal, attempt: later.attempt, dueAt: clock.at + later.afterMs });
    },
  };
  return {
    wakeups,
    async runUntil(until, work) {
      for (;;) {
        const [next] = [...queued].toSorted(([, a], [, b]) => a.dueAt - b.dueAt);
        if (next === undefined || next[1].dueAt > until) break;
        const [key, job] = next;
        queued.delete(key);
        clock.at = Math.max(clock.at, job.dueAt);
        const outcome = await work[job.kind](job.portal, job.attempt, new AbortController().signal);
        if (outcome.kind === 'again') await wakeups.wake(job.kind, job.portal);
        if (outcome.kind === 'later') {
          await wakeups.wake(job.kind, job.portal, { afterMs: outcome.afterMs, attempt: job.attempt + 1 });
        }
        if (outcome.kind === 'rest') {
          await wakeups.wake(job.kind, job.portal, { afterMs: outcome.forMs, attempt: 1 });
        }
      }
      clock.at = Math.max(clock.at, until);
    },
  };
}
