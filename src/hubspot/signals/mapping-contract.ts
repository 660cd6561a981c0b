/** Signals of contracts and offers: what a deal's own properties say, quotes, invoices, subscriptions. */
import type { MappingRow } from './mapping-row.ts';

const deals = { object: 'deals', scope: 'crm.objects.deals.read', setting: null } as const;
const quotes = { object: 'quotes', scope: 'crm.objects.quotes.read', setting: null } as const;
const invoices = { object: 'invoices', scope: 'crm.objects.invoices.read', setting: null } as const;
const subscriptions = {
  object: 'subscriptions',
  scope: 'crm.objects.subscriptions.read',
  setting: null,
} as const;

export const contractRows: readonly MappingRow[] = [
  {
    kind: 'term',
    by: ['us'],
    ...deals,
    properties: ['closedate'],
    mapped: ['termStart', 'termEnd'],
    rule: 'Of a won deal, from the start (else the close date) to the end; an end before the start is none.',
    lost: 'The cover of a running contract, and its renewal window.',
  },
  {
    kind: 'renewal',
    by: ['customer'],
    ...deals,
    properties: ['dealtype', 'closedate'],
    mapped: ['renewedAt', 'renewalDealTypes'],
    rule: 'Of a won deal: its date of renewal, or a type of deal that says renewal.',
    lost: 'The commitment of a renewal; it looks like one more won deal.',
  },
  {
    kind: 'cancellation',
    by: ['customer'],
    ...deals,
    properties: ['dealstage'],
    mapped: ['noticeAt', 'noticeEffectiveAt'],
    rule: 'Of a won deal, from the notice, in force from the effective date; a date before the notice is the notice’s own.',
    lost: 'Notice given: an ended contract looks like silence.',
  },
  {
    kind: 'downgrade',
    by: ['customer'],
    ...deals,
    properties: ['dealstage'],
    mapped: ['downgradedAt'],
    rule: 'Of a won deal, on the day of the property.',
    lost: 'A kind of trouble.',
  },
  {
    kind: 'competitor',
    by: ['customer'],
    ...deals,
    setting: 'competitorWords',
    properties: ['createdate', 'closed_lost_reason'],
    mapped: ['competitor', 'lostReason'],
    rule: 'Named by the property of a deal not won, or in the reason of a lost one; dated at the loss, else at the creation of the deal. The text is read, not kept.',
    lost: 'A kind of trouble.',
  },
  {
    kind: 'price_objection',
    by: ['customer'],
    ...deals,
    setting: 'priceWords',
    properties: ['createdate', 'closed_lost_reason'],
    mapped: ['priceObjection', 'lostReason'],
    rule: 'As a competitor is: by the property of a deal not won, or in the reason of a lost one.',
    lost: 'A kind of trouble.',
  },
  {
    kind: 'quote_sent',
    by: ['us'],
    ...quotes,
    properties: ['hs_status', 'hs_expiration_date', 'hs_esign_date', 'hs_payment_status', 'hs_payment_date'],
    rule: 'Published; open until it is signed, paid or expired. Linked to its deal.',
    lost: 'An offer on the table: waiting for it looks like silence.',
  },
  {
    kind: 'order',
    by: ['customer'],
    ...invoices,
    properties: ['hs_invoice_status', 'hs_invoice_date', 'hs_amount_billed', 'hs_currency'],
    mapped: ['invoicePaidAt'],
    rule: 'A paid invoice that belongs to no order; all payments of one deal are one purchase.',
    lost: 'Purchases on invoice: customers are known by won deals, orders and lifecycle stage only.',
  },
  {
    kind: 'refund',
    by: ['customer'],
    ...invoices,
    properties: ['hs_invoice_status'],
    mapped: ['invoiceRefunded'],
    rule: 'The refunded amount of a paid invoice; dated by its last change.',
    lost: 'A kind of trouble.',
  },
  {
    kind: 'term',
    by: ['us'],
    ...subscriptions,
    properties: ['hs_status', 'hs_recurring_billing_start_date'],
    mapped: ['subscriptionEnd'],
    rule: 'Active, past due, scheduled, cancelled or expired: from the start to the end, open-ended while there is none. A status we do not know says nothing.',
    lost: 'The cover of a running subscription.',
  },
  {
    kind: 'cancellation',
    by: ['customer'],
    ...subscriptions,
    properties: ['hs_status'],
    mapped: ['subscriptionCancelledAt', 'subscriptionEnd'],
    rule: 'Status canceled: from the day of the cancellation (else the last change), in force from the end of the subscription.',
    lost: 'That a subscription was ended by the customer.',
  },
];
