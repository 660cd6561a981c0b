import { Command } from 'commander';
import { type Backtest, backtest } from '../relationship/backtest/backtest.ts';
import { defaultSettings } from '../relationship/settings.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import { dayOf } from '../relationship/signal/timeline.ts';
import { type CommandStore, storeForCommand } from '../store-for-command.ts';
import { backtestPortal } from '../usecases/backtest-portal.ts';
import { backtestTable } from './backtest-table.ts';
import { horizonOf, instantOf } from './event-options.ts';
import { installedPortal, sourceOf } from './portal-option.ts';
import { printToStdout } from './print-to-stdout.ts';
import { readEvents } from './read-events.ts';

/** Where a command writes: results, and progress for whoever watches. */
export type Terminal = {
  readonly print: (text: string) => void;
  /** Null where nobody watches: a bar in a log file is noise. */
  readonly progress: ((text: string) => void) | null;
};

const processTerminal: Terminal = {
  print: printToStdout,
  progress: process.stderr.isTTY ? (text) => process.stderr.write(text) : null,
};

type Choices = {
  readonly events?: string;
  readonly portal?: string;
  readonly asOf?: string;
  readonly horizon?: string;
  readonly json: boolean;
};

/** `rapport backtest`: what Rapport would have said in the past of a history, and whether it came true. */
export function backtestCommand(
  terminal: Terminal = processTerminal,
  openStore: () => Promise<CommandStore> = storeForCommand,
): Command {
  return new Command('backtest')
    .description('ask the past of a CSV or of a portal: who was said to stay, and who did')
    .option('--events <file>', 'a CSV with the columns contact, at, kind, by and optionally amount')
    .option('--portal <id>', 'an installed portal; the result is kept for its home page')
    .option(
      '--as-of <date>',
      'with --events: ISO date or time up to which everything is known (default: the last event)',
    )
    .option('--horizon <days>', 'with --events: an outcome is a touch within so many days (default: 90)')
    .option('--json', 'print the result as JSON', false)
    .action(async (choices: Choices) => {
      const source = sourceOf(choices, ['asOf', 'horizon']);
      const onProgress = terminal.progress === null ? () => {} : progressBar(terminal.progress);
      const result =
        'portal' in source
          ? await ofPortal(source.portal, openStore, onProgress)
          : await ofEvents(source.events, choices, onProgress);
      terminal.print(choices.json ? `${JSON.stringify(result)}\n` : backtestTable(result));
    });
}

type OnProgress = (done: number) => void;

async function ofPortal(
  id: string,
  openStore: () => Promise<CommandStore>,
  onProgress: OnProgress,
): Promise<Backtest> {
  await using store = await openStore();
  const of = await installedPortal(store, id);
  const tested = await backtestPortal(store, { of, signal: new AbortController().signal, onProgress });
  if (tested === null) throw new Error('A back-test that nobody stopped has a result');
  return tested.result;
}

async function ofEvents(file: string, choices: Choices, onProgress: OnProgress): Promise<Backtest> {
  const horizonDays = horizonOf(choices.horizon ?? '90');
  const until = choices.asOf === undefined ? Number.POSITIVE_INFINITY : instantOf('--as-of', choices.asOf);
  const histories = [...(await readEvents(file)).values()]
    .map((signals) => signals.filter((signal) => signal.at <= until))
    .filter((signals) => signals.length > 0);
  const asOf = dayOf(Number.isFinite(until) ? until : lastOf(histories));
  return backtest({ histories, settings: defaultSettings, asOf, horizonDays }, onProgress);
}

function lastOf(histories: readonly (readonly Signal[])[]): number {
  return histories.reduce((last, signals) => signals.reduce((max, { at }) => Math.max(max, at), last), 0);
}

/** A bar that redraws its own line and leaves it empty in the end. */
function progressBar(write: (text: string) => void): OnProgress {
  let shown = -1;
  return (done) => {
    const percent = Math.floor(done * 100);
    if (percent === shown) return;
    shown = percent;
    const filled = Math.round(percent / 4);
    write(done >= 1 ? '\r\u001b[K' : `\r${'█'.repeat(filled)}${'░'.repeat(25 - filled)} ${percent} %`);
  };
}
