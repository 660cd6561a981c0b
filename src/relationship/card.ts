import type { Move as CardMove, ContactCard, EvidenceItem, StageName } from '@rapport/shared/contract.ts';
import type { Assessment, Evidence } from './assessment.ts';
import { practiceFor } from './playbook/practice.ts';
import { actTexts } from './stage/act-texts.ts';
import { everythingElseSentence, evidenceSentence, purchasesNotVisible } from './stage/evidence-texts.ts';
import { type Language, sayDate, sentence } from './stage/reason.ts';
import { isStage, type StageAnswer } from './stage/stages.ts';
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
};

export function toCard(assessment: Assessment, moves: readonly Move[], options: CardOptions): ContactCard {
  const { stage } = assessment;
  if (stage === 'not_assessed')
    return { kind: 'objection', since: isoOrNull(options.objectionSince ?? null) };
  const reason = sentence(assessment.reason, options.language, options.timeZone);
  if (stage === 'not_enough_evidence') {
    return {
      kind: 'not-enough-evidence',
      assessedAt: iso(assessment.asOf),
      sentence: reason,
      missing: options.missing ?? [],
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
    nextStep: practiceFor(
      { stage, ending: assessment.ending, awaiting: assessment.awaiting },
      options.language,
    ).step,
    ...(options.uiDomain === undefined ? {} : { uiDomain: options.uiDomain }),
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
    activity: activityOf(item.source),
  };
}

/** Shares below this are not told apart from nothing: a rep sees a direction, not a decimal. */
const noticeable = 0.01;

function effectOf({ effect, kind }: Evidence): EvidenceItem['effect'] {
  if (effect.decides || kind === 'we_owe_an_answer') return 'decides';
  if (Math.abs(effect.logOdds) < noticeable) return 'neutral';
  return effect.logOdds > 0 ? 'lifts' : 'lowers';
}

/** HubSpot's ids of the object types our signals are read from: a card links by them. */
const objectTypeIds: Readonly<Record<string, string>> = {
  contacts: '0-1',
  deals: '0-3',
  tickets: '0-5',
  communications: '0-18',
  feedback_submissions: '0-19',
  tasks: '0-27',
  notes: '0-46',
  meetings: '0-47',
  calls: '0-48',
  emails: '0-49',
  postal_mail: '0-116',
  orders: '0-123',
};

function activityOf(source: string | null): EvidenceItem['activity'] {
  const [type, objectId] = source?.split(':') ?? [];
  const objectTypeId = type === undefined ? undefined : objectTypeIds[type];
  return objectTypeId === undefined || !objectId ? null : { objectTypeId, objectId };
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

function iso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
