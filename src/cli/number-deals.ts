import type { Signal } from '../relationship/signal/signal.ts';

/**
 * Names the deals of one contact, since a row cannot: what stands between two closings is one deal, and who is won again
 * after a deal was won or lost is won by another one. A row given twice speaks of the same deal, and neither the order
 * of rows nor a later row changes the name of an earlier deal.
 */
export function numberDeals(signals: Signal[]): Signal[] {
  const inOrder = signals.filter(isOfDeal).sort(compare);
  const names = new Map<string, string>();
  let deal = 1;
  for (const { id, kind } of inOrder) {
    if (names.has(id)) continue;
    names.set(id, `deal-${deal}`);
    if (closes(kind)) deal += 1;
  }
  if (deal === 1) return signals;
  return signals.map((signal) => (isOfDeal(signal) ? named(signal, names.get(signal.id)) : signal));
}

type OfDeal = Extract<
  Signal,
  { kind: 'deal_opened' | 'deal_qualified' | 'deal_changed' | 'deal_won' | 'deal_lost' }
>;

/** In the order in which a deal passes through them, should several bear one time. */
const kinds: readonly Signal['kind'][] = [
  'deal_opened',
  'deal_qualified',
  'deal_changed',
  'deal_won',
  'deal_lost',
];

function isOfDeal(signal: Signal): signal is OfDeal {
  return kinds.includes(signal.kind);
}

function closes(kind: OfDeal['kind']): boolean {
  return kind === 'deal_won' || kind === 'deal_lost';
}

function compare(a: OfDeal, b: OfDeal): number {
  return a.at - b.at || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}

function named(signal: OfDeal, dealId = signal.facts.dealId): Signal {
  // The facts are those of the same kind with another name; TypeScript forgets the pairing in a spread.
  return { ...signal, facts: { ...signal.facts, dealId } } as Signal;
}
