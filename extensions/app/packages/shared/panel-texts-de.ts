/** The words of the parts behind the first glance, in German. */
import type { PanelTexts } from './panel-texts.ts';
import { times } from './plural.ts';

export const germanPanels: PanelTexts = {
  tabs: {
    why: 'Warum',
    guardrails: 'Nähe',
    milestones: 'Meilensteine',
    value: 'Wert',
    history: 'Verlauf',
  },
  guardrails: {
    lights: 'Von uns aus nachfassen',
    answers: {
      ALLOW: 'Ja',
      ALLOW_WITH_NOTICE: 'Ja, mit Hinweis',
      ASK_FIRST: 'Erst fragen',
      DENY: 'Nein',
    },
    channels: {
      email: 'E-Mail',
      call: 'Telefon',
      sms: 'SMS',
      whatsapp: 'WhatsApp',
      linkedin: 'LinkedIn',
      postal: 'Brief',
      meeting: 'Termin',
    },
    purposes: {
      service_reply: 'Antworten',
      transactional: 'Vertragssache',
      recovery: 'Beschwerde klären',
      follow_up: 'Nachfassen',
      sales: 'Verkaufen',
      marketing: 'Marketing',
      referral_ask: 'Um Empfehlung bitten',
      survey: 'Umfrage',
    },
    ceiling: 'Wie nah',
    ceilingOf: (ceiling) => `${ceiling.slice(1)} von 4`,
    noLimit: 'Nichts steht der Nähe im Weg.',
    purpose: 'Wofür',
    channel: 'Kanal',
    verdict: 'Urteil',
    why: 'Weil',
    nothingAgainst: 'Nichts spricht dagegen.',
    instead: 'Stattdessen',
    until: (time) => `bis ${time}`,
    passed: (time) => `Galt bis ${time}; zum erneuten Fragen aktualisieren.`,
    pressure: 'Kontaktdruck',
    pressureOf: (value, deny) => `${value} von ${deny}`,
    pressureWords: {
      low: 'Es ist noch Raum.',
      notice: 'An der Grenze des Erträglichen.',
      deny: 'Zu viel: in Ruhe lassen.',
    },
    counted: (calls, emails, direct, letters, days) => {
      const parts = [
        times(calls, 'Anruf', 'Anrufe'),
        times(emails, 'E-Mail', 'E-Mails'),
        times(direct, 'Direktnachricht', 'Direktnachrichten'),
        times(letters, 'Brief', 'Briefe'),
      ].filter((it) => it !== null);
      return parts.length === 0
        ? `Nichts Unaufgefordertes von uns in ${days} Tagen.`
        : `${parts.join(', ')} von uns, unaufgefordert, in ${days} Tagen.`;
    },
    eases: (day) => `Lässt am ${day} nach, wenn nichts gesendet wird.`,
    unseenMarketing: 'Marketing-Mails sieht Rapport nicht: Der Druck kann höher sein.',
    next: 'Nächstes Marketing',
    nextNow: 'Jetzt möglich',
    nextAt: (day) => `Ab ${day}`,
    nextBlocked: 'Nein, und Warten hilft nicht',
    mayMention: 'Darf erwähnt werden',
    mayNotMention: 'Besser nicht erwähnen',
    nothing: 'Noch nichts.',
  },
  clock: (outcome, answered, due) => {
    if (outcome === 'waiting') return due === null ? 'Antwort fällig.' : `Antwort fällig bis ${due}.`;
    if (answered === null)
      return due === null ? 'Nicht beantwortet.' : `Nicht beantwortet; fällig war ${due}.`;
    return outcome === 'in_time' ? `Rechtzeitig beantwortet, ${answered}.` : `Spät beantwortet, ${answered}.`;
  },
  milestones: {
    names: {
      firstEncounter: 'Erste Begegnung',
      firstDate: 'Erstes Date',
      firstFight: 'Erster Streit',
      metFriends: 'Freunde kennengelernt',
    },
    notYet: {
      firstEncounter: 'Noch nicht begegnet.',
      firstDate: 'Noch nichts anvertraut oder gekauft.',
      firstFight: 'Bisher kein Ärger.',
      metFriends: 'Noch niemand vorgestellt.',
    },
    broughtBy: 'Wer den Kontakt brachte',
    brought: (contacts, value) => {
      const who = contacts === 1 ? 'Hat einen Kontakt gebracht' : `Hat ${contacts} Kontakte gebracht`;
      return value === null ? `${who}.` : `${who}; Umsatz ${value}.`;
    },
  },
  recovery: {
    title: { complaint: 'Beschwerde', bad_score: 'Schlechte Bewertung', refund: 'Erstattung' },
    outcomes: { open: 'Offen', recovered: 'Erholt', unrecovered: 'Nicht erholt', repeat: 'Wieder geschehen' },
    since: (what, day, outcome) => `${what} seit ${day}: ${outcome}`,
    severity: 'Schwere',
    severities: { low: 'Gering', medium: 'Mittel', high: 'Hoch' },
    opened: 'Seit',
    answer: 'Unsere Antwort',
    settled: 'Erledigt',
    notSettled: 'Noch nicht',
    remedy: 'Wiedergutmachung',
    remedies: {
      refund: 'Erstattung',
      replacement: 'Ersatz',
      repair: 'Reparatur',
      credit: 'Gutschrift',
      apology: 'Entschuldigung',
      explanation: 'Erklärung',
    },
    sign: 'Zeichen der Erholung',
    signs: {
      csat: 'Gute Zufriedenheit',
      nps: 'Gute Weiterempfehlung',
      order: 'Bestellung',
      own_accord: 'Ein Wort aus eigenem Antrieb',
    },
    noSign: (until) => (until === null ? 'Noch keines.' : `Noch keines; es zählt bis ${until}.`),
    pauses: 'Automatisches ruht, bis es geklärt ist.',
    check: 'Bevor Sie es erledigt nennen',
    count: (fights) => `bisher ${fights}`,
    open: 'Fall öffnen',
  },
  matrix: {
    title: 'Beziehungsmatrix',
    quadrants: {
      direct_identified: 'Direkt, identifiziert',
      direct_unidentified: 'Direkt, nicht identifiziert',
      indirect_identified: 'Indirekt, identifiziert',
      indirect_unidentified: 'Indirekt, nicht identifiziert',
      undetermined: 'Nicht bestimmt',
    },
    model: 'Verlangt nach',
    recommend: 'Was zu tun ist',
    disruption: 'Wie es sich ändern kann',
  },
  level: {
    title: 'Aufmerksamkeit',
    names: {
      basic: 'Grundlegend',
      reactive: 'Reagierend',
      accountable: 'Verantwortlich',
      proactive: 'Vorausschauend',
      partnership: 'Partnerschaft',
      unknown: 'Unbekannt',
    },
    suggested: 'Empfohlen',
    practised: 'Gelebt',
    gapWords: (gap) => {
      if (gap === null) return 'Unbekannt';
      if (gap === 0) return 'Keine Lücke';
      const levels = Math.abs(gap) === 1 ? 'Eine Stufe' : `${Math.abs(gap)} Stufen`;
      return gap < 0 ? `${levels} zu wenig` : `${levels} mehr als nötig`;
    },
    followed: (followed, due) => `Nach ${followed} von ${due} Verkäufen nachgefasst.`,
    missed: { title: 'Versäumtes Nachfassen', deal: 'Verkauf', sold: 'Verkauft', due: 'Fällig war' },
    openDeal: (number) => `Verkauf ${number}`,
  },
  approaches: {
    title: 'Wege, Wert zu schaffen',
    none: 'Zurzeit passt keiner.',
    first: 'Erste Wahl',
    suits: 'Passt',
    refused: (count) => `Was den anderen im Weg steht (${count})`,
    way: 'Weg',
    missing: 'Woran es fehlt',
  },
  desired: {
    title: 'Was der Kontakt will',
    notAsked: 'Noch hat niemand gefragt. Fragen Sie; es wird nie geraten.',
    wants: 'Gewünscht',
    said: (source, day) => `${source}, ${day}`,
    captivity: 'Darauf achten, dass man gehen kann.',
    mismatch: {
      too_close: 'Näher als gewünscht',
      fits: 'Passt',
      too_distant: 'Distanzierter als gewünscht',
      not_asked: 'Nicht gefragt',
      unknown: 'Noch nicht bekannt',
    },
    rules: 'Regeln dieser Beziehung',
    depth: {
      individual: 'Als Person bekannt.',
      collective: 'Nur als Kunde wie dieser bekannt: Schlüsse auf die Person werden nicht ausgesprochen.',
    },
    observed: 'Was das CRM zeigt',
    axis: 'Seite',
    shows: 'Zeigt sich',
    restsOn: 'Nach',
    axes: {
      valence: 'Ton',
      intensity: 'Intensität',
      voluntariness: 'Freiheit',
      duration: 'Dauer',
      formality: 'Förmlichkeit',
      symmetry: 'Ausgewogenheit',
    },
    poles: {
      valence: ['Getrübt', 'Gemischt', 'Gut'],
      intensity: ['Oberflächlich', 'Mäßig', 'Intensiv'],
      voluntariness: ['Gebunden', 'Teils frei', 'Aus eigenem Antrieb'],
      duration: ['Kurz', 'Einige Zeit', 'Lang'],
      formality: ['Locker', 'Gemischt', 'Förmlich'],
      symmetry: ['Einseitig', 'Ungleich', 'Gegenseitig'],
    },
    noEvidence: 'Nicht gesehen',
    evidence: (signals) => (signals === 1 ? '1 Signal' : `${signals} Signalen`),
  },
  history: {
    steps: 'Bisherige Stufen',
    what: 'Stufe',
    since: 'Seit',
    how: 'Bewegung',
    movements: {
      forward: 'Weiter',
      backward: 'Zurück',
      deteriorate: 'Auseinander',
      repair: 'Wieder näher',
      skip: 'Mehrere Schritte',
      new_epoch: 'Neu begonnen',
      recalibrated: 'Neu beurteilt',
      first: 'Erste Einschätzung',
    },
    notEnough: 'Zu wenig Anhaltspunkte',
    none: 'Vor dieser Stufe war nichts.',
    earlier: (count) =>
      count === 1
        ? 'Ein früherer Schritt ist nicht gezeigt.'
        : `${count} frühere Schritte sind nicht gezeigt.`,
    epochs: 'Frühere Beziehungen',
    epoch: (number) => `Beziehung ${number}`,
    lasted: (from, to) => (to === null ? `seit ${from}` : `${from} bis ${to}`),
  },
  curve: {
    title: (days) => `Chance, binnen ${days} Tagen vom Kontakt zu hören`,
    past: 'Bis heute',
    ahead: (stage) => `${stage}, wenn der Kontakt still bleibt`,
    beyond: (stage) => `danach ${stage}`,
    day: 'Tag',
    percent: 'Prozent',
  },
};
