import { Command, Option } from 'commander';
import { cardOptions, contactOptions } from '../infer.ts';
import { assess } from '../relationship/assess.ts';
import type { ContactFacts } from '../relationship/facts.ts';
import { noFacts } from '../relationship/facts.ts';
import type { PortalModel } from '../relationship/portal-model.ts';
import { defaultSettings, type Settings } from '../relationship/settings.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import { touchDays } from '../relationship/signal/touch-days.ts';
import { type Language, languages } from '../relationship/stage/reason.ts';
import { wouldMove } from '../relationship/stage/what-would-move.ts';
import { countersOf } from '../relationship/vitality/counters.ts';
import { type CommandStore, storeForCommand } from '../store-for-command.ts';
import { portalContext } from '../usecases/portal-context.ts';
import { horizonOf, instantOf } from './event-options.ts';
import { type Explained, explainText } from './explain-text.ts';
import { installedPortal, sourceOf } from './portal-option.ts';
import { printToStdout } from './print-to-stdout.ts';
import { readEvents } from './read-events.ts';
import { modelFor } from './score-events.ts';
import { UsageError } from './usage-error.ts';

type Choices = {
  readonly events?: string;
  readonly portal?: string;
  readonly contact: string;
  readonly asOf?: string;
  readonly horizon?: string;
  readonly fit: boolean;
  readonly lang: Language;
  readonly json: boolean;
};

/** `rapport explain`: one contact of a CSV or of a portal, as a person would want to read it. */
export function explainCommand(
  print: (text: string) => void = printToStdout,
  openStore: () => Promise<CommandStore> = storeForCommand,
): Command {
  return new Command('explain')
    .description(
      'explain one contact: stage, why, how long it holds, what would move it, and what every other model says',
    )
    .option('--events <file>', 'a CSV: contact, at, kind, by and optionally amount')
    .option('--portal <id>', 'an installed portal')
    .requiredOption('--contact <id>', 'the contact, as the file or HubSpot names it')
    .option(
      '--as-of <date>',
      'ISO date or time; later events are ignored (a date includes its whole day; default for a portal: now)',
    )
    .option(
      '--horizon <days>',
      'with --events: vitality is the chance of a touch within so many days (default: 90)',
    )
    .option('--fit', 'with --events: refit the model on the outcomes known at the date', false)
    .addOption(new Option('--lang <language>', 'of the sentences').choices(languages).default('en'))
    .option('--json', 'the whole assessment as one line of JSON', false)
    .action(async (choices: Choices) => {
      const source = sourceOf(choices, ['horizon', 'fit']);
      const asked =
        'portal' in source
          ? await ofPortal(source.portal, choices, openStore)
          : await ofEvents(source.events, choices);
      print(explained(asked, choices));
    });
}

type Asked = {
  readonly signals: readonly Signal[];
  readonly facts: ContactFacts;
  readonly model: PortalModel;
  readonly settings: Settings;
  readonly now: number;
  readonly shown: Explained['shown'];
};

function explained({ signals, facts, model, settings, now, shown }: Asked, choices: Choices): string {
  const { contact } = choices;
  const assessment = assess(signals, facts, model, settings, now);
  if (choices.json) return `${JSON.stringify({ contact, ...assessment })}\n`;
  const known = signals.filter(({ at }) => at <= now);
  return explainText({
    contact,
    assessment,
    moves: wouldMove(signals, facts, model, settings, now),
    model,
    counters: countersOf(touchDays(known, settings), model.horizonDays),
    shown,
  });
}

/** @throws UsageError for a contact that the file does not have by then. */
async function ofEvents(file: string, choices: Choices): Promise<Asked> {
  const { asOf, contact, lang, fit } = choices;
  if (asOf === undefined)
    throw new UsageError('--as-of is missing: give the date up to which the CSV is read.');
  const now = instantOf('--as-of', asOf);
  const horizonDays = horizonOf(choices.horizon ?? '90');
  const events = await readEvents(file);
  const signals = (events.get(contact) ?? []).filter(({ at }) => at <= now);
  if (signals.length === 0) {
    throw new UsageError(
      `${file} has nothing of a contact "${contact}" up to ${asOf}: check the id and the date`,
    );
  }
  const model = modelFor(events, { now, horizonDays, fit });
  return { signals, facts: noFacts, model, settings: defaultSettings, now, shown: { language: lang } };
}

/** As the card tells it, down to the portal's own model and zone. @throws UsageError for an unknown contact. */
async function ofPortal(
  id: string,
  { contact, asOf, lang }: Choices,
  openStore: () => Promise<CommandStore>,
): Promise<Asked> {
  await using store = await openStore();
  const installation = await installedPortal(store, id);
  const [stored] = await store.timeline.load(installation.portalId, [contact]);
  if (stored === undefined) {
    throw new UsageError(`Portal ${id} has no contact "${contact}" in this store: check the id.`);
  }
  const now = asOf === undefined ? store.clock.now() : instantOf('--as-of', asOf);
  const context = await portalContext(store, installation);
  const { signals, facts } = stored;
  const { model, settings } = context;
  return {
    signals,
    facts,
    model,
    settings,
    now,
    shown: { ...cardOptions(context, lang), ...contactOptions(context, facts) },
  };
}
