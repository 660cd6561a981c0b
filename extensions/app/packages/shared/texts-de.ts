/** The words of the first glance and of the states without one, in German. */
import type { GlanceTexts } from './texts.ts';

export const german: GlanceTexts = {
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
  step: (place, of, stage) => `Stufe ${place} von ${of}: ${stage}`,
  since: (day) => `Seit ${day}`,
  before: (stage) => `zuvor: ${stage}`,
  again: 'nach einem Ende zurückgekehrt',
  closeSecond: (stage) => `Knapp dahinter: ${stage}. Die Zeichen trennen die beiden nicht klar.`,
  weOwe: 'Wir schulden eine Antwort',
  theyOwe: 'Antwort des Kontakts steht aus',
  nextStep: 'Nächster Schritt',
  never: 'Besser nicht',
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
  gone: 'Diesen Kontakt gibt es nicht mehr',
  goneMeaning:
    'Er wurde gelöscht oder zusammengeführt, während diese Karte offen war. Bewahrt wird nur, was die Löschung erlaubt.',
  lastKnown: (time, age) =>
    time === null || age === null ? 'Letzte bekannte Antwort' : `Letzte bekannte Antwort, ${age} (${time})`,
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
  detailsInTab: 'Belege und alles Weitere: Tab Relationship',
  openRecord: 'Datensatz öffnen',
};
