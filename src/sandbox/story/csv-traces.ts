/** What a CSV says about each contact as a whole: it stands on the contact record, not in an activity. */
import type { SandboxRecord } from '../sandbox-record.ts';
import type { Row } from './csv-rows.ts';
import { iso, record } from './desk.ts';
import { inventPerson, languages, slug } from './names.ts';
import { createRandom } from './random.ts';

export type Span = { readonly first: number; readonly last: number; readonly times: number };

export type Trace = {
  readonly recordId: string;
  readonly contact: string;
  readonly seen: Span;
  readonly forms: Span | null;
  /** Page views and clicks. */
  readonly looks: Span | null;
  /** Came by an advertisement. */
  readonly adAt: number | null;
  readonly optedOutAt: number | null;
  readonly optedIn: boolean;
  readonly customerAt: number | null;
};

/** What a row adds to its contact's trace, by kind. Kinds that are not here are activities. */
export const formKinds = new Set(['form', 'form_submission', 'submission', 'signup', 'webinar']);
const lookKinds = new Set(['page_view', 'pageview', 'visit_page', 'click', 'open']);
const optOutKinds = new Set(['opt_out', 'unsubscribe']);

/** Kinds that leave nothing but a property of the contact. */
export function isOnContactOnly(kind: string): boolean {
  return (
    lookKinds.has(kind) ||
    optOutKinds.has(kind) ||
    ['ad', 'opt_in', 'became_customer', 'imported'].includes(kind)
  );
}

export function traceOf(row: Row, before: Trace | undefined, recordId: string): Trace {
  const { kind, at } = row;
  const trace: Trace = before ?? {
    recordId,
    contact: row.contact,
    seen: { first: at, last: at, times: 0 },
    forms: null,
    looks: null,
    adAt: null,
    optedOutAt: null,
    optedIn: false,
    customerAt: null,
  };
  const seen = extend(trace.seen, at);
  // Only a form the customer filled in is a conversion.
  if (formKinds.has(kind) && row.by !== 'us') return { ...trace, seen, forms: extend(trace.forms, at) };
  if (lookKinds.has(kind)) return { ...trace, seen, looks: extend(trace.looks, at) };
  if (kind === 'ad') return { ...trace, seen, adAt: Math.min(trace.adAt ?? at, at) };
  if (optOutKinds.has(kind)) return withOptOut({ ...trace, seen }, at);
  if (kind === 'opt_in') return withOptIn({ ...trace, seen }, at);
  if (kind === 'became_customer') return { ...trace, seen, customerAt: Math.min(trace.customerAt ?? at, at) };
  return { ...trace, seen };
}

/** The latest word on mail stands. Rows may come in any order. */
function withOptOut(trace: Trace, at: number): Trace {
  if (trace.optedOutAt !== null && trace.optedOutAt > at) return trace;
  return { ...trace, optedOutAt: at, optedIn: false };
}

function withOptIn(trace: Trace, at: number): Trace {
  return trace.optedOutAt === null || trace.optedOutAt <= at
    ? { ...trace, optedOutAt: at, optedIn: true }
    : trace;
}

function extend(span: Span | null, at: number): Span {
  if (span === null) return { first: at, last: at, times: 1 };
  return { first: Math.min(span.first, at), last: Math.max(span.last, at), times: span.times + 1 };
}

/** The contact record. Its id in the file stays readable in the last name, the rest of the name is invented. */
export function contactOf(trace: Trace, ownerId: string): SandboxRecord {
  const createdAt = trace.seen.first;
  const isOptedOut = trace.optedOutAt !== null && !trace.optedIn;
  const parts: Readonly<Record<string, string>>[] = [
    { createdate: iso(createdAt), hubspot_owner_id: ownerId, ...whoIs(trace) },
    trace.forms === null
      ? {}
      : {
          first_conversion_date: iso(trace.forms.first),
          recent_conversion_date: iso(trace.forms.last),
          num_conversion_events: String(trace.forms.times),
        },
    sourceOf(trace),
    isOptedOut ? { hs_email_optout: 'true' } : {},
    trace.customerAt === null
      ? {}
      : { lifecyclestage: 'customer', hs_lifecyclestage_customer_date: iso(trace.customerAt) },
  ];
  const properties: Record<string, string> = Object.assign({}, ...parts);
  const contact = record('contacts', trace.recordId, createdAt, properties, [], trace.seen.last);
  return isOptedOut && trace.optedOutAt !== null
    ? { ...contact, valuesSince: { hs_email_optout: trace.optedOutAt } }
    : contact;
}

function sourceOf({ adAt, looks }: Trace): Readonly<Record<string, string>> {
  if (adAt !== null) return { hs_analytics_source: 'PAID_SEARCH', hs_analytics_first_timestamp: iso(adAt) };
  if (looks === null) return { hs_analytics_source: 'OFFLINE' };
  return {
    hs_analytics_source: 'DIRECT_TRAFFIC',
    hs_analytics_first_timestamp: iso(looks.first),
    hs_analytics_last_timestamp: iso(looks.last),
  };
}

function whoIs({ contact, recordId }: Trace): Readonly<Record<string, string>> {
  const local = contact.split('@')[0] ?? contact;
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(contact)) {
    const [first = local, ...rest] = local.split(/[._]/).map(capitalized);
    return { email: contact, firstname: first, lastname: rest.join(' ') };
  }
  const random = createRandom(hash(contact));
  const person = inventPerson(random, random.pick(languages));
  return {
    email: `${slug(`${person.first} ${person.last}`)}-${recordId}@imported.example`,
    firstname: person.first,
    lastname: `${person.last} (${contact})`,
  };
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** FNV-1a, 32 bits: the same contact gets the same name in every import. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}
