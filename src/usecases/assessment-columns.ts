/** What of an assessment the home page lists and counts by: kept beside it, so that no list reads a whole body. */
import type { Assessment } from '../relationship/assessment.ts';
import { type StageAnswer, stageAnswers } from '../relationship/stage/stages.ts';

export type AssessmentColumns = {
  readonly validUntil: number | null;
  readonly quadrant: string | null;
  readonly levelGap: number | null;
  /** Whose turn it is in an open recovery, as the moment at which it turns late or is settled; null without one. */
  readonly recoveryDue: number | null;
  /** Each move between stages of the last year, as one number: see `moveOf`. */
  readonly moves: readonly number[];
};

const monthsKept = 13;

export function columnsOf(assessment: Assessment): AssessmentColumns {
  return {
    validUntil: assessment.validUntil,
    quadrant: assessment.quadrant?.quadrant ?? null,
    levelGap: assessment.level?.gap ?? null,
    recoveryDue: recoveryDueOf(assessment),
    moves: movesOf(assessment),
  };
}

function recoveryDueOf({ milestones }: Assessment): number | null {
  const fight = milestones?.firstFight ?? null;
  if (fight === null || !fight.recoveryOpen) return null;
  const { answeredAt, dueAt } = fight.acknowledgement;
  return (answeredAt === null ? dueAt : fight.changesAt) ?? fight.latest.openedAt;
}

function movesOf({ asOf, history }: Assessment): readonly number[] {
  const oldest = monthOf(asOf) - monthsKept + 1;
  return history.flatMap(({ stage, since }, i) => {
    const before = history[i - 1];
    if (before === undefined || before.stage === stage || monthOf(since) < oldest) return [];
    return [codeOf(monthOf(since), before.stage, stage)];
  });
}

const radix = stageAnswers.length;

function codeOf(month: number, from: StageAnswer, to: StageAnswer): number {
  return (month * radix + stageAnswers.indexOf(from)) * radix + stageAnswers.indexOf(to);
}

/** The way back from a number that `columnsOf` made. */
export function moveOf(code: number): { month: string; from: StageAnswer; to: StageAnswer } {
  const stageAt = (at: number): StageAnswer => stageAnswers[at % radix] ?? 'not_enough_evidence';
  const month = Math.floor(code / radix / radix);
  return {
    month: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    from: stageAt(Math.floor(code / radix)),
    to: stageAt(code),
  };
}

/** Months since year 0, in UTC. */
function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
