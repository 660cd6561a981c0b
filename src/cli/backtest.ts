import { Command } from 'commander';
import { backtest } from '../relationship/backtest/backtest.ts';
import { defaultSettings } from '../relationship/settings.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import { dayOf } from '../relationship/signal/timeline.ts';
import { backtestTable } from './backtest-table.ts';
import { horizonOf, instantOf } from './event-options.ts';
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

/** `rapport backtest`: what Rapport would have said in the past of a history, and whether it came true. */
export function backtestCommand(terminal: Terminal = processTerminal): Command {
  return new Command('backtest')
    .description('ask the past of a CSV of events: who was said to stay, and who did')
    .requiredOption(
      '--events <file>',
      'the CSV, with the columns contact, at, kind, by and optionally amount',
    )
    .option('--as-of <date>', 'ISO date or time up to which everything is known; default: the last event')
    .option('--horizon <days>', 'an outcome is a touch within so many days', '90')
    .option('--json', 'print the result as JSON', false)
    .action(async (options: { events: string; asOf?: string; horizon: string; json: boolean }) => {
      const horizonDays = horizonOf(options.horizon);
      const until =
        options.asOf === undefined ? Number.POSITIVE_INFINITY : instantOf('--as-of', options.asOf);
      const histories = [...(await readEvents(options.events)).values()]
        .map((signals) => signals.filter((signal) => signal.at <= until))
        .filter((signals) => signals.length > 0);
      const asOf = dayOf(Number.isFinite(until) ? until : lastOf(histories));
      const result = backtest(
        { histories, settings: defaultSettings, asOf, horizonDays },
        terminal.progress === null ? undefined : progressBar(terminal.progress),
      );
      terminal.print(options.json ? `${JSON.stringify(result)}\n` : backtestTable(result));
    });
}

function lastOf(histories: readonly (readonly Signal[])[]): number {
  return histories.reduce((last, signals) => signals.reduce((max, { at }) => Math.max(max, at), last), 0);
}

/** A bar that redraws its own line and leaves it empty in the end. */
function progressBar(write: (text: string) => void): (done: number) => void {
  let shown = -1;
  return (done) => {
    const percent = Math.floor(done * 100);
    if (percent === shown) return;
    shown = percent;
    const filled = Math.round(percent / 4);
    write(done >= 1 ? '\r\u001b[K' : `\r${'█'.repeat(filled)}${'░'.repeat(25 - filled)} ${percent} %`);
  };
}
