/**
 * Ticks by a clock that can be moved, in UTC: looks at it regularly, and when a due time lies between the last look and
 * now, ticks once, however many were passed. A clock that was set back waits for the next due time from there.
 */
import { createTask } from 'node-cron';
import type { Clock } from '../usecases/ports.ts';
import type { Scheduler } from '../usecases/work.ts';

type Entry = {
  readonly name: string;
  readonly isDue: (minute: Date) => boolean;
  readonly run: () => Promise<void>;
};

export type ClockScheduler = Scheduler & {
  /** Looks at the clock now instead of at the next look. */
  look(): Promise<void>;
};

const minute = 60_000;
/** Beyond this a schedule that matched no minute is taken as due: none of ours is rarer. */
const maxMinutes = 7 * 24 * 60;

export function createClockScheduler(options: {
  readonly clock: Clock;
  /** Real time between two looks. */
  readonly lookEveryMs: number;
  readonly report: (error: unknown, about: { readonly tick: string }) => void;
}): ClockScheduler {
  const { clock, lookEveryMs, report } = options;
  const entries: Entry[] = [];
  let last = clock.now();
  let looking: Promise<void> | null = null;

  async function lookOnce(): Promise<void> {
    const now = clock.now();
    const due = entries.filter((entry) => passed(entry, last, now));
    last = now;
    for (const entry of due) {
      await entry.run().catch((error: unknown) => report(error, { tick: entry.name }));
    }
  }

  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  }

  const timer = setInterval(look, lookEveryMs);
  return {
    every(name, cron, run) {
      // Never started: only its matching of a minute is used.
      const task = createTask(cron, () => undefined, { name, timezone: 'Etc/UTC' });
      entries.push({ name, run, isDue: (at) => task.match(at) });
    },
    look,
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

function passed(entry: Entry, last: number, now: number): boolean {
  const first = (Math.floor(last / minute) + 1) * minute;
  for (let at = first, looked = 0; at <= now; at += minute, looked++) {
    if (looked >= maxMinutes || entry.isDue(new Date(at))) return true;
  }
  return false;
}
