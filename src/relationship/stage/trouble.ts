import type { Settings } from '../settings.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf } from '../signal/timeline.ts';
import { type TroubleKind, troubleKinds } from './reason.ts';

/** The trouble of an epoch: the last of each kind, and the complaints that were not settled at once. */
export type Trouble = {
  readonly last: Map<TroubleKind, Signal>;
  readonly complaints: { readonly closedAt: number; readonly signal: Signal }[];
};

export function noTrouble(): Trouble {
  return { last: new Map(), complaints: [] };
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
export function recordTrouble(trouble: Trouble, signal: Signal, _settings: Settings): void {
  const kind = troubleKindOf(signal);
  if (kind === null) return;
  trouble.last.set(kind, signal);
  if (signal.kind !== 'complaint') return;
  trouble.complaints.push({ closedAt: signal.facts.closedAt ?? Number.POSITIVE_INFINITY, signal });
}

/** The kinds of trouble that live at that time: recent ones, and complaints as long as they are open. */
export function liveTrouble(trouble: Trouble, at: number, settings: Settings): TroubleKind[] {
  if (trouble.last.size === 0) return [];
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
  return trouble.complaints.find((complaint) => complaint.closedAt > at)?.signal ?? null;
}
