/** Values of activities drawn by chance: any time from months ago to a few days ahead, any direction, outcome and stage. */
import type { ObjectTypeName } from '../../src/sandbox/crm/object-types.ts';
import type { Values } from '../../src/sandbox/crm/write-record.ts';
import type { Random } from '../../src/sandbox/story/random.ts';

export const happenings = [
  'emails',
  'emails',
  'calls',
  'meetings',
  'notes',
  'tasks',
  'communications',
  'postal_mail',
  'deals',
  'tickets',
  'orders',
  'invoices',
  'quotes',
  'subscriptions',
] as const satisfies readonly ObjectTypeName[];

export type Happening = (typeof happenings)[number];

const dayMs = 86_400_000;

/** Whether a person changes this property later on. */
export function editable(name: string): boolean {
  return name !== 'pipeline' && name !== 'dealname' && name !== 'subject';
}

export function drawValues(type: Happening, random: Random, now: number): Values {
  // Most things are recent; a few are entered long after they happened, or ahead.
  const at = new Date(now - (random.next() ** 3 * 200 - 3) * dayMs).toISOString();
  const day = at.slice(0, 10);
  switch (type) {
    case 'emails':
      return {
        hs_timestamp: at,
        hs_email_direction: random.pick(['INCOMING_EMAIL', 'EMAIL']),
        hs_email_status: random.pick(['SENT', 'SENT', 'SENT', 'BOUNCED']),
      };
    case 'calls':
      return {
        hs_timestamp: at,
        hs_call_direction: random.pick(['INBOUND', 'OUTBOUND']),
        hs_call_status: random.pick(['COMPLETED', 'COMPLETED', 'NO_ANSWER']),
        hs_call_duration: String(random.int(0, 900) * 1000),
      };
    case 'meetings': {
      const end = new Date(Date.parse(at) + 45 * 60_000).toISOString();
      return {
        hs_timestamp: at,
        hs_meeting_start_time: at,
        hs_meeting_end_time: end,
        hs_meeting_outcome: random.pick(['COMPLETED', 'SCHEDULED', 'NO_SHOW', 'CANCELED']),
      };
    }
    case 'notes':
    case 'postal_mail':
      return { hs_timestamp: at };
    case 'tasks':
      return { hs_timestamp: at, hs_task_status: random.pick(['NOT_STARTED', 'COMPLETED']) };
    case 'communications':
      return { hs_timestamp: at, hs_communication_channel_type: random.pick(['WHATS_APP', 'SMS']) };
    default:
      return drawBusiness(type, random, { at, day });
  }
}

function drawBusiness(
  type: 'deals' | 'tickets' | 'orders' | 'invoices' | 'quotes' | 'subscriptions',
  random: Random,
  { at, day }: { at: string; day: string },
): Values {
  const amount = String(random.int(1, 90) * 100);
  switch (type) {
    case 'deals':
      return {
        dealname: 'Espresso machine',
        pipeline: 'default',
        dealstage: random.pick(['qualifiedtobuy', 'contractsent', 'closedwon', 'closedlost']),
        amount,
        closedate: at,
      };
    case 'tickets':
      return {
        subject: 'Out of order',
        hs_pipeline: '0',
        hs_pipeline_stage: random.pick(['1', '3', '4']),
        hs_ticket_category: random.pick(['PRODUCT_ISSUE', 'GENERAL_INQUIRY']),
        hs_ticket_priority: random.pick(['HIGH', 'LOW']),
      };
    case 'orders':
      return {
        hs_total_price: amount,
        hs_external_created_date: at,
        hs_payment_status: random.pick(['PAID', 'REFUNDED']),
      };
    case 'invoices':
      return {
        hs_invoice_status: random.pick(['open', 'paid', 'voided']),
        hs_invoice_date: day,
        hs_amount_billed: amount,
      };
    case 'quotes':
      return { hs_title: 'Offer', hs_status: random.pick(['DRAFT', 'APPROVED', 'ACCEPTED']) };
    case 'subscriptions':
      return {
        hs_status: random.pick(['active', 'past_due', 'canceled']),
        hs_recurring_billing_start_date: day,
      };
  }
}
