import type { Signal } from '../signal/signal.ts';
import type { Timeline } from '../signal/timeline.ts';
import { dayOf } from '../signal/timeline.ts';
import type { InputProblem } from './input-problem.ts';
import type { MatrixSettings } from './matrix-settings.ts';

/** What a contact bought, each purchase once: an order and the won deal it belongs to are one purchase. */
export type Purchase = {
  /** The activity, as `deals:12`. */
  readonly source: string;
  readonly at: number;
  /** Whole UTC days since 1970. */
  readonly day: number;
  readonly dealId: string | null;
  /** Paid in the home currency after refunds; null where no amount is known or it cannot be added. */
  readonly amount: number | null;
  /** Pipeline or product family; null where none is named. */
  readonly family: string | null;
  /** An intermediary stood between: reseller, broker, agent, dealer, distributor. */
  readonly viaIntermediary: boolean;
};

/** What somebody else knows of an order or deal, by its source: it stands before what the signal itself says. */
export type PurchaseDetail = {
  readonly family?: string;
  readonly viaIntermediary?: boolean;
  /** Of a won deal; an order names its own. */
  readonly currency?: string;
};

export type Purchases = { readonly list: readonly Purchase[]; readonly problems: readonly InputProblem[] };

type Bought = Extract<Signal, { kind: 'order' | 'deal_won' }>;

const nothing: Purchases = { list: [], problems: [] };

/**
 * The purchases in a timeline, oldest first. Orders of nothing and fully refunded ones are none. Refunds are taken off
 * the order they belong to, else off the deal; never below nothing.
 */
export function purchasesOf(
  timeline: Timeline,
  details: ReadonlyMap<string, PurchaseDetail>,
  settings: MatrixSettings,
): Purchases {
  const bought: Bought[] = [];
  let ordered: Set<string> | null = null;
  let refunds: Map<string, number> | null = null;
  for (const signal of timeline.signals) {
    if (signal.kind === 'order') {
      bought.push(signal);
      if (signal.facts.dealId === undefined || !isPaid(signal)) continue;
      ordered ??= new Set();
      ordered.add(signal.facts.dealId);
    } else if (signal.kind === 'deal_won') bought.push(signal);
    else if (signal.kind === 'refund') refunds = addRefund(refunds, signal);
  }
  if (bought.length === 0) return nothing;
  const problems: InputProblem[] = [];
  const money = moneyOf(bought, details, settings, problems);
  const list: Purchase[] = [];
  for (const signal of bought) {
    const isCounted = signal.kind === 'order' ? isPaid(signal) : ordered?.has(signal.facts.dealId) !== true;
    if (!isCounted) continue;
    const detail = details.get(signal.source);
    const sold = soldAs(signal, bought);
    list.push({
      source: signal.source,
      at: signal.at,
      day: dayOf(signal.at),
      dealId: signal.facts.dealId ?? null,
      amount: amountOf(signal, money, refunds, problems),
      family: detail?.family ?? sold.family ?? null,
      viaIntermediary: detail?.viaIntermediary ?? sold.viaIntermediary ?? false,
    });
  }
  return { list, problems };
}

/** A payment of a deal was sold as the deal was. */
function soldAs(
  signal: Bought,
  bought: readonly Bought[],
): Pick<PurchaseDetail, 'family' | 'viaIntermediary'> {
  const { dealId } = signal.facts;
  if (signal.kind === 'deal_won' || dealId === undefined) return signal.facts;
  const deal = bought.find((other) => other.kind === 'deal_won' && other.facts.dealId === dealId);
  return { ...deal?.facts, ...signal.facts };
}

function isPaid({ facts }: Extract<Bought, { kind: 'order' }>): boolean {
  return facts.amount > 0 && facts.refunded !== true;
}

function addRefund(refunds: Map<string, number> | null, signal: Extract<Signal, { kind: 'refund' }>) {
  const known = refunds ?? new Map<string, number>();
  const { amount, dealId } = signal.facts;
  if (!(amount > 0)) return known;
  for (const key of [signal.source, ...(dealId === undefined ? [] : [`deal ${dealId}`])]) {
    known.set(key, (known.get(key) ?? 0) + amount);
  }
  return known;
}

/** Turns an amount into the home currency; null where it cannot be added. */
type Money = (signal: Bought) => number | null;

function moneyOf(
  bought: readonly Bought[],
  details: ReadonlyMap<string, PurchaseDetail>,
  settings: MatrixSettings,
  problems: InputProblem[],
): Money {
  const currencyOf = (signal: Bought) =>
    signal.facts.currency ?? details.get(signal.source)?.currency ?? null;
  const { homeCurrency } = settings;
  // Most portals sell in one currency, so this is asked of most contacts and costs no table.
  if (bought.every((signal) => (currencyOf(signal) ?? homeCurrency) === homeCurrency)) return () => 1;
  const counts = new Map<string, number>();
  for (const signal of bought) {
    const currency = currencyOf(signal);
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  if (homeCurrency === null) {
    if (counts.size === 1) return () => 1;
    problems.push({ code: 'two_currencies', currencies: [...counts.keys()].sort() });
    return () => null;
  }
  const rates = new Map<string | null, number | null>([[null, 1]]);
  for (const [currency, purchases] of counts) {
    const rate = currency === homeCurrency ? 1 : (settings.rates[currency] ?? 0);
    const isUsable = rate > 0 && Number.isFinite(rate);
    rates.set(currency, isUsable ? rate : null);
    if (!isUsable) problems.push({ code: 'currency_without_rate', currency, purchases });
  }
  return (signal) => rates.get(currencyOf(signal)) ?? null;
}

function amountOf(
  signal: Bought,
  money: Money,
  refunds: ReadonlyMap<string, number> | null,
  problems: InputProblem[],
): number | null {
  const { amount, dealId } = signal.facts;
  const rate = money(signal);
  if (amount === null || !Number.isFinite(amount) || rate === null) return null;
  if (amount < 0) problems.push({ code: 'negative_amount', source: signal.source });
  const back = refunds?.get(signal.source) ?? refunds?.get(`deal ${dealId}`) ?? 0;
  return Math.max(0, amount - back) * rate;
}
