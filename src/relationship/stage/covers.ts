import type { Settings } from '../settings.ts';
import { dayAfter, latestTime } from '../signal/timeline.ts';
import { type Commerce, termsEndDay } from './commerce.ts';
import { logSpread, medianInterval } from './intervals.ts';
import type { Ledger } from './ledger.ts';
import type { HeldBy } from './stages.ts';

/**
 * What protects a contact from being called quiet or faded. A cover never accuses and never raises; each ends on a day
 * known in advance, so between two signals the covers are a handful of dates. While a paid term is in force only the
 * term itself, a meeting and a date a person set protect.
 */
export type Covers = {
  /** First day without a paid term in force; minus infinity when there is none. */
  readonly termEnd: number;
  /** First day in the renewal window. */
  readonly renewalFrom: number;
  readonly meetingEnd: number;
  readonly dateEnd: number;
  /** End of the own rhythm, or of the season, which then replaces it. */
  readonly habitEnd: number;
  readonly habit: 'rhythm' | 'season';
};

const never = Number.NEGATIVE_INFINITY;

/** The covers as they stand after the last signal. `askedUntil` counts only for the silence it falls into. */
export function coversOf(ledger: Ledger, askedUntil: number | null, settings: Settings): Covers {
  const termEnd = termsEndDay(ledger.commerce);
  const season = seasonEnd(ledger.commerce.cycles, settings);
  let meetingEnd = never;
  for (const meeting of ledger.planned) {
    if (meeting.endAt > 0 && meeting.endAt <= latestTime)
      meetingEnd = Math.max(meetingEnd, dayAfter(meeting.endAt));
  }
  return {
    termEnd,
    renewalFrom: termEnd - settings.renewalWindowDays,
    meetingEnd,
    dateEnd: askedUntil === null || !(askedUntil > 0) ? never : dayAfter(Math.min(askedUntil, latestTime)),
    habitEnd: season ?? rhythmEnd(ledger.commerce, settings),
    habit: season === null ? 'rhythm' : 'season',
  };
}

/** Who pays in even intervals is expected again after one and a half of them. */
function rhythmEnd({ cycles, intervals }: Commerce, settings: Settings): number {
  const last = cycles.at(-1);
  if (last === undefined || cycles.length < settings.rhythmCycles) return never;
  if (!(logSpread(intervals) <= settings.rhythmSpread)) return never;
  return last + Math.ceil(settings.rhythmIntervals * medianInterval(intervals));
}

const daysPerYear = 365.25;

/**
 * Who buys around one date of the year is expected again a year after the last purchase. Asked of the two years before
 * the last purchase, so that the answer does not depend on the day of asking; null when purchases follow no season.
 */
function seasonEnd(cycles: readonly number[], settings: Settings): number | null {
  const last = cycles.at(-1);
  if (last === undefined || cycles.length < 2) return null;
  let earliest = 0;
  let latest = 0;
  let hadOneAYearAgo = false;
  for (let i = cycles.length - 2; i >= 0; i -= 1) {
    const ago = last - (cycles[i] ?? 0);
    if (ago >= 730) break;
    const years = Math.round(ago / daysPerYear);
    const phase = ago - years * daysPerYear;
    earliest = Math.min(earliest, phase);
    latest = Math.max(latest, phase);
    if (latest - earliest > 2 * settings.seasonDays) return null;
    if (years === 1) hadOneAYearAgo = true;
  }
  return hadOneAYearAgo ? last + 365 + settings.seasonDays : null;
}

/** The first day that no cover but a paid term protects, with a term in force or without one. */
export function uncoveredFrom(covers: Covers, underTerm: boolean): number {
  return underTerm
    ? Math.max(covers.renewalFrom, covers.meetingEnd, covers.dateEnd)
    : Math.max(covers.habitEnd, covers.meetingEnd, covers.dateEnd);
}

/** The end of the last cover of all: a silence is counted from there when it comes to a new epoch. */
export function lastCoverEnd(covers: Covers): number {
  return Math.max(covers.renewalFrom, covers.habitEnd, covers.meetingEnd, covers.dateEnd);
}

/** By what the contact is covered on that day: the cover that lasts longest. Null when by nothing. */
export function coverOn(
  covers: Covers,
  day: number,
): { readonly by: HeldBy; readonly endDay: number } | null {
  const underTerm = day < covers.termEnd;
  const candidates: readonly (readonly [HeldBy, number])[] = [
    underTerm ? ['term', covers.renewalFrom] : [covers.habit, covers.habitEnd],
    ['meeting', covers.meetingEnd],
    ['date', covers.dateEnd],
  ];
  let found: { by: HeldBy; endDay: number } | null = null;
  for (const [by, endDay] of candidates) {
    if (endDay > day && (found === null || endDay > found.endDay)) found = { by, endDay };
  }
  return found;
}

/** Days on which a cover begins or ends by time alone. */
export function coverBreaks(covers: Covers): number[] {
  return [covers.termEnd, covers.renewalFrom, covers.habitEnd, covers.meetingEnd, covers.dateEnd];
}
