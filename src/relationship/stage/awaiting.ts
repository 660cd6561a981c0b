import { reads } from '../signal/reading.ts';
import type { SignalKind } from '../signal/signal.ts';
import type { Ledger } from './ledger.ts';

/** Kinds of touch that ask for an answer; an order or a survey asks for none. */
const asks: ReadonlySet<SignalKind> = new Set([
  'message',
  'call',
  'form',
  'ticket',
  'complaint',
] satisfies SignalKind[]);

/** The last touch was the customer's, asked something, and no personal message of ours came after it. */
export function isAsking(ledger: Ledger): boolean {
  const { lastTouch, lastTouchBits, messages } = ledger;
  if (lastTouch === null || (lastTouchBits & reads.inbound) === 0 || messages.answered) return false;
  if (lastTouch.kind === 'complaint' && lastTouch.facts.closedAt !== null) return false;
  return asks.has(lastTouch.kind);
}

/** Who owes the next answer. */
export function awaitingIn(ledger: Ledger): 'us' | 'customer' | 'nobody' {
  if (isAsking(ledger)) return 'us';
  return ledger.messages.unanswered.length > 0 ? 'customer' : 'nobody';
}
