import type { BusinessCalendar } from './business-calendar.ts';

/** Reckons in working time: how long something took, and when it is due. Minutes are real minutes, also when clocks change. */

const minuteMs = 60_000;

/** Years 1970 to 9999, as the whole model reads time. */
function isMoment(at: number): boolean {
  return at >= 0 && at <= 253_402_300_799_999;
}

/** Working minutes from one moment to another; 0 when the second is not after the first or either is no time. */
export function workingMinutesBetween(calendar: BusinessCalendar, from: number, to: number): number {
  if (!(isMoment(from) && isMoment(to) && to > from)) return 0;
  if (calendar.isAlwaysOpen) return (to - from) / minuteMs;
  let total = 0;
  const last = calendar.localDayOf(to);
  for (let day = calendar.localDayOf(from) - 1; day <= last; day += 1) {
    for (const { opensAt, closesAt } of calendar.spansOn(day)) {
      total += Math.max(0, Math.min(closesAt, to) - Math.max(opensAt, from));
    }
  }
  return total / minuteMs;
}

/**
 * The moment at which so many working minutes have passed since `from`; with 0 minutes the next working moment. Null
 * when no work is done within the calendar's search, and for a `from` that is no time.
 */
export function addWorkingMinutes(calendar: BusinessCalendar, from: number, minutes: number): number | null {
  if (!isMoment(from) || !(minutes >= 0) || minutes === Number.POSITIVE_INFINITY) return null;
  let left = minutes * minuteMs;
  if (calendar.isAlwaysOpen) return from + left;
  const first = calendar.localDayOf(from) - 1;
  for (let day = first; day <= first + 1 + calendar.searchDays; day += 1) {
    for (const { opensAt, closesAt } of calendar.spansOn(day)) {
      const start = Math.max(opensAt, from);
      if (closesAt <= start) continue;
      if (closesAt - start >= left) return start + left;
      left -= closesAt - start;
    }
  }
  return null;
}

/** Whether people work at that moment. */
export function isWorkingTime(calendar: BusinessCalendar, at: number): boolean {
  if (!isMoment(at)) return false;
  if (calendar.isAlwaysOpen) return true;
  return calendar.spansOn(calendar.localDayOf(at)).some((span) => span.opensAt <= at && at < span.closesAt);
}
