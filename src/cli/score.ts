import { Command } from 'commander';
import { horizonOf, instantOf } from './event-options.ts';
import { printToStdout } from './print-to-stdout.ts';
import { readEvents } from './read-events.ts';
import { scoreEvents } from './score-events.ts';

/** `rapport score`: the stage and vitality of every contact of a CSV, one JSON line each. */
export function scoreCommand(print: (text: string) => void = printToStdout): Command {
  return new Command('score')
    .description('score every contact of a CSV with the columns contact, at, kind, by and optionally amount')
    .requiredOption('--events <file>', 'the CSV')
    .requiredOption(
      '--as-of <date>',
      'ISO date or time; later rows are ignored (a date includes its whole day)',
    )
    .option('--horizon <days>', 'vitality is the chance of a touch within so many days', '90')
    .option('--fit', 'refit the model on the outcomes known at the date', false)
    .action(async (options: { events: string; asOf: string; horizon: string; fit: boolean }) => {
      const now = instantOf('--as-of', options.asOf);
      const horizonDays = horizonOf(options.horizon);
      const events = await readEvents(options.events);
      let lines = '';
      for (const score of scoreEvents(events, { now, horizonDays, fit: options.fit })) {
        lines += `${JSON.stringify(score)}\n`;
        if (lines.length < chunk) continue;
        print(lines);
        lines = '';
      }
      print(lines);
    });
}

/** Lines are handed on in pieces of about this many characters: one write per line would cost more than the scoring. */
const chunk = 65_536;
