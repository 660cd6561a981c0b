import type { SignalKind } from '../signal/signal.ts';
import type { Purpose } from './action.ts';

/**
 * Where a piece of knowledge about a contact comes from. Every property and every signal has exactly one class, and the
 * class says what may be done with it: acceptability is predicted by whether something was obtained here or elsewhere,
 * and stated or inferred [V]. Which source gives which class is our convention [D]; an admin can override it.
 */
export const provenanceClasses = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'] as const;

export type ProvenanceClass = (typeof provenanceClasses)[number];

/** The source of a property's last change, in our words; the adapter of the CRM translates its own. */
export const sources = [
  'form',
  'survey',
  'crm_ui',
  'commerce',
  'tracking',
  'open_tracking',
  'import',
  'integration',
  'enrichment',
  'calculated',
  'api',
  'unknown',
] as const;

export type Source = (typeof sources)[number];

export type ClassRule = {
  readonly name: string;
  /** May it be used to decide something? */
  readonly decide: 'yes' | 'with_consent' | 'ask_first' | 'internal' | 'no';
  /** May it be said to the contact? */
  readonly mention: 'freely' | 'generically' | 'with_notice' | 'naming_the_source' | 'never';
};

/** The table of classes. */
export const classRules: Readonly<Record<ProvenanceClass, ClassRule>> = {
  P1: { name: 'volunteered', decide: 'yes', mention: 'freely' },
  P2: { name: 'transacted', decide: 'yes', mention: 'freely' },
  P3: { name: 'observed, overt', decide: 'with_consent', mention: 'generically' },
  P4: { name: 'observed, covert', decide: 'ask_first', mention: 'never' },
  P5: { name: 'inferred', decide: 'internal', mention: 'with_notice' },
  P6: { name: 'third-party', decide: 'ask_first', mention: 'naming_the_source' },
  P7: { name: 'sensitive', decide: 'no', mention: 'never' },
};

/** The class each source gives [D]. What a rep types is what the contact said: only people know, so an admin can override. */
export const classBySource: Readonly<Record<Source, ProvenanceClass>> = {
  form: 'P1',
  survey: 'P1',
  crm_ui: 'P1',
  commerce: 'P2',
  tracking: 'P3',
  open_tracking: 'P4',
  import: 'P6',
  integration: 'P6',
  enrichment: 'P6',
  calculated: 'P5',
  api: 'P6',
  unknown: 'P6',
};

/** What the schema and the history of a property say about it; never its value. */
export type PropertyMetadata = {
  readonly name: string;
  readonly source: Source;
  /** The CRM's schema marks it as sensitive. */
  readonly sensitive: boolean;
};

/** Choices of the portal's admin. */
export type ProvenanceSettings = {
  /** Class by property name. It can make a property stricter or laxer, but never undoes a sensitive mark. */
  readonly overrides: Readonly<Record<string, ProvenanceClass>>;
  /** Beginnings of words in a property's name that say it is sensitive. */
  readonly sensitiveWords: readonly string[];
  /** What properties and signals of a class were collected for, where nobody wrote it down. */
  readonly purposesByClass: Readonly<Record<ProvenanceClass, readonly Purpose[]>>;
};

/** Why a property has its class: the register says it. */
export type ClassifiedBy = 'sensitive_mark' | 'override' | 'sensitive_word' | 'source' | 'unknown_source';

export type Classified = { readonly class: ProvenanceClass; readonly by: ClassifiedBy };

/** The class of one property. A sensitive mark stands above everything; unknown is third-party. */
export function classify(property: PropertyMetadata, settings: ProvenanceSettings): Classified {
  if (property.sensitive) return { class: 'P7', by: 'sensitive_mark' };
  const override = Object.hasOwn(settings.overrides, property.name)
    ? settings.overrides[property.name]
    : undefined;
  if (override !== undefined) return { class: override, by: 'override' };
  if (soundsSensitive(property.name, settings.sensitiveWords)) return { class: 'P7', by: 'sensitive_word' };
  if (property.source === 'unknown' || !Object.hasOwn(classBySource, property.source)) {
    return { class: 'P6', by: 'unknown_source' };
  }
  return { class: classBySource[property.source], by: 'source' };
}

/** A word of the name begins with one of the stems: `health_notes` and `HealthNotes` do, `wealthy` does not. */
function soundsSensitive(name: string, stems: readonly string[]): boolean {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return stems.some((stem) => stem !== '' && words.some((word) => word.startsWith(stem)));
}

/**
 * The class of each kind of signal. Visits, clicks and ads are overt only with consent to tracking: see
 * `classOfSignal`.
 */
const classByKind: Readonly<Record<SignalKind, ProvenanceClass>> = {
  message: 'P1',
  call: 'P1',
  booking: 'P2',
  meeting: 'P2',
  meeting_planned: 'P2',
  no_show: 'P2',
  decline: 'P2',
  meeting_cancelled: 'P2',
  form: 'P1',
  ticket: 'P2',
  complaint: 'P2',
  order: 'P2',
  refund: 'P2',
  survey: 'P1',
  referral: 'P1',
  review: 'P1',
  opt_in: 'P1',
  opt_out: 'P1',
  deal_opened: 'P2',
  deal_qualified: 'P2',
  deal_changed: 'P2',
  deal_won: 'P2',
  deal_lost: 'P2',
  quote_sent: 'P2',
  renewal: 'P2',
  competitor: 'P1',
  price_objection: 'P1',
  downgrade: 'P2',
  term: 'P2',
  loyalty: 'P2',
  became_customer: 'P2',
  registered: 'P1',
  page_view: 'P3',
  click: 'P3',
  ad: 'P3',
  referred: 'P6',
  cancellation: 'P2',
  stop_request: 'P1',
  account_closed: 'P2',
  project_completed: 'P2',
  bounce: 'P2',
  automation: 'P5',
  imported: 'P6',
};

export type TrackingConsent = 'given' | 'refused' | 'unknown';

/** The class of a signal. Behaviour seen without a known consent to tracking counts as seen covertly. */
export function classOfSignal(kind: SignalKind, tracking: TrackingConsent): ProvenanceClass {
  return observedAs(classByKind[kind], tracking);
}

/** What was observed is overt only after consent to tracking. */
export function observedAs(given: ProvenanceClass, tracking: TrackingConsent): ProvenanceClass {
  return given === 'P3' && tracking !== 'given' ? 'P4' : given;
}
