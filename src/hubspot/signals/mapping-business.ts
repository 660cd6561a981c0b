/** Signals of business: tickets, surveys, orders, deals. */
import type { MappingRow } from './mapping-row.ts';

const tickets = { object: 'tickets', scope: 'tickets', setting: null } as const;
const deals = { object: 'deals', scope: 'crm.objects.deals.read', setting: null } as const;
const orders = { object: 'orders', scope: 'crm.objects.orders.read', setting: null } as const;
const feedback = {
  object: 'feedback_submissions',
  scope: 'crm.objects.feedback_submissions.read',
  setting: null,
} as const;

export const businessRows: readonly MappingRow[] = [
  {
    kind: 'form',
    by: ['customer'],
    ...feedback,
    properties: ['hs_survey_type', 'hs_value', 'hs_submission_timestamp'],
    rule: 'A survey that is neither NPS nor CSAT: an act, without a value.',
    lost: 'Answers to other surveys.',
  },
  {
    kind: 'survey',
    by: ['customer'],
    ...feedback,
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
    mapped: ['lostReason'],
    rule: 'A closed stage of probability 0 %; the reason can say that the person wants no contact.',
    lost: 'The end of a negotiation.',
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
];
