import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startService } from '../service.ts';

/** `rapport serve`: the service, until it is told to stop. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('run the service, configured by the environment')
    .action(async () => {
      const service = await startService(readConfig());
      const stop = (signal: NodeJS.Signals) => {
        // A second signal ends the process at once, for whoever does not want to wait.
        process.removeListener(signal, stop);
        void service.stop();
      };
      process.once('SIGTERM', stop).once('SIGINT', stop);
      await service.stopped;
    });
}
