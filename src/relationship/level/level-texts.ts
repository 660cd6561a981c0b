import type { CeilingRule } from '../guardrails/fired.ts';
import { guardrailTexts } from '../guardrails/guardrail-texts.ts';
import type { Language } from '../stage/reason.ts';
import type { Cell, CustomerBand, MarginBand } from './grid.ts';
import type { LevelAnswer } from './level-gap.ts';
import type { LevelSettings } from './level-settings.ts';
import type { Level } from './levels.ts';
import type { PractisedLevel } from './practised-level.ts';
import type { Ceiling, SuggestedLevel } from './suggested-level.ts';

/** The level in sentences: what is practised, what the economics support, what lowered it, and what was missed. */
export function levelSentences(answer: LevelAnswer, language: Language): readonly string[] {
  const words = texts[language];
  const { practised, gap } = answer;
  const sentences = [words.practised(practised), ...suggestionSentences(answer, language)];
  if (gap !== null && gap < 0 && answer.missed.length > 0) {
    sentences.push(words.missed(answer.missed.length, practised.due));
  }
  return sentences;
}

/** Why a panel that shows both levels beside these sentences cannot show one, and what speaks for the suggested one. */
export function panelSentences(answer: LevelAnswer, language: Language): readonly string[] {
  const { practised } = answer;
  const unknown = practised.level === 'unknown' ? [texts[language].practised(practised)] : [];
  return [...unknown, ...suggestionSentences(answer, language)];
}

function suggestionSentences({ suggested }: LevelAnswer, language: Language): readonly string[] {
  const words = texts[language];
  const economics =
    suggested.level === 'unknown'
      ? words.unavailable(suggested)
      : words.suggested(suggested, cellName(suggested.economics[0], language));
  const lowered = suggested.loweredBy.map((ceiling) =>
    words.lowered(ceiling, guardrailTexts[language].lowering[causeOf(ceiling)]),
  );
  // The stage lowers by itself and as a guardrail: that is said once.
  return [economics, ...new Set(lowered)];
}

/** A wish and a stage are guardrails too: one word for each. */
function causeOf(ceiling: Ceiling): CeilingRule {
  if (ceiling.by === 'guardrail') return ceiling.rule;
  return ceiling.by === 'preference' ? 'G15' : 'G12';
}

export function levelName(level: Level | 'unknown', language: Language): string {
  return texts[language].levels[level];
}

/** The title of the grid; an edited one is still only after him. */
export const gridTitle: Readonly<Record<Language, string>> = { en: 'After Kotler', de: 'Nach Kotler' };

/** What the mode means; the comparison of single contacts is not Kotler's. */
export const modeNotes: Readonly<Record<Language, Readonly<Record<LevelSettings['mode'], string>>>> = {
  en: {
    market: 'One level for the whole segment, as Kotler means it.',
    contact: 'By the margin of this contact within its segment: an extension of ours.',
  },
  de: {
    market: 'Eine Stufe für das ganze Segment, wie Kotler es meint.',
    contact: 'Nach der Marge dieses Kontakts in seinem Segment: unsere Erweiterung.',
  },
};

type Words = {
  readonly levels: Readonly<Record<Level | 'unknown', string>>;
  readonly or: string;
  readonly customers: Readonly<Record<CustomerBand, string>>;
  readonly margins: Readonly<Record<MarginBand, string>>;
  practised(practised: PractisedLevel): string;
  suggested(suggested: SuggestedLevel, cell: string): string;
  unavailable(suggested: SuggestedLevel): string;
  lowered(ceiling: Ceiling, by: string): string;
  missed(missed: number, due: number): string;
};

const english: Words = {
  levels: {
    basic: 'Basic',
    reactive: 'Reactive',
    accountable: 'Accountable',
    proactive: 'Proactive',
    partnership: 'Partnership',
    unknown: 'Unknown',
  },
  or: 'or',
  customers: { many: 'many customers', medium: 'a medium number of customers', few: 'few customers' },
  margins: { high: 'a high margin', medium: 'a medium margin', low: 'a low margin' },
  practised: ({ level, why }) => {
    if (why === 'no_sale') return 'Nothing was sold yet, so no level is practised.';
    if (why === 'too_early') return 'The sale is too fresh to say which level is practised.';
    return `You practise ${english.levels[level]} here.`;
  },
  suggested: ({ customers, margin }, cell) =>
    customers === null || margin === null
      ? ''
      : `${cap(english.customers[customers])} and ${english.margins[margin]} support ${cell}.`,
  unavailable: ({ missing, cells }) => {
    const why = missing.map((what) => (what === 'margin' ? 'no margin data' : 'no owner count')).join(', ');
    return `Level unavailable: ${why}. It lies between ${cellName(cells[0], 'en')} and ${cellName(cells[1], 'en')}.`;
  },
  lowered: ({ level }, by) => `${english.levels[level]} at most, because of ${by}.`,
  missed: (missed, due) => `No follow-up after ${missed} of ${due} sales.`,
};

const german: Words = {
  levels: {
    basic: 'Grundlegend',
    reactive: 'Reagierend',
    accountable: 'Verantwortlich',
    proactive: 'Vorausschauend',
    partnership: 'Partnerschaft',
    unknown: 'Unbekannt',
  },
  or: 'oder',
  customers: { many: 'viele Kunden', medium: 'mittelviele Kunden', few: 'wenige Kunden' },
  margins: { high: 'eine hohe Marge', medium: 'eine mittlere Marge', low: 'eine niedrige Marge' },
  practised: ({ level, why }) => {
    if (why === 'no_sale') return 'Noch wurde nichts verkauft, also wird keine Stufe gelebt.';
    if (why === 'too_early') return 'Der Verkauf ist zu frisch, um die gelebte Stufe zu nennen.';
    return `Gelebt wird hier die Stufe ${german.levels[level]}.`;
  },
  suggested: ({ customers, margin }, cell) =>
    customers === null || margin === null
      ? ''
      : `${cap(german.customers[customers])} und ${german.margins[margin]} tragen die Stufe ${cell}.`,
  unavailable: ({ missing, cells }) => {
    const why = missing
      .map((what) => (what === 'margin' ? 'keine Margen' : 'keine Zahl der Betreuer'))
      .join(', ');
    return `Stufe nicht bestimmbar: ${why}. Sie liegt zwischen ${cellName(cells[0], 'de')} und ${cellName(cells[1], 'de')}.`;
  },
  lowered: ({ level }, by) => `Höchstens ${german.levels[level]}, begrenzt durch ${by}.`,
  missed: (missed, due) => `Kein Nachfassen nach ${missed} von ${due} Verkäufen.`,
};

const texts: Readonly<Record<Language, Words>> = { en: english, de: german };

function cellName(cell: Cell | undefined, language: Language): string {
  const { levels, or } = texts[language];
  return (cell ?? []).map((level) => levels[level]).join(` ${or} `);
}

function cap(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
