import { parseTime } from './read-events.ts';
import { UsageError } from './usage-error.ts';

/** The options that every command on a CSV of events takes. */

const msPerDay = 86_400_000;

/** An ISO time as it is, a date as its last millisecond: what happened on the day is known. */
export function instantOf(option: string, text: string): number {
  const at = parseTime(text.trim());
  if (at === null) throw new UsageError(`${option} is "${text}", expected an ISO date or time from 1970 on`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? at + msPerDay - 1 : at;
}

/** Ten years: beyond, no history we know could have shown an outcome. */
const longestHorizon = 3650;

export function horizonOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= longestHorizon) return days;
  throw new UsageError(`--horizon is "${text}", expected whole days from 1 to ${longestHorizon}`);
}
