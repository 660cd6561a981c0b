import type { PortalModel } from '../portal-model.ts';
import type { Settings } from '../settings.ts';
import { heals, reads } from '../signal/reading.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf, latestTime } from '../signal/timeline.ts';
import { isPaid, type Term } from './commerce.ts';
import type { Ledger } from './ledger.ts';

/** An end in force: what ended the epoch, and what it takes to come back. */
export type End = {
  readonly kind: 'ended' | 'completed';
  readonly signal: Signal;
  /** Since when the end is known, and from when the return acts count. */
  readonly at: number;
  readonly effectiveAt: number;
  /** Before this an order takes the notice back; minus infinity when there is nothing to take back. */
  readonly revocableBefore: number;
  /** First deal opened long enough after the end. */
  newDealAt: number | null;
  /** Deals of the epoch that ended: paying for them is no return. */
  readonly settledDeals: ReadonlySet<string>;
};

/** The end a signal declares, on top of one that may be in force already. An end by word outweighs a finished project. */
export function endOf(signal: Signal, ledger: Ledger, before: End | null): End {
  const effectiveAt = effectiveTimeOf(signal);
  const revocable = effectiveAt > signal.at ? effectiveAt : Number.NEGATIVE_INFINITY;
  const isProject = signal.kind === 'project_completed';
  const deals = new Set(before?.settledDeals ?? []);
  for (const id of ledger.commerce.paidDeals) deals.add(id);
  for (const term of ledger.commerce.terms) if (term.dealId !== null) deals.add(term.dealId);
  if (signal.kind === 'project_completed' && signal.facts.dealId !== undefined)
    deals.add(signal.facts.dealId);
  const keepsBefore = before !== null && (isProject || before.kind === 'ended');
  return {
    kind: keepsBefore ? before.kind : isProject ? 'completed' : 'ended',
    signal: keepsBefore ? before.signal : signal,
    at: before?.at ?? signal.at,
    effectiveAt: Math.max(effectiveAt, before?.effectiveAt ?? effectiveAt),
    revocableBefore: Math.min(revocable, before?.revocableBefore ?? revocable),
    newDealAt: null,
    settledDeals: deals,
  };
}

/** A notice takes effect on its date; a date before the notice, or none at all, is the notice's own. */
function effectiveTimeOf(signal: Signal): number {
  if (signal.kind !== 'cancellation') return signal.at;
  const { effectiveAt } = signal.facts;
  return effectiveAt > signal.at && effectiveAt <= latestTime ? effectiveAt : signal.at;
}

/** What a signal does to an end in force: nothing, take the notice back, or open a new epoch. */
export function answerToEnd(
  end: End,
  signal: Signal,
  bits: number,
  settings: Settings,
): 'nothing' | 'revokes' | 'returns' {
  switch (signal.kind) {
    case 'order':
    case 'deal_won':
    case 'renewal': {
      const isOfTheEnded = signal.facts.dealId !== undefined && end.settledDeals.has(signal.facts.dealId);
      if (isOfTheEnded || (signal.kind === 'order' && !isPaid(signal.facts))) return 'nothing';
      return signal.at < end.revocableBefore ? 'revokes' : 'returns';
    }
    case 'ticket':
      return 'nothing';
    case 'form':
    case 'booking':
      return heals(bits) && isLongAfter(end, signal.at, settings) ? 'returns' : 'nothing';
    case 'deal_opened':
    case 'deal_qualified':
      if (isLongAfter(end, signal.at, settings) && !end.settledDeals.has(signal.facts.dealId)) {
        end.newDealAt ??= signal.at;
      }
      return 'nothing';
    default:
      return heals(bits) && end.newDealAt !== null ? 'returns' : 'nothing';
  }
}

/** An end closes the terms in force; one that began after it, of a deal of its own, belongs to the return. */
export function termsAfter(end: End, terms: readonly Term[]): readonly Term[] {
  return terms.filter(
    ({ signal, dealId }) =>
      signal.at >= end.effectiveAt && (dealId === null || !end.settledDeals.has(dealId)),
  );
}

function isLongAfter(end: End, at: number, settings: Settings): boolean {
  return dayOf(at) - dayOf(end.effectiveAt) >= settings.returnDays;
}

/** Whether a healing touch ends a silence so long that a new epoch begins. Vitality has no say in it. */
export function isReturnAfterFading(
  silentFrom: number,
  at: number,
  portal: PortalModel,
  settings: Settings,
): boolean {
  const bound = Math.max(settings.returnSilenceHorizons * portal.horizonDays, settings.returnSilenceDays);
  return dayOf(at) - silentFrom > bound;
}

export function isEnd(bits: number): boolean {
  return (bits & reads.end) !== 0;
}
