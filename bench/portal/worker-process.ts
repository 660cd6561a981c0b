/** A worker in a process of its own, as `rapport serve --role worker` is one, on a made portal: its argument is a `Start`. */
import { z } from 'zod';
import { createJobs } from '../../src/jobs/create-jobs.ts';
import { keepHeapSmall } from '../../src/keep-heap-small.ts';
import { openMadeService } from './made-service.ts';

const start = z.object({
  url: z.string(),
  timeScale: z.number(),
  databaseUrl: z.string(),
  schema: z.string(),
});
export type Start = z.infer<typeof start>;

/** Resident memory in bytes, once a tenth of a second. */
export type Report = { readonly kind: 'ready' } | { readonly kind: 'memory'; readonly rss: number };

// Nobody hears it any more when the bench ends: `disconnect` says so.
const say = (report: Report) => process.send?.(report, undefined, {}, () => {});

await run(start.parse(JSON.parse(process.argv[2] ?? '')));

async function run(start: Start): Promise<void> {
  keepHeapSmall();
  const service = await openMadeService(start);
  const jobs = createJobs({
    home: service.database.home,
    schema: `${start.schema}_jobs`,
    report: (error) => console.error(error),
  });
  await jobs.start(service.work(jobs.wakeups, { searchAlone: 24_000, freshWithinMs: 0 }));
  say({ kind: 'ready' });
  const timer = setInterval(() => say({ kind: 'memory', rss: process.memoryUsage().rss }), 100);
  process.once('disconnect', async () => {
    clearInterval(timer);
    await jobs.stop();
    await service[Symbol.asyncDispose]();
    process.exit();
  });
}
