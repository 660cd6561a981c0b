import type { Evidence } from '../assessment.ts';
import type { SignalKind } from '../signal/signal.ts';
import type { Language } from './reason.ts';

/** What each kind of evidence is called: by the customer or both, and by us where that is another act. */
type Words = { readonly them: string; readonly us?: string };

type EvidenceTexts = {
  readonly signals: Readonly<Record<SignalKind, Words>>;
  readonly silence: (lastTouch: string) => string;
  readonly owed: (since: string) => string;
  readonly model: string;
  readonly raises: string;
  readonly lowers: string;
};

const english: EvidenceTexts = {
  signals: {
    message: { them: 'They wrote to us', us: 'We wrote to them' },
    call: { them: 'We talked on the phone', us: 'We called in vain' },
    booking: { them: 'They booked a meeting', us: 'We proposed a meeting' },
    meeting: { them: 'We met' },
    meeting_planned: { them: 'A meeting is agreed' },
    no_show: { them: 'They did not come to a meeting' },
    decline: { them: 'They declined a meeting' },
    meeting_cancelled: { them: 'They cancelled a meeting', us: 'We cancelled a meeting' },
    form: { them: 'They filled in a form' },
    ticket: { them: 'They asked for support' },
    complaint: { them: 'They complained' },
    order: { them: 'They ordered' },
    refund: { them: 'They were refunded' },
    survey: { them: 'They answered a survey' },
    referral: { them: 'They referred somebody to us' },
    review: { them: 'They reviewed us in public' },
    opt_in: { them: 'They subscribed' },
    opt_out: { them: 'They opted out' },
    deal_opened: { them: 'A deal was opened' },
    deal_qualified: { them: 'The deal passed qualification' },
    deal_changed: { them: 'The deal moved' },
    deal_won: { them: 'The deal was won' },
    deal_lost: { them: 'The deal was lost' },
    quote_sent: { them: 'A quote was sent' },
    renewal: { them: 'They renewed' },
    competitor: { them: 'They named a competitor' },
    price_objection: { them: 'They objected to the price' },
    downgrade: { them: 'They downgraded' },
    term: { them: 'A paid contract runs' },
    loyalty: { them: 'They joined the loyalty programme' },
    became_customer: { them: 'The CRM says they became a customer' },
    registered: { them: 'They registered what they own of us' },
    page_view: { them: 'They looked at our pages' },
    click: { them: 'They clicked in a mail' },
    ad: { them: 'They came by an ad' },
    referred: { them: 'Somebody referred them to us' },
    cancellation: { them: 'They cancelled' },
    stop_request: { them: 'They asked us to stop' },
    account_closed: { them: 'The account was closed' },
    project_completed: { them: 'The project was completed' },
    bounce: { them: 'A mail came back' },
    automation: { them: 'An automation ran' },
    imported: { them: 'Imported' },
  },
  silence: (lastTouch) => `Nothing from them since ${lastTouch}`,
  owed: (since) => `We owe an answer since ${since}`,
  model: 'Everything else',
  raises: 'raises the chance of hearing from them',
  lowers: 'lowers the chance of hearing from them',
};

const german: EvidenceTexts = {
  signals: {
    message: { them: 'Sie haben uns geschrieben', us: 'Wir haben ihnen geschrieben' },
    call: { them: 'Wir haben telefoniert', us: 'Wir haben vergeblich angerufen' },
    booking: { them: 'Sie haben einen Termin gebucht', us: 'Wir haben einen Termin vorgeschlagen' },
    meeting: { them: 'Wir haben uns getroffen' },
    meeting_planned: { them: 'Ein Termin ist vereinbart' },
    no_show: { them: 'Sie sind nicht zum Termin gekommen' },
    decline: { them: 'Sie haben einen Termin abgelehnt' },
    meeting_cancelled: { them: 'Sie haben einen Termin abgesagt', us: 'Wir haben einen Termin abgesagt' },
    form: { them: 'Sie haben ein Formular ausgefüllt' },
    ticket: { them: 'Sie haben um Hilfe gebeten' },
    complaint: { them: 'Sie haben sich beschwert' },
    order: { them: 'Sie haben bestellt' },
    refund: { them: 'Ihnen wurde erstattet' },
    survey: { them: 'Sie haben eine Umfrage beantwortet' },
    referral: { them: 'Sie haben uns empfohlen' },
    review: { them: 'Sie haben uns öffentlich bewertet' },
    opt_in: { them: 'Sie haben sich angemeldet' },
    opt_out: { them: 'Sie haben etwas abbestellt' },
    deal_opened: { them: 'Ein Deal wurde eröffnet' },
    deal_qualified: { them: 'Der Deal wurde qualifiziert' },
    deal_changed: { them: 'Der Deal hat sich bewegt' },
    deal_won: { them: 'Der Deal wurde gewonnen' },
    deal_lost: { them: 'Der Deal ging verloren' },
    quote_sent: { them: 'Ein Angebot wurde gesendet' },
    renewal: { them: 'Sie haben verlängert' },
    competitor: { them: 'Sie haben einen Wettbewerber genannt' },
    price_objection: { them: 'Sie haben den Preis bemängelt' },
    downgrade: { them: 'Sie haben verkleinert' },
    term: { them: 'Ein bezahlter Vertrag läuft' },
    loyalty: { them: 'Sie sind dem Treueprogramm beigetreten' },
    became_customer: { them: 'Das CRM führt sie als Kunden' },
    registered: { them: 'Sie haben registriert, was sie von uns besitzen' },
    page_view: { them: 'Sie haben unsere Seiten angesehen' },
    click: { them: 'Sie haben in einer Mail geklickt' },
    ad: { them: 'Sie kamen über eine Anzeige' },
    referred: { them: 'Jemand hat sie empfohlen' },
    cancellation: { them: 'Sie haben gekündigt' },
    stop_request: { them: 'Sie haben uns gebeten aufzuhören' },
    account_closed: { them: 'Das Konto wurde geschlossen' },
    project_completed: { them: 'Das Projekt wurde abgeschlossen' },
    bounce: { them: 'Eine Mail kam zurück' },
    automation: { them: 'Eine Automation lief' },
    imported: { them: 'Importiert' },
  },
  silence: (lastTouch) => `Seit ${lastTouch} kam nichts von ihnen`,
  owed: (since) => `Wir schulden seit ${since} eine Antwort`,
  model: 'Alles Übrige',
  raises: 'erhöht die Chance, von ihnen zu hören',
  lowers: 'senkt die Chance, von ihnen zu hören',
};

const texts: Readonly<Record<Language, EvidenceTexts>> = { en: english, de: german };

/** One item of evidence in words. */
export function evidenceSentence(item: Evidence, language: Language, date: (at: number) => string): string {
  const said = texts[language];
  const on = item.at === null ? '' : date(item.at);
  if (item.kind === 'silence') return said.silence(on);
  if (item.kind === 'we_owe_an_answer') return said.owed(on);
  if (item.kind === 'model') return said.model;
  const words = said.signals[item.kind];
  return item.by === 'us' ? (words.us ?? words.them) : words.them;
}

/** What all that is not listed does to the chance of a touch; null when next to nothing. */
export function everythingElseSentence(logOdds: number, language: Language): string | null {
  if (Math.abs(logOdds) < 0.05) return null;
  return logOdds > 0 ? texts[language].raises : texts[language].lowers;
}

/** Said where no source of purchases is mapped: then no stage may rest on a purchase that did not happen. */
export const purchasesNotVisible: Readonly<Record<Language, string>> = {
  en: 'Purchases are not visible to Rapport here',
  de: 'Käufe sind für Rapport hier nicht sichtbar',
};
