/** The words around the models beside the stage in a terminal; the sentences themselves are the model's. */
import type { ClockFace, RecoveryPanel } from '@rapport/shared/contract.ts';
import type { Language } from '../relationship/stage/reason.ts';

export type PanelWords = {
  readonly guardrails: string;
  readonly pressure: (value: number, denyAt: number) => string;
  readonly nextOutreach: string;
  readonly now: string;
  readonly notByTime: string;
  readonly may: string;
  readonly mayNot: string;
  readonly milestones: string;
  /** In the order of the milestones. */
  readonly notYet: readonly [string, string, string, string];
  readonly recovery: string;
  readonly outcomes: Readonly<Record<RecoveryPanel['outcome'], string>>;
  readonly pauses: string;
  readonly clocks: Readonly<Record<ClockFace['outcome'], string>>;
  readonly matrix: string;
  readonly level: string;
  readonly missed: (deal: string, soldOn: string, dueOn: string) => string;
  readonly approaches: string;
  readonly desired: string;
  readonly notAsked: string;
  readonly mismatches: Readonly<Record<'too_close' | 'fits' | 'too_distant', string>>;
  readonly depths: Readonly<Record<'individual' | 'collective', string>>;
};

export const panelWords: Readonly<Record<Language, PanelWords>> = {
  en: {
    guardrails: 'Guardrails',
    pressure: (value, denyAt) => `Contact pressure ${value} of ${denyAt}`,
    nextOutreach: 'Next marketing outreach:',
    now: 'now',
    notByTime: 'not by waiting.',
    may: 'May be mentioned:',
    mayNot: 'Not to be mentioned:',
    milestones: 'Milestones',
    notYet: ['Not met yet.', 'Nothing shared or bought yet.', 'No first fight.', 'Brought nobody yet.'],
    recovery: 'Recovery',
    outcomes: {
      open: 'open',
      recovered: 'recovered',
      unrecovered: 'not recovered',
      repeat: 'the second within its time',
    },
    pauses: 'Automation rests.',
    clocks: { in_time: 'Answered in time.', late: 'Not answered in time.', waiting: 'Waits for our answer.' },
    matrix: 'Matrix',
    level: 'Level',
    missed: (deal, soldOn, dueOn) => `Missed: ${deal}, sold on ${soldOn}, a word was due before ${dueOn}`,
    approaches: 'Building value',
    desired: 'They want',
    notAsked: 'Nobody asked yet.',
    mismatches: {
      too_close: 'We are too close.',
      fits: 'What we do fits.',
      too_distant: 'We are too distant.',
    },
    depths: {
      individual: 'The person is known.',
      collective: 'Only what holds for customers like this one is known.',
    },
  },
  de: {
    guardrails: 'Leitplanken',
    pressure: (value, denyAt) => `Kontaktdruck ${value} von ${denyAt}`,
    nextOutreach: 'Nächste Werbung:',
    now: 'jetzt',
    notByTime: 'nicht durch Warten.',
    may: 'Darf erwähnt werden:',
    mayNot: 'Nicht erwähnen:',
    milestones: 'Meilensteine',
    notYet: [
      'Noch nicht begegnet.',
      'Noch nichts preisgegeben oder gekauft.',
      'Noch kein Streit.',
      'Noch niemanden mitgebracht.',
    ],
    recovery: 'Wiedergutmachung',
    outcomes: {
      open: 'offen',
      recovered: 'gelungen',
      unrecovered: 'nicht gelungen',
      repeat: 'die zweite in ihrer Frist',
    },
    pauses: 'Die Automatik ruht.',
    clocks: {
      in_time: 'Rechtzeitig beantwortet.',
      late: 'Nicht rechtzeitig beantwortet.',
      waiting: 'Wartet auf unsere Antwort.',
    },
    matrix: 'Matrix',
    level: 'Beziehungsstufe',
    missed: (deal, soldOn, dueOn) =>
      `Versäumt: ${deal}, verkauft am ${soldOn}, ein Wort war vor dem ${dueOn} fällig`,
    approaches: 'Wert aufbauen',
    desired: 'Gewünscht',
    notAsked: 'Noch hat niemand gefragt.',
    mismatches: {
      too_close: 'Wir sind zu nah.',
      fits: 'Was wir tun, passt.',
      too_distant: 'Wir sind zu fern.',
    },
    depths: {
      individual: 'Die Person ist bekannt.',
      collective: 'Bekannt ist nur, was für Kunden wie diesen gilt.',
    },
  },
};
