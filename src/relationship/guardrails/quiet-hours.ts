import { msPerDay } from '../signal/timeline.ts';
import type { GuardrailSettings } from './guardrail-settings.ts';

/**
 * Quiet hours in the portal's time zone. Offsets come from the zone data of the runtime for a given instant, so the same
 * instant and zone give the same answer. A zone that does not exist is read as UTC.
 */
export type Quiet = {
  /** Ms since epoch: the end of the quiet time we are in; null outside of it, or when it never ends. */
  readonly until: number | null;
  /** When the next quiet time begins; null inside one, or when there is none. */
  readonly from: number | null;
  readonly isQuiet: boolean;
};

const msPerHour = 3_600_000;
/** A time without quiet hours. */
export const awakeAlways: Quiet = { until: null, from: null, isQuiet: false };

export type QuietSettings = Pick<GuardrailSettings, 'quietFromHour' | 'quietToHour' | 'quietWeekdays'>;

/** Whether `at` is quiet, and when that changes. Hours outside 0..24 or no numbers mean: no quiet hours. */
export function quietAt(at: number, timeZone: string, settings: QuietSettings): Quiet {
  const isHours = isHour(settings.quietFromHour) && isHour(settings.quietToHour);
  if ((!isHours && settings.quietWeekdays.length === 0) || !Number.isFinite(at)) return awakeAlways;
  const local = at + offsetAt(at, timeZone);
  const isQuiet = isQuietLocally(local, settings);
  const change = nextChange(local, isQuiet, settings);
  if (change === null) return { until: null, from: null, isQuiet };
  const then = toInstant(change, timeZone);
  return isQuiet ? { until: then, from: null, isQuiet } : { until: null, from: then, isQuiet };
}

function isHour(hour: number): boolean {
  return hour >= 0 && hour <= 24;
}

function isQuietLocally(local: number, settings: QuietSettings): boolean {
  const weekday = (((Math.floor(local / msPerDay) + 4) % 7) + 7) % 7;
  if (settings.quietWeekdays.includes(weekday)) return true;
  const hour = (local - Math.floor(local / msPerDay) * msPerDay) / msPerHour;
  const { quietFromHour: from, quietToHour: to } = settings;
  if (from === to) return false;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** Quiet changes at the two hours and at midnight only; eight days hold every change there is. */
function nextChange(local: number, isQuiet: boolean, settings: QuietSettings): number | null {
  const midnight = Math.floor(local / msPerDay) * msPerDay;
  const { quietFromHour: from, quietToHour: to } = settings;
  const hours = [0, Math.min(from, to), Math.max(from, to)];
  for (let day = 0; day <= 8; day += 1) {
    for (const hour of hours) {
      const then = midnight + day * msPerDay + hour * msPerHour;
      if (then > local && isQuietLocally(then, settings) !== isQuiet) return then;
    }
  }
  return null;
}

/** The instant at which clocks of the zone show that time; the second look settles days on which the clocks change. */
function toInstant(local: number, timeZone: string): number {
  const guess = local - offsetAt(local, timeZone);
  return local - offsetAt(guess, timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Zones change their offset on quarter hours only, so an offset is looked up once per quarter hour. */
const quarter = 900_000;

/** Milliseconds by which clocks of the zone are ahead of UTC. */
function offsetAt(at: number, timeZone: string): number {
  const start = Math.floor(at / quarter) * quarter;
  const inZone = offsets.get(timeZone) ?? new Map<number, number>();
  const known = inZone.get(start);
  if (known !== undefined) return known;
  // Kept, since asking the runtime costs more than all the rules; a portal needs a handful at a time.
  if (inZone.size > 256) inZone.clear();
  const offset = readOffset(start, timeZone);
  offsets.set(timeZone, inZone.set(start, offset));
  return offset;
}

function readOffset(at: number, timeZone: string): number {
  if (Math.abs(at) > 8.64e15) return 0;
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Number.isNaN(local) ? 0 : local - at;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: knownZone(timeZone),
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The zone itself where the runtime knows it, else UTC. */
export function knownZone(timeZone: string): string {
  try {
    // The runtime refuses a zone it does not know by throwing: the only way to ask.
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
