/**
 * A signal is what Rapport keeps of an activity: who acted, when, how, and the few facts the model reads. It never
 * carries content. One activity gives at most a few signals; `source` names the activity (the card links to it) and
 * `id` the signal itself, so that reading an activity again replaces what it said before.
 */

export type By = 'customer' | 'both' | 'us' | 'system';

export type Channel =
  | 'email'
  | 'call'
  | 'meeting'
  | 'chat'
  | 'sms'
  | 'whatsapp'
  | 'linkedin'
  | 'form'
  | 'web'
  | 'postal'
  | 'ticket'
  | 'order'
  | 'deal'
  | 'survey'
  | 'preferences'
  | 'other';

/** How something was sold. */
type Sold = {
  /** Pipeline, shop or product family; absent where none is named. */
  family?: string;
  /** An intermediary stood between: reseller, broker, agent, dealer, distributor. */
  viaIntermediary?: boolean;
};

/** The sum of a deal's line items in its currency; cost is null where one of them has none. */
type Lines = { price: number; cost: number | null };

type Remedy = 'refund' | 'replacement' | 'repair' | 'credit' | 'apology' | 'explanation';

/** The facts of each kind: one table, so that a kind cannot exist without saying what it carries. Times are ms since epoch. */
export type FactsOf = {
  /** A mail, chat or direct message. `personal`: one to one and by a person; sequence and bulk mail are not personal. */
  message: {
    personal: boolean;
    sequence?: boolean;
    autoReply?: boolean;
    participants?: number;
    threadId?: string;
    /** Demanded by a contract or an order (a receipt, a delivery notice): no pressure on anybody. */
    transactional?: boolean;
  };
  /** By both when it connected for long enough, else by whoever dialled. */
  call: { connected: boolean; seconds: number; participants?: number };
  /** The customer booked a meeting, dated at its creation. */
  booking: { meetingId?: string };
  /** A meeting that was held, dated at its end. */
  meeting: { minutes: number; participants?: number };
  /** An accepted meeting with its dates, dated at its creation: covers silence until `endAt`. */
  meeting_planned: { startAt: number; endAt: number };
  no_show: { newDate?: boolean };
  decline: { newDate?: boolean };
  meeting_cancelled: { newDate?: boolean };
  form: { formId?: string };
  ticket: { ticketId?: string };
  /** A complaint, open until `closedAt`. `remedy`: what was done to make up; `public`: made where others could read it. */
  complaint: {
    ticketId?: string;
    closedAt: number | null;
    severity?: 'low' | 'medium' | 'high';
    remedy?: Remedy;
    public?: boolean;
  };
  order: { amount: number; currency?: string; dealId?: string; refunded?: boolean } & Sold;
  refund: { amount: number; dealId?: string };
  survey: { metric: 'nps' | 'csat'; value: number };
  referral: { contactId?: string };
  review: Record<never, never>;
  opt_in: { scope: 'global' | 'partial'; channel?: Channel };
  opt_out: { scope: 'global' | 'partial'; channel?: Channel };
  deal_opened: { dealId: string; project?: boolean; family?: string };
  /** The deal moved past qualification: the negotiation began. */
  deal_qualified: { dealId: string; project?: boolean };
  deal_changed: { dealId: string };
  deal_won: {
    dealId: string;
    amount: number | null;
    currency?: string;
    project?: boolean;
    lines?: Lines;
  } & Sold;
  deal_lost: { dealId: string; doNotContact?: boolean };
  quote_sent: { dealId?: string; quoteId?: string; expiresAt?: number | null; closedAt?: number | null };
  renewal: { dealId?: string; months?: number };
  competitor: { dealId?: string };
  price_objection: { dealId?: string };
  downgrade: { dealId?: string };
  /** A paid term (contract, subscription) from `at` to `endAt`; null while it is open-ended. */
  term: { endAt: number | null; dealId?: string };
  /** Member of a loyalty programme from `at` until `endAt`. */
  loyalty: { endAt: number | null };
  /** A mapped lifecycle stage says customer since then. */
  became_customer: Record<never, never>;
  /** Product registration, warranty, receipt, activated licence, owner club: a customer of an indirect seller. */
  registered: { what: 'product' | 'warranty' | 'receipt' | 'licence' | 'owner_club' };
  page_view: Record<never, never>;
  click: { bot?: boolean };
  ad: Record<never, never>;
  /** This contact was referred by somebody: reach, not a touch. */
  referred: { contactId?: string };
  /** Notice given at `at`, in force from `effectiveAt`. */
  cancellation: { effectiveAt: number };
  stop_request: Record<never, never>;
  account_closed: Record<never, never>;
  project_completed: { dealId?: string };
  bounce: Record<never, never>;
  automation: Record<never, never>;
  imported: Record<never, never>;
};

export type SignalKind = keyof FactsOf;

export type Signal = {
  [K in SignalKind]: {
    readonly id: string;
    /** The activity it was read from, as `type:recordId`, for example `emails:4711`. */
    readonly source: string;
    /** When it happened, ms since epoch. */
    readonly at: number;
    readonly kind: K;
    readonly by: By;
    readonly channel: Channel;
    readonly facts: Readonly<FactsOf[K]>;
  };
}[SignalKind];
