import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBusinessCalendar } from '../../../src/relationship/business-hours/business-calendar.ts';
import {
  type BusinessHours,
  businessHoursFields,
  defaultBusinessHours,
} from '../../../src/relationship/business-hours/business-hours-settings.ts';
import {
  addWorkingMinutes,
  isWorkingTime,
  workingMinutesBetween,
} from '../../../src/relationship/business-hours/working-time.ts';

const calendarOf = (hours: Partial<BusinessHours> = {}) =>
  createBusinessCalendar({
    ...defaultBusinessHours,
    hours: { ...defaultBusinessHours.hours, timeZone: 'Europe/Berlin', ...hours },
  });
const at = (text: string) => Date.parse(text);
const iso = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
const allDay = [{ from: 0, to: 1440 }];
const everyDay = Array.from({ length: 7 }, () => allDay);

describe('working time', () => {
  test('a mail of Friday evening has its six business hours on Monday', () => {
    // Friday 2026-06-12 16:00 in Berlin: one hour is left, five follow from Monday 9:00.
    expect(iso(addWorkingMinutes(calendarOf(), at('2026-06-12T14:00Z'), 360))).toBe(
      '2026-06-15T12:00:00.000Z',
    );
  });

  test('the clock runs in the time zone of the portal', () => {
    const tokyo = calendarOf({ timeZone: 'Asia/Tokyo' });
    expect(iso(addWorkingMinutes(tokyo, at('2026-06-15T12:00Z'), 60))).toBe('2026-06-16T01:00:00.000Z');
    expect(isWorkingTime(tokyo, at('2026-06-15T23:30Z'))).toBe(false);
    expect(isWorkingTime(tokyo, at('2026-06-16T00:00Z'))).toBe(true);
    expect(isWorkingTime(tokyo, at('2026-06-16T08:00Z'))).toBe(false);
  });

  test('a holiday counts no minute', () => {
    const calendar = calendarOf({ holidays: ['2026-06-15'] });
    expect(iso(addWorkingMinutes(calendar, at('2026-06-12T14:00Z'), 120))).toBe('2026-06-16T08:00:00.000Z');
    expect(workingMinutesBetween(calendar, at('2026-06-15T00:00Z'), at('2026-06-15T23:00Z'))).toBe(0);
  });

  test('a day on which clocks go forward has 23 hours, one on which they go back has 25', () => {
    const calendar = calendarOf({ week: everyDay });
    const hours = (from: string, to: string) => workingMinutesBetween(calendar, at(from), at(to)) / 60;
    expect(hours('2026-03-28T23:00Z', '2026-03-29T22:00Z')).toBe(23);
    expect(hours('2026-10-24T22:00Z', '2026-10-25T23:00Z')).toBe(25);
    expect(hours('2026-03-29T22:00Z', '2026-03-30T22:00Z')).toBe(24);
  });

  test("opening at nine means nine o'clock there, before and after clocks change", () => {
    const calendar = calendarOf();
    expect(iso(addWorkingMinutes(calendar, at('2026-03-27T20:00Z'), 0))).toBe('2026-03-30T07:00:00.000Z');
    expect(iso(addWorkingMinutes(calendar, at('2026-03-26T20:00Z'), 0))).toBe('2026-03-27T08:00:00.000Z');
  });

  test('an hour that clocks skip opens at the jump, a place open while clocks go back stays open', () => {
    const night = Array.from({ length: 7 }, () => [{ from: 150, to: 180 }]);
    const calendar = calendarOf({ week: night });
    const minutes = (from: string, to: string) => workingMinutesBetween(calendar, at(from), at(to));
    expect(minutes('2026-03-29T00:00Z', '2026-03-29T06:00Z')).toBe(0);
    expect(minutes('2026-10-25T00:00Z', '2026-10-25T06:00Z')).toBe(90);
    const both = calendarOf({ week: Array.from({ length: 7 }, () => [{ from: 120, to: 179 }]) });
    expect(workingMinutesBetween(both, at('2026-10-24T23:00Z'), at('2026-10-25T06:00Z'))).toBe(119);
  });

  test('zones with half hours are kept to', () => {
    const india = calendarOf({ timeZone: 'Asia/Kolkata' });
    expect(iso(addWorkingMinutes(india, at('2026-06-15T00:00Z'), 0))).toBe('2026-06-15T03:30:00.000Z');
  });

  test('two spans a day leave the lunch out, and spans that overlap count once', () => {
    const lunch = calendarOf({
      week: [
        [],
        [
          { from: 780, to: 1020 },
          { from: 540, to: 720 },
        ],
      ],
    });
    expect(workingMinutesBetween(lunch, at('2026-06-15T00:00Z'), at('2026-06-15T23:00Z'))).toBe(420);
    const twice = calendarOf({
      week: [
        [],
        [
          { from: 540, to: 720 },
          { from: 600, to: 780 },
        ],
      ],
    });
    expect(workingMinutesBetween(twice, at('2026-06-15T00:00Z'), at('2026-06-15T23:00Z'))).toBe(240);
  });
});

describe('bad input', () => {
  test('without business hours all hours count, and that is said', () => {
    const calendar = calendarOf({ week: [] });
    expect(calendar.problems).toEqual([{ code: 'no_business_hours' }]);
    expect(iso(addWorkingMinutes(calendar, at('2026-06-13T03:00Z'), 60))).toBe('2026-06-13T04:00:00.000Z');
    expect(workingMinutesBetween(calendar, at('2026-06-13T03:00Z'), at('2026-06-13T04:00Z'))).toBe(60);
    expect(isWorkingTime(calendar, at('2026-06-13T03:00Z'))).toBe(true);
  });

  test('an impossible zone is read as UTC, and that is said', () => {
    const calendar = calendarOf({ timeZone: 'Mars/Olympus' });
    expect(calendar.problems).toEqual([{ code: 'unknown_time_zone', timeZone: 'Mars/Olympus' }]);
    expect(calendar.timeZone).toBe('UTC');
    expect(iso(addWorkingMinutes(calendar, at('2026-06-15T06:00Z'), 0))).toBe('2026-06-15T09:00:00.000Z');
  });

  test('all problems are reported at once', () => {
    const bad = calendarOf({
      timeZone: '',
      week: [[{ from: 600, to: 540 }], [{ from: Number.NaN, to: 600 }], [{ from: 0, to: 1441 }]],
      holidays: ['2026-02-30', 'Easter', '2026-12-25'],
    });
    expect(bad.problems.map((problem) => problem.code)).toEqual([
      'unknown_time_zone',
      'impossible_holiday',
      'impossible_holiday',
      'impossible_hours',
      'impossible_hours',
      'impossible_hours',
      'no_business_hours',
    ]);
  });

  test('a portal that never works within reach has clocks that never run out', () => {
    const days = Array.from({ length: 500 }, (_, day) => iso(at('2026-06-10') + day * 86_400_000) ?? '');
    const calendar = calendarOf({ holidays: days.map((day) => day.slice(0, 10)) });
    expect(addWorkingMinutes(calendar, at('2026-06-15T08:00Z'), 5)).toBeNull();
  });

  test('what is no time has no working time', () => {
    const calendar = calendarOf();
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, -9e18, 1e300]) {
      expect(addWorkingMinutes(calendar, odd, 5)).toBeNull();
      expect(workingMinutesBetween(calendar, odd, 5)).toBe(0);
      expect(isWorkingTime(calendar, odd)).toBe(false);
    }
  });
});

describe('laws', () => {
  const moments = fc.integer({ min: at('2020-01-01'), max: at('2030-01-01') });
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
  const calendars = new Map(
    ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'].map((timeZone) => [
      timeZone,
      calendarOf({ timeZone, holidays: ['2024-12-25', '2026-12-25'] }),
    ]),
  );
  const calendarIn = (zone: string) => calendars.get(zone) ?? calendarOf();

  test('so many working minutes lie between a moment and what is due after so many', () => {
    fc.assert(
      fc.property(zones, moments, fc.integer({ min: 1, max: 10_000 }), (zone, from, minutes) => {
        const calendar = calendarIn(zone);
        const due = addWorkingMinutes(calendar, from, minutes);
        expect(due).not.toBeNull();
        expect(workingMinutesBetween(calendar, from, due ?? 0)).toBeCloseTo(minutes, 6);
      }),
    );
  });

  test('working time adds up over any moment between', () => {
    const week = 7 * 86_400_000;
    const step = fc.integer({ min: 0, max: 3 * week });
    fc.assert(
      fc.property(zones, moments, step, step, (zone, from, first, second) => {
        const calendar = calendarIn(zone);
        const [middle, to] = [from + first, from + first + second];
        const parts =
          workingMinutesBetween(calendar, from, middle) + workingMinutesBetween(calendar, middle, to);
        expect(parts).toBeCloseTo(workingMinutesBetween(calendar, from, to), 6);
      }),
    );
  });
});

test('every setting is described, and its default lies in its range', () => {
  const { range } = businessHoursFields.searchDays;
  expect(range.kind === 'number' && range.min <= 366 && 366 <= range.max).toBe(true);
  expect(businessHoursFields.hours.description).not.toBe('');
});
