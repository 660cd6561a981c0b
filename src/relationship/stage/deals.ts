import type { Signal } from '../signal/signal.ts';

/** Deals and quotes: what is being negotiated. Open deals go over into a new epoch. */
export type Deals = {
  readonly byId: Map<string, Deal>;
  /** Open deals past qualification. */
  readonly negotiating: Map<string, Deal>;
  quotes: Quote[];
  lostAt: number;
  lost: Signal | null;
};

export type Deal = {
  readonly id: string;
  /** When the negotiation began; null before qualification. */
  qualifiedAt: number | null;
  qualifiedBy: Signal | null;
  changedAt: number;
  isOpen: boolean;
};

type Quote = {
  readonly signal: Signal;
  readonly at: number;
  readonly endsAt: number;
  readonly dealId: string | null;
};

const never = Number.NEGATIVE_INFINITY;

export function noDeals(): Deals {
  return { byId: new Map(), negotiating: new Map(), quotes: [], lostAt: never, lost: null };
}

/** Enters a deal or quote signal. */
export function recordDeal(deals: Deals, signal: Signal): void {
  switch (signal.kind) {
    case 'quote_sent':
      // What has run out by now can decide nothing any more.
      deals.quotes = deals.quotes.filter((quote) => isOpenQuote(deals, quote, signal.at));
      deals.quotes.push({
        signal,
        at: signal.at,
        endsAt: Math.min(endOf(signal.facts.expiresAt), endOf(signal.facts.closedAt)),
        dealId: signal.facts.dealId ?? null,
      });
      if (signal.facts.dealId !== undefined) change(deals, signal.facts.dealId, signal.at);
      return;
    case 'deal_opened':
    case 'deal_changed':
      change(deals, signal.facts.dealId, signal.at);
      return;
    case 'deal_qualified': {
      const deal = change(deals, signal.facts.dealId, signal.at);
      if (deal.qualifiedAt === null) {
        deal.qualifiedAt = signal.at;
        deal.qualifiedBy = signal;
        if (deal.isOpen) deals.negotiating.set(deal.id, deal);
      }
      return;
    }
    case 'deal_won':
      close(deals, signal.facts.dealId, signal.at);
      return;
    case 'deal_lost':
      close(deals, signal.facts.dealId, signal.at);
      deals.lostAt = signal.at;
      deals.lost = signal;
      return;
    default:
      return;
  }
}

function close(deals: Deals, id: string, at: number): void {
  change(deals, id, at).isOpen = false;
  deals.negotiating.delete(id);
}

function endOf(at: number | null | undefined): number {
  return at === null || at === undefined || Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}

function change(deals: Deals, id: string, at: number): Deal {
  let deal = deals.byId.get(id);
  if (deal === undefined) {
    deal = { id, qualifiedAt: null, qualifiedBy: null, changedAt: at, isOpen: true };
    deals.byId.set(id, deal);
  }
  deal.changedAt = at;
  return deal;
}

/** Open deals past qualification. */
export function negotiations(deals: Deals): Iterable<Deal> {
  return deals.negotiating.values();
}

/** Whether a quote is open at that time: not closed, not run out, and its deal not decided. */
export function isOpenQuote(deals: Deals, { endsAt, dealId }: Quote, at: number): boolean {
  return endsAt > at && (dealId === null || (deals.byId.get(dealId)?.isOpen ?? true));
}
