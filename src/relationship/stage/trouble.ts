import type { Settings } from '../settings.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf } from '../signal/timeline.ts';
import { type TroubleKind, troubleKinds } from './reason.ts';

/** The trouble of an epoch: the last of each kind, and the complaint that stays open longest. */
export type Trouble = {
  readonly last: Map<TroubleKind, Signal>;
  /** The complaint that stays open longest: while it is open, there is an open one. */
  open: { readonly closedAt: number; readonly signal: Signal } | null;
};

export function noTrouble(): Trouble {
  return { last: new Map(), open: null };
}

export function troubleKindOf(signal: Signal): TroubleKind | null {
  switch (signal.kind) {
    case 'complaint':
    case 'refund':
    case 'downgrade':
    case 'competitor':
    case 'price_objection':
      return signal.kind;
    case 'survey':
      return signal.facts.metric === 'nps' ? 'bad_nps' : 'bad_csat';
    default:
      return null;
  }
}

/** Enters a signal that carries trouble. */
export function recordTrouble(trouble: Trouble, signal: Signal): void {
  const kind = troubleKindOf(signal);
  if (kind === null) return;
  trouble.last.set(kind, signal);
  if (signal.kind !== 'complaint') return;
  const closedAt = signal.facts.closedAt ?? Number.POSITIVE_INFINITY;
  if (trouble.open === null || closedAt > trouble.open.closedAt) trouble.open = { closedAt, signal };
}

/** The kinds of trouble that live at that time: recent ones, and complaints as long as they are open. */
const none: readonly TroubleKind[] = [];

export function liveTrouble(trouble: Trouble, at: number, settings: Settings): readonly TroubleKind[] {
  if (trouble.last.size === 0) return none;
  const day = dayOf(at);
  return troubleKinds.filter((kind) => {
    const last = trouble.last.get(kind);
    if (last === undefined) return false;
    if (day - dayOf(last.at) < settings.troubleDays) return true;
    return kind === 'complaint' && openComplaint(trouble, at) !== null;
  });
}

/** A complaint open at that time. */
export function openComplaint(trouble: Trouble, at: number): Signal | null {
  return trouble.open !== null && trouble.open.closedAt > at ? trouble.open.signal : null;
}
