import { numberIn, oneOf, orNull, type Reader, recordOf, tableOf } from '../settings/setting-reader.ts';
import type { InputProblem } from './input-problem.ts';

/**
 * What the admin answers at install, per pipeline or product family: the two tests of the matrix. Who collects the
 * money, and can somebody buy without leaving an identity [V Q1].
 */
export type Questionnaire = {
  /** Holds for every family without an answer of its own. */
  readonly general: FamilyAnswer;
  readonly families: Readonly<Record<string, FamilyAnswer>>;
};

export type FamilyAnswer = {
  readonly collects: 'us' | 'partner' | 'both' | 'unknown';
  readonly anonymous: 'yes' | 'no' | 'unknown';
  /** Share of revenue bought without a name, 0..1; null where nobody knows. */
  readonly anonymousShare: number | null;
};

export const unansweredQuestionnaire: Questionnaire = {
  general: { collects: 'unknown', anonymous: 'unknown', anonymousShare: null },
  families: {},
};

const answerReader: Reader<FamilyAnswer> = recordOf({
  collects: oneOf(['us', 'partner', 'both', 'unknown']),
  anonymous: oneOf(['yes', 'no', 'unknown']),
  anonymousShare: orNull(numberIn(0, 1, false)),
});

/** Reads the answers where they come over the border. */
export const questionnaireReader: Reader<Questionnaire> = recordOf({
  general: answerReader,
  families: tableOf(answerReader),
});

/** An answer as the tests read it. `leak`: whether people buy without a name. */
export type ReadAnswer = {
  readonly family: string | null;
  readonly collects: FamilyAnswer['collects'];
  readonly leak: 'none' | 'some' | 'unknown';
  /** Share of revenue without a name; 0 without a leak, null where it is unknown. */
  readonly leakShare: number | null;
};

export type ReadQuestionnaire = {
  readonly general: ReadAnswer;
  answerFor(family: string | null): ReadAnswer;
  readonly problems: readonly InputProblem[];
};

/** Reads the answers once per portal. A share out of range is not answered; a share above 0 outweighs a *no*. */
export function readQuestionnaire({ general, families }: Questionnaire): ReadQuestionnaire {
  const problems: InputProblem[] = [];
  const portal = readAnswer(general, null, problems);
  const answers = new Map(
    Object.entries(families).map(([family, answer]) => [family, readAnswer(answer, family, problems)]),
  );
  const answerFor = (family: string | null) =>
    family === null ? portal : (answers.get(family) ?? { ...portal, family });
  return { general: portal, answerFor, problems };
}

function readAnswer(answer: FamilyAnswer, family: string | null, problems: InputProblem[]): ReadAnswer {
  let share = answer.anonymousShare;
  if (share !== null && !(share >= 0 && share <= 1)) {
    problems.push({ code: 'share_out_of_range', family });
    share = null;
  }
  if (answer.anonymous === 'no' && share !== null && share > 0) {
    problems.push({ code: 'anonymity_contradiction', family });
    return { family, collects: answer.collects, leak: 'some', leakShare: share };
  }
  const leak = ({ yes: 'some', no: 'none', unknown: 'unknown' } as const)[answer.anonymous];
  return { family, collects: answer.collects, leak, leakShare: leak === 'none' ? 0 : share };
}
