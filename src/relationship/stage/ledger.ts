import type { Settings } from '../settings.ts';
import { type KindSet, kindSetOf, noKinds } from '../signal/kind-set.ts';
import { heals, reads } from '../signal/reading.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf } from '../signal/timeline.ts';
import { addTouch, type GrowingDay } from '../signal/touch-days.ts';
import { type Commerce, noCommerce, recordCommerce, type Term } from './commerce.ts';
import type { PastWindows } from './comparisons.ts';
import { type Deals, noDeals, recordDeal } from './deals.ts';
import { noTrouble, recordTrouble, type Trouble } from './trouble.ts';
import { noWithdrawals, recordWithdrawal, type Withdrawals } from './withdrawals.ts';

/**
 * What the decision table reads, kept while the signals pass by in order: every entry costs constant time, so a long
 * history costs one walk. It belongs to one epoch; deals, partial opt-outs and the touch days go over into the next.
 */
export type Ledger = {
  /** Touch days of all epochs, and where this epoch's begin. */
  readonly days: GrowingDay[];
  /** The kinds of each touch day, at the same place. */
  readonly kindSets: KindSet[];
  firstDay: number;
  epoch: number;
  startedAt: number;
  /** Touches of this epoch. */
  touches: number;
  lastTouch: Signal | null;
  lastTouchBits: number;
  /** Last touch that carries no trouble, of this epoch. */
  healedAt: number;
  lastHealing: Signal | null;
  /** First outreach or reach of this epoch: what Initiating rests on. */
  reachedBy: Signal | null;
  reachedByUs: boolean;
  /** Our personal messages since the last touch: the answer to it, then those without an answer. */
  messages: Messages;
  /** How long the customer took to reply, per reply. */
  readonly replies: { readonly day: number; readonly ms: number }[];
  /** Meetings held, ms since epoch. */
  readonly meetings: number[];
  /** Agreed meetings to come, as they were planned. */
  readonly planned: { readonly endAt: number; readonly source: string; readonly signal: Signal }[];
  /** Derived once per touch day, for comparisons with the contact's own past. */
  pastWindows: PastWindows | null;
  deals: Deals;
  commerce: Commerce;
  trouble: Trouble;
  withdrawals: Withdrawals;
};

export type Messages = {
  answered: boolean;
  /** First message since the last touch, for the reply time. */
  firstAt: number;
  count: number;
  readonly unanswered: Signal[];
};

const never = Number.NEGATIVE_INFINITY;

const noMessages = (): Messages => ({ answered: false, firstAt: never, count: 0, unanswered: [] });

export function createLedger(): Ledger {
  return {
    days: [],
    kindSets: [],
    firstDay: 0,
    epoch: 1,
    startedAt: never,
    touches: 0,
    lastTouch: null,
    lastTouchBits: 0,
    healedAt: never,
    lastHealing: null,
    reachedBy: null,
    reachedByUs: false,
    messages: noMessages(),
    replies: [],
    meetings: [],
    planned: [],
    pastWindows: null,
    deals: noDeals(),
    commerce: noCommerce(),
    trouble: noTrouble(),
    withdrawals: noWithdrawals(),
  };
}

/**
 * The next epoch's ledger: open deals, partial opt-outs, the rhythm of touches and the given terms go over, nothing
 * else does.
 */
export function nextEpoch(ledger: Ledger, at: number, terms: readonly Term[]): Ledger {
  return {
    ...createLedger(),
    days: ledger.days,
    kindSets: ledger.kindSets,
    // A touch day that straddles the turn stays in the old epoch; the act that opens the new one begins a day of its own there.
    firstDay: ledger.days.length,
    epoch: ledger.epoch + 1,
    startedAt: at,
    planned: ledger.planned,
    deals: { ...ledger.deals, lostAt: never, lost: null },
    commerce: { ...noCommerce(), terms: [...terms] },
    withdrawals: { ...noWithdrawals(), partial: ledger.withdrawals.partial },
  };
}

/** Enters one signal. */
export function record(ledger: Ledger, signal: Signal, bits: number, settings: Settings): void {
  if (ledger.startedAt === never) ledger.startedAt = signal.at;
  if ((bits & reads.touch) !== 0) recordTouch(ledger, signal, bits);
  else if ((bits & (reads.outreach | reads.reach)) !== 0) recordReach(ledger, signal, bits);
  if ((bits & (reads.withdrawal | reads.touch)) !== 0 || signal.kind === 'opt_in') {
    recordWithdrawal(ledger.withdrawals, signal, bits, settings);
  }
  if ((bits & reads.trouble) !== 0) recordTrouble(ledger.trouble, signal);
  recordFacts(ledger, signal, bits, settings);
}

function recordFacts(ledger: Ledger, signal: Signal, bits: number, settings: Settings): void {
  switch (signal.kind) {
    case 'message':
    case 'call':
    case 'form':
    case 'ticket':
      return;
    case 'meeting':
      if ((bits & reads.touch) !== 0) ledger.meetings.push(signal.at);
      return;
    case 'meeting_planned':
      dropPast(ledger, signal.at);
      ledger.planned.push({ endAt: signal.facts.endAt, source: signal.source, signal });
      return;
    case 'no_show':
    case 'decline':
    case 'meeting_cancelled':
      dropPlanned(ledger, signal.source);
      return;
    case 'deal_opened':
    case 'deal_qualified':
    case 'deal_changed':
    case 'deal_lost':
    case 'quote_sent':
      recordDeal(ledger.deals, signal);
      return;
    case 'deal_won':
      recordDeal(ledger.deals, signal);
      recordCommerce(ledger.commerce, signal, bits, settings);
      return;
    default:
      recordCommerce(ledger.commerce, signal, bits, settings);
  }
}

function recordTouch(ledger: Ledger, signal: Signal, bits: number): void {
  const { messages } = ledger;
  if (signal.kind === 'message' && messages.count > 0) {
    ledger.replies.push({ day: dayOf(signal.at), ms: signal.at - messages.firstAt });
  }
  const place = ledger.days.length;
  if (place === ledger.firstDay && place > 0 && ledger.days[place - 1]?.day === dayOf(signal.at))
    ledger.firstDay -= 1;
  addTouch(ledger.days, signal, bits);
  const last = ledger.days.length - 1;
  ledger.kindSets[last] = (ledger.kindSets[last] ?? noKinds) | kindSetOf(signal.kind);
  ledger.touches += 1;
  ledger.lastTouch = signal;
  ledger.lastTouchBits = bits;
  if (messages.count > 0) ledger.messages = noMessages();
  if (heals(bits)) {
    ledger.healedAt = signal.at;
    ledger.lastHealing = signal;
  }
}

function recordReach(ledger: Ledger, signal: Signal, bits: number): void {
  const byUs = (bits & reads.outreach) !== 0;
  if (ledger.reachedBy === null || (byUs && !ledger.reachedByUs)) {
    ledger.reachedBy = signal;
    ledger.reachedByUs = byUs;
  }
  if ((bits & reads.personal) === 0) return;
  const { messages } = ledger;
  if (messages.count === 0) messages.firstAt = signal.at;
  messages.count += 1;
  // The first message after an inbound touch is our answer, and an answer cannot stay unanswered.
  if (!messages.answered && (ledger.lastTouchBits & reads.inbound) !== 0) messages.answered = true;
  else messages.unanswered.push(signal);
}

/** Meetings that are over protect nobody; keeping them would make a long history slow. */
function dropPast(ledger: Ledger, at: number): void {
  for (let i = ledger.planned.length - 1; i >= 0; i -= 1) {
    if ((ledger.planned[i]?.endAt ?? 0) < at) ledger.planned.splice(i, 1);
  }
}

/** A meeting called off or missed protects no longer. */
function dropPlanned(ledger: Ledger, source: string): void {
  for (let i = ledger.planned.length - 1; i >= 0; i -= 1) {
    if (ledger.planned[i]?.source === source) ledger.planned.splice(i, 1);
  }
}
