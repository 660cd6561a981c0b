/** What a contact's own properties say: forms, opt-out, the day they became a customer, and how they found us. */
import type { ContactFacts } from '../../relationship/facts.ts';
import type { Signal } from '../../relationship/signal/signal.ts';
import { type FlagChanges, preferenceSignals } from './contact-preferences.ts';
import { standingProperties, standingSignals } from './contact-standing.ts';
import { type CrmRecord, isTrue, type Meaning, numberOf, stamp, textOf, timeOf } from './crm-record.ts';

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
  'recent_conversion_date',
  'num_conversion_events',
  'hs_email_optout',
  'hs_email_last_send_date',
  'hs_email_last_click_date',
  'hs_analytics_source',
  'hs_analytics_first_timestamp',
  'hs_analytics_last_timestamp',
  'rapport_objection',
  'rapport_desired_relationship',
] as const;

/** HubSpot's own and ours, and those by which this portal says the rest. */
export function contactProperties(meaning: Meaning): readonly string[] {
  return [...standing, ...meaning.properties.optOutTypes, ...standingProperties(meaning)];
}

export function contactSignals(
  record: CrmRecord,
  meaning: Meaning,
  changes: FlagChanges = new Map(),
): Signal[] {
  return [
    ...forms(record),
    ...preferenceSignals(record, meaning, changes),
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
  const form = (at: number, part: string): Signal => {
    return { ...stamp(record, at, part), kind: 'form', by: 'customer', channel: 'form', facts: {} };
  };
  return [
    ...(first === null ? [] : [form(first, 'form_first')]),
    ...(recent === null || recent === first ? [] : [form(recent, 'form_recent')]),
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

/** Marketing mail leaves only its latest dates on the contact. */
function marketingMail(record: CrmRecord): Signal[] {
  const sentAt = timeOf(record, 'hs_email_last_send_date');
  const clickedAt = timeOf(record, 'hs_email_last_click_date');
  const signals: Signal[] = [];
  if (sentAt !== null) {
    const sent = {
      ...stamp(record, sentAt, 'marketing_mail'),
      kind: 'message',
      by: 'us',
      channel: 'email',
    } as const;
    signals.push({ ...sent, facts: { personal: false } });
  }
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

/** The standing facts a contact record holds. */
export function contactFacts(
  record: CrmRecord,
  meaning: Meaning,
): Pick<ContactFacts, 'objection' | 'askedUntil' | 'captive' | 'mailbox'> {
  return {
    objection: isTrue(record, 'rapport_objection'),
    askedUntil: null,
    captive: textOf(record, 'rapport_desired_relationship') === 'master_slave',
    mailbox: mailboxOf(textOf(record, 'email'), meaning),
  };
}

function mailboxOf(address: string | null, meaning: Meaning): ContactFacts['mailbox'] {
  const [local = '', domain = ''] = address?.toLowerCase().split('@') ?? [];
  if (domain !== '' && meaning.mapping.internalDomains.includes(domain)) return 'internal';
  return meaning.mapping.roleMailboxes.includes(local) ? 'role' : 'person';
}

/** How the contact is called on our own pages. */
export function contactLabel(record: CrmRecord): string {
  const name = [textOf(record, 'firstname'), textOf(record, 'lastname')]
    .filter((part) => part !== null)
    .join(' ');
  return name === '' ? (textOf(record, 'email') ?? record.id) : name;
}
