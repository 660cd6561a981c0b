import type {
  Move as CardMove,
  CardPanels,
  ContactCard,
  EvidenceItem,
  ReadyCard,
  StageName,
  StageOverride,
} from '@rapport/shared/contract.ts';
import type { Concentration } from './approaches/concentration.ts';
import type { Assessment, Evidence } from './assessment.ts';
import { guardrailPanel } from './card/guardrail-panel.ts';
import { iso, isoOrNull, linkedTo } from './card/linked.ts';
import { milestonePanel, recoveryPanel } from './card/milestone-panels.ts';
import { curvePanel, historyPanel } from './card/story-panels.ts';
import { approachPanel, desiredPanel, levelPanel, matrixPanel } from './card/value-panels.ts';
import type { Wording } from './card/wording.ts';
import type { Advocacy } from './milestones/advocacy.ts';
import { neverSentence, stepSentence } from './playbook/next-step.ts';
import { practiceFor } from './playbook/practice.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { Snooze } from './snooze.ts';
import { actTexts } from './stage/act-texts.ts';
import { everythingElseSentence, evidenceSentence, purchasesNotVisible } from './stage/evidence-texts.ts';
import { type Language, sayDate, sentence } from './stage/reason.ts';
import type { Stage, StageAnswer } from './stage/stages.ts';
import { cheapestLift, type Move } from './stage/what-would-move.ts';

/** What the cards show of an assessment, worded in one language. */
export type CardOptions = {
  readonly language: Language;
  /** The zone dates are said in; UTC unless told. */
  readonly timeZone?: string;
  /** Host of the portal's pages. */
  readonly uiDomain?: string;
  /** False while no source of purchases is mapped (`Settings.purchasesVisible`): the evidence then says so. */
  readonly purchasesVisible?: boolean;
  /** Names of what the portal does not let us see, worded; shown where nothing can be said. */
  readonly missing?: readonly string[];
  /** Since when the person objects, ms since epoch. */
  readonly objectionSince?: number | null;
  /** The portal's own words and thresholds; the defaults unless told. */
  readonly settings?: Settings;
  /** Stages in plain words instead of their names. */
  readonly plainStages?: boolean;
  /** A note that somebody put the alert aside; gone when its time is over. */
  readonly snooze?: Snooze | null;
  /** How the margin spreads in the contact's segment. */
  readonly concentration?: Concentration | null;
  /** Whom the contact brought, as the portal's chain has it. */
  readonly advocacy?: Advocacy | null;
};

export function toCard(assessment: Assessment, moves: readonly Move[], options: CardOptions): ContactCard {
  const { stage } = assessment;
  if (stage === 'not_assessed')
    return { kind: 'objection', since: isoOrNull(options.objectionSince ?? null) };
  const reason = sentence(assessment.reason, options.language, options.timeZone);
  const panels = panelsOf(assessment, options);
  const place = {
    ...(options.uiDomain === undefined ? {} : { uiDomain: options.uiDomain }),
    ...(options.plainStages === true ? { plainStages: true } : {}),
  };
  if (stage === 'not_enough_evidence') {
    return {
      kind: 'not-enough-evidence',
      assessedAt: iso(assessment.asOf),
      sentence: reason,
      missing: options.missing ?? [],
      panels,
      ...place,
    };
  }
  return {
    kind: 'ready',
    assessedAt: iso(assessment.asOf),
    stage,
    flight: assessment.flight,
    since: iso(assessment.since ?? assessment.asOf),
    previous: stageOrNull(assessment.previous),
    movement: assessment.movement,
    reason,
    runnerUp: assessment.runnerUp?.stage ?? null,
    ending: assessment.ending,
    awaiting: assessment.awaiting,
    heldBy: assessment.heldBy,
    heldUntil: isoOrNull(assessment.heldUntil),
    horizonDays: assessment.horizonDays,
    lastTouchAt: isoOrNull(assessment.lastTouchAt),
    holdsUntil: isoOrNull(assessment.validUntil),
    nextStage: stageOrNull(assessment.nextStage),
    epoch: assessment.epoch,
    ...vitalityAndEvidence(assessment, options),
    ...movesOf(moves, options.language),
    ...stepOf(assessment, stage, options),
    override: overrideOf(assessment, options),
    ...snoozeOf(assessment, options),
    panels,
    ...place,
  };
}

function panelsOf(assessment: Assessment, options: CardOptions): CardPanels {
  const { quadrant, level, approaches, milestones, guardrails, desired } = assessment;
  const wording: Wording = {
    language: options.language,
    timeZone: options.timeZone ?? 'UTC',
    plainStages: options.plainStages ?? false,
    settings: options.settings ?? defaultSettings,
    concentration: options.concentration ?? null,
    advocacy: options.advocacy ?? null,
  };
  return {
    ...(guardrails === null ? {} : { guardrails: guardrailPanel(guardrails, wording) }),
    ...(milestones === null
      ? {}
      : { milestones: milestonePanel(milestones, wording), recovery: recoveryPanel(milestones, wording) }),
    ...(quadrant === null ? {} : { matrix: matrixPanel(quadrant, wording) }),
    ...(level === null ? {} : { level: levelPanel(level, wording) }),
    ...(approaches === null ? {} : { approaches: approachPanel(approaches, wording) }),
    ...(desired === null ? {} : { desired: desiredPanel(desired, wording) }),
    history: historyPanel(assessment),
    curve: curvePanel(assessment),
  };
}

/** The step that passed the guardrails, and what not to do. */
function stepOf({ nextStep, ending, awaiting }: Assessment, stage: Stage, options: CardOptions) {
  const { language } = options;
  if (nextStep === null) {
    const { step, never } = practiceFor({ stage, ending, awaiting }, language);
    return { nextStep: step, nextStepOn: null, never };
  }
  return {
    nextStep: stepSentence(nextStep, language, (options.settings ?? defaultSettings).playbook),
    nextStepOn: nextStep.channel,
    never: neverSentence(nextStep, language),
  };
}

/** An alert there is while the relationship comes apart; put aside before, it is not missed now. */
function snoozeOf({ asOf }: Assessment, { snooze }: CardOptions): Pick<ReadyCard, 'snooze'> {
  if (snooze === undefined || snooze === null || snooze.until <= asOf) return {};
  return { snooze: { ...snooze, until: iso(snooze.until) } };
}

function overrideOf({ override }: Assessment, { language, timeZone }: CardOptions): StageOverride | null {
  if (override === null) return null;
  const { id, reason, at, until, by, shadow } = override;
  return {
    id,
    reason,
    at: iso(at),
    until: iso(until),
    by,
    shadow: { stage: stageOrNull(shadow.stage), sentence: sentence(shadow.reason, language, timeZone) },
  };
}

/** A rep reads five items; what we cannot see is one of them. */
const mostItems = 5;

function vitalityAndEvidence(assessment: Assessment, { language, timeZone, purchasesVisible }: CardOptions) {
  const date = (at: number) => sayDate(at, language, timeZone ?? 'UTC');
  const unseen = purchasesVisible === false ? [unseenPurchases(language)] : [];
  return {
    // Tens, as the property: a stored card is looked at again when that number changes, and no sooner.
    vitality: assessment.vitality === null ? null : Math.round(assessment.vitality * 10) * 10,
    evidence: [
      ...assessment.evidence.slice(0, mostItems - unseen.length).map((item) => toItem(item, language, date)),
      ...unseen,
    ],
    everythingElse: everythingElseSentence(assessment.everythingElse, language),
  };
}

function unseenPurchases(language: Language): EvidenceItem {
  const sentence = purchasesNotVisible[language];
  return { sentence, at: null, channel: null, effect: 'neutral', activity: null };
}

function toItem(item: Evidence, language: Language, date: (at: number) => string): EvidenceItem {
  return {
    sentence: evidenceSentence(item, language, date),
    at: item.kind === 'silence' ? null : isoOrNull(item.at),
    channel: item.channel,
    effect: effectOf(item),
    activity: linkedTo(item.source),
  };
}

/** Shares below this are not told apart from nothing: a rep sees a direction, not a decimal. */
const noticeable = 0.01;

function effectOf({ effect, kind }: Evidence): EvidenceItem['effect'] {
  if (effect.decides || kind === 'we_owe_an_answer') return 'decides';
  if (Math.abs(effect.logOdds) < noticeable) return 'neutral';
  return effect.logOdds > 0 ? 'lifts' : 'lowers';
}

/** The cheapest act that lifts, and the acts that do not. */
function movesOf(moves: readonly Move[], language: Language) {
  const toMove = ({ act, stage, lifts }: Move): CardMove => ({
    act,
    sentence: actTexts[language][act],
    stage: lifts ? stageOrNull(stage) : null,
  });
  const cheapest = cheapestLift(moves);
  return {
    wouldMove: cheapest === null ? [] : [toMove(cheapest)],
    wouldNotMove: moves.filter((move) => !move.lifts).map(toMove),
  };
}

function stageOrNull(stage: StageAnswer | null): StageName | null {
  return stage !== null && isStage(stage) ? stage : null;
}

function isStage(stage: StageAnswer | null): stage is Stage {
  return stage !== null && stage !== 'not_enough_evidence' && stage !== 'not_assessed';
}
