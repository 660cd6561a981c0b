import type { By, Channel, FactsOf, Signal, SignalKind } from '../relationship/signal/signal.ts';

/**
 * What the `kind` of a CSV row means. A row carries less than an activity of HubSpot does, so each kind says which facts
 * are assumed. Kinds are compared without case, and blanks and hyphens count as underscores; every name of
 * `SignalKind` is its own kind. A kind that is not here is a generic touch or outreach, according to `by`.
 *
 * | kind in the file                                         | signal       | assumed                                      |
 * |----------------------------------------------------------|--------------|----------------------------------------------|
 * | email, mail, reply, chat, sms, whatsapp, linkedin, dm, message | message | one to one and personal                     |
 * | newsletter, campaign, bulk_email, sequence               | message      | not personal                                 |
 * | phone, phone_call, call                                  | call         | connected for 5 minutes unless by us alone   |
 * | demo, appointment, visit, meeting                        | meeting      | held, 30 minutes                             |
 * | form_submission, submission, signup, webinar             | form         |                                              |
 * | support, case, ticket                                    | ticket       |                                              |
 * | complaint                                                | complaint    | closed on its day                            |
 * | purchase, payment, transaction, invoice, sale, order     | order        | paid; without an amount, an amount of 1      |
 * | an order with a negative amount, return                  | refund       |                                              |
 * | nps, csat, survey                                        | survey       | amount is the answer; without one, a form    |
 * | won, deal, closed_won                                    | deal_won     | closes the deal at hand; the next is another |
 * | lost, closed_lost                                        | deal_lost    | likewise; contact may go on                  |
 * | quote                                                    | quote_sent   | open                                         |
 * | unsubscribe, opt_out                                     | opt_out      | everything; partial_opt_out: one topic       |
 * | cancel, churn, cancellation                              | cancellation | in force at once                             |
 * | subscription, contract, term                             | term         | open-ended; amount is its length in months   |
 * | pageview, visit_page, page_view; click, open             | page_view; click | reach only                               |
 */

export type EventRow = { readonly at: number; readonly by: By; readonly amount: number | null };

type Meaning = { readonly [K in SignalKind]: readonly [K, FactsOf[K], Channel] }[SignalKind];

type Reading = (row: EventRow) => Meaning;

const message =
  (channel: Channel, personal = true): Reading =>
  () => ['message', { personal }, channel];

const order: Reading = ({ amount }) =>
  amount !== null && amount < 0
    ? ['refund', { amount: -amount }, 'order']
    : ['order', { amount: amount ?? 1 }, 'order'];

const call: Reading = ({ by }) =>
  by === 'us' || by === 'system'
    ? ['call', { connected: false, seconds: 0 }, 'call']
    : ['call', { connected: true, seconds: 300 }, 'call'];

const survey =
  (metric: 'nps' | 'csat'): Reading =>
  ({ amount }) =>
    amount === null ? ['form', {}, 'survey'] : ['survey', { metric, value: amount }, 'survey'];

const meeting: Reading = () => ['meeting', { minutes: 30 }, 'meeting'];
const form: Reading = () => ['form', {}, 'form'];
const ticket: Reading = () => ['ticket', {}, 'ticket'];
/** A row names no deal; `numberDeals` tells a contact's deals apart by their closings. */
const dealId = 'deal-1';
const won: Reading = ({ amount }) => ['deal_won', { dealId, amount }, 'deal'];
const lost: Reading = () => ['deal_lost', { dealId }, 'deal'];
const cancelled: Reading = ({ at }) => ['cancellation', { effectiveAt: at }, 'other'];
const term: Reading = ({ at, amount }) => ['term', { endAt: termEnd(at, amount) }, 'deal'];
const optOut =
  (scope: 'global' | 'partial'): Reading =>
  () => ['opt_out', { scope }, 'preferences'];

function termEnd(at: number, months: number | null): number | null {
  if (months === null || !(months > 0 && months <= 1200)) return null;
  const end = new Date(at);
  return end.setUTCMonth(end.getUTCMonth() + Math.round(months));
}

const own: { readonly [K in SignalKind]: Reading } = {
  message: message('email'),
  call,
  booking: () => ['booking', {}, 'meeting'],
  meeting,
  // Without dates of its own a planned meeting covers nothing: it is over on the day it was planned.
  meeting_planned: ({ at }) => ['meeting_planned', { startAt: at, endAt: at }, 'meeting'],
  no_show: () => ['no_show', {}, 'meeting'],
  decline: () => ['decline', {}, 'meeting'],
  meeting_cancelled: () => ['meeting_cancelled', {}, 'meeting'],
  form,
  ticket,
  complaint: ({ at }) => ['complaint', { closedAt: at }, 'ticket'],
  order,
  refund: ({ amount }) => ['refund', { amount: Math.abs(amount ?? 0) }, 'order'],
  survey: survey('nps'),
  referral: () => ['referral', {}, 'other'],
  review: () => ['review', {}, 'web'],
  opt_in: () => ['opt_in', { scope: 'global' }, 'preferences'],
  opt_out: optOut('global'),
  deal_opened: () => ['deal_opened', { dealId }, 'deal'],
  deal_qualified: () => ['deal_qualified', { dealId }, 'deal'],
  deal_changed: () => ['deal_changed', { dealId }, 'deal'],
  deal_won: won,
  deal_lost: lost,
  quote_sent: () => ['quote_sent', {}, 'deal'],
  renewal: () => ['renewal', {}, 'deal'],
  competitor: () => ['competitor', {}, 'deal'],
  price_objection: () => ['price_objection', {}, 'deal'],
  downgrade: () => ['downgrade', {}, 'deal'],
  term,
  loyalty: () => ['loyalty', { endAt: null }, 'other'],
  became_customer: () => ['became_customer', {}, 'other'],
  registered: () => ['registered', { what: 'product' }, 'other'],
  page_view: () => ['page_view', {}, 'web'],
  click: () => ['click', {}, 'email'],
  ad: () => ['ad', {}, 'web'],
  referred: () => ['referred', {}, 'other'],
  cancellation: cancelled,
  stop_request: () => ['stop_request', {}, 'other'],
  account_closed: () => ['account_closed', {}, 'other'],
  project_completed: () => ['project_completed', {}, 'deal'],
  bounce: () => ['bounce', {}, 'email'],
  automation: () => ['automation', {}, 'other'],
  imported: () => ['imported', {}, 'other'],
};

const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ...Object.entries(own),
  ...(['email', 'mail', 'reply'] as const).map((k): [string, Reading] => [k, message('email')]),
  ...(['chat', 'sms', 'whatsapp', 'linkedin'] as const).map((k): [string, Reading] => [k, message(k)]),
  ['dm', message('chat')],
  ...['newsletter', 'campaign', 'bulk_email', 'sequence'].map((k): [string, Reading] => [
    k,
    message('email', false),
  ]),
  ...['phone', 'phone_call'].map((k): [string, Reading] => [k, call]),
  ...['demo', 'appointment', 'visit'].map((k): [string, Reading] => [k, meeting]),
  ...['form_submission', 'submission', 'signup', 'webinar'].map((k): [string, Reading] => [k, form]),
  ...['support', 'case'].map((k): [string, Reading] => [k, ticket]),
  ...['purchase', 'payment', 'transaction', 'invoice', 'sale'].map((k): [string, Reading] => [k, order]),
  ['return', own.refund],
  ['nps', survey('nps')],
  ['csat', survey('csat')],
  ...['won', 'deal', 'closed_won'].map((k): [string, Reading] => [k, won]),
  ...['lost', 'closed_lost'].map((k): [string, Reading] => [k, lost]),
  ['quote', own.quote_sent],
  ['unsubscribe', optOut('global')],
  ['partial_opt_out', optOut('partial')],
  ...['cancel', 'churn'].map((k): [string, Reading] => [k, cancelled]),
  ...['subscription', 'contract'].map((k): [string, Reading] => [k, term]),
  ...['pageview', 'visit_page'].map((k): [string, Reading] => [k, own.page_view]),
  ['open', own.click],
]);

/** A generic act: a touch by the customer or both, an outreach that nobody can call personal, or an automation. */
const generic: Reading = ({ by }) =>
  by === 'system' ? ['automation', {}, 'other'] : ['message', { personal: by !== 'us' }, 'other'];

/** The kind as it is looked up: lower case, underscores. */
export function normalKind(kind: string): string {
  return kind
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

/**
 * The signal of a row. Its id is made of all it says: a row given twice is one signal, and the order of rows leaves no
 * trace.
 */
export function signalOfRow(kind: string, row: EventRow): Signal {
  const [signalKind, facts, channel] = (readings.get(normalKind(kind)) ?? generic)(row);
  const id = `${row.at}/${normalKind(kind)}/${row.by}/${row.amount ?? ''}`;
  // `Meaning` pairs each kind with its own facts; TypeScript forgets the pairing when the tuple is taken apart.
  return { id, source: `csv:${id}`, at: row.at, kind: signalKind, by: row.by, channel, facts } as Signal;
}
