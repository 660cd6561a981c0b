import type { InputProblem } from '../matrix/input-problem.ts';
import { dayOf, msPerDay } from '../signal/timeline.ts';
import type { BusinessHours, BusinessHoursSettings, WorkingSpan } from './business-hours-settings.ts';
import { createZone, utc } from './zone.ts';

/**
 * The portal's working time, ready to be asked. Created once per portal: it keeps the days it worked out. Without any
 * working time all hours count, with an impossible zone UTC is used, and impossible spans and holidays are left out; all
 * of it is told in `problems`.
 */
export type BusinessCalendar = {
  readonly timeZone: string;
  readonly problems: readonly InputProblem[];
  /** All hours count, because no working time is set. */
  readonly isAlwaysOpen: boolean;
  /** Working spans that begin on this local day (whole days since 1970), as moments in ms, oldest first. */
  spansOn(localDay: number): readonly Span[];
  /** The local day of a moment. */
  localDayOf(at: number): number;
  readonly searchDays: number;
};

export type Span = { readonly opensAt: number; readonly closesAt: number };

const minuteMs = 60_000;
const minutesPerDay = 1440;

export function createBusinessCalendar(
  { hours, searchDays }: BusinessHoursSettings,
  portalZone = 'UTC',
): BusinessCalendar {
  const problems: InputProblem[] = [];
  const timeZone = hours.timeZone ?? portalZone;
  const zone = createZone(timeZone) ?? utc;
  if (zone === utc) problems.push({ code: 'unknown_time_zone', timeZone });
  const holidays = readHolidays(hours.holidays, problems);
  const week = readWeek(hours, problems);
  const isAlwaysOpen = week.every((spans) => spans.length === 0);
  if (isAlwaysOpen) problems.push({ code: 'no_business_hours' });
  const days = new Map<number, readonly Span[]>();

  function spansOn(localDay: number): readonly Span[] {
    const known = days.get(localDay);
    if (known !== undefined) return known;
    const spans = holidays.has(localDay) ? [] : (week[weekdayOf(localDay)] ?? []);
    const found = spans.map(({ from, to }) => ({
      opensAt: zone.momentOf(localDay * msPerDay + from * minuteMs, 'first'),
      closesAt: zone.momentOf(localDay * msPerDay + to * minuteMs, 'last'),
    }));
    days.set(localDay, found);
    return found;
  }

  const localDayOf = (at: number) => dayOf(at + zone.offsetAt(at));
  const reach = Number.isFinite(searchDays) ? searchDays : 0;
  return { timeZone: zone.name, problems, isAlwaysOpen, spansOn, localDayOf, searchDays: reach };
}

/** 1 January 1970 was a Thursday. */
function weekdayOf(localDay: number): number {
  return (((localDay + 4) % 7) + 7) % 7;
}

function readHolidays(holidays: readonly string[], problems: InputProblem[]): ReadonlySet<number> {
  const days = new Set<number>();
  for (const holiday of holidays) {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(holiday) ? Date.parse(holiday) : Number.NaN;
    // Some dates that do not exist are read as a later one; they do not come back as they were written.
    if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== holiday) {
      problems.push({ code: 'impossible_holiday', holiday });
    } else days.add(dayOf(at));
  }
  return days;
}

function readWeek(hours: BusinessHours, problems: InputProblem[]): readonly (readonly WorkingSpan[])[] {
  return hours.week.slice(0, 7).map((spans, weekday) => {
    const possible = spans.filter(({ from, to }) => {
      if (from >= 0 && to <= minutesPerDay && from < to) return true;
      problems.push({ code: 'impossible_hours', weekday, from, to });
      return false;
    });
    return merge(possible);
  });
}

/** Spans that touch or overlap are one, so that no minute counts twice. */
function merge(spans: readonly WorkingSpan[]): readonly WorkingSpan[] {
  const merged: WorkingSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}
