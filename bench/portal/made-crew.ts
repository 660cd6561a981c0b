/** Worker processes on one PostgreSQL and a made portal: for what only several processes, or their memory, can show. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createJobs, type Jobs } from '../../src/jobs/create-jobs.ts';
import type { LightPortal } from './light-portal.ts';
import { type MadeService, openMadeService } from './made-service.ts';
import type { Report, Start } from './worker-process.ts';

export type Crew = AsyncDisposable & {
  /** The same store and queue, seen from here; works on nothing. */
  readonly service: MadeService;
  readonly jobs: Jobs;
  /** Resident memory of each worker once it was ready, and the most since, in bytes. */
  readonly memory: readonly { idle: number; peak: number }[];
  /** Ends one worker at once, as a power cut would. */
  kill(worker: number): void;
};

const workerFile = new URL('worker-process.ts', import.meta.url);

/** Needs DATABASE_URL_TEST: several processes share no embedded database. */
export async function startCrew(hubspot: LightPortal, workers: number, timeScale: number): Promise<Crew> {
  const databaseUrl = process.env['DATABASE_URL_TEST'];
  if (databaseUrl === undefined)
    throw new Error('Set DATABASE_URL_TEST to a PostgreSQL to run this benchmark.');
  const schema = `bench_${randomBytes(5).toString('hex')}`;
  const start: Start = { url: hubspot.url, timeScale, databaseUrl, schema };
  const service = await openMadeService(start);
  const jobs = createJobs({
    home: service.database.home,
    schema: `${schema}_jobs`,
    report: (error) => console.error(error),
  });
  await jobs.start(null);
  const memory: { idle: number; peak: number }[] = [];
  const children = await Promise.all(Array.from({ length: workers }, () => startWorker(start, memory)));
  return {
    service,
    jobs,
    memory,
    kill: (worker) => void children[worker]?.kill('SIGKILL'),
    async [Symbol.asyncDispose]() {
      await Promise.all(children.map(ended));
      await jobs.stop();
      await service[Symbol.asyncDispose]();
      const owner = new pg.Client({ connectionString: databaseUrl });
      await owner.connect();
      await owner.query(`drop schema ${schema} cascade; drop schema ${schema}_jobs cascade`);
      await owner.end();
    },
  };
}

async function startWorker(start: Start, memory: { idle: number; peak: number }[]): Promise<ChildProcess> {
  const child = fork(workerFile, [JSON.stringify(start)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const own = { idle: 0, peak: 0 };
  memory.push(own);
  await new Promise<void>((resolve) => {
    child.on('message', (report: Report) => {
      if (report.kind === 'ready') return resolve();
      if (own.idle === 0) own.idle = report.rss;
      own.peak = Math.max(own.peak, report.rss);
    });
  });
  return child;
}

/** Told by the closed channel; a worker that does not end by itself is ended. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await exit;
  clearTimeout(timer);
}
