/** Days as a form sends them, `YYYY-MM-DD`, in the zone of a portal. */
import { createZone, utc } from '../relationship/business-hours/zone.ts';

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** The moment a day begins; null for what is no day, such as 30 February. */
export function startOfDay(day: string, timeZone: string): number | null {
  const local = shape.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 10) !== day) return null;
  return (createZone(timeZone) ?? utc).momentOf(local, 'first');
}

export function dayAt(at: number, timeZone: string): string {
  return new Date(at + (createZone(timeZone) ?? utc).offsetAt(at)).toISOString().slice(0, 10);
}
