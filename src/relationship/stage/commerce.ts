import type { Settings } from '../settings.ts';
import { reads } from '../signal/reading.ts';
import type { Signal } from '../signal/signal.ts';
import { dayAfter, dayOf, latestTime } from '../signal/timeline.ts';
import { addInterval, type Intervals, noIntervals } from './intervals.ts';
import type { ExchangeSource } from './reason.ts';

/** The exchange of an epoch: what was paid, which terms run, and every sign of commitment. */
export type Commerce = {
  /** Paid and not refunded, by deal ('' for orders that name none). */
  readonly paid: Map<string, Payments>;
  /** Distinct days with a paid cycle, ascending; payments of one deal are one cycle. */
  readonly cycles: number[];
  readonly intervals: Intervals;
  /** Deals whose cycle is counted, and those a later payment belongs to. */
  readonly paidDeals: Set<string>;
  readonly terms: Term[];
  firstOrder: Signal | null;
  won: Signal | null;
  lifecycle: Signal | null;
  registered: Signal | null;
  renewal: Signal | null;
  loyalty: Signal | null;
  promoter: Signal | null;
  referral: Signal | null;
  review: Signal | null;
};

type Payments = { paid: number; refunded: number };

export type Term = {
  readonly signal: Signal;
  readonly startDay: number;
  /** First day on which it is over; infinite while it is open-ended. */
  readonly endDay: number;
  readonly endAt: number | null;
  readonly dealId: string | null;
};

export function noCommerce(): Commerce {
  return {
    paid: new Map(),
    cycles: [],
    intervals: noIntervals(),
    paidDeals: new Set(),
    terms: [],
    firstOrder: null,
    won: null,
    lifecycle: null,
    registered: null,
    renewal: null,
    loyalty: null,
    promoter: null,
    referral: null,
    review: null,
  };
}

/** Enters a signal of the exchange. */
export function recordCommerce(c: Commerce, signal: Signal, bits: number, settings: Settings): void {
  switch (signal.kind) {
    case 'order':
      recordOrder(c, signal, signal.facts);
      return;
    case 'refund':
      recordRefund(c, signal.facts);
      return;
    case 'deal_won':
      c.won ??= signal;
      addCycle(c, signal.at, signal.facts.dealId);
      return;
    case 'renewal':
      c.renewal = signal;
      addCycle(c, signal.at, undefined);
      return;
    case 'term':
      recordTerm(c, signal, signal.facts);
      return;
    case 'became_customer':
      c.lifecycle ??= signal;
      return;
    case 'registered':
      c.registered ??= signal;
      return;
    case 'loyalty':
      c.loyalty = signal;
      return;
    case 'referral':
      if ((bits & reads.commitment) !== 0) c.referral = signal;
      return;
    case 'review':
      if ((bits & reads.commitment) !== 0) c.review = signal;
      return;
    case 'survey':
      if ((bits & reads.commitment) !== 0 && signal.facts.value >= settings.npsPromoter) c.promoter = signal;
      return;
    default:
      return;
  }
}

type OrderFacts = { readonly amount: number; readonly dealId?: string; readonly refunded?: boolean };

/** An amount that is no number counts as nothing paid. */
export function isPaid(facts: OrderFacts): boolean {
  return facts.amount > 0 && facts.refunded !== true;
}

function recordOrder(c: Commerce, signal: Signal, facts: OrderFacts): void {
  if (!(facts.amount > 0)) return;
  const payments = paymentsOf(c, facts.dealId);
  if (facts.refunded === true) {
    payments.refunded += facts.amount;
    return;
  }
  payments.paid += facts.amount;
  c.firstOrder ??= signal;
  addCycle(c, signal.at, facts.dealId);
}

/** A refund is of the orders that say so themselves first: they are not counted as paid, and must not count twice. */
function recordRefund(c: Commerce, facts: { readonly amount: number; readonly dealId?: string }): void {
  if (!(facts.amount > 0)) return;
  const payments = paymentsOf(c, facts.dealId);
  const known = Math.min(payments.refunded, facts.amount);
  payments.refunded -= known;
  payments.paid = Math.max(payments.paid - (facts.amount - known), 0);
}

function paymentsOf(c: Commerce, dealId: string | undefined): Payments {
  const key = dealId ?? '';
  let payments = c.paid.get(key);
  if (payments === undefined) {
    payments = { paid: 0, refunded: 0 };
    c.paid.set(key, payments);
  }
  return payments;
}

function addCycle(c: Commerce, at: number, dealId: string | undefined): void {
  if (dealId !== undefined) {
    if (c.paidDeals.has(dealId)) return;
    c.paidDeals.add(dealId);
  }
  const day = dayOf(at);
  const last = c.cycles.at(-1);
  if (last === day) return;
  if (last !== undefined) addInterval(c.intervals, day - last);
  c.cycles.push(day);
}

function recordTerm(
  c: Commerce,
  signal: Signal,
  facts: { readonly endAt: number | null; readonly dealId?: string },
): void {
  // An end that is no date, or beyond every calendar, is no end.
  const endAt = facts.endAt !== null && facts.endAt <= latestTime ? Math.max(facts.endAt, 0) : null;
  const endDay = endAt === null ? Number.POSITIVE_INFINITY : dayAfter(endAt);
  c.terms.push({ signal, startDay: dayOf(signal.at), endDay, endAt, dealId: facts.dealId ?? null });
}

/** The day on which no paid term is in force any more; minus infinity when there never was one. */
export function termsEndDay(c: Commerce): number {
  let end = Number.NEGATIVE_INFINITY;
  for (const term of c.terms) if (term.endDay > end) end = term.endDay;
  return end;
}

/** What made the contact a customer in this epoch, the strongest source first; null when nothing did. */
export function exchangeOf(
  c: Commerce,
  engagementDays: readonly number[],
  settings: Settings,
): { readonly by: ExchangeSource; readonly signal: Signal | null } | null {
  if (c.firstOrder !== null && hasPaid(c)) return { by: 'order', signal: c.firstOrder };
  if (c.won !== null) return { by: 'won_deal', signal: c.won };
  const term = c.terms[0];
  if (term !== undefined) return { by: 'term', signal: term.signal };
  if (c.lifecycle !== null) return { by: 'lifecycle', signal: c.lifecycle };
  if (c.registered !== null && !settings.sector.startsWith('direct')) {
    return { by: 'registered', signal: c.registered };
  }
  return isEngaged(engagementDays, settings) ? { by: 'engagement', signal: null } : null;
}

function hasPaid(c: Commerce): boolean {
  for (const payments of c.paid.values()) if (payments.paid > 0) return true;
  return false;
}

/** Where nobody sees the purchase, taking part again and again is the exchange. */
function isEngaged(days: readonly number[], settings: Settings): boolean {
  if (settings.sector !== 'indirect_unidentified' || days.length < settings.engagementActs) return false;
  const first = days[0];
  const last = days.at(-1);
  return first !== undefined && last !== undefined && last - first >= settings.engagementDays;
}
