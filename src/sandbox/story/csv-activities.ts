/**
 * The CRM object that a portal would hold for a row of a CSV. One table for all kinds; an unknown kind becomes a logged
 * message.
 *
 * | kinds | object | how |
 * |---|---|---|
 * | message, email, mail, reply | emails | by customer or both incoming, else ours |
 * | newsletter, campaign, bulk_email, sequence | emails | with the header of list mail |
 * | bounce | emails | status BOUNCED |
 * | call, phone, phone_call | calls | five minutes and connected; by us or system: no answer |
 * | meeting, demo, appointment, visit; no_show; decline, meeting_cancelled | meetings | held; no show; cancelled |
 * | booking, meeting_planned | meetings | booked on our page a day ahead; planned a day ahead |
 * | order, purchase, payment, transaction, invoice, sale | orders | paid; without an amount, an amount of 1 |
 * | refund, return, an order with a negative amount | orders | refunded in full |
 * | ticket, support, case; complaint | tickets | closed on its day; a complaint is an urgent product issue |
 * | nps, csat, survey | feedback_submissions | the amount is the answer; without one, a logged message |
 * | deal_opened, deal_qualified, quote, quote_sent; won, deal, closed_won, deal_won, renewal; lost, closed_lost, deal_lost | deals | |
 * | stop_request, cancellation, cancel, churn, account_closed | deals | lost, with "do not contact" as the reason |
 * | competitor, price_objection | deals | lost, with that reason |
 * | postal, letter | postal_mail | |
 * | automation, note, task | notes | nobody's act |
 * | chat, sms, whatsapp, linkedin, dm and everything else | communications | see below |
 *
 * Who wrote a logged message HubSpot does not say. The convention, here and in the generator: what we sent has an owner
 * and was logged in the CRM; what the customer sent has neither.
 *
 * Acts that take the customer (a meeting held, a ticket, a survey, a booking) become logged messages of ours where a
 * file ascribes them to us alone. Mails by `system` are list mail, its logged messages are notes: nobody's act.
 */
import type { SandboxRecord } from '../sandbox-record.ts';
import type { Row } from './csv-rows.ts';
import { DAY_MS, iso, record } from './desk.ts';

/** What is written about a row: the object type, its properties, and when it was recorded. */
type Entry = {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly createdAt?: number;
  readonly updatedAt?: number;
};

type Writing = (row: Row, ownerId: string) => Entry;

const isTheirs = ({ by }: Row) => by === 'customer' || by === 'both';

const bulk = JSON.stringify({ 'List-Unsubscribe': '<https://imported.example/bye>' });

const mail =
  (more: Readonly<Record<string, string>> = {}): Writing =>
  (row, ownerId) => ({
    type: 'emails',
    properties: {
      hs_timestamp: iso(row.at),
      hs_email_direction: isTheirs(row) ? 'INCOMING_EMAIL' : 'EMAIL',
      hs_email_status: 'SENT',
      hubspot_owner_id: ownerId,
      ...(row.by === 'system' ? { hs_email_headers: bulk } : {}),
      ...more,
    },
  });

const nobodysAct: Writing = (row, ownerId) => ({
  type: 'notes',
  properties: { hs_timestamp: iso(row.at), hs_note_body: row.kind, hubspot_owner_id: ownerId },
});

const loggedMessage =
  (channel: string): Writing =>
  (row, ownerId) =>
    row.by === 'system'
      ? nobodysAct(row, ownerId)
      : {
          type: 'communications',
          properties: {
            hs_timestamp: iso(row.at),
            hs_communication_channel_type: channel,
            ...(isTheirs(row) ? {} : { hubspot_owner_id: ownerId, hs_communication_logged_from: 'CRM' }),
          },
        };

const anyMessage = loggedMessage('CUSTOM_CHANNEL_CONVERSATION');

/** HubSpot's default call outcomes have the same ids in every portal. */
const outcomes = {
  connected: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
  noAnswer: '73a0d17f-1163-4015-bdd5-ec830791da20',
};

const call: Writing = (row, ownerId) => ({
  type: 'calls',
  properties: {
    hs_timestamp: iso(row.at),
    hs_call_direction: row.by === 'customer' ? 'INBOUND' : 'OUTBOUND',
    hs_call_disposition: isTheirs(row) ? outcomes.connected : outcomes.noAnswer,
    hs_call_status: isTheirs(row) ? 'COMPLETED' : 'NO_ANSWER',
    hs_call_duration: isTheirs(row) ? '300000' : '0',
    hubspot_owner_id: ownerId,
  },
});

/** A meeting that began half an hour before the row's time, so that it is held then; or one on the next day. */
const meeting =
  (outcome: string, ahead = false, source = 'CRM_UI'): Writing =>
  (row, ownerId) => {
    const held = outcome === 'COMPLETED';
    const startAt = Math.max(0, ahead ? row.at + DAY_MS : held ? row.at - 1_800_000 : row.at);
    return {
      type: 'meetings',
      properties: {
        hs_timestamp: iso(startAt),
        hs_meeting_start_time: iso(startAt),
        hs_meeting_end_time: iso(startAt + 1_800_000),
        hs_meeting_outcome: outcome,
        hs_meeting_source: source,
        hubspot_owner_id: ownerId,
      },
      createdAt: ahead ? row.at : startAt,
      updatedAt: row.at,
    };
  };

const theirs =
  (writing: Writing): Writing =>
  (row, ownerId) =>
    isTheirs(row) ? writing(row, ownerId) : anyMessage(row, ownerId);

const order: Writing = (row) => {
  const amount = row.amount ?? 1;
  const isRefund = amount < 0 || row.kind === 'refund' || row.kind === 'return';
  const status: Record<string, string> = isRefund
    ? { hs_payment_status: 'REFUNDED', hs_refund_amount: String(Math.abs(amount)) }
    : { hs_payment_status: 'PAID' };
  return {
    type: 'orders',
    properties: {
      hs_order_name: isRefund ? 'Returned order' : 'Order',
      hs_total_price: String(Math.abs(amount)),
      hs_external_created_date: iso(row.at),
      ...status,
    },
  };
};

const ticket =
  (category: string, priority: string): Writing =>
  (row) => ({
    type: 'tickets',
    properties: {
      subject: priority === 'HIGH' ? 'Complaint' : 'Question',
      createdate: iso(row.at),
      closed_date: iso(row.at),
      hs_pipeline: '0',
      hs_pipeline_stage: '4',
      hs_ticket_category: category,
      hs_ticket_priority: priority,
    },
  });

const survey: Writing = (row, ownerId) =>
  row.amount === null
    ? anyMessage({ ...row, by: 'customer' }, ownerId)
    : {
        type: 'feedback_submissions',
        properties: {
          hs_survey_type: row.kind === 'csat' ? 'CSAT' : 'NPS',
          hs_value: String(row.amount),
          hs_submission_timestamp: iso(row.at),
        },
      };

const deal =
  (stage: string, lostBecause?: string): Writing =>
  (row, ownerId) => {
    const closed = stage.startsWith('closed');
    return {
      type: 'deals',
      properties: {
        dealname: 'Deal',
        pipeline: 'default',
        dealstage: stage,
        createdate: iso(row.at),
        hs_is_closed: String(closed),
        hs_is_closed_won: String(stage === 'closedwon'),
        hubspot_owner_id: ownerId,
        ...(closed ? { closedate: iso(row.at) } : {}),
        ...(row.amount === null ? {} : { amount: String(row.amount) }),
        ...(lostBecause === undefined ? {} : { closed_lost_reason: lostBecause }),
      },
    };
  };

const letter: Writing = (row, ownerId) => ({
  type: 'postal_mail',
  properties: { hs_timestamp: iso(row.at), hubspot_owner_id: ownerId },
});

const rows = (names: string, writing: Writing) =>
  names.split(' ').map((name): [string, Writing] => [name, writing]);

const writings: ReadonlyMap<string, Writing> = new Map([
  ...rows('message email mail reply', mail()),
  ...rows('newsletter campaign bulk_email sequence', mail({ hs_email_headers: bulk })),
  ...rows('bounce', mail({ hs_email_status: 'BOUNCED', hs_email_direction: 'EMAIL' })),
  ...rows('call phone phone_call', call),
  ...rows('meeting demo appointment visit', theirs(meeting('COMPLETED'))),
  ...rows('no_show', meeting('NO_SHOW')),
  ...rows('decline meeting_cancelled', meeting('CANCELED')),
  ...rows('booking', theirs(meeting('SCHEDULED', true, 'MEETINGS_PUBLIC'))),
  ...rows('meeting_planned', meeting('SCHEDULED', true)),
  ...rows('order purchase payment transaction invoice sale refund return', order),
  ...rows('ticket support case', theirs(ticket('GENERAL_INQUIRY', 'MEDIUM'))),
  ...rows('complaint', theirs(ticket('PRODUCT_ISSUE', 'HIGH'))),
  ...rows('nps csat survey', theirs(survey)),
  ...rows('deal_opened', deal('qualifiedtobuy')),
  ...rows('deal_qualified quote quote_sent', deal('presentationscheduled')),
  ...rows('won deal closed_won deal_won renewal', deal('closedwon')),
  ...rows('lost closed_lost deal_lost', deal('closedlost')),
  ...rows('stop_request cancellation cancel churn account_closed', deal('closedlost', 'Do not contact')),
  ...rows('competitor', deal('closedlost', 'Competitor')),
  ...rows('price_objection', deal('closedlost', 'Price')),
  ...rows('postal letter', letter),
  ...rows('automation note task', nobodysAct),
  ...rows('sms', loggedMessage('SMS')),
  ...rows('whatsapp', loggedMessage('WHATS_APP')),
  ...rows('linkedin', loggedMessage('LINKED_IN_MESSAGE')),
  ...rows('chat dm', loggedMessage('LIVE_CHAT')),
]);

/** The activity of a row, linked to its contact. `nextId` gives ids of a type. */
export function activityOf(
  row: Row,
  contactId: string,
  ownerId: string,
  nextId: (type: string) => string,
): SandboxRecord {
  const write = writings.get(row.kind) ?? anyMessage;
  const { type, properties, createdAt = row.at, updatedAt = createdAt } = write(row, ownerId);
  return record(
    type,
    nextId(type),
    createdAt,
    properties,
    [{ type: 'contacts', id: contactId }],
    Math.max(createdAt, updatedAt),
  );
}
