import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietAt } from '../../../src/relationship/guardrails/quiet-hours.ts';

const evening = { quietFromHour: 20, quietToHour: 8, quietWeekdays: [0] };

test('at nine in the evening it is quiet until eight in the morning', () => {
  const quiet = quietAt(Date.UTC(2026, 5, 15, 21), 'UTC', evening);
  expect(quiet).toEqual({ isQuiet: true, until: Date.UTC(2026, 5, 16, 8), from: null });
});

test('on a Saturday evening it is quiet until Monday morning, since Sunday is quiet', () => {
  const quiet = quietAt(Date.UTC(2026, 5, 13, 21), 'UTC', evening);
  expect(quiet.until).toBe(Date.UTC(2026, 5, 15, 8));
});

test('during the day the next quiet time begins in the evening', () => {
  const quiet = quietAt(Date.UTC(2026, 5, 15, 12), 'UTC', evening);
  expect(quiet).toEqual({ isQuiet: false, until: null, from: Date.UTC(2026, 5, 15, 20) });
});

test('quiet hours follow the clocks of the zone through the night on which they change', () => {
  // Clocks in Berlin go from 02:00 to 03:00 on 29 March 2026; 08:00 there is then 06:00 UTC.
  const quiet = quietAt(Date.UTC(2026, 2, 28, 22), 'Europe/Berlin', { ...evening, quietWeekdays: [] });
  expect(quiet.until).toBe(Date.UTC(2026, 2, 29, 6));
});

test('a zone of half hours is read to the minute', () => {
  const quiet = quietAt(Date.UTC(2026, 5, 15, 14, 29), 'Asia/Kolkata', evening);
  expect([quiet.isQuiet, quiet.from]).toEqual([false, Date.UTC(2026, 5, 15, 14, 30)]);
});

test('a zone that does not exist is read as UTC', () => {
  const at = Date.UTC(2026, 5, 15, 21);
  expect(quietAt(at, 'Nowhere/Atlantis', evening)).toEqual(quietAt(at, 'UTC', evening));
});

test('without business hours nothing is quiet, and with every day quiet it never ends', () => {
  const none = { quietFromHour: Number.NaN, quietToHour: 8, quietWeekdays: [] };
  expect(quietAt(Date.UTC(2026, 5, 15, 21), 'UTC', none).isQuiet).toBe(false);
  const always = { ...evening, quietWeekdays: [0, 1, 2, 3, 4, 5, 6] };
  expect(quietAt(Date.UTC(2026, 5, 15, 12), 'UTC', always)).toEqual({
    isQuiet: true,
    until: null,
    from: null,
  });
});

test('the change told is the next one: just before it nothing changed, and on it it did', () => {
  const hour = fc.integer({ min: 0, max: 24 });
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
      fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'),
      fc.record({ quietFromHour: hour, quietToHour: hour, quietWeekdays: fc.subarray([0, 1, 5, 6]) }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (at, zone, settings, share) => {
        const quiet = quietAt(at, zone, settings);
        const change = quiet.until ?? quiet.from;
        if (change === null) return;
        expect(change).toBeGreaterThan(at);
        const before = Math.floor(at + (change - at) * share);
        expect(quietAt(before, zone, settings).isQuiet).toBe(quiet.isQuiet);
        expect(quietAt(change, zone, settings).isQuiet).toBe(!quiet.isQuiet);
      },
    ),
    { numRuns: 2000 },
  );
});
