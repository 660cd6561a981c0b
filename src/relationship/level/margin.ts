import type { InputProblem } from '../matrix/input-problem.ts';
import type { MatrixSettings } from '../matrix/matrix-settings.ts';
import { dayOf } from '../signal/timeline.ts';
import type { MarginBand } from './grid.ts';
import type { LevelSettings } from './level-settings.ts';

/** Where a segment's margin comes from, best source first: line items, else what an admin entered, else nothing at all. */
export type Margin =
  | {
      readonly source: 'line_items';
      /** Margin as a share of revenue; negative when deals cost more than they brought. */
      readonly share: number;
      readonly band: MarginBand;
      readonly filled: number;
      readonly deals: number;
    }
  | { readonly source: 'admin'; readonly share: number; readonly band: MarginBand }
  /** No guess: too few deals are filled, and nothing was entered. */
  | { readonly source: 'unknown'; readonly filled: number; readonly deals: number };

export type WonDeal = {
  readonly id: string;
  readonly at: number;
  readonly family: string | null;
  readonly currency: string | null;
  readonly lines: readonly DealLine[];
};

/** Price and cost of a whole line, in the deal's currency; cost is null where nobody filled it in. */
export type DealLine = { readonly price: number; readonly cost: number | null };

export type MarginAnswer = { readonly margin: Margin; readonly problems: readonly InputProblem[] };

/** What an admin entered: margin as a share of revenue by family; null holds for families without their own. */
export type EnteredMargins = ReadonlyMap<string | null, number>;

/**
 * The margin of a segment. A deal counts as filled when each of its lines has price and cost, it brought something, and
 * its currency can be added. Bands are shares of revenue.
 */
export function marginOf(
  won: readonly WonDeal[],
  entered: EnteredMargins,
  settings: LevelSettings,
  money: Pick<MatrixSettings, 'homeCurrency' | 'rates'>,
  now: number,
): MarginAnswer {
  const firstDay = dayOf(now) - settings.marginDays;
  const deals = won.filter((deal) => deal.at <= now && dayOf(deal.at) > firstDay);
  const problems: InputProblem[] = [];
  const filled = filledOf(deals, money, problems);
  if (filled.length > 0 && filled.length >= settings.filledShare * deals.length) {
    const revenue = filled.reduce((sum, deal) => sum + deal.revenue, 0);
    const share = filled.reduce((sum, deal) => sum + deal.margin, 0) / revenue;
    const band = bandOf(share, settings);
    const counts = { filled: filled.length, deals: deals.length };
    return { margin: { source: 'line_items', share, band, ...counts }, problems };
  }
  const share = enteredShare(deals, entered, settings, problems);
  const margin: Margin =
    share === null
      ? { source: 'unknown', filled: filled.length, deals: deals.length }
      : { source: 'admin', share, band: bandOf(share, settings) };
  return { margin, problems };
}

export function bandOf(share: number, settings: LevelSettings): MarginBand {
  if (share >= settings.highMargin) return 'high';
  return share >= settings.mediumMargin ? 'medium' : 'low';
}

type FilledDeal = { readonly revenue: number; readonly margin: number };

function filledOf(
  deals: readonly WonDeal[],
  money: Pick<MatrixSettings, 'homeCurrency' | 'rates'>,
  problems: InputProblem[],
): FilledDeal[] {
  const missing: string[] = [];
  const negative: string[] = [];
  const filled: FilledDeal[] = [];
  const rateOf = createRates(deals, money, problems);
  for (const deal of deals) {
    const rate = rateOf(deal.currency);
    if (deal.lines.length === 0) continue;
    const costs = deal.lines.map((line) => line.cost);
    if (costs.some((cost) => cost === null || !Number.isFinite(cost))) {
      missing.push(deal.id);
      continue;
    }
    const revenue = deal.lines.reduce((sum, line) => sum + line.price, 0);
    const cost = costs.reduce((sum: number, one) => sum + (one ?? 0), 0);
    if (!(revenue > 0 && Number.isFinite(revenue)) || rate === null) continue;
    if (cost > revenue) negative.push(deal.id);
    filled.push({ revenue: revenue * rate, margin: (revenue - cost) * rate });
  }
  if (missing.length > 0) problems.push({ code: 'cost_missing', deals: missing });
  if (negative.length > 0) problems.push({ code: 'negative_margin', deals: negative });
  return filled;
}

/** As for purchases: one currency needs no rate, several need a home currency and a rate each. */
function createRates(
  deals: readonly WonDeal[],
  { homeCurrency, rates }: Pick<MatrixSettings, 'homeCurrency' | 'rates'>,
  problems: InputProblem[],
): (currency: string | null) => number | null {
  const counts = new Map<string, number>();
  for (const { currency } of deals) {
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  if (homeCurrency === null) {
    if (counts.size <= 1) return () => 1;
    problems.push({ code: 'two_currencies', currencies: [...counts.keys()].sort() });
    return () => null;
  }
  const rateOf = (currency: string | null) => {
    const rate = currency === null || currency === homeCurrency ? 1 : (rates[currency] ?? 0);
    return rate > 0 && Number.isFinite(rate) ? rate : null;
  };
  for (const [currency, purchases] of counts) {
    if (rateOf(currency) === null) problems.push({ code: 'currency_without_rate', currency, purchases });
  }
  return rateOf;
}

/** The families' entered margins, weighed by their deals; null unless enough of the deals have one. */
function enteredShare(
  deals: readonly WonDeal[],
  entered: EnteredMargins,
  settings: LevelSettings,
  problems: InputProblem[],
): number | null {
  for (const share of entered.values()) {
    if (!(Number.isFinite(share) && share <= 1)) problems.push({ code: 'not_a_number', what: 'margin' });
  }
  const shareOf = (family: string | null) => {
    const share = entered.get(family) ?? entered.get(null);
    return share !== undefined && Number.isFinite(share) && share <= 1 ? share : null;
  };
  // A segment that sold nothing yet still has what was entered for it as a whole.
  if (deals.length === 0) return shareOf(null);
  const known = deals.map((deal) => shareOf(deal.family)).filter((share) => share !== null);
  if (known.length === 0 || known.length < settings.filledShare * deals.length) return null;
  return known.reduce((sum, share) => sum + share, 0) / known.length;
}
