/** Every word the cards say of themselves, in each language. Sentences about a contact come worded from our service. */
import type { FlightName, StageName } from './contract.ts';
import type { Failure } from './use-contact-card.ts';
import type { Language } from './viewer.ts';

export type Texts = {
  readonly stages: Readonly<Record<StageName, string>>;
  readonly flights: Readonly<Record<FlightName, string>>;
  readonly endings: Readonly<Record<'faded' | 'ended' | 'completed', string>>;
  readonly channels: Readonly<Record<string, string>>;
  readonly since: (day: string) => string;
  readonly before: (stage: string) => string;
  readonly again: string;
  readonly closeSecond: (stage: string) => string;
  readonly weOwe: string;
  readonly theyOwe: string;
  readonly nextStep: string;
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
  readonly failureTitle: string;
  readonly failures: Readonly<Record<Failure, string>>;
  readonly retry: string;
  readonly lookAgain: string;
  readonly detailsInTab: string;
};

const en: Texts = {
  stages: {
    initiating: 'Initiating',
    experimenting: 'Experimenting',
    intensifying: 'Intensifying',
    integrating: 'Integrating',
    bonding: 'Bonding',
    differentiating: 'Differentiating',
    circumscribing: 'Circumscribing',
    stagnating: 'Stagnating',
    avoiding: 'Avoiding',
    terminating: 'Terminating',
  },
  flights: { coming_together: 'Coming together', coming_apart: 'Coming apart', none: 'No direction' },
  endings: { faded: 'Faded', ended: 'Ended', completed: 'Completed' },
  channels: {
    email: 'E-mail',
    call: 'Call',
    meeting: 'Meeting',
    chat: 'Chat',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    linkedin: 'LinkedIn',
    form: 'Form',
    web: 'Website',
    postal: 'Letter',
    ticket: 'Ticket',
    order: 'Order',
    deal: 'Deal',
    survey: 'Survey',
    preferences: 'Preferences',
  },
  since: (day) => `Since ${day}`,
  before: (stage) => `before: ${stage}`,
  again: 'came back after an end',
  closeSecond: (stage) => `Close second: ${stage}. The signs do not clearly tell the two apart.`,
  weOwe: 'We owe an answer',
  theyOwe: 'waiting for their answer',
  nextStep: 'Next step',
  chance: (days) => `Heard from within ${days} days`,
  chanceWords: (percent) => {
    if (percent >= 80) return 'Very likely';
    if (percent >= 60) return 'Likely';
    if (percent >= 40) return 'Open';
    return percent >= 20 ? 'Unlikely' : 'Very unlikely';
  },
  neverHeard: 'Never heard from yet',
  lastHeard: 'Last heard from',
  holdsUntil: 'Holds until',
  holdsOpen: 'Something happens',
  thenStage: (stage) => `then ${stage}`,
  ifSilent: 'if they stay silent',
  onlyByAct: 'silence alone changes nothing',
  why: 'Why this stage',
  evidence: { what: 'What happened', when: 'When', effect: 'Effect' },
  effects: { decides: 'Decides', lifts: 'Lifts', lowers: 'Lowers', neutral: 'Noted' },
  ongoing: 'ongoing',
  noEvidence: 'Nothing happened yet that could be listed.',
  everythingElse: 'Everything else',
  wouldMove: 'What would move it',
  wouldNotMove: 'What would not move it',
  assessedAt: (time) => `Assessed ${time}`,
  refresh: 'Refresh',
  refreshing: 'Refreshing',
  refreshed: 'The assessment is up to date.',
  notRefreshed: 'Not refreshed',
  loading: 'Reading the relationship',
  notEnough: 'Not enough evidence for a stage',
  missing: 'What is missing',
  missingAct: 'Something they do: a reply, a call, a meeting, a form or an order',
  objection: "Not profiled at the person's request",
  objectionSince: (day) =>
    day === null ? 'They objected to profiling.' : `They objected to profiling on ${day}.`,
  objectionMeaning: 'Nothing is computed or stored about this relationship, and no stage is shown.',
  notYet: 'Not assessed yet',
  notYetMeaning: 'The first sync is still reading the activity timeline. This card looks again by itself.',
  progress: (done, total) => `${done} of ${total} contacts assessed`,
  unknownContact: 'Contact not known yet',
  unknownContactMeaning: 'Rapport has not read this contact. New contacts appear within a few minutes.',
  failureTitle: 'The relationship cannot be shown',
  failures: {
    unreachable: 'Rapport does not answer at the moment. Your data is safe; please try again.',
    refused: 'Rapport is not allowed to answer here. An admin may have to connect it to this account again.',
    busy: 'Too many cards ask at the same time. Please try again in a moment.',
    unreadable: 'The answer could not be read. Rapport may just be updating; please try again.',
  },
  retry: 'Try again',
  lookAgain: 'Look again',
  detailsInTab: 'Evidence and what would move it: tab Relationship',
};

const de: Texts = {
  stages: {
    initiating: 'Kennenlernen',
    experimenting: 'Erkunden',
    intensifying: 'Vertiefen',
    integrating: 'Zusammenwachsen',
    bonding: 'Bindung',
    differentiating: 'Abgrenzen',
    circumscribing: 'Einschränken',
    stagnating: 'Stillstand',
    avoiding: 'Ausweichen',
    terminating: 'Beenden',
  },
  flights: { coming_together: 'Annäherung', coming_apart: 'Entfernung', none: 'Keine Richtung' },
  endings: { faded: 'Ausgeklungen', ended: 'Beendet', completed: 'Abgeschlossen' },
  channels: {
    email: 'E-Mail',
    call: 'Anruf',
    meeting: 'Termin',
    chat: 'Chat',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    linkedin: 'LinkedIn',
    form: 'Formular',
    web: 'Website',
    postal: 'Brief',
    ticket: 'Ticket',
    order: 'Bestellung',
    deal: 'Deal',
    survey: 'Umfrage',
    preferences: 'Einstellungen',
  },
  since: (day) => `Seit ${day}`,
  before: (stage) => `zuvor: ${stage}`,
  again: 'nach einem Ende zurückgekehrt',
  closeSecond: (stage) => `Knapp dahinter: ${stage}. Die Zeichen trennen die beiden nicht klar.`,
  weOwe: 'Wir schulden eine Antwort',
  theyOwe: 'Antwort des Kontakts steht aus',
  nextStep: 'Nächster Schritt',
  chance: (days) => `Meldet sich binnen ${days} Tagen`,
  chanceWords: (percent) => {
    if (percent >= 80) return 'Sehr wahrscheinlich';
    if (percent >= 60) return 'Wahrscheinlich';
    if (percent >= 40) return 'Offen';
    return percent >= 20 ? 'Unwahrscheinlich' : 'Sehr unwahrscheinlich';
  },
  neverHeard: 'Hat sich noch nie gemeldet',
  lastHeard: 'Zuletzt gemeldet',
  holdsUntil: 'Gilt bis',
  holdsOpen: 'Etwas geschieht',
  thenStage: (stage) => `danach ${stage}`,
  ifSilent: 'wenn der Kontakt still bleibt',
  onlyByAct: 'Schweigen allein ändert nichts',
  why: 'Warum diese Stufe',
  evidence: { what: 'Was geschah', when: 'Wann', effect: 'Wirkung' },
  effects: { decides: 'Entscheidet', lifts: 'Hebt', lowers: 'Senkt', neutral: 'Vermerkt' },
  ongoing: 'laufend',
  noEvidence: 'Noch ist nichts geschehen, das sich aufführen ließe.',
  everythingElse: 'Alles Übrige',
  wouldMove: 'Was es bewegen würde',
  wouldNotMove: 'Was es nicht bewegen würde',
  assessedAt: (time) => `Eingeschätzt am ${time}`,
  refresh: 'Aktualisieren',
  refreshing: 'Wird aktualisiert',
  refreshed: 'Die Einschätzung ist auf dem neuesten Stand.',
  notRefreshed: 'Nicht aktualisiert',
  loading: 'Die Beziehung wird gelesen',
  notEnough: 'Zu wenig Anhaltspunkte für eine Stufe',
  missing: 'Was fehlt',
  missingAct:
    'Etwas, das vom Kontakt kommt: eine Antwort, ein Anruf, ein Termin, ein Formular oder eine Bestellung',
  objection: 'Auf Wunsch der Person kein Profil',
  objectionSince: (day) =>
    day === null
      ? 'Die Person hat der Profilbildung widersprochen.'
      : `Die Person hat der Profilbildung am ${day} widersprochen.`,
  objectionMeaning:
    'Über diese Beziehung wird nichts berechnet oder gespeichert, und keine Stufe wird gezeigt.',
  notYet: 'Noch nicht eingeschätzt',
  notYetMeaning:
    'Die erste Synchronisierung liest noch den Aktivitätsverlauf. Diese Karte sieht von selbst wieder nach.',
  progress: (done, total) => `${done} von ${total} Kontakten eingeschätzt`,
  unknownContact: 'Kontakt noch nicht bekannt',
  unknownContactMeaning:
    'Rapport hat diesen Kontakt noch nicht gelesen. Neue Kontakte erscheinen nach wenigen Minuten.',
  failureTitle: 'Die Beziehung lässt sich nicht zeigen',
  failures: {
    unreachable:
      'Rapport antwortet gerade nicht. Ihre Daten sind sicher; bitte versuchen Sie es noch einmal.',
    refused: 'Rapport darf hier nicht antworten. Vielleicht muss es mit diesem Konto neu verbunden werden.',
    busy: 'Zu viele Karten fragen gleichzeitig. Bitte versuchen Sie es gleich noch einmal.',
    unreadable:
      'Die Antwort war nicht lesbar. Vielleicht wird Rapport gerade erneuert; bitte versuchen Sie es noch einmal.',
  },
  retry: 'Noch einmal versuchen',
  lookAgain: 'Noch einmal nachsehen',
  detailsInTab: 'Belege und was es bewegen würde: Tab Relationship',
};

const catalogue: Readonly<Record<Language, Texts>> = { en, de };

export function textsFor(language: Language): Texts {
  return catalogue[language];
}
