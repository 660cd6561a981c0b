/** Signals of the contact's own properties, and those that nothing in HubSpot shows us yet. */
import type { MappingRow } from './mapping-row.ts';

const contacts = { object: 'contacts', scope: 'crm.objects.contacts.read', setting: null } as const;
const unseen = { object: null, properties: [], scope: null, setting: null, rule: 'Not visible.' } as const;

export const contactRows: readonly MappingRow[] = [
  {
    kind: 'message',
    by: ['us'],
    ...contacts,
    properties: ['hs_email_last_send_date'],
    rule: 'The latest marketing mail, not personal; earlier ones are not visible.',
    lost: 'That marketing mail goes out at all.',
  },
  {
    kind: 'form',
    by: ['customer'],
    ...contacts,
    properties: ['first_conversion_date', 'recent_conversion_date', 'num_conversion_events'],
    rule: 'The first and the latest submission; those between are not visible.',
    lost: 'Requests through forms.',
  },
  {
    kind: 'opt_out',
    by: ['customer'],
    ...contacts,
    properties: ['hs_email_optout'],
    rule: 'Out of all mail; dated by the history of the property, else by the creation of the contact.',
    lost: 'A withdrawal, and a channel that must stay silent.',
  },
  {
    kind: 'became_customer',
    by: ['system'],
    ...contacts,
    setting: 'customerStages',
    properties: ['lifecyclestage', 'hs_lifecyclestage_customer_date', 'hs_lifecyclestage_evangelist_date'],
    rule: 'A lifecycle stage that means customer, with its date.',
    lost: 'Customers whose purchases are not in HubSpot.',
  },
  {
    kind: 'page_view',
    by: ['customer'],
    ...contacts,
    properties: ['hs_analytics_source', 'hs_analytics_first_timestamp', 'hs_analytics_last_timestamp'],
    rule: 'The first and the latest visit: reach, no touch.',
    lost: 'First encounters on the website.',
  },
  {
    kind: 'ad',
    by: ['system'],
    ...contacts,
    properties: ['hs_analytics_source', 'hs_analytics_first_timestamp'],
    rule: 'Original source paid search or paid social: reach, no touch.',
    lost: 'First encounters by advertising.',
  },
  {
    kind: 'click',
    by: ['customer'],
    ...contacts,
    properties: ['hs_email_last_click_date'],
    rule: 'The latest click in marketing mail: reach, no touch.',
    lost: 'Little: clicks never raise a stage.',
  },
  {
    kind: 'imported',
    by: ['system'],
    ...contacts,
    properties: ['createdate', 'hs_analytics_source'],
    rule: 'Original source OFFLINE or none: somebody put the contact there.',
    lost: 'Nothing: an import is no evidence.',
  },
];

export const unseenRows: readonly MappingRow[] = [
  { kind: 'decline', by: ['customer'], ...unseen, lost: 'HubSpot keeps no answer to an invitation.' },
  { kind: 'referral', by: ['customer'], ...unseen, lost: 'Advocacy, until an association label is mapped.' },
  {
    kind: 'referred',
    by: ['system'],
    ...unseen,
    lost: 'First encounters by word of mouth, until a label is mapped.',
  },
  { kind: 'review', by: ['customer'], ...unseen, lost: 'Advocacy outside HubSpot.' },
  {
    kind: 'opt_in',
    by: ['customer'],
    ...unseen,
    lost: 'A preference given, until subscriptions are mapped.',
  },
  { kind: 'quote_sent', by: ['us'], ...unseen, lost: 'Open quotes, until they are mapped.' },
  { kind: 'renewal', by: ['customer'], ...unseen, lost: 'Renewals, until a deal property is mapped.' },
  {
    kind: 'downgrade',
    by: ['customer'],
    ...unseen,
    lost: 'A kind of trouble, until a deal property is mapped.',
  },
  { kind: 'loyalty', by: ['customer'], ...unseen, lost: 'Membership, until a list or property is mapped.' },
  {
    kind: 'registered',
    by: ['customer'],
    ...unseen,
    lost: 'Customers of an indirect seller, until a form is mapped.',
  },
  { kind: 'cancellation', by: ['customer'], ...unseen, lost: 'Notice given, until a property is mapped.' },
  { kind: 'stop_request', by: ['customer'], ...unseen, lost: 'Requests to stop outside the opt-out.' },
  {
    kind: 'account_closed',
    by: ['customer'],
    ...unseen,
    lost: 'Closed accounts, until a property is mapped.',
  },
  { kind: 'automation', by: ['system'], ...unseen, lost: 'Nothing: automation is no act of anybody.' },
];
