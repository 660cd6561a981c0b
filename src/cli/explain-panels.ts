/** The models beside the stage as a person reads them in a terminal: the card's own sentences, in paragraphs. */
import type {
  ApproachPanel,
  CardPanels,
  DesiredPanel,
  GuardrailPanel,
  LevelPanel,
  MatrixPanel,
  MilestonePanel,
  RecoveryPanel,
} from '@rapport/shared/contract.ts';
import { guardrailTexts } from '../relationship/guardrails/guardrail-texts.ts';
import type { Language } from '../relationship/stage/reason.ts';
import { type PanelWords, panelWords } from './explain-panel-words.ts';

type SayDay = (at: number) => string;

type About = { readonly language: Language; readonly words: PanelWords; readonly day: SayDay };

/** A paragraph for each model that says something. */
export function panelParts(
  panels: CardPanels | undefined,
  language: Language,
  day: SayDay,
): readonly string[] {
  const about: About = { language, words: panelWords[language], day };
  const { guardrails, milestones, recovery, matrix, level, approaches, desired } = panels ?? {};
  const parts = [
    guardrails === undefined ? [] : guardrailPart(guardrails, about),
    milestones === undefined ? [] : milestonePart(milestones, about),
    recovery === undefined || recovery === null ? [] : recoveryPart(recovery, about),
    matrix === undefined ? [] : matrixPart(matrix, about),
    level === undefined ? [] : levelPart(level, about),
    approaches === undefined ? [] : approachPart(approaches, about),
    desired === undefined ? [] : desiredPart(desired, about),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part) => ['', ...part]);
}

const indented = (text: string) => `  ${text}`;

function guardrailPart(panel: GuardrailPanel, { language, words, day }: About): string[] {
  const texts = guardrailTexts[language];
  const said = (places: readonly number[]) => places.map((place) => panel.sentences[place] ?? '').join(' ');
  const next = panel.nextOutreach;
  const when =
    next.kind === 'now'
      ? words.now
      : next.kind === 'at'
        ? day(Date.parse(next.at))
        : `${words.notByTime} ${said(next.because)}`;
  const rulings = panel.rulings.map(({ purposes, channels, answer, because, instead, notice }) => {
    const what = purposes.map((it) => texts.purposes[it]).join(', ');
    const where = channels.map((it) => texts.channels[it]).join(', ');
    const why = said([
      ...because,
      ...(instead === null ? [] : [instead]),
      ...(notice === null ? [] : [notice]),
    ]);
    return indented(`${texts.answers[answer]}: ${what} (${where})${why === '' ? '' : `. ${why}`}`);
  });
  return [
    `${words.guardrails}  ${panel.ceiling} · ${panel.ceilingText}`,
    ...panel.ceilingBecause.map((place) => indented(panel.sentences[place] ?? '')),
    indented(words.pressure(panel.pressure.value, panel.pressure.denyAt)),
    indented(`${words.nextOutreach} ${when}`),
    ...rulings,
    ...panel.mayMention.map((it) => indented(`${words.may} ${it}`)),
    ...panel.mayNotMention.map((it) => indented(`${words.mayNot} ${it}`)),
  ];
}

function milestonePart(panel: MilestonePanel, { words }: About): string[] {
  const reached = [panel.firstEncounter, panel.firstDate, panel.firstFight, panel.metFriends];
  const told = reached.map((milestone, place) => indented(milestone?.sentence ?? words.notYet[place] ?? ''));
  return [words.milestones, ...told];
}

function recoveryPart(panel: RecoveryPanel, { words }: About): string[] {
  const pause = panel.pausesAutomation ? ` ${words.pauses}` : '';
  return [
    `${words.recovery}  ${words.outcomes[panel.outcome]}.${pause}`,
    indented(words.clocks[panel.acknowledgement.outcome]),
  ];
}

function matrixPart({ sentence, sector }: MatrixPanel, { words }: About): string[] {
  const advice = sector === null ? [] : [indented(sector.model), indented(sector.recommend)];
  return [`${words.matrix}  ${sentence}`, ...advice];
}

function levelPart({ sentences, missed }: LevelPanel, { words, day }: About): string[] {
  return [
    words.level,
    ...sentences.map(indented),
    ...missed.map(({ deal, soldAt, dueAt }) =>
      indented(words.missed(deal?.objectId ?? '?', day(Date.parse(soldAt)), day(Date.parse(dueAt)))),
    ),
  ];
}

function approachPart({ eligible, refused }: ApproachPanel, { words }: About): string[] {
  return [
    words.approaches,
    ...eligible.map(({ name, cost }) => indented(`+ ${name}. ${cost}`)),
    ...refused.map(({ name, sentence }) => indented(`- ${name}: ${sentence}.`)),
  ];
}

function desiredPart({ asked, mismatch, depth }: DesiredPanel, { words, day }: About): string[] {
  const answer =
    asked === null ? words.notAsked : `${asked.label} (${asked.source}, ${day(Date.parse(asked.at))})`;
  const fits = mismatch === null || mismatch === 'not_asked' ? [] : [indented(words.mismatches[mismatch])];
  return [`${words.desired}  ${answer}`, ...fits, indented(words.depths[depth])];
}
