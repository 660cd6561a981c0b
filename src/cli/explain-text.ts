/** One contact's assessment as a person reads it in a terminal. Pure: what to print, line by line. */
import type { EvidenceItem, ReadyCard } from '@rapport/shared/contract.ts';
import type { Assessment } from '../relationship/assessment.ts';
import { type CardOptions, toCard } from '../relationship/card.ts';
import type { PortalModel } from '../relationship/portal-model.ts';
import { sayDate } from '../relationship/stage/reason.ts';
import type { Move } from '../relationship/stage/what-would-move.ts';
import type { Counters } from '../relationship/vitality/counters.ts';
import { vitality } from '../relationship/vitality/vitality.ts';
import { panelParts } from './explain-panels.ts';
import { type ExplainWords, explainWords } from './explain-words.ts';
import { plot } from './plot.ts';

export type Explained = {
  readonly contact: string;
  readonly assessment: Assessment;
  readonly moves: readonly Move[];
  readonly model: PortalModel;
  /** Null when there never was a touch. */
  readonly counters: Counters | null;
  /** Language, zone and what else the portal's cards are told with; UTC unless told. */
  readonly shown: CardOptions;
};

const dayMs = 86_400_000;
const plotWidth = 64;
const plotHeight = 7;

export function explainText(about: Explained): string {
  const { assessment, contact, shown } = about;
  const words = explainWords[shown.language];
  const card = toCard(assessment, about.moves, shown);
  const day = (at: number) => sayDate(at, shown.language, shown.timeZone ?? 'UTC');
  const head = `${contact} · ${words.asOf} ${day(assessment.asOf)}`;
  if (card.kind === 'objection') return lines([head, '', words.objection]);
  if (card.kind === 'not-enough-evidence') {
    const missing = card.missing.map((unseen) => `  ${unseen}`);
    return lines([head, '', card.sentence, ...missing, ...panelParts(card.panels, shown.language, day)]);
  }
  if (card.kind !== 'ready') throw new Error(`An assessment gives no card of kind ${card.kind}`);
  return lines([
    head,
    '',
    ...stagePart(card, words, day),
    '',
    ...whyPart(card, words, day),
    '',
    ...curvePart(about, words),
    ...horizonPart(card, words, day),
    '',
    ...movePart(card, words),
    ...epochPart(assessment, words, day),
    '',
    `${words.nextStep}  ${card.nextStep}`,
    ...(card.never === undefined ? [] : [`${words.never}  ${card.never}`]),
    ...panelParts(card.panels, shown.language, day),
  ]);
}

const lines = (parts: readonly string[]) => `${parts.join('\n')}\n`;

/** A date in the language and zone of the reader. */
type SayDay = (at: number) => string;

function stagePart(card: ReadyCard, words: ExplainWords, day: SayDay): string[] {
  const before = card.previous === null ? '' : ` · ${words.before} ${words.stages[card.previous]}`;
  return [
    `${words.stages[card.stage].toUpperCase()}  ${words.flights[card.flight]}`,
    `${words.since} ${day(Date.parse(card.since))}${before}`,
    card.reason,
    ...(card.runnerUp === null ? [] : [`${words.runnerUp} ${words.stages[card.runnerUp]}`]),
  ];
}

function whyPart(card: ReadyCard, words: ExplainWords, day: SayDay): string[] {
  const effects = card.evidence.map(({ effect }) => words.effects[effect]);
  const widest = Math.max(...effects.map(({ length }) => length), 0);
  const row = (item: EvidenceItem, index: number) => {
    const date = item.at === null ? '' : day(Date.parse(item.at));
    const when = date === '' || item.sentence.includes(date) ? '' : `, ${date}`;
    return `  ${(effects[index] ?? '').padEnd(widest)}  ${item.sentence}${when}`;
  };
  const rest =
    card.everythingElse === null
      ? []
      : [`  ${''.padEnd(widest)}  ${words.everythingElse} ${card.everythingElse}`];
  return [words.why, ...card.evidence.map(row), ...rest];
}

/** The chance of a touch, day by day, if nothing more comes: from the last touch to well past the next change. */
function curvePart({ assessment, counters, model }: Explained, words: ExplainWords): string[] {
  const { lastTouchAt, asOf, validUntil } = assessment;
  if (counters === null || lastTouchAt === null) return [];
  const first = Math.floor(lastTouchAt / dayMs);
  const today = Math.floor(asOf / dayMs) - first;
  const change = validUntil === null ? null : Math.round(validUntil / dayMs) - first;
  const until = Math.max(model.horizonDays, today, change ?? 0) + Math.ceil(model.horizonDays / 3);
  const values = Array.from({ length: until + 1 }, (_, silent) => vitality(counters, silent, model));
  const marks = [
    { day: today, label: words.today },
    ...(change === null ? [] : [{ day: change, label: words.change }]),
  ];
  return [words.curve(model.horizonDays), ...plot({ values, marks, width: plotWidth, height: plotHeight })];
}

function horizonPart(card: ReadyCard, words: ExplainWords, day: SayDay): string[] {
  if (card.holdsUntil === null || card.nextStage === null) return [words.neverChanges];
  return [words.holdsUntil(day(Date.parse(card.holdsUntil)), words.stages[card.nextStage])];
}

function movePart(card: ReadyCard, words: ExplainWords): string[] {
  const lifting = card.wouldMove.map(
    ({ sentence, stage }) => `  + ${sentence}${stage === null ? '' : ` → ${words.stages[stage]}`}`,
  );
  const idle = card.wouldNotMove.map(({ sentence }) => `  - ${sentence}`);
  return [
    words.wouldMove,
    ...(lifting.length === 0 ? [`  ${words.nothingLifts}`] : lifting),
    words.wouldNot,
    ...idle,
  ];
}

function epochPart({ epochs }: Assessment, words: ExplainWords, day: SayDay): string[] {
  if (epochs.length < 2) return [];
  const told = epochs.map(({ epoch, startedAt, endedAt, ending }) => {
    const end = endedAt === null ? words.ongoing : `${day(endedAt)} (${words.endings[ending]})`;
    return `  ${epoch}  ${day(startedAt)} – ${end}`;
  });
  return ['', words.epochs, ...told];
}
