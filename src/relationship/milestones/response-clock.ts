import type { BusinessCalendar } from '../business-hours/business-calendar.ts';
import { addWorkingMinutes, workingMinutesBetween } from '../business-hours/working-time.ts';

/** A clock that runs in working time from the customer's act until our answer. */
export type ResponseClock = {
  readonly startedAt: number;
  /** When the answer was or is due; null when no work is done within the calendar's reach. */
  readonly dueAt: number | null;
  readonly answeredAt: number | null;
  /** `waiting`: not due yet. `late`: answered after it was due, or still not although it is. */
  readonly outcome: 'in_time' | 'late' | 'waiting';
};

export function responseClock(
  calendar: BusinessCalendar,
  startedAt: number,
  answeredAt: number | null,
  minutes: number,
  now: number,
): ResponseClock {
  const dueAt = addWorkingMinutes(calendar, startedAt, minutes);
  const isOver = dueAt !== null && (answeredAt ?? now) > dueAt;
  const outcome = isOver ? 'late' : answeredAt === null ? 'waiting' : 'in_time';
  return { startedAt, dueAt, answeredAt, outcome };
}

/** When a waiting clock becomes late: a millisecond after it was due. */
export function clockChangesAt(clock: ResponseClock | null): number | null {
  if (clock === null || clock.outcome !== 'waiting' || clock.dueAt === null) return null;
  return clock.dueAt + 1;
}

/** Working minutes until the answer, or until now. */
export function minutesTaken(clock: ResponseClock, calendar: BusinessCalendar, now: number): number {
  return workingMinutesBetween(calendar, clock.startedAt, clock.answeredAt ?? now);
}
