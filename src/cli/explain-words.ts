/** The words around an assessment in a terminal; the sentences themselves are the model's. */
import type { EvidenceItem, FlightName, StageName } from '@rapport/shared/contract.ts';
import type { Language } from '../relationship/stage/reason.ts';
import { stageNames } from '../relationship/stage/stage-names.ts';
import type { Ending } from '../relationship/stage/stages.ts';

export type ExplainWords = {
  readonly asOf: string;
  readonly objection: string;
  readonly stages: Readonly<Record<StageName, string>>;
  readonly flights: Readonly<Record<FlightName, string>>;
  readonly endings: Readonly<Record<Ending, string>>;
  readonly effects: Readonly<Record<EvidenceItem['effect'], string>>;
  readonly since: string;
  readonly before: string;
  readonly runnerUp: string;
  readonly why: string;
  readonly everythingElse: string;
  readonly curve: (days: number) => string;
  readonly today: string;
  readonly change: string;
  readonly holdsUntil: (date: string, stage: string) => string;
  readonly neverChanges: string;
  readonly wouldMove: string;
  readonly wouldNot: string;
  readonly nothingLifts: string;
  readonly epochs: string;
  readonly ongoing: string;
  readonly nextStep: string;
  readonly never: string;
};

export const explainWords: Readonly<Record<Language, ExplainWords>> = {
  en: {
    asOf: 'as of',
    objection: 'Not assessed: the person objected to profiling.',
    stages: stageNames.en,
    flights: { coming_together: '↗ coming together', coming_apart: '↘ coming apart', none: '' },
    endings: { none: 'going on', faded: 'faded', ended: 'ended', completed: 'completed' },
    effects: { decides: 'decides', lifts: 'lifts', lowers: 'lowers', neutral: '' },
    since: 'since',
    before: 'before:',
    runnerUp: 'Close second:',
    why: 'Why',
    everythingElse: 'Everything else',
    curve: (days) => `Chance of hearing from them within ${days} days, if they stay silent`,
    today: '^ today',
    change: '^ next stage',
    holdsUntil: (date, stage) => `Holds until ${date}, then ${stage} if nothing new happens.`,
    neverChanges: 'Silence alone does not change it.',
    wouldMove: 'What would lift it',
    wouldNot: 'What would not',
    nothingLifts: 'Nothing a single act could do.',
    epochs: 'Earlier relationships',
    ongoing: 'now',
    nextStep: 'Next step',
    never: 'Never    ',
  },
  de: {
    asOf: 'Stand',
    objection: 'Nicht bewertet: Die Person hat dem Profiling widersprochen.',
    stages: stageNames.de,
    flights: { coming_together: '↗ kommt zusammen', coming_apart: '↘ geht auseinander', none: '' },
    endings: { none: 'dauert an', faded: 'verklungen', ended: 'beendet', completed: 'abgeschlossen' },
    effects: { decides: 'entscheidet', lifts: 'hebt', lowers: 'senkt', neutral: '' },
    since: 'seit',
    before: 'zuvor:',
    runnerUp: 'Knapp dahinter:',
    why: 'Warum',
    everythingElse: 'Alles Übrige',
    curve: (days) => `Chance, binnen ${days} Tagen von der Person zu hören, wenn sie weiter schweigt`,
    today: '^ heute',
    change: '^ nächste Stufe',
    holdsUntil: (date, stage) => `Hält bis ${date}, dann ${stage}, wenn nichts Neues geschieht.`,
    neverChanges: 'Schweigen allein ändert daran nichts.',
    wouldMove: 'Was sie heben würde',
    wouldNot: 'Was nicht',
    nothingLifts: 'Nichts, was eine einzelne Handlung könnte.',
    epochs: 'Frühere Beziehungen',
    ongoing: 'jetzt',
    nextStep: 'Nächster Schritt',
    never: 'Niemals         ',
  },
};
