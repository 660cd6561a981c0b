/** The browser's date-and-time input speaks of no zone; people at the portal mean the portal's. */

/** For example `2026-09-14T11:30`: the wall clock in `timeZone` at that moment. */
export function toZonedInput(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}

/** The moment at which a wall clock in `timeZone` shows `typed`; the earlier one when it shows it twice. */
export function fromZonedInput(typed: string, timeZone: string): number {
  const wall = Date.parse(`${typed}Z`);
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

/** How far a wall clock in `timeZone` is ahead of UTC at that moment, ms. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}
