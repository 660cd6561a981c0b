import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createJobs, type Jobs } from '../../src/jobs/create-jobs.ts';
import type { WorkHandlers, WorkOutcome } from '../../src/usecases/work.ts';
import { storeName, testDatabase } from '../support/database.ts';

type World = AsyncDisposable & {
  readonly jobs: Jobs;
  readonly reported: unknown[];
  open(): Promise<Jobs>;
  /** The queued job becomes one that a process had begun before it was killed: no sign of life for a minute. */
  leaveBehind(): Promise<void>;
  /** How often and after what pause each queue tries again. */
  retries(): Promise<readonly object[]>;
  /** The queues become those of an earlier version. */
  age(): Promise<void>;
};

async function jobsWorld(): Promise<World> {
  const opened = await testDatabase();
  const schema = `jobs_${randomBytes(6).toString('hex')}`;
  const reported: unknown[] = [];
  const all: Jobs[] = [];
  const open = async () => {
    const jobs = createJobs({ home: opened.database.home, schema, report: (error) => reported.push(error) });
    all.push(jobs);
    return jobs;
  };
  return {
    jobs: await open(),
    reported,
    open,
    async leaveBehind() {
      await opened.asOwner(`
        update ${schema}.job set state = 'active', started_on = now() - interval '1 minute',
          heartbeat_on = now() - interval '1 minute' where state = 'created' returning id`);
    },
    retries: () =>
      opened.asOwner(
        `select distinct retry_limit, retry_delay from ${schema}.queue where policy = 'stately'`,
      ),
    async age() {
      await opened.asOwner(`update ${schema}.queue set retry_limit = 5, retry_delay = 5 returning name`);
    },
    async [Symbol.asyncDispose]() {
      for (const jobs of all) await jobs.stop();
      await opened.asOwner(`drop schema if exists ${schema} cascade; select 1`);
      await opened[Symbol.asyncDispose]();
    },
  };
}

function handlers(refresh: WorkHandlers['refresh']): WorkHandlers {
  const idle = async (): Promise<WorkOutcome> => ({ kind: 'idle' });
  return {
    backfill: idle,
    summary: async () => ({ kind: 'idle' }),
    preview: async () => ({ kind: 'idle' }),
    reconcile: idle,
    labels: async () => ({ kind: 'idle' }),
    retention: async () => ({ kind: 'idle' }),
    refit: idle,
    deliveries: idle,
    sweep: idle,
    refresh,
  };
}

/** Resolves each time the named thing happened that often. */
function counter() {
  const waiting: { count: number; resolve: () => void }[] = [];
  let count = 0;
  return {
    hit() {
      count += 1;
      for (const waiter of waiting) if (count >= waiter.count) waiter.resolve();
    },
    get count() {
      return count;
    },
    reaches: (wanted: number) =>
      new Promise<void>((resolve) => {
        if (count >= wanted) resolve();
        else waiting.push({ count: wanted, resolve });
      }),
  };
}

describe(`wake-ups (${storeName})`, () => {
  test('five while a portal is worked on make one more run, which starts after it', async () => {
    await using world = await jobsWorld();
    const { jobs } = world;
    const starts = counter();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    let beside = 0;
    let most = 0;
    await jobs.start(
      handlers(async () => {
        beside += 1;
        most = Math.max(most, beside);
        starts.hit();
        await gate;
        beside -= 1;
        return { kind: 'idle' };
      }),
    );
    await jobs.wakeups.wake('refresh', 1);
    await starts.reaches(1);
    for (let i = 0; i < 5; i++) await jobs.wakeups.wake('refresh', 1);
    await jobs.wakeups.wake('refresh', 2);
    await starts.reaches(2);
    open();
    await starts.reaches(3);
    await jobs.stop();
    expect(starts.count).toBe(3);
    expect(most).toBe(2);
  });

  test('queues of an earlier version try again as often as those that are made now', async () => {
    await using world = await jobsWorld();
    await world.jobs.start(null);
    const made = await world.retries();
    await world.age();
    expect(await world.retries()).not.toEqual(made);
    await (await world.open()).start(null);
    expect(await world.retries()).toEqual(made);
  });

  test('work that is not done is run again, and a wait counts the attempts', async () => {
    await using world = await jobsWorld();
    const { jobs } = world;
    const attempts: number[] = [];
    const runs = counter();
    const outcomes: WorkOutcome[] = [{ kind: 'again' }, { kind: 'later', afterMs: 1 }, { kind: 'idle' }];
    await jobs.start(
      handlers(async (_portal, attempt) => {
        attempts.push(attempt);
        runs.hit();
        return outcomes[attempts.length - 1] ?? { kind: 'idle' };
      }),
    );
    await jobs.wakeups.wake('refresh', 1);
    await runs.reaches(3);
    expect(attempts).toEqual([1, 1, 2]);
  });

  test('while a portal rests a wake-up waits with it, and one for whom somebody is looking ends the rest', async () => {
    await using world = await jobsWorld();
    const { jobs } = world;
    const attempts: number[] = [];
    const runs = counter();
    await jobs.start(
      handlers(async (_portal, attempt) => {
        attempts.push(attempt);
        runs.hit();
        return { kind: 'rest', forMs: 600_000 };
      }),
    );
    await jobs.wakeups.wake('refresh', 1);
    await runs.reaches(1);
    await jobs.wakeups.wake('refresh', 1);
    // Other work of another portal goes on: had the wake-up run, it would have come first.
    await jobs.wakeups.wake('refresh', 2);
    await runs.reaches(2);
    await jobs.wakeups.wake('refresh', 1, 'now');
    await runs.reaches(3);
    expect(attempts).toEqual([1, 1, 1]);
  });

  test('a wait after a failure is not cut short', async () => {
    await using world = await jobsWorld();
    const { jobs } = world;
    const portals: number[] = [];
    const runs = counter();
    await jobs.start(
      handlers(async (portal) => {
        portals.push(portal);
        runs.hit();
        return portal === 1 ? { kind: 'later', afterMs: 600_000 } : { kind: 'idle' };
      }),
    );
    // By the time another portal was worked on, the first one waits.
    for (const portal of [1, 2]) {
      await jobs.wakeups.wake('refresh', portal);
      await runs.reaches(portal);
    }
    for (const portal of [1, 3]) await jobs.wakeups.wake('refresh', portal, 'now');
    await runs.reaches(3);
    expect(portals).toEqual([1, 2, 3]);
  });

  test('now is at once when nothing is queued', async () => {
    await using world = await jobsWorld();
    const runs = counter();
    await world.jobs.start(
      handlers(async () => {
        runs.hit();
        return { kind: 'idle' };
      }),
    );
    await world.jobs.wakeups.wake('refresh', 1, 'now');
    await runs.reaches(1);
    expect(runs.count).toBe(1);
  });

  test('a bug is reported and its job tried again, and told that it is', { timeout: 40_000 }, async () => {
    await using world = await jobsWorld();
    const runs = counter();
    const retries: (boolean | undefined)[] = [];
    const bug = new RangeError('bug');
    await world.jobs.start(
      handlers(async (_portal, _attempt, _signal, retried) => {
        runs.hit();
        retries.push(retried);
        if (runs.count === 1) throw bug;
        return { kind: 'idle' };
      }),
    );
    await world.jobs.wakeups.wake('refresh', 1);
    await runs.reaches(2);
    expect(world.reported).toEqual([bug]);
    expect(retries).toEqual([false, true]);
  });

  test('what a killed process had begun is taken over without waiting for a minute', {
    timeout: 30_000,
  }, async () => {
    await using world = await jobsWorld();
    await world.jobs.start(null);
    await world.jobs.wakeups.wake('refresh', 5);
    await world.leaveBehind();
    const other = await world.open();
    const taken: unknown[] = [];
    const runs = counter();
    await other.start(
      handlers(async (portal, _attempt, _signal, retried) => {
        taken.push({ portal, retried });
        runs.hit();
        return { kind: 'idle' };
      }),
    );
    await runs.reaches(1);
    expect(taken).toEqual([{ portal: 5, retried: true }]);
  });

  test('stopping tells running work to end and waits for it', async () => {
    await using world = await jobsWorld();
    const runs = counter();
    let ended = false;
    await world.jobs.start(
      handlers(async (_portal, _attempt, signal) => {
        runs.hit();
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        ended = true;
        return { kind: 'again' };
      }),
    );
    await world.jobs.wakeups.wake('refresh', 1);
    await runs.reaches(1);
    await world.jobs.stop();
    expect(ended).toBe(true);
    expect(world.reported).toEqual([]);
  });

  test('what was queued by a process that works on nothing is worked on by another', async () => {
    await using world = await jobsWorld();
    await world.jobs.start(null);
    await world.jobs.wakeups.wake('refresh', 5);
    const other = await world.open();
    const portals: number[] = [];
    const runs = counter();
    await other.start(
      handlers(async (portal) => {
        portals.push(portal);
        runs.hit();
        return { kind: 'idle' };
      }),
    );
    await runs.reaches(1);
    expect(portals).toEqual([5]);
  });
});
