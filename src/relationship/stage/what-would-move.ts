import { assessStage } from '../assess.ts';
import type { ContactFacts } from '../facts.ts';
import type { PortalModel } from '../portal-model.ts';
import type { Settings } from '../settings.ts';
import type { Signal } from '../signal/signal.ts';
import type { StageAnswer } from './stages.ts';

/**
 * What would move the stage: each act of a small catalogue is tried out, dated now, on the whole model. The catalogue
 * holds acts of the customer from the cheapest to ask for to the dearest, and our own, which must not move anything up.
 */
export const acts = [
  'reply',
  'meeting',
  'referral',
  'complaint_resolved',
  'order',
  'renewal',
  'our_mail',
  'our_call',
] as const;

export type Act = (typeof acts)[number];

export type Move = { readonly act: Act; readonly stage: StageAnswer; readonly lifts: boolean };

/** Every act of the catalogue that can happen to this contact, with the stage it would lead to. */
export function wouldMove(
  signals: readonly Signal[],
  facts: ContactFacts,
  portal: PortalModel,
  settings: Settings,
  now: number,
): readonly Move[] {
  const today = assessStage(signals, facts, portal, settings, now).stage;
  if (today === 'not_assessed') return [];
  const moves: Move[] = [];
  for (const act of acts) {
    const then = after(signals, act, now);
    if (then === null) continue;
    const { stage } = assessStage(then, facts, portal, settings, now);
    moves.push({ act, stage, lifts: heights.indexOf(stage) > heights.indexOf(today) });
  }
  return moves;
}

/** The least act that lifts; null when none does. */
export function cheapestLift(moves: readonly Move[]): Move | null {
  return moves.find((move) => move.lifts) ?? null;
}

/** From the farthest to the closest. An act lifts when it leads to a later one. */
const heights: readonly StageAnswer[] = [
  'not_assessed',
  'terminating',
  'avoiding',
  'stagnating',
  'circumscribing',
  'differentiating',
  'not_enough_evidence',
  'initiating',
  'experimenting',
  'intensifying',
  'integrating',
  'bonding',
];

/** The signals with the act; null when it cannot happen, as there is no complaint to resolve. */
function after(signals: readonly Signal[], act: Act, now: number): readonly Signal[] | null {
  if (act !== 'complaint_resolved') return [...signals, signalOf(act, now)];
  let isOpen = false;
  const closed = signals.map((signal): Signal => {
    if (signal.kind !== 'complaint' || signal.facts.closedAt !== null || signal.at > now) return signal;
    isOpen = true;
    return { ...signal, facts: { ...signal.facts, closedAt: now } };
  });
  return isOpen ? closed : null;
}

function signalOf(act: Exclude<Act, 'complaint_resolved'>, at: number): Signal {
  const base = { id: `what-if:${act}`, source: `what-if:${act}`, at };
  switch (act) {
    case 'reply':
      return { ...base, kind: 'message', by: 'customer', channel: 'email', facts: { personal: true } };
    case 'meeting':
      return { ...base, kind: 'meeting', by: 'both', channel: 'meeting', facts: { minutes: 30 } };
    case 'referral':
      return { ...base, kind: 'referral', by: 'customer', channel: 'other', facts: {} };
    case 'order':
      return { ...base, kind: 'order', by: 'customer', channel: 'order', facts: { amount: 1 } };
    case 'renewal':
      return { ...base, kind: 'renewal', by: 'customer', channel: 'deal', facts: { months: 12 } };
    case 'our_mail':
      return { ...base, kind: 'message', by: 'us', channel: 'email', facts: { personal: true } };
    case 'our_call':
      return { ...base, kind: 'call', by: 'us', channel: 'call', facts: { connected: false, seconds: 0 } };
  }
}
