import { Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { keepHeapSmall } from '../keep-heap-small.ts';
import { type Role, roles, startService } from '../service.ts';

/** `rapport serve`: the service, until it is told to stop. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('run the service, configured by the environment')
    .addOption(
      new Option('--role <role>', 'what this process does: web answers, worker works, all does both')
        .choices(roles)
        .default('all'),
    )
    .action(async ({ role }: { role: Role }) => {
      // A door alone reads nothing; with many requests in memory a small young heap would cost it computing time.
      if (role !== 'web') keepHeapSmall();
      const service = await startService(readConfig(), {}, role);
      const stop = (signal: NodeJS.Signals) => {
        // A second signal ends the process at once, for whoever does not want to wait.
        process.removeListener(signal, stop);
        void service.stop();
      };
      process.once('SIGTERM', stop).once('SIGINT', stop);
      await service.stopped;
    });
}
