import type { Settings } from '../settings.ts';
import { reads } from './reading.ts';
import type { Signal, SignalKind } from './signal.ts';
import { dayOf, readTimeline, type Timeline } from './timeline.ts';

/** A day on which the customer acted: all that vitality reads of the signals. */
export type TouchDay = {
  /** Whole UTC days since 1970. */
  day: number;
  /** Touches of that day. */
  touches: number;
  /** Any of them was by the customer alone. */
  inbound: boolean;
  /** Distinct kinds, in the order they came. */
  kinds: readonly SignalKind[];
  /** Touches of that day that carried trouble. */
  trouble: number;
  /** Touches of that day that were a commitment. */
  commitment: number;
};

/** The touch days of a contact's signals, oldest first. Touches of one UTC day count once for timing. */
export function touchDays(signals: readonly Signal[], settings: Settings): TouchDay[] {
  return touchDaysOf(readTimeline(signals, settings, Number.POSITIVE_INFINITY));
}

/** The same from a timeline that has been read already. */
export function touchDaysOf(timeline: Timeline): TouchDay[] {
  const found: GrowingDay[] = [];
  for (const [place, signal] of timeline.signals.entries()) {
    const bits = timeline.bits[place] ?? 0;
    if ((bits & reads.touch) !== 0) addTouch(found, signal, bits);
  }
  return found;
}

/** A touch day that is not over yet. */
export type GrowingDay = TouchDay & { kinds: SignalKind[] };

/** Counts one touch; touches come in the order of time. */
export function addTouch(found: GrowingDay[], signal: Signal, bits: number): void {
  const day = dayOf(signal.at);
  let current = found.at(-1);
  if (current === undefined || current.day !== day) {
    current = { day, touches: 0, inbound: false, kinds: [signal.kind], trouble: 0, commitment: 0 };
    found.push(current);
  } else if (!current.kinds.includes(signal.kind)) current.kinds.push(signal.kind);
  current.touches += 1;
  if ((bits & reads.inbound) !== 0) current.inbound = true;
  if ((bits & reads.trouble) !== 0) current.trouble += 1;
  if ((bits & reads.commitment) !== 0) current.commitment += 1;
}
