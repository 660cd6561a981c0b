import type { Signal } from '../signal/signal.ts';
import { dayOf } from '../signal/timeline.ts';
import { exchangeOf } from './commerce.ts';
import { countCycles } from './cycles.ts';
import { negotiations } from './deals.ts';
import { holdingOn } from './holding.ts';
import type { ReplayState } from './replay-state.ts';
import { bondingSign, engagementDays, negotiation } from './table.ts';
import { liveTrouble } from './trouble.ts';

/** The signals the deciding line rests on, the weightiest first: without them the answer would be another one. */
export function decidingSignals(state: ReplayState): Signal[] {
  const found = [...ofTheStage(state), ...ofTheHolding(state)];
  return found.filter((signal, place) => found.findIndex((other) => other.id === signal.id) === place);
}

function ofTheStage(state: ReplayState): Signal[] {
  const { ledger, input } = state;
  const at = Math.max(state.judgedAt, 0);
  switch (state.stage) {
    case 'terminating':
      return state.end === null ? known(ledger.lastTouch) : [state.end.signal];
    case 'avoiding':
      return ofAvoiding(state);
    case 'stagnating':
      return [
        ...known(ledger.lastTouch),
        ...[...negotiations(ledger.deals)].flatMap((deal) => known(deal.qualifiedBy)),
      ];
    case 'circumscribing':
      return [
        ...[...ledger.withdrawals.partial.values()].slice(-1),
        ...troubles(state, at),
        ...known(ledger.lastTouch),
      ];
    case 'differentiating':
      return troubles(state, at);
    case 'bonding': {
      const cycles = countCycles(ledger.commerce, dayOf(at), input.settings);
      return [...known(bondingSign(ledger, at, cycles, input.settings)?.signal), ...exchange(state)];
    }
    case 'integrating':
      return [...troubles(state, at), ...exchange(state)];
    case 'intensifying':
      return known(negotiation(ledger, at, input.settings)?.signal ?? ledger.lastHealing);
    case 'experimenting':
      return known(ledger.lastHealing ?? ledger.lastTouch);
    case 'initiating':
      return known(ledger.reachedBy);
    case 'not_enough_evidence':
    case 'not_assessed':
      return [];
  }
}

function ofAvoiding(state: ReplayState): Signal[] {
  const { withdrawals, messages } = state.ledger;
  if (withdrawals.globalOptOut !== null) return [withdrawals.globalOptOut];
  if (withdrawals.pattern !== null) return withdrawals.pattern.slice(-3);
  return messages.unanswered.slice(-3);
}

function ofTheHolding(state: ReplayState): Signal[] {
  const today = dayOf(state.input.now);
  const holding = holdingOn(state, today);
  if (holding?.by === 'term') return state.ledger.commerce.terms.slice(-1).map((term) => term.signal);
  if (holding?.by === 'meeting') return state.ledger.planned.slice(-1).map((meeting) => meeting.signal);
  return [];
}

function troubles(state: ReplayState, at: number): Signal[] {
  const { trouble } = state.ledger;
  return liveTrouble(trouble, at, state.input.settings).flatMap((kind) => known(trouble.last.get(kind)));
}

function exchange(state: ReplayState): Signal[] {
  const { ledger, input } = state;
  return known(exchangeOf(ledger.commerce, engagementDays(ledger, input.settings), input.settings)?.signal);
}

function known(signal: Signal | null | undefined): Signal[] {
  return signal === null || signal === undefined ? [] : [signal];
}
