import { Command, Option } from 'commander';
import { assess } from '../relationship/assess.ts';
import { noFacts } from '../relationship/facts.ts';
import { defaultSettings } from '../relationship/settings.ts';
import { touchDays } from '../relationship/signal/touch-days.ts';
import { type Language, languages } from '../relationship/stage/reason.ts';
import { wouldMove } from '../relationship/stage/what-would-move.ts';
import { countersOf } from '../relationship/vitality/counters.ts';
import { horizonOf, instantOf } from './event-options.ts';
import { explainText } from './explain-text.ts';
import { readEvents } from './read-events.ts';
import { modelFor } from './score-events.ts';
import { UsageError } from './usage-error.ts';

type Choices = {
  readonly events: string;
  readonly contact: string;
  readonly asOf: string;
  readonly horizon: string;
  readonly fit: boolean;
  readonly lang: Language;
  readonly json: boolean;
};

/** `rapport explain`: one contact of a CSV, as a person would want to read it. */
export function explainCommand(
  print: (text: string) => void = (text) => process.stdout.write(text),
): Command {
  return new Command('explain')
    .description('explain one contact of a CSV: stage, why, how long it holds and what would move it')
    .requiredOption('--events <file>', 'the CSV: contact, at, kind, by and optionally amount')
    .requiredOption('--contact <id>', 'the contact, as the file names it')
    .requiredOption(
      '--as-of <date>',
      'ISO date or time; later rows are ignored (a date includes its whole day)',
    )
    .option('--horizon <days>', 'vitality is the chance of a touch within so many days', '90')
    .option('--fit', 'refit the model on the outcomes known at the date', false)
    .addOption(new Option('--lang <language>', 'of the sentences').choices(languages).default('en'))
    .option('--json', 'the whole assessment as one line of JSON', false)
    .action(async (choices: Choices) => print(await explained(choices)));
}

/** @throws UsageError for a contact that the file does not have by then. */
async function explained(choices: Choices): Promise<string> {
  const now = instantOf('--as-of', choices.asOf);
  const horizonDays = horizonOf(choices.horizon);
  const events = await readEvents(choices.events);
  const signals = (events.get(choices.contact) ?? []).filter(({ at }) => at <= now);
  if (signals.length === 0) {
    throw new UsageError(
      `${choices.events} has nothing of a contact "${choices.contact}" up to ${choices.asOf}: check the id and the date`,
    );
  }
  const model = modelFor(events, { now, horizonDays, fit: choices.fit });
  const assessment = assess(signals, noFacts, model, defaultSettings, now);
  if (choices.json) return `${JSON.stringify({ contact: choices.contact, ...assessment })}\n`;
  return explainText({
    contact: choices.contact,
    assessment,
    moves: wouldMove(signals, noFacts, model, defaultSettings, now),
    model,
    counters: countersOf(touchDays(signals, defaultSettings), horizonDays),
    language: choices.lang,
  });
}
