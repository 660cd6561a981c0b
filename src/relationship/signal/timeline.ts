import type { Settings } from '../settings.ts';
import { batchRank, readSignal } from './reading.ts';
import type { Signal } from './signal.ts';

/**
 * A contact's signals as the model reads them: known, dated, once each, in one order. Order, duplicates and late
 * arrival of the input therefore never change a result.
 */
export type Timeline = {
  readonly signals: readonly Signal[];
  /** The bits of `reads` for the signal at the same place. */
  readonly bits: readonly number[];
};

export const msPerDay = 86_400_000;

/** Whole UTC days since 1970: the grain on which time acts. */
export function dayOf(at: number): number {
  return Math.floor(at / msPerDay);
}

/** The first whole day on which something that ends at `at` is over. */
export function dayAfter(at: number): number {
  return Math.ceil(at / msPerDay);
}

/** Latest time the engine reads (year 9999), so that day arithmetic stays exact and every date can be written. */
export const latestTime = 253_402_300_799_999;

/**
 * Reads signals up to `now`. Ignored: what is dated after `now`, before 1970 or not at all. Two signals with one id are
 * one signal said twice; the later saying wins.
 */
export function readTimeline(signals: readonly Signal[], settings: Settings, now: number): Timeline {
  const until = Math.min(now, latestTime);
  const isDated = (signal: Signal) => signal.at >= 0 && signal.at <= until;
  // Nearly always all are: the given list is then read as it is.
  const dated = signals.every(isDated) ? signals : signals.filter(isDated);
  const bounced = settings.noise.ignoreBounced ? bouncedSources(dated) : null;
  const bitsOf = (signal: Signal) => readSignal(signal, settings, bounced?.has(signal.source) === true);
  const isOnce = areOnce(dated);
  if (isOnce && areInOrder(dated)) return { signals: dated, bits: dated.map(bitsOf) };
  return arrange(dated, bitsOf, isOnce);
}

/** The activities whose mail came back; null when none did. */
function bouncedSources(signals: readonly Signal[]): ReadonlySet<string> | null {
  let sources: Set<string> | null = null;
  for (const signal of signals) {
    if (signal.kind === 'bounce') sources = (sources ?? new Set()).add(signal.source);
  }
  return sources;
}

/** Whether every signal has an id of its own. */
function areOnce(signals: readonly Signal[]): boolean {
  const ids = new Set<string>();
  for (const { id } of signals) ids.add(id);
  return ids.size === signals.length && !ids.has('');
}

/** Whether each is later than the one before it, so that no two share an instant. */
function areInOrder(signals: readonly Signal[]): boolean {
  let before = -1;
  for (const { at } of signals) {
    if (at <= before) return false;
    before = at;
  }
  return true;
}

function arrange(dated: readonly Signal[], bitsOf: (signal: Signal) => number, isOnce: boolean): Timeline {
  const entries = dated.map((signal): Entry => {
    const bits = bitsOf(signal);
    return { signal, bits, rank: batchRank(signal.kind, bits) };
  });
  entries.sort(compareEntries);
  const arranged = isOnce ? entries : once(entries);
  return { signals: arranged.map((entry) => entry.signal), bits: arranged.map((entry) => entry.bits) };
}

type Entry = { readonly signal: Signal; readonly bits: number; readonly rank: number };

function compareEntries(a: Entry, b: Entry): number {
  if (a.signal.at !== b.signal.at) return a.signal.at - b.signal.at;
  if (a.rank !== b.rank) return a.rank - b.rank;
  return (
    compareText(identity(a.signal), identity(b.signal)) || compareText(saying(a.signal), saying(b.signal))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A signal without an id is the same signal when time, kind, actor and facts agree. */
function identity(signal: Signal): string {
  return signal.id === '' ? saying(signal) : signal.id;
}

function saying(signal: Signal): string {
  const facts = Object.entries(signal.facts).sort(([a], [b]) => compareText(a, b));
  return JSON.stringify([signal.at, signal.kind, signal.by, signal.channel, signal.source, facts]);
}

/** Keeps the last saying of each id. Entries are ordered, so which one is last does not depend on the input. */
function once(entries: readonly Entry[]): Entry[] {
  const places = new Map<string, number>();
  const kept: Entry[] = [];
  let repeated = false;
  for (const entry of entries) {
    const id = identity(entry.signal);
    const place = places.get(id);
    if (place !== undefined) repeated = true;
    places.set(id, kept.length);
    kept.push(entry);
  }
  if (!repeated) return kept;
  return kept.filter((entry, place) => places.get(identity(entry.signal)) === place);
}
