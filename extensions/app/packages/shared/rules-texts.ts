/** The words of the rules: their groups, units and choices, in each language. */
import type { FieldView } from './contract-settings.ts';
import type { GroupName } from './setting-groups.ts';
import { settingLabelsDe } from './setting-labels-de.ts';
import { settingLabelsEn } from './setting-labels-en.ts';
import { textsFor } from './texts.ts';
import type { Language } from './viewer.ts';

type Unit = Extract<FieldView, { kind: 'number' }>['unit'];

export type RulesTexts = {
  readonly groups: Readonly<Record<GroupName, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Behind a number; a count and a score need none. */
  readonly units: Readonly<Record<Unit, string>>;
  readonly standard: (value: string) => string;
  readonly range: (min: string, max: string, unit: string) => string;
  readonly none: string;
  readonly flags: { readonly on: string; readonly off: string };
  readonly choices: Readonly<Record<string, string>>;
  readonly ceilings: Readonly<Record<string, string>>;
  readonly bands: Readonly<Record<'many' | 'medium' | 'few', string>>;
  readonly margins: Readonly<Record<'high' | 'medium' | 'low', string>>;
  readonly hours: HoursTexts;
  readonly everything: { readonly title: string; readonly help: string };
};

type HoursTexts = {
  readonly title: string;
  readonly help: string;
  readonly day: string;
  readonly works: string;
  /** `nth` of the day, from 1 on. */
  readonly from: (day: string, nth: number) => string;
  readonly to: (day: string, nth: number) => string;
  readonly more: (day: string) => string;
  readonly less: (day: string) => string;
  readonly timeZone: string;
  readonly timeZoneHelp: string;
  readonly holidays: string;
  readonly holidaysHelp: string;
};

const en: RulesTexts = {
  groups: {
    noise: 'What does not count',
    quiet: 'When somebody is quiet',
    held: 'What holds a stage through silence',
    fading: 'When a relationship has faded, and when it begins anew',
    closer: 'What brings closer',
    trouble: 'Trouble and withdrawal',
    matrix: 'Sectors',
    level: 'Customers, margins and practised attention',
    grid: 'The level each number of customers and margin can afford',
    approaches: 'Ways of adding value',
    milestones: 'Answers, recovery and working time',
    pressure: 'Consent and contact pressure',
    quietHours: 'Quiet hours',
    ceilings: 'How close each stage lets us come',
    desired: 'What they want, and the next step',
  },
  labels: settingLabelsEn,
  units: {
    days: 'days',
    hours: 'hours',
    minutes: 'minutes',
    seconds: 'seconds',
    count: '',
    share: 'percent',
    score: '',
    times: 'times',
    horizons: 'horizons',
  },
  standard: (value) => `Standard: ${value}`,
  range: (min, max, unit) => `${min} to ${max}${unit === '' ? '' : ` ${unit}`}`,
  none: 'nothing entered',
  flags: { on: 'Yes', off: 'No' },
  choices: {
    strict: 'Strict: nobody may be able to buy without a name',
    practical: 'Practical: most of what they do is seen',
    market: 'The market: one level for each segment',
    contact: 'The contact: its margin within its segment',
    identification: 'To learn who buys',
    other: 'Something else',
    individual: 'Individual: the person is known',
    collective: 'Collective: only what holds for customers like them',
    undetermined: 'Not determined',
    direct_identified: 'Direct, identified',
    direct_unidentified: 'Direct, unidentified',
    indirect_identified: 'Indirect, identified',
    indirect_unidentified: 'Indirect, unidentified',
  },
  ceilings: {
    I0: 'Silent: only what law or contract demands',
    I1: 'The matter at hand',
    I2: 'What they told us or did with us here',
    I3: 'Contexts combined, with notice',
    I4: 'Joint plans',
  },
  bands: { many: 'many customers', medium: 'a medium number', few: 'few customers' },
  margins: { high: 'High margin', medium: 'Medium margin', low: 'Low margin' },
  hours: {
    title: 'Working time',
    help: 'Response clocks run only then.',
    day: 'Day',
    works: 'We work',
    from: (day, nth) => (nth === 1 ? `${day} from` : `${day} again from`),
    to: (day, nth) => (nth === 1 ? `${day} until` : `${day} again until`),
    more: (day) => `Break on ${day}`,
    less: (day) => `Strike the last span on ${day}`,
    timeZone: 'Time zone',
    timeZoneHelp: "Such as Europe/Berlin. Empty: the portal's own.",
    holidays: 'Days without work',
    holidaysHelp: 'One a line, such as 2026-12-25.',
  },
  everything: {
    title: 'Everything as text',
    help: 'All settings as JSON, for what has no field above and to carry them to another portal. What you change here replaces the fields above.',
  },
};

const de: RulesTexts = {
  groups: {
    noise: 'Was nicht zählt',
    quiet: 'Wann jemand still ist',
    held: 'Was eine Stufe durch die Stille hält',
    fading: 'Wann eine Beziehung verblasst ist, und wann sie neu beginnt',
    closer: 'Was näher bringt',
    trouble: 'Ärger und Rückzug',
    matrix: 'Sektoren',
    level: 'Kunden, Margen und gelebte Betreuung',
    grid: 'Die Betreuungsstufe, die Kundenzahl und Marge tragen',
    approaches: 'Wege, Wert zu schaffen',
    milestones: 'Antworten, Wiedergutmachung und Arbeitszeit',
    pressure: 'Einwilligung und Kontaktdruck',
    quietHours: 'Ruhezeiten',
    ceilings: 'Wie nah jede Stufe uns lässt',
    desired: 'Was sie wollen, und der nächste Schritt',
  },
  labels: settingLabelsDe,
  units: {
    days: 'Tage',
    hours: 'Stunden',
    minutes: 'Minuten',
    seconds: 'Sekunden',
    count: '',
    share: 'Prozent',
    score: '',
    times: 'Mal',
    horizons: 'Horizonte',
  },
  standard: (value) => `Standard: ${value}`,
  range: (min, max, unit) => `${min} bis ${max}${unit === '' ? '' : ` ${unit}`}`,
  none: 'nichts eingetragen',
  flags: { on: 'Ja', off: 'Nein' },
  choices: {
    strict: 'Streng: niemand darf ohne Namen kaufen können',
    practical: 'Praktisch: das meiste, was sie tun, ist zu sehen',
    market: 'Mit dem Markt: eine Stufe je Segment',
    contact: 'Mit dem Kontakt: seine Marge in seinem Segment',
    identification: 'Erfahren, wer kauft',
    other: 'Etwas anderes',
    individual: 'Einzeln: die Person ist bekannt',
    collective: 'Gemeinsam: nur, was für Kunden wie sie gilt',
    undetermined: 'Nicht bestimmt',
    direct_identified: 'Direkt, bekannt',
    direct_unidentified: 'Direkt, unbekannt',
    indirect_identified: 'Indirekt, bekannt',
    indirect_unidentified: 'Indirekt, unbekannt',
  },
  ceilings: {
    I0: 'Still: nur, was Gesetz oder Vertrag verlangt',
    I1: 'Die Sache selbst',
    I2: 'Was sie uns sagten oder hier mit uns taten',
    I3: 'Zusammenhänge verbunden, mit Hinweis',
    I4: 'Gemeinsame Pläne',
  },
  bands: { many: 'viele Kunden', medium: 'eine mittlere Zahl', few: 'wenige Kunden' },
  margins: { high: 'Hohe Marge', medium: 'Mittlere Marge', low: 'Niedrige Marge' },
  hours: {
    title: 'Arbeitszeit',
    help: 'Antwortfristen laufen nur dann.',
    day: 'Tag',
    works: 'Wir arbeiten',
    from: (day, nth) => (nth === 1 ? `${day} von` : `${day} wieder von`),
    to: (day, nth) => (nth === 1 ? `${day} bis` : `${day} wieder bis`),
    more: (day) => `Pause am ${day}`,
    less: (day) => `Letzte Zeit am ${day} streichen`,
    timeZone: 'Zeitzone',
    timeZoneHelp: 'Etwa Europe/Berlin. Leer: die des Portals.',
    holidays: 'Tage ohne Arbeit',
    holidaysHelp: 'Einer je Zeile, etwa 2026-12-25.',
  },
  everything: {
    title: 'Alles als Text',
    help: 'Alle Einstellungen als JSON, für das, was oben kein Feld hat, und um sie in ein anderes Portal zu tragen. Was Sie hier ändern, ersetzt die Felder oben.',
  },
};

export function rulesTexts(language: Language): RulesTexts {
  return language === 'de' ? de : en;
}

/** What a setting is called, also inside the tables that hold one for each stage, customer number or margin. */
export function settingLabel(path: string, language: Language): string {
  const { labels, bands, margins } = rulesTexts(language);
  const [, table, key = '', last = ''] = path.split('.');
  if (table === 'stageCeilings') return wordIn(textsFor(language).stages, key);
  if (table === 'grid') return `${wordIn(margins, last)}, ${wordIn(bands, key)}`;
  return labels[path] ?? path;
}

/** What an option of a setting is called. Days of the week are numbers, Sunday 0. */
export function optionWord(option: string | number, language: Language, locale: string): string {
  if (typeof option === 'number') return weekdayWord(option, locale);
  const { choices, ceilings } = rulesTexts(language);
  const { channels, panels } = textsFor(language);
  return wordIn({ ...channels, ...panels.level.names, ...ceilings, ...choices }, option);
}

/** 1 January 2023 was a Sunday. */
export function weekdayWord(day: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(Date.UTC(2023, 0, 1 + day)));
}

function wordIn(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}
