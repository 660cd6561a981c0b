import type { SignalKind } from '../signal/signal.ts';
import type { ReasonTexts, Words } from './reason-texts.ts';

/** The sentences of all reasons in German. */
const words: Words = {
  reached: {
    outreach: 'Wir haben uns gemeldet',
    page_view: 'Sie haben unsere Seiten angesehen',
    click: 'Sie haben in einer unserer Mails geklickt',
    ad: 'Eine Anzeige von uns hat sie erreicht',
    referred: 'Jemand hat sie uns empfohlen',
  },
  negotiating: {
    open_deal: 'ein qualifizierter Deal ist offen',
    open_quote: 'ein Angebot ist offen',
    meetings: 'sie haben uns mehrfach getroffen',
  },
  exchange: {
    order: 'Sie haben bestellt',
    won_deal: 'Sie haben einen Deal abgeschlossen',
    term: 'Ein bezahlter Vertrag hat begonnen',
    lifecycle: 'Das CRM führt sie als Kunden',
    registered: 'Sie haben registriert, was sie von uns besitzen',
    engagement: 'Sie machen immer wieder mit',
  },
  bonding: {
    promoter: 'sie würden uns empfehlen',
    referral: 'sie haben uns empfohlen',
    review: 'sie haben uns öffentlich bewertet',
    renewal: 'sie haben verlängert',
    term: 'sie haben sich für ein Jahr oder länger gebunden',
    loyalty: 'sie sind im Treueprogramm',
    third_cycle: 'sie kommen seit einem halben Jahr wieder',
  },
  trouble: {
    complaint: 'eine Beschwerde',
    bad_nps: 'eine niedrige Weiterempfehlung',
    bad_csat: 'eine niedrige Zufriedenheit',
    refund: 'eine Erstattung',
    downgrade: 'ein kleinerer Tarif',
    competitor: 'ein genannter Wettbewerber',
    price_objection: 'ein Einwand zum Preis',
  },
  narrowing: {
    partial_opt_out: 'sie haben einen Kanal abbestellt',
    trouble: 'es gibt frischen Ärger',
    slower_replies: 'sie antworten halb so schnell',
  },
  narrowed: {
    breadth: 'Sie nutzen halb so viele Wege zu uns wie zuvor',
    depth: 'Sie melden sich halb so oft wie zuvor',
  },
};

/** What a first touch was. */
const firstWords: Partial<Record<SignalKind, string>> & { readonly other: string } = {
  message: 'Sie haben uns geschrieben',
  call: 'Sie haben mit uns telefoniert',
  meeting: 'Sie haben uns getroffen',
  booking: 'Sie haben einen Termin gebucht',
  form: 'Sie haben ein Formular ausgefüllt',
  ticket: 'Sie kamen mit einer Frage zu uns',
  opt_in: 'Sie haben sich angemeldet',
  other: 'Sie haben reagiert',
};

const ending = (until: string | null) => (until === null ? '' : ` bis ${until}`);

export const germanReasons: ReasonTexts = {
  cause: {
    objection: () => 'Diese Person hat widersprochen: Es wird nichts eingeschätzt.',
    nothing_yet: () => 'Noch hat diesen Kontakt nichts erreicht, und nichts kam zurück.',
    internal_address: () => 'Diese Adresse gehört zu unserem eigenen Unternehmen.',
    role_mailbox: () => 'Das ist ein gemeinsames Postfach, keine Person.',
    reached: (cause, date) => `${words.reached[cause.how]} (${date(cause.at)}); noch kam nichts zurück.`,
    first_words: (cause, date) =>
      `${firstWords[cause.kind] ?? firstWords.other} (${date(cause.at)}); vereinbart ist noch nichts.`,
    negotiation_over: (cause, date) =>
      `Der Deal ging am ${date(cause.at)} verloren; die Bekanntschaft bleibt.`,
    negotiating: (cause, date) =>
      `Wir handeln Bedingungen aus: ${words.negotiating[cause.how]} (seit ${date(cause.at)}).`,
    customer: (cause, date) => `${words.exchange[cause.by]} (${date(cause.at)}): Der Austausch läuft.`,
    recovery_unproven: (cause, date) =>
      cause.settled
        ? `Am ${date(cause.at)} gab es ${words.trouble[cause.trouble]}; geklärt, aber noch nicht erwiesen überwunden.`
        : `Seit ${date(cause.at)} gibt es ${words.trouble[cause.trouble]}; sonst läuft der Austausch.`,
    bonded: (cause, date) =>
      `Sie haben ${cause.cycles}-mal gekauft, und ${words.bonding[cause.sign]} (${date(cause.at)}).`,
    differs: (cause, date) =>
      `Sie grenzen sich ab: ${cause.troubles.map((kind) => words.trouble[kind]).join(' und ')}, zuletzt am ${date(cause.at)}.`,
    differs_and_orders_slower: (cause, date) =>
      `Seit ${date(cause.at)} gibt es ${words.trouble[cause.trouble]}, und sie bestellen seltener als früher.`,
    narrowed: (cause, date) =>
      `${words.narrowed[cause.what]} (${date(cause.at)}), und ${words.narrowing[cause.and]}.`,
    quiet: (cause, date) =>
      `Seit ${date(cause.lastTouchAt)} kam nichts von ihnen, länger als für sie üblich.`,
    we_owe_an_answer: (cause, date) =>
      `Wir schulden ihnen seit ${date(cause.since)} eine Antwort; der Stillstand liegt an uns.`,
    renewal_quiet: (cause, date) =>
      `Der Vertrag endet am ${date(cause.termEndsAt)}, und seit ${date(cause.lastTouchAt)} kam nichts von ihnen.`,
    deal_stale: (cause, date) =>
      `Der offene Deal steht seit ${date(cause.changedAt)}, und seit ${date(cause.lastTouchAt)} kam nichts von ihnen.`,
    withdrew: (cause, date) =>
      `Sie haben ${cause.count} Termine oder Kanäle abgesagt oder versäumt, zuletzt am ${date(cause.at)}.`,
    opted_out: (cause, date) => `Sie haben am ${date(cause.at)} alles abbestellt.`,
    unanswered: (cause, date) =>
      `${cause.count} persönliche Nachrichten seit ${date(cause.firstAt)} blieben ohne Antwort.`,
    faded: (cause, date) =>
      `Seit ${date(cause.lastTouchAt)} kam nichts mehr von ihnen: Es ist eingeschlafen.`,
    faded_owing: (cause, date) =>
      `Ihre Frage vom ${date(cause.since)} haben wir nie beantwortet; es ist eingeschlafen.`,
    cancelled: (cause, date) =>
      `Sie haben am ${date(cause.at)} gekündigt, wirksam zum ${date(cause.effectiveAt)}.`,
    asked_to_stop: (cause, date) => `Sie haben uns am ${date(cause.at)} gebeten aufzuhören.`,
    do_not_contact: (cause, date) =>
      `Der Deal wurde am ${date(cause.at)} geschlossen, mit dem Wunsch nach keinem weiteren Kontakt.`,
    account_closed: (cause, date) => `Ihr Konto wurde am ${date(cause.at)} geschlossen.`,
    project_completed: (cause, date) => `Das Projekt wurde am ${date(cause.at)} abgeschlossen.`,
    set_by_hand: (cause, date) =>
      `Ein Mensch hat diese Stufe am ${date(cause.at)} gesetzt; sie gilt bis ${date(cause.until)}.`,
  },
  held: {
    none: () => '',
    term: (until) => `Der laufende Vertrag deckt ihr Schweigen${ending(until)}.`,
    rhythm: (until) => `Ihr eigener Rhythmus deckt das Schweigen${ending(until)}.`,
    season: (until) => `Sie kaufen einmal je Saison; Schweigen bedeutet nichts${ending(until)}.`,
    meeting: (until) => `Ein Termin ist vereinbart; Schweigen bedeutet nichts${ending(until)}.`,
    date: (until) => `Sie haben um Zeit gebeten${ending(until)}.`,
    colleague: (until) => `Jemand anders von dort spricht noch mit uns; das hält es${ending(until)}.`,
    override: (until) => `Ein Mensch hat diese Stufe gesetzt${ending(until)}.`,
  },
};
