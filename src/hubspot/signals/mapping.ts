/**
 * Where every signal comes from: HubSpot's object and properties, the scope that shows them, the setting that can change
 * the reading, and what Rapport does not see without it. docs/signals.md is this table; a test compares the two, and
 * another that no property is read which stands in no row.
 */
import type { By, SignalKind } from '../../relationship/signal/signal.ts';
import type { RecordType } from '../../usecases/ports.ts';
import type { SignalMapping } from './crm-record.ts';

export type MappingRow = {
  readonly kind: SignalKind;
  readonly by: readonly By[];
  /** Null: nothing in HubSpot shows it to us yet. */
  readonly object: RecordType | null;
  /** `*` stands for a part that the portal names. */
  readonly properties: readonly string[];
  readonly scope: string | null;
  readonly setting: keyof SignalMapping | 'pipelines' | null;
  readonly rule: string;
  /** What is lost without it. */
  readonly lost: string;
};

const contacts = { object: 'contacts', scope: 'crm.objects.contacts.read', setting: null } as const;
const activity = (object: RecordType) =>
  ({ object, scope: 'crm.objects.contacts.read', setting: null }) as const;
const emails = { object: 'emails', scope: 'sales-email-read', setting: null } as const;
const tickets = { object: 'tickets', scope: 'tickets', setting: null } as const;
const deals = { object: 'deals', scope: 'crm.objects.deals.read', setting: null } as const;
const orders = { object: 'orders', scope: 'crm.objects.orders.read', setting: null } as const;
const unseen = { object: null, properties: [], scope: null, setting: null, rule: 'Not visible.' } as const;

const mailProperties = [
  'hs_timestamp',
  'hs_email_direction',
  'hs_email_status',
  'hs_email_thread_id',
  'hs_email_headers',
  'hs_email_from_email',
  'hs_sequence_id',
];

export const mapping: readonly MappingRow[] = [
  {
    kind: 'message',
    by: ['customer', 'us'],
    ...emails,
    properties: mailProperties,
    rule: 'INCOMING_EMAIL and FORWARDED_EMAIL are the customer’s, EMAIL is ours. Sequence, list and automatic mail is not personal. Scheduled, sending and failed mail is none.',
    lost: 'Replies, the clearest sign of life, and our own mail.',
  },
  {
    kind: 'bounce',
    by: ['system'],
    ...emails,
    properties: ['hs_timestamp', 'hs_email_status'],
    rule: 'Status BOUNCED. A bad address is no withdrawal.',
    lost: 'That an address is dead.',
  },
  {
    kind: 'message',
    by: ['customer', 'us'],
    ...activity('communications'),
    properties: [
      'hs_timestamp',
      'hs_communication_channel_type',
      'hs_communication_logged_from',
      'hs_communication_conversation_id',
      'hubspot_owner_id',
    ],
    rule: 'HubSpot keeps no direction: with an owner or logged by hand it is ours, without either the customer’s.',
    lost: 'SMS, WhatsApp, LinkedIn and chat.',
  },
  {
    kind: 'message',
    by: ['us'],
    ...activity('postal_mail'),
    properties: ['hs_timestamp'],
    rule: 'Ours, and not personal.',
    lost: 'Letters, for the contact pressure.',
  },
  {
    kind: 'message',
    by: ['us'],
    ...activity('tasks'),
    properties: ['hs_timestamp', 'hs_task_status', 'hs_task_type', 'hs_task_completion_date'],
    rule: 'A completed LinkedIn task; every other task is a plan and no act.',
    lost: 'LinkedIn messages of sequences.',
  },
  {
    kind: 'message',
    by: ['us'],
    ...contacts,
    properties: ['hs_email_last_send_date'],
    rule: 'The latest marketing mail, not personal; earlier ones are not visible.',
    lost: 'That marketing mail goes out at all.',
  },
  {
    kind: 'call',
    by: ['both', 'customer', 'us'],
    ...activity('calls'),
    setting: 'connectedSeconds',
    properties: [
      'hs_timestamp',
      'hs_call_direction',
      'hs_call_disposition',
      'hs_call_duration',
      'hs_call_status',
    ],
    rule: 'By both when it lasted 60 s and no outcome says it was missed; else of whoever dialled. Calls not placed are none.',
    lost: 'Conversations by phone.',
  },
  {
    kind: 'booking',
    by: ['customer'],
    ...activity('meetings'),
    properties: ['hs_meeting_source', 'hs_meeting_start_time'],
    rule: 'Chosen on our scheduling page; dated when the customer chose.',
    lost: 'That the customer asked for the meeting.',
  },
  {
    kind: 'meeting',
    by: ['both'],
    ...activity('meetings'),
    properties: ['hs_timestamp', 'hs_meeting_outcome', 'hs_meeting_start_time', 'hs_meeting_end_time'],
    rule: 'Outcome COMPLETED, dated at its end. Without an outcome nobody knows whether it took place.',
    lost: 'Meetings held.',
  },
  {
    kind: 'meeting_planned',
    by: ['us'],
    ...activity('meetings'),
    properties: ['hs_timestamp', 'hs_meeting_outcome', 'hs_meeting_start_time', 'hs_meeting_end_time'],
    rule: 'Scheduled, or without an outcome, and entered before it begins; covers silence until its end.',
    lost: 'The cover of an appointment.',
  },
  {
    kind: 'no_show',
    by: ['both'],
    ...activity('meetings'),
    properties: ['hs_meeting_outcome', 'hs_meeting_start_time'],
    rule: 'Outcome NO_SHOW, dated at its start.',
    lost: 'A withdrawal.',
  },
  {
    kind: 'meeting_cancelled',
    by: ['customer', 'system'],
    ...activity('meetings'),
    properties: ['hs_meeting_outcome', 'hs_meeting_start_time'],
    rule: 'Outcome CANCELED counts as the customer’s, RESCHEDULED has a new date and is nobody’s withdrawal.',
    lost: 'A withdrawal.',
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
    kind: 'form',
    by: ['customer'],
    object: 'feedback_submissions',
    scope: 'crm.objects.feedback_submissions.read',
    setting: null,
    properties: ['hs_survey_type', 'hs_value', 'hs_submission_timestamp'],
    rule: 'A survey that is neither NPS nor CSAT: an act, without a value.',
    lost: 'Answers to other surveys.',
  },
  {
    kind: 'survey',
    by: ['customer'],
    object: 'feedback_submissions',
    scope: 'crm.objects.feedback_submissions.read',
    setting: null,
    properties: ['hs_survey_type', 'hs_value', 'hs_submission_timestamp'],
    rule: 'NPS 0 to 10, CSAT as the survey counts.',
    lost: 'Promoters, and trouble that only an answer shows.',
  },
  {
    kind: 'ticket',
    by: ['customer'],
    ...tickets,
    properties: ['createdate', 'hs_ticket_category', 'hs_ticket_priority'],
    rule: 'Every ticket that is no complaint.',
    lost: 'That the customer turns to us.',
  },
  {
    kind: 'complaint',
    by: ['customer'],
    ...tickets,
    setting: 'complaintCategories',
    properties: [
      'createdate',
      'closed_date',
      'hs_pipeline_stage',
      'hs_ticket_category',
      'hs_ticket_priority',
    ],
    rule: 'Category COMPLAINT, or a product or billing issue of high priority; open until its stage is a closed one.',
    lost: 'Complaints, and with them recovery.',
  },
  {
    kind: 'order',
    by: ['customer'],
    ...orders,
    properties: [
      'hs_external_created_date',
      'hs_total_price',
      'hs_currency_code',
      'hs_external_order_status',
      'hs_payment_status',
      'hs_refund_amount',
    ],
    rule: 'Dated in the shop it came from; cancelled and failed orders are none.',
    lost: 'Purchases: customers are known by won deals and lifecycle stage only.',
  },
  {
    kind: 'refund',
    by: ['customer'],
    ...orders,
    properties: ['hs_total_price', 'hs_external_order_status', 'hs_payment_status', 'hs_refund_amount'],
    rule: 'A refunded amount, or status REFUNDED; dated by the last change of the order.',
    lost: 'A kind of trouble.',
  },
  {
    kind: 'deal_opened',
    by: ['us'],
    ...deals,
    properties: ['createdate'],
    rule: 'The creation of the deal.',
    lost: 'Sales under way.',
  },
  {
    kind: 'deal_qualified',
    by: ['us'],
    ...deals,
    setting: 'pipelines',
    properties: ['dealstage', 'hs_v2_date_entered_*', 'hs_v2_date_entered_current_stage'],
    rule: 'The first entry into a stage past qualification (probability of 50 % or more); without such dates the entry into the current stage, else the creation.',
    lost: 'Intensifying by negotiation.',
  },
  {
    kind: 'deal_changed',
    by: ['us'],
    ...deals,
    properties: ['hs_lastmodifieddate'],
    rule: 'The last change of an open deal.',
    lost: 'Negotiations that stand still.',
  },
  {
    kind: 'deal_won',
    by: ['customer'],
    ...deals,
    setting: 'pipelines',
    properties: ['dealstage', 'closedate', 'amount', 'hs_is_closed', 'hs_is_closed_won'],
    rule: 'A stage of probability 100 %. Recorded by us, an act of the customer all the same.',
    lost: 'Customers by contract.',
  },
  {
    kind: 'deal_lost',
    by: ['us'],
    ...deals,
    setting: 'doNotContactWords',
    properties: ['dealstage', 'closedate', 'closed_lost_reason'],
    rule: 'A closed stage of probability 0 %; the reason can say that the person wants no contact.',
    lost: 'The end of a negotiation.',
  },
  {
    kind: 'competitor',
    by: ['customer'],
    ...deals,
    setting: 'competitorWords',
    properties: ['closed_lost_reason'],
    rule: 'Named in the reason of a lost deal. The text is read, not kept.',
    lost: 'A kind of trouble.',
  },
  {
    kind: 'price_objection',
    by: ['customer'],
    ...deals,
    setting: 'priceWords',
    properties: ['closed_lost_reason'],
    rule: 'Named in the reason of a lost deal. The text is read, not kept.',
    lost: 'A kind of trouble.',
  },
  {
    kind: 'term',
    by: ['us'],
    ...deals,
    setting: 'termEndProperty',
    properties: ['closedate'],
    rule: 'From the start property (else the close date) of a won deal to its end property, once a setting names them.',
    lost: 'The cover of a running contract, and its renewal window.',
  },
  {
    kind: 'project_completed',
    by: ['us'],
    ...deals,
    setting: 'pipelines',
    properties: ['dealstage', 'closedate', 'hs_v2_date_entered_current_stage'],
    rule: 'A won stage of a project pipeline that says the work is delivered.',
    lost: 'Projects that ended well look faded.',
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

/** The text of docs/signals.md. */
export function signalsDocument(): string {
  const rows = mapping.map((row) => {
    const properties = row.properties.map((name) => `\`${name}\``).join(' ');
    const cells = [
      `\`${row.kind}\``,
      row.by.join(', '),
      row.object ?? 'not visible',
      properties,
      row.scope === null ? '' : `\`${row.scope}\``,
      row.setting === null ? '' : `\`${row.setting}\``,
      row.rule,
      row.lost,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `${intro}\n${rows.join('\n')}\n`;
}

const intro = `# Where each signal comes from

Rapport keeps no content, only signals: who acted, when, how. This table says for each what is read in HubSpot, which
scope shows it, which setting changes the reading, and what is lost without it. A time that is missing, no date or before
1970 is replaced by the creation of the record; digits too small for milliseconds are read as seconds.
Notes are read for nothing but their existence: what they say is content, and that we wrote them is no act of the customer.

| signal | by | HubSpot object | properties | scope | setting | rule | lost without it |
|---|---|---|---|---|---|---|---|`;
