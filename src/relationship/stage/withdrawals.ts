import type { Settings } from '../settings.ts';
import { heals, reads } from '../signal/reading.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf } from '../signal/timeline.ts';

/** Acts by which the customer keeps away. All but partial opt-outs are wiped out by a healing touch. */
export type Withdrawals = {
  /** The run of neighbours close enough to each other that ends with the last withdrawal. */
  run: Signal[];
  /** The first run that was long enough; it stands until a healing touch. */
  pattern: readonly Signal[] | null;
  globalOptOut: Signal | null;
  /** Standing partial opt-outs, by channel ('' for one that names none). */
  partial: ReadonlyMap<string, Signal>;
};

const nobody: ReadonlyMap<string, Signal> = new Map();

export function noWithdrawals(): Withdrawals {
  return { run: [], pattern: null, globalOptOut: null, partial: nobody };
}

/** Enters a withdrawal, or the touch that answers all of them. */
export function recordWithdrawal(w: Withdrawals, signal: Signal, bits: number, settings: Settings): void {
  if (signal.kind === 'opt_in') optIn(w, signal.facts.scope, signal.facts.channel);
  if (heals(bits)) heal(w);
  if ((bits & reads.withdrawal) === 0) return;
  if (signal.kind === 'opt_out') {
    if (signal.facts.scope === 'global') w.globalOptOut = signal;
    else w.partial = new Map(w.partial).set(signal.facts.channel ?? '', signal);
  }
  const last = w.run.at(-1);
  const isNeighbour = last !== undefined && dayOf(signal.at) - dayOf(last.at) < settings.withdrawalDays;
  if (isNeighbour) w.run.push(signal);
  else w.run = [signal];
  if (w.run.length >= settings.withdrawals) w.pattern ??= w.run;
}

function heal(w: Withdrawals): void {
  if (w.run.length > 0) w.run = [];
  w.pattern = null;
  w.globalOptOut = null;
}

function optIn(w: Withdrawals, scope: 'global' | 'partial', channel: string | undefined): void {
  if (w.partial.size === 0) return;
  if (scope === 'global' || channel === undefined) {
    w.partial = nobody;
    return;
  }
  const left = new Map(w.partial);
  left.delete(channel);
  w.partial = left;
}
