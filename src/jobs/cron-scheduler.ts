/** Ticks by the system's clock, in UTC. A tick that is still running is not started again beside itself. */
import { createTask, type ScheduledTask } from 'node-cron';
import type { Scheduler } from '../usecases/work.ts';

export function createCronScheduler(
  report: (error: unknown, about: { readonly tick: string }) => void,
): Scheduler {
  const tasks: ScheduledTask[] = [];
  return {
    every(name, cron, run) {
      const tick = () => run().catch((error: unknown) => report(error, { tick: name }));
      const task = createTask(cron, tick, { name, timezone: 'Etc/UTC', noOverlap: true });
      tasks.push(task);
      void task.start();
    },
    async stop() {
      for (const task of tasks.splice(0)) await task.destroy();
    },
  };
}
