/** What a contact's own properties say: forms, opt-out, the day they became a customer, and how they found us. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type Consent, consentSignals, type FlagChanges, preferenceSignals } from './contact-preferences.ts';
import { standingProperties, standingSignals } from './contact-standing.ts';
import { type CrmRecord, type Meaning, numberOf, stamp, textOf, timeOf } from './crm-record.ts';

const standing = [
  'email',
  'firstname',
  'lastname',
  'hubspot_owner_id',
  'createdate',
  'lastmodifieddate',
  'lifecyclestage',
  'hs_lifecyclestage_customer_date',
  'hs_lifecyclestage_evangelist_date',
  'first_conversion_date',
  'first_conversion_event_name',
  'recent_conversion_date',
  'recent_conversion_event_name',
  'num_conversion_events',
  'hs_email_optout',
  'hs_email_first_send_date',
  'hs_email_last_send_date',
  'hs_email_last_click_date',
  'hs_analytics_source',
  'hs_analytics_first_timestamp',
  'hs_analytics_last_timestamp',
] as const;

/** HubSpot's own and ours, and those by which this portal says the rest. */
export function contactProperties(meaning: Meaning): readonly string[] {
  return [...standing, ...meaning.properties.optOutTypes, ...standingProperties(meaning)];
}

export function contactSignals(
  record: CrmRecord,
  meaning: Meaning,
  changes: FlagChanges = new Map(),
  consents: readonly Consent[] = [],
): Signal[] {
  return [
    ...forms(record),
    ...preferenceSignals(record, meaning, changes),
    ...consentSignals(record, consents),
    ...customer(record, meaning),
    ...reach(record),
    ...marketingMail(record),
    ...standingSignals(record, meaning, changes),
  ];
}

/** HubSpot keeps the first and the latest submission on the contact; those between are not visible. */
function forms(record: CrmRecord): Signal[] {
  if ((numberOf(record, 'num_conversion_events') ?? 1) < 1) return [];
  const first = timeOf(record, 'first_conversion_date');
  const recent = timeOf(record, 'recent_conversion_date');
  const form = (at: number, which: 'first' | 'recent'): Signal => {
    const formId = textOf(record, `${which}_conversion_event_name`);
    const facts = formId === null ? {} : { formId };
    return { ...stamp(record, at, `form_${which}`), kind: 'form', by: 'customer', channel: 'form', facts };
  };
  return [
    ...(first === null ? [] : [form(first, 'first')]),
    ...(recent === null || recent === first ? [] : [form(recent, 'recent')]),
  ];
}

function customer(record: CrmRecord, meaning: Meaning): Signal[] {
  const stage = textOf(record, 'lifecyclestage');
  if (stage === null || !meaning.mapping.customerStages.includes(stage)) return [];
  const dates = ['hs_lifecyclestage_customer_date', `hs_lifecyclestage_${stage}_date`]
    .map((property) => timeOf(record, property))
    .filter((at) => at !== null);
  if (dates.length === 0) return [];
  const at = Math.min(...dates);
  return [
    {
      ...stamp(record, at, 'became_customer'),
      kind: 'became_customer',
      by: 'system',
      channel: 'other',
      facts: {},
    },
  ];
}

/** The way they came: an advertisement, a visit, or a list that somebody imported. */
function reach(record: CrmRecord): Signal[] {
  const source = textOf(record, 'hs_analytics_source');
  if (source === null || source === 'OFFLINE') {
    return [
      {
        ...stamp(record, record.createdAt, 'imported'),
        kind: 'imported',
        by: 'system',
        channel: 'other',
        facts: {},
      },
    ];
  }
  const firstAt = timeOf(record, 'hs_analytics_first_timestamp') ?? record.createdAt;
  const lastAt = timeOf(record, 'hs_analytics_last_timestamp');
  const view = (at: number, part: string): Signal => {
    return { ...stamp(record, at, part), kind: 'page_view', by: 'customer', channel: 'web', facts: {} };
  };
  const first: Signal = source.startsWith('PAID_')
    ? { ...stamp(record, firstAt, 'ad'), kind: 'ad', by: 'system', channel: 'web', facts: {} }
    : view(firstAt, 'page_view_first');
  return lastAt === null || lastAt <= firstAt ? [first] : [first, view(lastAt, 'page_view_last')];
}

/** Marketing mail leaves only the dates of its first and latest sending on the contact. */
function marketingMail(record: CrmRecord): Signal[] {
  const firstAt = timeOf(record, 'hs_email_first_send_date');
  const lastAt = timeOf(record, 'hs_email_last_send_date');
  const clickedAt = timeOf(record, 'hs_email_last_click_date');
  const mail = (at: number, part: string): Signal => {
    const head = { kind: 'message', by: 'us', channel: 'email' } as const;
    return { ...stamp(record, at, part), ...head, facts: { personal: false } };
  };
  const signals: Signal[] = [];
  if (firstAt !== null && firstAt !== lastAt) signals.push(mail(firstAt, 'marketing_mail_first'));
  if (lastAt !== null) signals.push(mail(lastAt, 'marketing_mail'));
  if (clickedAt !== null) {
    signals.push({
      ...stamp(record, clickedAt, 'click'),
      kind: 'click',
      by: 'customer',
      channel: 'email',
      facts: {},
    });
  }
  return signals;
}

/** How the contact is called on our own pages. */
export function contactLabel(record: CrmRecord): string {
  const name = [textOf(record, 'firstname'), textOf(record, 'lastname')]
    .filter((part) => part !== null)
    .join(' ');
  return name === '' ? (textOf(record, 'email') ?? record.id) : name;
}
