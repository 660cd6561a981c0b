import type { ContactFacts } from '../facts.ts';
import type { Settings } from '../settings.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf } from '../signal/timeline.ts';
import { exchangeOf, termsEndDay } from './commerce.ts';
import { hasReplies, narrowing, orderStretch, replySlowdown } from './comparisons.ts';
import { type CycleCount, countCycles, longTerm } from './cycles.ts';
import { isOpenQuote, negotiations } from './deals.ts';
import type { Ledger } from './ledger.ts';
import type { BondingSign, NarrowingSign, NegotiatingHow } from './reason.ts';
import type { Stage } from './stages.ts';
import { liveTrouble } from './trouble.ts';

/**
 * The lines of the decision table that do not speak of absence: rows 1 to 7. Each is asked of the ledger at a time;
 * the first that holds, from the severest on, decides.
 */
export function standingRow(
  ledger: Ledger,
  at: number,
  facts: ContactFacts,
  settings: Settings,
): Stage | 'not_enough_evidence' {
  if (isCustomer(ledger, settings)) return customerRow(ledger, at, facts, settings);
  if (ledger.touches > 0)
    return negotiation(ledger, at, settings) === null ? 'experimenting' : 'intensifying';
  return ledger.reachedBy === null ? 'not_enough_evidence' : 'initiating';
}

function customerRow(ledger: Ledger, at: number, facts: ContactFacts, settings: Settings): Stage {
  const troubles = liveTrouble(ledger.trouble, at, settings);
  if (narrowedBy(ledger, troubles.length > 0, settings) !== null) return 'circumscribing';
  if (troubles.length >= settings.troubleKinds) return 'differentiating';
  if (troubles.length > 0) {
    return orderStretch(ledger, settings) >= settings.stretchedInterval ? 'differentiating' : 'integrating';
  }
  if (facts.captive) return 'integrating';
  const cycles = countCycles(ledger.commerce, dayOf(at), settings);
  if (cycles.count < settings.bondingCycles) return 'integrating';
  return bondingSign(ledger, at, cycles, settings) === null ? 'integrating' : 'bonding';
}

const nobody: readonly number[] = [];

/** Where nobody sees the purchase, taking part can stand for it; elsewhere the days are not asked. */
export function engagementDays(ledger: Ledger, settings: Settings): readonly number[] {
  if (settings.sector !== 'indirect_unidentified') return nobody;
  return ledger.days.slice(ledger.firstDay).map((day) => day.day);
}

export function isCustomer(ledger: Ledger, settings: Settings): boolean {
  return exchangeOf(ledger.commerce, engagementDays(ledger, settings), settings) !== null;
}

/** Row 7, for a customer: narrower than before, and one more family. */
export function narrowedBy(
  ledger: Ledger,
  hasTrouble: boolean,
  settings: Settings,
): { readonly what: 'breadth' | 'depth'; readonly and: NarrowingSign } | null {
  const mayHaveSign = hasTrouble || ledger.withdrawals.partial.size > 0 || hasReplies(ledger, settings);
  if (!mayHaveSign) return null;
  const { breadth, depth } = narrowing(ledger, settings);
  if (depth > settings.narrowedTo && breadth > settings.narrowedTo) return null;
  const and = narrowingSign(ledger, hasTrouble, settings);
  return and === null ? null : { what: depth <= settings.narrowedTo ? 'depth' : 'breadth', and };
}

function narrowingSign(ledger: Ledger, hasTrouble: boolean, settings: Settings): NarrowingSign | null {
  if (ledger.withdrawals.partial.size > 0) return 'partial_opt_out';
  if (hasTrouble) return 'trouble';
  return replySlowdown(ledger, settings) >= settings.slowerReplies ? 'slower_replies' : null;
}

/** Row 5, the second half: the sign that it is more than buying again. */
export function bondingSign(
  ledger: Ledger,
  at: number,
  cycles: CycleCount,
  settings: Settings,
): { readonly sign: BondingSign; readonly signal: Signal | null } | null {
  const { commerce } = ledger;
  const day = dayOf(at);
  const lives = (signal: Signal | null, days: number) => signal !== null && day - dayOf(signal.at) < days;
  if (commerce.renewal !== null) return { sign: 'renewal', signal: commerce.renewal };
  const term = longTerm(commerce, day, ledger.touches === 0, settings);
  if (term !== null) return { sign: 'term', signal: term.signal };
  if (lives(commerce.referral, settings.advocacyDays)) return { sign: 'referral', signal: commerce.referral };
  if (lives(commerce.review, settings.advocacyDays)) return { sign: 'review', signal: commerce.review };
  if (lives(commerce.promoter, settings.promoterDays)) return { sign: 'promoter', signal: commerce.promoter };
  if (commerce.loyalty !== null) return { sign: 'loyalty', signal: commerce.loyalty };
  const isHabit =
    cycles.count >= settings.thirdCycle && cycles.last - cycles.first >= settings.thirdCycleDays;
  return isHabit ? { sign: 'third_cycle', signal: null } : null;
}

/** Row 3: what is being negotiated, with a healing touch since it began; null without a negotiation. */
export function negotiation(
  ledger: Ledger,
  at: number,
  settings: Settings,
): { readonly how: NegotiatingHow; readonly signal: Signal | null; readonly since: number } | null {
  if (ledger.lastHealing === null) return null;
  const day = dayOf(at);
  if (day - dayOf(ledger.healedAt) >= settings.negotiationDays) return null;
  const { deals } = ledger;
  for (const deal of negotiations(deals)) {
    const since = deal.qualifiedAt ?? at;
    if (ledger.healedAt >= since) return { how: 'open_deal', signal: deal.qualifiedBy, since };
  }
  const isLost = (since: number) => deals.lostAt >= since && deals.negotiating.size === 0;
  for (const quote of deals.quotes) {
    if (ledger.healedAt >= quote.at && !isLost(quote.at) && isOpenQuote(deals, quote, at)) {
      return { how: 'open_quote', signal: quote.signal, since: quote.at };
    }
  }
  const firstMeeting = ledger.meetings.at(-settings.meetings);
  if (firstMeeting === undefined || day - dayOf(firstMeeting) >= settings.meetingDays) return null;
  return isLost(firstMeeting) ? null : { how: 'meetings', signal: null, since: firstMeeting };
}

/** Row 9 without what only silence completes: a pattern of withdrawals, or a global opt-out with no term in force. */
export function withdrew(ledger: Ledger, day: number): boolean {
  if (ledger.withdrawals.pattern !== null) return true;
  return ledger.withdrawals.globalOptOut !== null && day >= termsEndDay(ledger.commerce);
}

/** Three personal messages without an answer, spread widely enough: with a quiet contact they are row 9. */
export function isUnanswered(ledger: Ledger, settings: Settings): boolean {
  const { unanswered } = ledger.messages;
  const first = unanswered[0];
  const last = unanswered.at(-1);
  if (ledger.touches === 0 || first === undefined || last === undefined) return false;
  return (
    unanswered.length >= settings.unanswered && dayOf(last.at) - dayOf(first.at) >= settings.unansweredDays
  );
}
