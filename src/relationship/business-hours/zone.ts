import { dayOf, msPerDay } from '../signal/timeline.ts';

/**
 * A time zone as data: how far local time is ahead of UTC at any moment, with summer time. Zones that do not exist give
 * null. Offsets are read from the platform's own zone database and kept per day, since asking it is slow.
 */
export type Zone = {
  readonly name: string;
  /** Local time minus UTC in ms at that moment. */
  offsetAt(at: number): number;
  /** The moment a local clock shows this; `local` is ms since 1970 as that clock counts. */
  momentOf(local: number, which: 'first' | 'last'): number;
};

export const utc: Zone = { name: 'UTC', offsetAt: () => 0, momentOf: (local) => local };

type DayOffsets = { readonly before: number; readonly after: number; readonly changesAt: number };

export function createZone(name: string): Zone | null {
  const format = formatFor(name);
  if (format === null) return null;
  const days = new Map<number, DayOffsets>();
  const ask = (at: number) => askOffset(format, at);

  function offsetAt(at: number): number {
    const day = dayOf(at);
    let known = days.get(day);
    if (known === undefined) {
      known = offsetsOf(day, ask);
      days.set(day, known);
    }
    return at < known.changesAt ? known.before : known.after;
  }

  /** An hour that summer time skips is read as the moment of the jump; one that comes twice as the first or the last. */
  function momentOf(local: number, which: 'first' | 'last'): number {
    const early = offsetAt(local - msPerDay / 2);
    const late = offsetAt(local + msPerDay / 2);
    const fits = [local - early, local - late].filter((at) => at + offsetAt(at) === local);
    if (fits.length > 0) return which === 'first' ? Math.min(...fits) : Math.max(...fits);
    return jumpBetween(local - Math.max(early, late), local - Math.min(early, late), ask);
  }

  return { name, offsetAt, momentOf };
}

function formatFor(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    // The one way the platform says that a zone does not exist; that is an answer here, not a failure.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Moments the calendar does not reach have no offset. */
const latest = 8.6e15;

function askOffset(format: Intl.DateTimeFormat, at: number): number {
  if (!(Math.abs(at) < latest)) return 0;
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const local = Date.UTC(
    parts.get('year') ?? 0,
    (parts.get('month') ?? 1) - 1,
    parts.get('day') ?? 1,
    parts.get('hour') ?? 0,
    parts.get('minute') ?? 0,
    parts.get('second') ?? 0,
  );
  return local - Math.floor(at / 1000) * 1000;
}

/** At most one change of the clock lies within a UTC day. */
function offsetsOf(day: number, ask: (at: number) => number): DayOffsets {
  const start = day * msPerDay;
  const before = ask(start);
  const after = ask(start + msPerDay);
  const changesAt = before === after ? start : jumpBetween(start, start + msPerDay, ask);
  return { before, after, changesAt };
}

/** First moment after `from` with the offset of `to`, found by halving; clocks change on whole seconds. */
function jumpBetween(from: number, to: number, ask: (at: number) => number): number {
  const goal = ask(to);
  let [low, high] = [Math.floor(from / 1000), Math.ceil(to / 1000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(middle * 1000) === goal) high = middle;
    else low = middle;
  }
  return high * 1000;
}
