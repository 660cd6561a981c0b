/** Every word the cards say of themselves, in each language. Sentences about a contact come worded from our service. */
import type { Failure } from './ask.ts';
import type { FlightName, StageName } from './contract.ts';
import { type CorrectionTexts, correctionTexts } from './correction-texts.ts';
import type { PanelTexts } from './panel-texts.ts';
import { germanPanels } from './panel-texts-de.ts';
import { englishPanels } from './panel-texts-en.ts';
import { plainStageTexts } from './plain-stage-texts.ts';
import { german } from './texts-de.ts';
import { english } from './texts-en.ts';
import type { Language, Viewer } from './viewer.ts';

/** All words of one language. A new language fills each of the three. */
export type Texts = GlanceTexts & { readonly panels: PanelTexts; readonly corrections: CorrectionTexts };

export type GlanceTexts = {
  readonly stages: Readonly<Record<StageName, string>>;
  readonly flights: Readonly<Record<FlightName, string>>;
  readonly endings: Readonly<Record<'faded' | 'ended' | 'completed', string>>;
  readonly channels: Readonly<Record<string, string>>;
  /** For who cannot see the picture of the staircase. */
  readonly step: (place: number, of: number, stage: string) => string;
  readonly since: (day: string) => string;
  readonly before: (stage: string) => string;
  readonly again: string;
  readonly closeSecond: (stage: string) => string;
  readonly weOwe: string;
  readonly theyOwe: string;
  readonly nextStep: string;
  readonly never: string;
  readonly chance: (days: number) => string;
  readonly chanceWords: (percent: number) => string;
  readonly neverHeard: string;
  readonly lastHeard: string;
  readonly holdsUntil: string;
  readonly holdsOpen: string;
  readonly thenStage: (stage: string) => string;
  readonly ifSilent: string;
  readonly onlyByAct: string;
  readonly why: string;
  readonly evidence: { readonly what: string; readonly when: string; readonly effect: string };
  readonly effects: Readonly<Record<'decides' | 'lifts' | 'lowers' | 'neutral', string>>;
  /** Instead of a day, for what has no day of its own, like a silence. */
  readonly ongoing: string;
  readonly noEvidence: string;
  readonly everythingElse: string;
  readonly wouldMove: string;
  readonly wouldNotMove: string;
  readonly assessedAt: (time: string) => string;
  readonly refresh: string;
  readonly refreshing: string;
  readonly refreshed: string;
  readonly notRefreshed: string;
  readonly loading: string;
  readonly notEnough: string;
  readonly missing: string;
  /** What is missing where the service names nothing in particular. */
  readonly missingAct: string;
  readonly objection: string;
  readonly objectionSince: (day: string | null) => string;
  readonly objectionMeaning: string;
  readonly notYet: string;
  readonly notYetMeaning: string;
  readonly progress: (done: string, total: string) => string;
  readonly unknownContact: string;
  readonly unknownContactMeaning: string;
  readonly gone: string;
  readonly goneMeaning: string;
  /** When the last known answer was written, and how long ago that is; both null when nobody knows. */
  readonly lastKnown: (time: string | null, age: string | null) => string;
  readonly failureTitle: string;
  readonly failures: Readonly<Record<Failure, string>>;
  readonly retry: string;
  readonly lookAgain: string;
  readonly detailsInTab: string;
  readonly openRecord: string;
};

const catalogue: Readonly<Record<Language, Texts>> = {
  en: { ...english, panels: englishPanels, corrections: correctionTexts.en },
  de: { ...german, panels: germanPanels, corrections: correctionTexts.de },
};

export function textsFor(language: Language): Texts {
  return catalogue[language];
}

/** What the viewer's portal calls the stages. */
export function stagesFor({ language, plainStages = false }: Pick<Viewer, 'language' | 'plainStages'>) {
  return plainStages ? plainStageTexts[language] : catalogue[language].stages;
}
