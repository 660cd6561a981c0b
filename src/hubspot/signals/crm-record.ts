/** A HubSpot record as the translations read it: text values, parsed on demand, and times that make sense. */
import type { PipelineMeaning, RecordType } from '../../usecases/ports.ts';
import type { PropertyMapping } from '../../usecases/property-mapping.ts';

export type CrmRecord = {
  readonly type: RecordType;
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null | undefined>>;
  /** ms since epoch. */
  readonly createdAt: number;
  /** ms since epoch. */
  readonly modifiedAt: number;
  /** How many contacts it is associated with, as far as HubSpot said. */
  readonly contacts: number;
  /** The deals it is linked to, of the types for which that is read. */
  readonly deals?: readonly string[];
  /** The orders it is linked to, of the types for which that is read. */
  readonly orders?: readonly string[];
  /** The line items of a deal, by id, as far as they may be read. */
  readonly line_items?: readonly string[];
  /** What the line items of a won deal brought and cost; absent where it has none or they may not be read. */
  readonly lines?: { readonly price: number; readonly cost: number | null };
  /** A company linked to the deal stands between, as the label of the link says. */
  readonly viaIntermediary?: boolean;
};

/** What a portal means by its own words: its pipelines, its own properties, and the settings of the mapping table. */
export type Meaning = {
  readonly pipelines: PipelineMeaning;
  readonly properties: PropertyMapping;
  readonly mapping: SignalMapping;
  /** Contact properties that an admin gave a provenance class. */
  readonly classified?: readonly string[];
};

/** The settings of the mapping table. Word lists are matched as whole words, whatever their case. */
export type SignalMapping = {
  /** A call that connected this long is an act of both. */
  readonly connectedSeconds: number;
  /** Ticket categories that are complaints. */
  readonly complaintCategories: readonly string[];
  /** Categories that are complaints from this priority on. */
  readonly issueCategories: readonly string[];
  readonly issuePriorities: readonly string[];
  /** Lifecycle stages that say customer. */
  readonly customerStages: readonly string[];
  /** Words in the closed-lost reason. */
  readonly doNotContactWords: readonly string[];
  readonly competitorWords: readonly string[];
  readonly priceWords: readonly string[];
  /** Local parts of addresses that belong to a role, not to a person. */
  readonly roleMailboxes: readonly string[];
  /** Local parts of addresses that several people read. */
  readonly sharedMailboxes: readonly string[];
  /** Domains of the portal's own company. */
  readonly internalDomains: readonly string[];
};

export const defaultMapping: SignalMapping = {
  connectedSeconds: 60,
  complaintCategories: ['COMPLAINT'],
  issueCategories: ['PRODUCT_ISSUE', 'BILLING_ISSUE'],
  issuePriorities: ['HIGH', 'URGENT'],
  customerStages: ['customer', 'evangelist'],
  doNotContactWords: ['do not contact', 'stop contacting', 'nicht kontaktieren'],
  competitorWords: ['competitor', 'competition', 'wettbewerber', 'konkurrenz'],
  priceWords: ['price', 'pricing', 'too expensive', 'budget', 'preis', 'zu teuer'],
  roleMailboxes: [
    'info',
    'office',
    'contact',
    'kontakt',
    'sales',
    'support',
    'service',
    'billing',
    'admin',
    'hello',
  ],
  sharedMailboxes: ['team', 'family', 'familie', 'group', 'gruppe', 'staff'],
  internalDomains: [],
};

/** The value of a property, null when it is empty or absent. */
export function textOf(record: CrmRecord, property: string): string | null {
  const value = record.properties[property]?.trim();
  return value === undefined || value === '' ? null : value;
}

export function numberOf({ properties }: CrmRecord, property: string): number | null {
  return numberIn(properties, property);
}

export function numberIn(properties: CrmRecord['properties'], property: string): number | null {
  const text = properties[property]?.trim() ?? '';
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

export function isTrue(record: CrmRecord, property: string): boolean {
  return textOf(record, property)?.toLowerCase() === 'true';
}

/** Words by which a field says no although it is filled. */
const unset: ReadonlySet<string> = new Set([
  '',
  'false',
  'no',
  'none',
  '0',
  'n/a',
  'nein',
  'keine',
  'keiner',
]);

/** Whether a flag, a tier or a name says something; a choice can say no in words. */
export function isSet(value: string | null | undefined): boolean {
  return !unset.has(value?.trim().toLowerCase() ?? '');
}

export function timeOf(record: CrmRecord, property: string): number | null {
  const text = textOf(record, property);
  return text === null ? null : toTime(text);
}

/** Below this a number of digits cannot be ms of a CRM's age (it would be before 3 March 1973) and is read as seconds. */
const leastMs = 1e11;

/** The last instant a Date can hold. https://tc39.es/ecma262/#sec-time-values-and-time-range */
const lastMs = 8.64e15;

/**
 * HubSpot's datetimes: ISO text or ms as digits. Digits that can only be seconds are read as seconds, as some
 * integrations write them. Null for anything else: not a date, before 1970, beyond what a date can be.
 */
export function toTime(text: string): number | null {
  const at = /^-?\d+$/.test(text) ? fromDigits(Number(text)) : Date.parse(text);
  return Number.isFinite(at) && at >= 0 && at <= lastMs ? at : null;
}

function fromDigits(value: number): number {
  return value < leastMs ? value * 1000 : value;
}

/** When the activity happened; its creation where the activity date is missing or none. */
export function happenedAt(record: CrmRecord, property = 'hs_timestamp'): number {
  return timeOf(record, property) ?? record.createdAt;
}

/** The head of every signal of a record: an id that is the same on every reading, and the record to link to. */
export function stamp(
  record: CrmRecord,
  at: number,
  part: string,
): { id: string; source: string; at: number } {
  const source = `${record.type}:${record.id}`;
  return { id: `${source}#${part}`, source, at };
}

export function mentions(text: string | null, words: readonly string[]): boolean {
  if (text === null) return false;
  const padded = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return words.some((word) => padded.includes(` ${word} `));
}
