import type { Settings } from '../settings.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf } from '../signal/timeline.ts';
import { absenceOn } from './absence.ts';
import { isAsking } from './awaiting.ts';
import { exchangeOf } from './commerce.ts';
import { countCycles } from './cycles.ts';
import { negotiations } from './deals.ts';
import type { End } from './endings.ts';
import type { Ledger } from './ledger.ts';
import type { Cause, ReachedHow } from './reason.ts';
import { absenceIn, derive, type ReplayState } from './replay-state.ts';
import type { StageAnswer } from './stages.ts';
import { bondingSign, engagementDays, isUnanswered, narrowedBy, negotiation, withdrew } from './table.ts';
import { liveTrouble } from './trouble.ts';

/** Why a stage holds, read from where the replay stands at that time. */
export function causeOf(state: ReplayState, stage: StageAnswer, at: number): Cause {
  const { ledger, input } = state;
  switch (stage) {
    case 'not_assessed':
      return { code: 'objection' };
    case 'not_enough_evidence':
      return { code: 'nothing_yet' };
    case 'initiating':
      return reached(ledger, at);
    case 'experimenting':
      return acquainted(ledger, at);
    case 'intensifying':
      return negotiating(ledger, at, input.settings);
    case 'integrating':
      return customer(ledger, at, input.settings);
    case 'bonding':
      return bonded(ledger, at, input.settings);
    case 'differentiating':
      return differs(ledger, at, input.settings);
    case 'circumscribing':
      return narrowed(ledger, at, input.settings);
    case 'stagnating':
      return stagnates(state, at);
    case 'avoiding':
      return avoids(state, at);
    case 'terminating':
      return state.end === null ? faded(ledger, at) : ended(state.end);
  }
}

function reached(ledger: Ledger, at: number): Cause {
  const by = ledger.reachedBy;
  return { code: 'reached', how: by === null ? 'outreach' : howReached(by), at: by?.at ?? at };
}

function howReached(signal: Signal): ReachedHow {
  switch (signal.kind) {
    case 'page_view':
    case 'click':
    case 'ad':
    case 'referred':
      return signal.kind;
    default:
      return 'outreach';
  }
}

function acquainted(ledger: Ledger, at: number): Cause {
  const { lost } = ledger.deals;
  const touch = ledger.lastHealing ?? ledger.lastTouch;
  if (lost !== null && touch !== null && lost.at >= touch.at)
    return { code: 'negotiation_over', at: lost.at };
  return { code: 'first_words', kind: touch?.kind ?? 'message', at: touch?.at ?? at };
}

function negotiating(ledger: Ledger, at: number, settings: Settings): Cause {
  const found = negotiation(ledger, at, settings);
  return { code: 'negotiating', how: found?.how ?? 'open_deal', at: found?.since ?? at };
}

function customer(ledger: Ledger, at: number, settings: Settings): Cause {
  const [kind] = liveTrouble(ledger.trouble, at, settings);
  const trouble = kind === undefined ? undefined : ledger.trouble.last.get(kind);
  if (kind !== undefined && trouble !== undefined) {
    const closedAt = trouble.kind === 'complaint' ? trouble.facts.closedAt : null;
    return { code: 'recovery_unproven', trouble: kind, at: trouble.at, settled: closedAt !== null };
  }
  const exchange = exchangeOf(ledger.commerce, engagementDays(ledger, settings), settings);
  return { code: 'customer', by: exchange?.by ?? 'order', at: exchange?.signal?.at ?? at };
}

function bonded(ledger: Ledger, at: number, settings: Settings): Cause {
  const cycles = countCycles(ledger.commerce, dayOf(at), settings);
  const found = bondingSign(ledger, at, cycles, settings);
  const lastPaid = ledger.lastHealing?.at ?? at;
  return {
    code: 'bonded',
    sign: found?.sign ?? 'third_cycle',
    cycles: cycles.count,
    at: found?.signal?.at ?? lastPaid,
  };
}

function differs(ledger: Ledger, at: number, settings: Settings): Cause {
  const troubles = liveTrouble(ledger.trouble, at, settings);
  const latest = Math.max(0, ...troubles.map((kind) => ledger.trouble.last.get(kind)?.at ?? 0));
  const [only] = troubles;
  if (troubles.length === 1 && only !== undefined) {
    return { code: 'differs_and_orders_slower', trouble: only, at: latest };
  }
  return { code: 'differs', troubles, at: latest };
}

function narrowed(ledger: Ledger, at: number, settings: Settings): Cause {
  const hasTrouble = liveTrouble(ledger.trouble, at, settings).length > 0;
  const found = narrowedBy(ledger, hasTrouble, settings);
  return {
    code: 'narrowed',
    what: found?.what ?? 'depth',
    and: found?.and ?? 'trouble',
    at: ledger.lastTouch?.at ?? at,
  };
}

function stagnates(state: ReplayState, at: number): Cause {
  const { ledger } = state;
  const lastTouchAt = ledger.lastTouch?.at ?? at;
  if (isAsking(ledger)) return { code: 'we_owe_an_answer', since: lastTouchAt };
  const day = dayOf(at);
  const absence = absenceIn(state);
  const absent = absence === null ? null : absenceOn(absence, day);
  if (absent !== null && absent.stale <= day && absent.quiet > day) {
    const changes = [...negotiations(ledger.deals)].map((deal) => deal.changedAt);
    return { code: 'deal_stale', changedAt: Math.min(...changes), lastTouchAt };
  }
  const { covers } = derive(state);
  if (day < covers.termEnd && Number.isFinite(covers.termEnd)) {
    const ends = ledger.commerce.terms.map((term) => term.endAt ?? 0);
    return { code: 'renewal_quiet', termEndsAt: Math.max(...ends), lastTouchAt };
  }
  return { code: 'quiet', lastTouchAt };
}

function avoids(state: ReplayState, at: number): Cause {
  const { ledger } = state;
  const { pattern, globalOptOut } = ledger.withdrawals;
  const last = pattern?.at(-1);
  if (globalOptOut !== null && withdrew(ledger, dayOf(at))) {
    return { code: 'opted_out', at: globalOptOut.at };
  }
  if (pattern !== null && last !== undefined) return { code: 'withdrew', count: pattern.length, at: last.at };
  const { unanswered } = ledger.messages;
  const isBySilence = isUnanswered(ledger, state.input.settings);
  return { code: 'unanswered', count: isBySilence ? unanswered.length : 0, firstAt: unanswered[0]?.at ?? at };
}

function faded(ledger: Ledger, at: number): Cause {
  const lastTouchAt = ledger.lastTouch?.at ?? at;
  return isAsking(ledger) ? { code: 'faded_owing', since: lastTouchAt } : { code: 'faded', lastTouchAt };
}

function ended(end: End): Cause {
  const { signal } = end;
  switch (signal.kind) {
    case 'cancellation':
      return { code: 'cancelled', at: signal.at, effectiveAt: end.effectiveAt };
    case 'stop_request':
      return { code: 'asked_to_stop', at: signal.at };
    case 'account_closed':
      return { code: 'account_closed', at: signal.at };
    case 'project_completed':
      return { code: 'project_completed', at: signal.at };
    default:
      return { code: 'do_not_contact', at: signal.at };
  }
}
