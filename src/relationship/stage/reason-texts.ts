import type { SignalKind } from '../signal/signal.ts';
import type {
  BondingSign,
  Cause,
  ExchangeSource,
  Language,
  NarrowingSign,
  NegotiatingHow,
  ReachedHow,
  TroubleKind,
} from './reason.ts';
import type { HeldBy } from './stages.ts';

/** The sentences of all reasons: one catalogue, one line for every line of the decision table, cover, hold and ending. */

type SayDate = (at: number) => string;

type ReasonTexts = {
  cause(cause: Cause, date: SayDate): string;
  held(by: HeldBy, until: string | null): string;
};

type Words = {
  readonly reached: Readonly<Record<ReachedHow, string>>;
  readonly negotiating: Readonly<Record<NegotiatingHow, string>>;
  readonly exchange: Readonly<Record<ExchangeSource, string>>;
  readonly bonding: Readonly<Record<BondingSign, string>>;
  readonly trouble: Readonly<Record<TroubleKind, string>>;
  readonly narrowing: Readonly<Record<NarrowingSign, string>>;
  readonly narrowed: Readonly<Record<'breadth' | 'depth', string>>;
};

const english: Words = {
  reached: {
    outreach: 'We reached out',
    page_view: 'They looked at our pages',
    click: 'They clicked in a mail of ours',
    ad: 'An ad of ours reached them',
    referred: 'Somebody referred them to us',
  },
  negotiating: {
    open_deal: 'a deal past qualification is open',
    open_quote: 'a quote is open',
    meetings: 'they met us repeatedly',
  },
  exchange: {
    order: 'They ordered',
    won_deal: 'They signed a deal',
    term: 'A paid contract began',
    lifecycle: 'The CRM says they are a customer',
    registered: 'They registered what they own of us',
    engagement: 'They keep taking part',
  },
  bonding: {
    promoter: 'they would recommend us',
    referral: 'they referred somebody to us',
    review: 'they reviewed us in public',
    renewal: 'they renewed',
    term: 'they signed for a year or longer',
    loyalty: 'they joined the loyalty programme',
    third_cycle: 'they have come back over half a year',
  },
  trouble: {
    complaint: 'a complaint',
    bad_nps: 'a low recommendation score',
    bad_csat: 'a low satisfaction score',
    refund: 'a refund',
    downgrade: 'a downgrade',
    competitor: 'a competitor named',
    price_objection: 'a price objection',
  },
  narrowing: {
    partial_opt_out: 'they opted out of a channel',
    trouble: 'trouble is fresh',
    slower_replies: 'their replies take twice as long',
  },
  narrowed: {
    breadth: 'They use half as many ways to reach us as before',
    depth: 'They are in touch half as often as before',
  },
};

const german: Words = {
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

/** What a first touch was, for people. */
const firstWords: Readonly<
  Record<Language, Partial<Record<SignalKind, string>> & { readonly other: string }>
> = {
  en: {
    message: 'They wrote to us',
    call: 'They talked to us on the phone',
    meeting: 'They met us',
    booking: 'They booked a meeting',
    form: 'They filled in a form',
    ticket: 'They came to us with a question',
    opt_in: 'They subscribed',
    other: 'They reacted',
  },
  de: {
    message: 'Sie haben uns geschrieben',
    call: 'Sie haben mit uns telefoniert',
    meeting: 'Sie haben uns getroffen',
    booking: 'Sie haben einen Termin gebucht',
    form: 'Sie haben ein Formular ausgefüllt',
    ticket: 'Sie kamen mit einer Frage zu uns',
    opt_in: 'Sie haben sich angemeldet',
    other: 'Sie haben reagiert',
  },
};

function inEnglish(cause: Cause, date: SayDate): string {
  switch (cause.code) {
    case 'objection':
      return 'This person objected: nothing is assessed.';
    case 'nothing_yet':
      return 'Nothing has reached this contact and nothing came back.';
    case 'internal_address':
      return 'This address belongs to our own company.';
    case 'role_mailbox':
      return 'This is a shared mailbox, not a person.';
    case 'reached':
      return `${english.reached[cause.how]} (${date(cause.at)}); nothing came back yet.`;
    case 'first_words':
      return `${firstWords.en[cause.kind] ?? firstWords.en.other} on ${date(cause.at)}; nothing is agreed yet.`;
    case 'negotiation_over':
      return `The deal was lost on ${date(cause.at)}; the acquaintance remains.`;
    case 'negotiating':
      return `We are agreeing terms: ${english.negotiating[cause.how]} since ${date(cause.at)}.`;
    case 'customer':
      return `${english.exchange[cause.by]} on ${date(cause.at)}: the exchange runs.`;
    case 'recovery_unproven':
      return cause.settled
        ? `There was ${english.trouble[cause.trouble]} on ${date(cause.at)}; it is settled, but recovery is not proven yet.`
        : `There is ${english.trouble[cause.trouble]} since ${date(cause.at)}; otherwise the exchange runs.`;
    case 'bonded':
      return `They bought ${cause.cycles} times, and ${english.bonding[cause.sign]} (${date(cause.at)}).`;
    case 'differs':
      return `They set themselves apart: ${cause.troubles.map((kind) => english.trouble[kind]).join(' and ')}, last on ${date(cause.at)}.`;
    case 'differs_and_orders_slower':
      return `There is ${english.trouble[cause.trouble]} since ${date(cause.at)}, and they order less often than they used to.`;
    case 'narrowed':
      return `${english.narrowed[cause.what]} (${date(cause.at)}), and ${english.narrowing[cause.and]}.`;
    case 'quiet':
      return `Nothing from them since ${date(cause.lastTouchAt)}, longer than is usual for them.`;
    case 'we_owe_an_answer':
      return `We owe them an answer since ${date(cause.since)}; it stands still because of us.`;
    case 'renewal_quiet':
      return `The contract ends on ${date(cause.termEndsAt)} and nothing came from them since ${date(cause.lastTouchAt)}.`;
    case 'deal_stale':
      return `The open deal has not moved since ${date(cause.changedAt)}, and nothing came from them since ${date(cause.lastTouchAt)}.`;
    case 'withdrew':
      return `They called off or missed ${cause.count} appointments or channels, last on ${date(cause.at)}.`;
    case 'opted_out':
      return `They opted out of everything on ${date(cause.at)}.`;
    case 'unanswered':
      return `${cause.count} personal messages since ${date(cause.firstAt)} stayed unanswered.`;
    case 'faded':
      return `Nothing from them since ${date(cause.lastTouchAt)}: it has faded away.`;
    case 'faded_owing':
      return `We never answered what they asked on ${date(cause.since)}, and it has faded away.`;
    case 'cancelled':
      return `They cancelled on ${date(cause.at)}, effective ${date(cause.effectiveAt)}.`;
    case 'asked_to_stop':
      return `They asked us to stop on ${date(cause.at)}.`;
    case 'do_not_contact':
      return `The deal was closed on ${date(cause.at)} with the wish not to be contacted.`;
    case 'account_closed':
      return `Their account was closed on ${date(cause.at)}.`;
    case 'project_completed':
      return `The project was completed on ${date(cause.at)}.`;
  }
}

function inGerman(cause: Cause, date: SayDate): string {
  switch (cause.code) {
    case 'objection':
      return 'Diese Person hat widersprochen: Es wird nichts eingeschätzt.';
    case 'nothing_yet':
      return 'Noch hat diesen Kontakt nichts erreicht, und nichts kam zurück.';
    case 'internal_address':
      return 'Diese Adresse gehört zu unserem eigenen Unternehmen.';
    case 'role_mailbox':
      return 'Das ist ein gemeinsames Postfach, keine Person.';
    case 'reached':
      return `${german.reached[cause.how]} (${date(cause.at)}); noch kam nichts zurück.`;
    case 'first_words':
      return `${firstWords.de[cause.kind] ?? firstWords.de.other} (${date(cause.at)}); vereinbart ist noch nichts.`;
    case 'negotiation_over':
      return `Der Deal ging am ${date(cause.at)} verloren; die Bekanntschaft bleibt.`;
    case 'negotiating':
      return `Wir handeln Bedingungen aus: ${german.negotiating[cause.how]} (seit ${date(cause.at)}).`;
    case 'customer':
      return `${german.exchange[cause.by]} (${date(cause.at)}): Der Austausch läuft.`;
    case 'recovery_unproven':
      return cause.settled
        ? `Am ${date(cause.at)} gab es ${german.trouble[cause.trouble]}; geklärt, aber noch nicht erwiesen überwunden.`
        : `Seit ${date(cause.at)} gibt es ${german.trouble[cause.trouble]}; sonst läuft der Austausch.`;
    case 'bonded':
      return `Sie haben ${cause.cycles}-mal gekauft, und ${german.bonding[cause.sign]} (${date(cause.at)}).`;
    case 'differs':
      return `Sie grenzen sich ab: ${cause.troubles.map((kind) => german.trouble[kind]).join(' und ')}, zuletzt am ${date(cause.at)}.`;
    case 'differs_and_orders_slower':
      return `Seit ${date(cause.at)} gibt es ${german.trouble[cause.trouble]}, und sie bestellen seltener als früher.`;
    case 'narrowed':
      return `${german.narrowed[cause.what]} (${date(cause.at)}), und ${german.narrowing[cause.and]}.`;
    case 'quiet':
      return `Seit ${date(cause.lastTouchAt)} kam nichts von ihnen, länger als für sie üblich.`;
    case 'we_owe_an_answer':
      return `Wir schulden ihnen seit ${date(cause.since)} eine Antwort; der Stillstand liegt an uns.`;
    case 'renewal_quiet':
      return `Der Vertrag endet am ${date(cause.termEndsAt)}, und seit ${date(cause.lastTouchAt)} kam nichts von ihnen.`;
    case 'deal_stale':
      return `Der offene Deal steht seit ${date(cause.changedAt)}, und seit ${date(cause.lastTouchAt)} kam nichts von ihnen.`;
    case 'withdrew':
      return `Sie haben ${cause.count} Termine oder Kanäle abgesagt oder versäumt, zuletzt am ${date(cause.at)}.`;
    case 'opted_out':
      return `Sie haben am ${date(cause.at)} alles abbestellt.`;
    case 'unanswered':
      return `${cause.count} persönliche Nachrichten seit ${date(cause.firstAt)} blieben ohne Antwort.`;
    case 'faded':
      return `Seit ${date(cause.lastTouchAt)} kam nichts mehr von ihnen: Es ist eingeschlafen.`;
    case 'faded_owing':
      return `Ihre Frage vom ${date(cause.since)} haben wir nie beantwortet; es ist eingeschlafen.`;
    case 'cancelled':
      return `Sie haben am ${date(cause.at)} gekündigt, wirksam zum ${date(cause.effectiveAt)}.`;
    case 'asked_to_stop':
      return `Sie haben uns am ${date(cause.at)} gebeten aufzuhören.`;
    case 'do_not_contact':
      return `Der Deal wurde am ${date(cause.at)} geschlossen, mit dem Wunsch nach keinem weiteren Kontakt.`;
    case 'account_closed':
      return `Ihr Konto wurde am ${date(cause.at)} geschlossen.`;
    case 'project_completed':
      return `Das Projekt wurde am ${date(cause.at)} abgeschlossen.`;
  }
}

function heldInEnglish(by: HeldBy, until: string | null): string {
  const end = until === null ? '' : ` until ${until}`;
  const protects: Readonly<Record<HeldBy, string>> = {
    none: '',
    term: `The running contract covers their silence${end}.`,
    rhythm: `Their own rhythm covers the silence${end}.`,
    season: `They buy once a season; silence means nothing${end}.`,
    meeting: `A meeting is agreed; silence means nothing${end}.`,
    date: `They asked for time${end}.`,
    colleague: `A colleague of theirs is still talking to us, which holds it${end}.`,
    override: `A person set this stage${end}.`,
  };
  return protects[by];
}

function heldInGerman(by: HeldBy, until: string | null): string {
  const end = until === null ? '' : ` bis ${until}`;
  const protects: Readonly<Record<HeldBy, string>> = {
    none: '',
    term: `Der laufende Vertrag deckt ihr Schweigen${end}.`,
    rhythm: `Ihr eigener Rhythmus deckt das Schweigen${end}.`,
    season: `Sie kaufen einmal je Saison; Schweigen bedeutet nichts${end}.`,
    meeting: `Ein Termin ist vereinbart; Schweigen bedeutet nichts${end}.`,
    date: `Sie haben um Zeit gebeten${end}.`,
    colleague: `Jemand anders von dort spricht noch mit uns; das hält es${end}.`,
    override: `Ein Mensch hat diese Stufe gesetzt${end}.`,
  };
  return protects[by];
}

export const reasonTexts: Readonly<Record<Language, ReasonTexts>> = {
  en: { cause: inEnglish, held: heldInEnglish },
  de: { cause: inGerman, held: heldInGerman },
};
