import type { Language } from '../stage/reason.ts';
import type { Sector } from '../stage/stage-settings.ts';

/**
 * The four sectors of the matrix: who falls in each, the relationship it asks for, what to do, and how it gets disrupted.
 * The two unidentified rows follow the founding text [V Q1]; the two identified rows are our completion from ordinary
 * industry practice [D], and the disruption lines marked so likewise.
 */
export type SectorText = {
  readonly name: string;
  readonly who: string;
  readonly model: string;
  readonly recommend: string;
  /** The path out of the sector, one step a line. */
  readonly disruption: readonly string[];
};

/** How well a sector's row is founded. */
export const sectorMarks: Readonly<Record<KnownSector, 'V' | 'D'>> = {
  indirect_unidentified: 'V',
  direct_unidentified: 'V',
  direct_identified: 'D',
  indirect_identified: 'D',
};

export type KnownSector = Exclude<Sector, 'undetermined'>;

export const sectors: readonly KnownSector[] = [
  'direct_identified',
  'direct_unidentified',
  'indirect_identified',
  'indirect_unidentified',
];

const english: Readonly<Record<KnownSector, SectorText>> = {
  indirect_unidentified: {
    name: 'Indirect, unidentified',
    who: 'Makers of consumer goods and importers without outlets of their own',
    model: 'Engagement: experience and content',
    recommend: 'Offer content, community and product registration; never pretend to know what they bought.',
    disruption: [
      'No dramatic move is in sight; small web shops take minor categories.',
      'Receipt promotions and codes on the pack learn who buys.',
      'A subscription straight from the maker makes buyers direct and known.',
    ],
  },
  direct_unidentified: {
    name: 'Direct, unidentified',
    who: 'Shops and chains where one can pay cash',
    model: 'Loyalty: a club gives something in return for a name',
    recommend: 'Ask who they are and say what they get for it; watch the share of identified sales.',
    disruption: [
      'Joining gets cheaper and the reward bigger, so more buyers give their name.',
      'Electronic receipts and payment by app identify buyers without a club.',
    ],
  },
  direct_identified: {
    name: 'Direct, identified',
    who: 'Banks, telecoms, utilities, web shops, software services and most services for businesses',
    model: 'Service and continuous value: personal service and care over the whole life',
    recommend:
      'Keep the service level, care before being asked, use contract moments, and be fair with their data.',
    disruption: [
      'Open interfaces and portable numbers make leaving easy.',
      'Aggregators slip in between: the relationship becomes indirect.',
      'Tracking ends and guests check out without an account: buyers become unidentified.',
    ],
  },
  indirect_identified: {
    name: 'Indirect, identified',
    who: 'Insurers with brokers, airlines with agencies, car makers with dealers, makers and software houses with resellers',
    model: 'Shared stewardship: relate together with the intermediary',
    recommend: 'Act through or with the intermediary: owner programme, joint service, leads handed back.',
    disruption: [
      'A direct channel of the maker (app, direct booking, own shop) competes with its partners.',
      'The intermediary keeps the identity to itself: buyers become unidentified.',
    ],
  },
};

const german: Readonly<Record<KnownSector, SectorText>> = {
  indirect_unidentified: {
    name: 'Indirekt, nicht identifiziert',
    who: 'Hersteller von Konsumgütern und Importeure ohne eigene Läden',
    model: 'Beteiligung: Erlebnis und Inhalte',
    recommend: 'Inhalte, Gemeinschaft und Produktregistrierung bieten; nie so tun, als kenne man die Käufe.',
    disruption: [
      'Kein dramatischer Umbruch in Sicht; kleine Webshops übernehmen Nebensortimente.',
      'Belegaktionen und Codes auf der Packung zeigen, wer kauft.',
      'Ein Abo direkt vom Hersteller macht Käufer direkt und bekannt.',
    ],
  },
  direct_unidentified: {
    name: 'Direkt, nicht identifiziert',
    who: 'Läden und Ketten, in denen man bar zahlen kann',
    model: 'Treue: Ein Klub gibt etwas dafür, dass man sich nennt',
    recommend:
      'Fragen, wer sie sind, und sagen, was sie davon haben; den Anteil identifizierter Verkäufe verfolgen.',
    disruption: [
      'Beitreten wird leichter und der Lohn größer, also nennen sich mehr Käufer.',
      'Elektronische Belege und Zahlung per App identifizieren ohne Klub.',
    ],
  },
  direct_identified: {
    name: 'Direkt, identifiziert',
    who: 'Banken, Telekommunikation, Versorger, Webshops, Softwaredienste und die meisten Dienste für Unternehmen',
    model: 'Service und laufender Nutzen: persönlicher Service und Betreuung über die ganze Dauer',
    recommend: 'Service halten, vorausschauend betreuen, Vertragsmomente nutzen und fair mit Daten umgehen.',
    disruption: [
      'Offene Schnittstellen und mitnehmbare Nummern machen das Gehen leicht.',
      'Vermittler schieben sich dazwischen: Die Beziehung wird indirekt.',
      'Tracking endet, Gäste kaufen ohne Konto: Käufer werden unbekannt.',
    ],
  },
  indirect_identified: {
    name: 'Indirekt, identifiziert',
    who: 'Versicherer mit Maklern, Fluglinien mit Agenturen, Autohersteller mit Händlern, Hersteller und Softwarehäuser mit Wiederverkäufern',
    model: 'Geteilte Verantwortung: die Beziehung gemeinsam mit dem Vermittler pflegen',
    recommend:
      'Durch oder mit dem Vermittler handeln: Besitzerprogramm, gemeinsamer Service, Leads zurückgeben.',
    disruption: [
      'Ein direkter Weg des Herstellers (App, Direktbuchung, eigener Shop) tritt gegen Partner an.',
      'Der Vermittler behält die Identität für sich: Käufer werden unbekannt.',
    ],
  },
};

export const sectorTexts: Readonly<Record<Language, Readonly<Record<KnownSector, SectorText>>>> = {
  en: english,
  de: german,
};
