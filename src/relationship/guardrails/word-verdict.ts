import type { Level } from '../level/levels.ts';
import type { Language } from '../stage/reason.ts';
import type { Answer, Ceiling } from './action.ts';
import type { Fired, RuleId } from './fired.ts';
import { guardrailTexts, type Say, sayIn } from './guardrail-texts.ts';
import type { Notice, Verdict } from './verdict.ts';

/** A verdict in the words of one language, for cards, workflow outputs and the property of the strongest reason. */
export type WordedVerdict = {
  readonly answer: Answer;
  readonly answerText: string;
  readonly ceiling: Ceiling;
  readonly ceilingText: string;
  readonly allowedLevel: Level;
  readonly reasons: readonly { readonly rule: RuleId; readonly sentence: string }[];
  readonly safeAlternative: string | null;
  /** What the contact has to be told when the action goes out. */
  readonly noticeText: string | null;
  /** What the rep has to know when the action goes out. */
  readonly repNotice: string | null;
  readonly validUntil: number | null;
};

/** `timeZone` is one that exists: take it from the standing. */
export function wordVerdict(verdict: Verdict, language: Language, timeZone: string): WordedVerdict {
  const texts = guardrailTexts[language];
  const say = sayIn(language, timeZone);
  const { answer, ceiling, allowedLevel, safeAlternative, validUntil } = verdict;
  return {
    answer,
    answerText: texts.answers[answer],
    ceiling,
    ceilingText: texts.ceilings[ceiling],
    allowedLevel,
    reasons: verdict.reasons.map(({ rule, because }) => ({ rule, sentence: texts.because(because, say) })),
    safeAlternative: safeAlternative === null ? null : texts.alternative(safeAlternative, say),
    noticeText: wordNotices(verdict.notices.filter(isForContact), language, say),
    repNotice: wordNotices(
      verdict.notices.filter((notice) => !isForContact(notice)),
      language,
      say,
    ),
    validUntil,
  };
}

function isForContact({ code }: Notice): boolean {
  return code === 'inferred' || code === 'source';
}

function wordNotices(notices: readonly Notice[], language: Language, say: Say): string | null {
  if (notices.length === 0) return null;
  return notices.map((notice) => guardrailTexts[language].notice(notice, say)).join(' ');
}

/** One reason in words. */
export function reasonSentence(
  { because }: Fired,
  language: Language,
  timeZone: string,
  plainStages = false,
): string {
  return guardrailTexts[language].because(because, sayIn(language, timeZone, plainStages));
}
