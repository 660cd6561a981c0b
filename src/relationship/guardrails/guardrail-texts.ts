import type { Level } from '../level/levels.ts';
import { type Language, sayDate } from '../stage/reason.ts';
import { plainStageNames } from '../stage/stage-names.ts';
import type { StageAnswer } from '../stage/stages.ts';
import type { Answer, Ceiling, OutreachChannel, Purpose } from './action.ts';
import type { Because, CeilingRule } from './fired.ts';
import { germanGuardrailTexts } from './guardrail-texts-de.ts';
import { englishGuardrailTexts } from './guardrail-texts-en.ts';
import type { SafeAlternative } from './safe-alternative.ts';
import type { Notice } from './verdict.ts';

/** The words of the guardrails, one catalogue per language: never only a code, always the field or the date. */
export type GuardrailTexts = {
  readonly answers: Readonly<Record<Answer, string>>;
  readonly ceilings: Readonly<Record<Ceiling, string>>;
  readonly channels: Readonly<Record<OutreachChannel, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly stages: Readonly<Record<Exclude<StageAnswer, 'not_assessed'>, string>>;
  /** What lowered something, as it stands after "by" or "because of". */
  readonly lowering: Readonly<Record<CeilingRule, string>>;
  readonly because: (because: Because, say: Say) => string;
  readonly alternative: (alternative: SafeAlternative, say: Say) => string;
  readonly notice: (notice: Notice, say: Say) => string;
};

/** How values are said in the language at hand. */
export type Say = {
  /** A date, or words for "at an unknown time". */
  readonly date: (at: number | null) => string;
  /** " on" a date, and nothing where none is known. */
  readonly on: (at: number | null) => string;
  /** A date with the time of day. */
  readonly time: (at: number | null) => string;
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
  readonly stage: (stage: Exclude<StageAnswer, 'not_assessed'>) => string;
};

export const guardrailTexts: Readonly<Record<Language, GuardrailTexts>> = {
  en: englishGuardrailTexts,
  de: germanGuardrailTexts,
};

const unknownTime: Readonly<Record<Language, string>> = {
  en: 'an unknown date',
  de: 'einem unbekannten Tag',
};

const onWord: Readonly<Record<Language, string>> = { en: 'on', de: 'am' };

/** Says values in a language and a zone that exists (`Standing.timeZone`), stages by their names or in plain words. Total: what is no time is an unknown date. */
export function sayIn(language: Language, timeZone: string, plainStages = false): Say {
  const date = (at: number | null) =>
    at !== null && Math.abs(at) <= 8.64e15 ? sayDate(at, language, timeZone) : unknownTime[language];
  const locale = language === 'en' ? 'en-GB' : 'de-DE';
  return {
    date,
    on: (at) => (at === null ? '' : ` ${onWord[language]} ${date(at)}`),
    time: (at) =>
      at !== null && Math.abs(at) <= 8.64e15
        ? `${date(at)}, ${clock(at, locale, timeZone)}`
        : unknownTime[language],
    list: (items) => items.join(', '),
    stage: (stage) =>
      plainStages && stage !== 'not_enough_evidence'
        ? plainStageNames[language][stage]
        : guardrailTexts[language].stages[stage],
    number: (value) => (Math.round(value * 10) / 10).toLocaleString(locale),
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The few formatters there are stay, since building one costs a hundred times what formatting does. */
function clock(at: number, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone}`;
  let format = clocks.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
    clocks.set(key, format);
  }
  return format.format(at);
}
