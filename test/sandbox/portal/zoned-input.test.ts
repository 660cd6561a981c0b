import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromZonedInput, toZonedInput } from '../../../src/sandbox/portal/zoned-input.ts';

const minuteMs = 60_000;
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];

test.each([
  ['2026-09-14T09:30:00Z', 'Europe/Berlin', '2026-09-14T11:30'],
  ['2026-01-14T09:30:00Z', 'Europe/Berlin', '2026-01-14T10:30'],
  ['2026-01-01T03:00:00Z', 'America/New_York', '2025-12-31T22:00'],
  ['2026-06-01T00:00:00Z', 'Asia/Kolkata', '2026-06-01T05:30'],
])('%s is %s wall clock %s', (iso, zone, wall) => {
  expect(toZonedInput(Date.parse(iso), zone)).toBe(wall);
  expect(fromZonedInput(wall, zone)).toBe(Date.parse(iso));
});

test('an hour that the clock skips in spring is read as a moment, not refused', () => {
  expect(Number.isFinite(fromZonedInput('2026-03-29T02:30', 'Europe/Berlin'))).toBe(true);
});

test('what is read back shows the same wall clock', () => {
  const anyMinute = fc.integer({ min: Date.UTC(2000, 0) / minuteMs, max: Date.UTC(2040, 0) / minuteMs });
  // Within a day of a change to or from summer time, in every one of the zones that have one.
  const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-09-27', '2026-10-25', '2026-11-01'];
  const nearChange = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -1440, max: 2880 }))
    .map(([day, minutes]) => Date.parse(`${day}T00:00:00Z`) / minuteMs + minutes);
  const minutes = fc.oneof(anyMinute, nearChange);
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const wall = toZonedInput(minute * minuteMs, zone);
      expect(toZonedInput(fromZonedInput(wall, zone), zone)).toBe(wall);
    }),
    { numRuns: 1000 },
  );
});
