/** The command line. Each command's file is loaded only when it is called, so that `score` need not wait for a server. */
import { Command, CommanderError } from 'commander';
import { UsageError } from './cli/usage-error.ts';
import { ConfigError } from './config.ts';
import { StoreError } from './db/store-error.ts';

type Listed = { readonly about: string; readonly load: () => Promise<Command> };

const commands: Readonly<Record<string, Listed>> = {
  serve: { about: 'run the service', load: async () => (await import('./cli/serve.ts')).serveCommand() },
  sandbox: {
    about: 'start a local HubSpot portal with Rapport in it',
    load: async () => (await import('./cli/sandbox.ts')).sandboxCommand(),
  },
  backtest: {
    about: 'how well the stages would have foretold the history of a CSV or a portal',
    load: async () => (await import('./cli/backtest.ts')).backtestCommand(),
  },
  explain: {
    about: 'explain one contact of a CSV or a portal',
    load: async () => (await import('./cli/explain.ts')).explainCommand(),
  },
  parked: {
    about: 'show work that could not be done, and try it again',
    load: async () => (await import('./cli/parked.ts')).parkedCommand(),
  },
  replay: {
    about: 'assess one contact again from what is stored, and compare',
    load: async () => (await import('./cli/replay.ts')).replayCommand(),
  },
  export: {
    about: 'print everything that is stored about one contact',
    load: async () => (await import('./cli/export.ts')).exportCommand(),
  },
  erase: {
    about: 'delete everything that is stored about one contact',
    load: async () => (await import('./cli/erase.ts')).eraseCommand(),
  },
  doctor: {
    about: 'check what the service stands on, and say what to do',
    load: async () => (await import('./cli/doctor.ts')).doctorCommand(),
  },
  keys: {
    about: 'the keys that seal the portals’ tokens',
    load: async () => (await import('./cli/keys.ts')).keysCommand(),
  },
  score: {
    about: 'score every contact of a CSV',
    load: async () => (await import('./cli/score.ts')).scoreCommand(),
  },
};

/** What was asked for cannot be done as it was asked; the conventional code for wrong usage. */
const usageExit = 2;

async function run(argv: readonly string[]): Promise<number> {
  const program = new Command('rapport')
    .description('Tells what kind of relationship each contact is in.')
    .exitOverride();
  const [name = ''] = argv;
  for (const [listed, { about, load }] of Object.entries(commands)) {
    const command = listed === name ? await load() : new Command(listed).description(about);
    program.addCommand(command.copyInheritedSettings(program));
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    // Zero unless the command said otherwise, as one that was broken off does.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has printed its own; help and version are no failures.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageExit;
    if (!(error instanceof UsageError || error instanceof ConfigError || error instanceof StoreError))
      throw error;
    process.stderr.write(`${error.message}\n`);
    return usageExit;
  }
}

process.exitCode = await run(process.argv.slice(2));
