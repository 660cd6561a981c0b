/** Every word of the home page, in each language. */
import type { FirstStepName } from './contract-home.ts';
import type { Language } from './viewer.ts';

export type HomeTexts = {
  readonly title: string;
  readonly countedAt: (time: string) => string;
  readonly counting: string;
  readonly reload: string;
  readonly few: string;
  readonly contacts: string;
  readonly tabs: Readonly<Record<'today' | 'stages' | 'moves' | 'attention' | 'health', string>>;
  readonly firstSteps: string;
  readonly steps: Readonly<Record<FirstStepName, { readonly title: string; readonly how: string }>>;
  readonly done: string;
  readonly open: string;
  readonly slipping7: string;
  readonly slipping30: string;
  readonly recovering: string;
  readonly show: string;
  readonly stage: string;
  readonly notEnough: string;
  readonly notAssessed: string;
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly moves: string;
  readonly noMoves: string;
  readonly movesNote: string;
  readonly quadrant: string;
  readonly quadrants: Readonly<Record<string, string>>;
  readonly share: string;
  readonly gap: string;
  readonly gapWords: (gap: number) => string;
  readonly gapNote: string;
  readonly none: string;
  readonly backtest: string;
  readonly backtestMissing: string;
  readonly backtestFew: (outcomes: string, needed: string) => string;
  readonly outcomes: string;
  readonly baseRate: (days: number) => string;
  readonly apartRate: string;
  readonly interval: (low: string, high: string) => string;
  readonly lost: string;
  readonly found: string;
  readonly falseAlarms: string;
  readonly auc: string;
  readonly disagreements: string;
  readonly noDisagreements: string;
  readonly health: string;
  readonly reading: string;
  readonly allRead: string;
  readonly waiting: Readonly<Record<'records' | 'contacts' | 'due', string>>;
  readonly parked: string;
  readonly nothingParked: string;
  readonly retryParked: string;
  readonly contact: string;
  readonly since: string;
  readonly holdsUntil: string;
  readonly inDays: (days: number) => string;
  readonly afterwards: string;
  readonly clock: string;
  readonly answered: (time: string) => string;
  readonly answerDue: (time: string) => string;
  readonly answerLate: (time: string) => string;
  readonly noClock: string;
  readonly nextPage: string;
  readonly firstPage: string;
  readonly nobody: string;
  readonly lists: Readonly<Record<'slipping' | 'recovering', string>>;
  readonly unknownPage: string;
};

const en: HomeTexts = {
  title: 'Relationships',
  countedAt: (time) => `Counted ${time}. Numbers from 1 to 4 are not shown.`,
  counting: 'The portal is being counted. This page looks again by itself.',
  reload: 'Count again',
  few: 'fewer than 5',
  contacts: 'Contacts',
  tabs: {
    today: 'Today',
    stages: 'Stages',
    moves: 'Moves',
    attention: 'Sectors and attention',
    health: 'Quality and sync',
  },
  firstSteps: 'First steps',
  steps: {
    read: { title: 'Activities are read', how: 'This goes on by itself.' },
    questionnaire: {
      title: 'Two questions about your business',
      how: 'Open Rapport under Connected apps, tab Settings.',
    },
    card: {
      title: 'The card stands on the contact record',
      how: 'Customise the record page and add the tab Relationship.',
    },
    live: {
      title: 'Stages are written into properties',
      how: 'Switch on Live in the settings once you trust what you see.',
    },
  },
  done: 'Done',
  open: 'To do',
  slipping7: 'Slip within 7 days',
  slipping30: 'Slip within 30 days',
  recovering: 'Open recoveries',
  show: 'Show',
  stage: 'Stage',
  notEnough: 'Not enough evidence',
  notAssessed: 'Not assessed at their request',
  month: 'Month',
  from: 'From',
  to: 'To',
  moves: 'Moves',
  noMoves: 'Nobody moved in this time.',
  movesNote: 'As the timelines tell it today. A month counts all contacts together, nobody by name.',
  quadrant: 'Sector',
  quadrants: {
    direct_identified: 'Direct, identified',
    direct_unidentified: 'Direct, unidentified',
    indirect_identified: 'Indirect, identified',
    indirect_unidentified: 'Indirect, unidentified',
    undetermined: 'Not determined',
  },
  share: 'Share',
  gap: 'Attention',
  gapWords: (gap) => {
    if (gap === 0) return 'As it pays';
    const levels = Math.abs(gap) === 1 ? '1 level' : `${Math.abs(gap)} levels`;
    return gap < 0 ? `${levels} too little` : `${levels} too much`;
  },
  gapNote: 'What is done with a contact, beside what the number of customers and the margin support.',
  none: 'Nothing to show yet.',
  backtest: 'Did it come true?',
  backtestMissing: 'The past of this portal has not been tried yet. It is tried every month.',
  backtestFew: (outcomes, needed) =>
    `Too little data: ${outcomes} outcomes are known, ${needed} are needed to claim anything.`,
  outcomes: 'Known outcomes',
  baseRate: (days) => `Heard from again within ${days} days`,
  apartRate: 'The same of those coming apart',
  interval: (low, high) => `95 % interval ${low} to ${high}`,
  lost: 'Contacts lost',
  found: 'Of them flagged before',
  falseAlarms: 'Flagged, and came back',
  auc: 'Ranked right (vitality, recency, BG/NBD)',
  disagreements: 'Called wrong in the last 7 days',
  noDisagreements: 'Nobody called an answer wrong.',
  health: 'Sync',
  reading: 'Activities are being read',
  allRead: 'Everything is read.',
  waiting: { records: 'Records waiting', contacts: 'Contacts waiting', due: 'Contacts due' },
  parked: 'Could not be done',
  nothingParked: 'Nothing is left undone.',
  retryParked: 'Try again',
  contact: 'Contact',
  since: 'Since',
  holdsUntil: 'Holds until',
  inDays: (days) => (days <= 0 ? 'today' : days === 1 ? 'in 1 day' : `in ${days} days`),
  afterwards: 'Then',
  clock: 'Clock',
  answered: (time) => `Answered ${time}; the proof is open`,
  answerDue: (time) => `First answer due ${time}`,
  answerLate: (time) => `Overdue since ${time}`,
  noClock: 'No clock runs',
  nextPage: 'Next page',
  firstPage: 'First page',
  nobody: 'There is nobody in this list.',
  lists: { slipping: 'Slipping soon', recovering: 'Open recoveries' },
  unknownPage: 'This page does not exist',
};

const de: HomeTexts = {
  title: 'Beziehungen',
  countedAt: (time) => `Gezählt ${time}. Zahlen von 1 bis 4 werden nicht gezeigt.`,
  counting: 'Das Portal wird gezählt. Diese Seite sieht von selbst noch einmal nach.',
  reload: 'Neu zählen',
  few: 'weniger als 5',
  contacts: 'Kontakte',
  tabs: {
    today: 'Heute',
    stages: 'Stufen',
    moves: 'Bewegungen',
    attention: 'Sektoren und Zuwendung',
    health: 'Güte und Abgleich',
  },
  firstSteps: 'Erste Schritte',
  steps: {
    read: { title: 'Aktivitäten sind gelesen', how: 'Das geht von selbst weiter.' },
    questionnaire: {
      title: 'Zwei Fragen zu Ihrem Geschäft',
      how: 'Öffnen Sie Rapport unter Verbundene Apps, Reiter Einstellungen.',
    },
    card: {
      title: 'Die Karte steht auf dem Kontakt',
      how: 'Passen Sie die Datensatzseite an und fügen Sie den Reiter Beziehung hinzu.',
    },
    live: {
      title: 'Stufen werden in Eigenschaften geschrieben',
      how: 'Schalten Sie in den Einstellungen Live ein, sobald Sie dem trauen, was Sie sehen.',
    },
  },
  done: 'Erledigt',
  open: 'Offen',
  slipping7: 'Rutschen in 7 Tagen',
  slipping30: 'Rutschen in 30 Tagen',
  recovering: 'Offene Wiedergutmachungen',
  show: 'Zeigen',
  stage: 'Stufe',
  notEnough: 'Nicht genug Anhaltspunkte',
  notAssessed: 'Auf eigenen Wunsch nicht bewertet',
  month: 'Monat',
  from: 'Von',
  to: 'Nach',
  moves: 'Bewegungen',
  noMoves: 'In dieser Zeit hat sich niemand bewegt.',
  movesNote:
    'Wie die Zeitleisten es heute erzählen. Ein Monat zählt alle Kontakte zusammen, niemanden mit Namen.',
  quadrant: 'Sektor',
  quadrants: {
    direct_identified: 'Direkt, bekannt',
    direct_unidentified: 'Direkt, unbekannt',
    indirect_identified: 'Indirekt, bekannt',
    indirect_unidentified: 'Indirekt, unbekannt',
    undetermined: 'Nicht bestimmt',
  },
  share: 'Anteil',
  gap: 'Zuwendung',
  gapWords: (gap) => {
    if (gap === 0) return 'Wie es sich lohnt';
    const levels = Math.abs(gap) === 1 ? '1 Stufe' : `${Math.abs(gap)} Stufen`;
    return gap < 0 ? `${levels} zu wenig` : `${levels} zu viel`;
  },
  gapNote: 'Was mit einem Kontakt getan wird, neben dem, was Kundenzahl und Marge tragen.',
  none: 'Noch nichts zu zeigen.',
  backtest: 'Ist es eingetroffen?',
  backtestMissing: 'Die Vergangenheit dieses Portals wurde noch nicht geprüft. Das geschieht jeden Monat.',
  backtestFew: (outcomes, needed) =>
    `Zu wenig Daten: ${outcomes} Ausgänge sind bekannt, ${needed} sind nötig, um etwas zu behaupten.`,
  outcomes: 'Bekannte Ausgänge',
  baseRate: (days) => `Meldeten sich innerhalb von ${days} Tagen wieder`,
  apartRate: 'Dasselbe bei denen, die auseinandergehen',
  interval: (low, high) => `95-%-Intervall ${low} bis ${high}`,
  lost: 'Verlorene Kontakte',
  found: 'Davon vorher angezeigt',
  falseAlarms: 'Angezeigt und wiedergekommen',
  auc: 'Richtig gereiht (Lebendigkeit, Aktualität, BG/NBD)',
  disagreements: 'In den letzten 7 Tagen als falsch gemeldet',
  noDisagreements: 'Niemand hat eine Antwort als falsch gemeldet.',
  health: 'Abgleich',
  reading: 'Aktivitäten werden gelesen',
  allRead: 'Alles ist gelesen.',
  waiting: { records: 'Wartende Datensätze', contacts: 'Wartende Kontakte', due: 'Fällige Kontakte' },
  parked: 'Nicht bearbeitet',
  nothingParked: 'Nichts ist liegen geblieben.',
  retryParked: 'Noch einmal versuchen',
  contact: 'Kontakt',
  since: 'Seit',
  holdsUntil: 'Gilt bis',
  inDays: (days) => (days <= 0 ? 'heute' : days === 1 ? 'in 1 Tag' : `in ${days} Tagen`),
  afterwards: 'Dann',
  clock: 'Uhr',
  answered: (time) => `Beantwortet ${time}; der Beweis steht aus`,
  answerDue: (time) => `Erste Antwort fällig ${time}`,
  answerLate: (time) => `Überfällig seit ${time}`,
  noClock: 'Es läuft keine Uhr',
  nextPage: 'Nächste Seite',
  firstPage: 'Erste Seite',
  nobody: 'In dieser Liste ist niemand.',
  lists: { slipping: 'Rutschen bald', recovering: 'Offene Wiedergutmachungen' },
  unknownPage: 'Diese Seite gibt es nicht',
};

export function homeTexts(language: Language): HomeTexts {
  return language === 'de' ? de : en;
}
