/** Parked work in words an admin understands: what it was, and what HubSpot said. */
import type { Language } from '../relationship/stage/reason.ts';
import type { Parked } from '../usecases/work.ts';

export function sayParked({ subject, reason }: Parked, language: Language): string {
  const [kind = subject, id] = subject.split(':');
  const what = id === undefined ? kind : `${kind} ${id}`;
  return language === 'de'
    ? `${what}: nicht bearbeitet (${reason})`
    : `${what}: could not be done (${reason})`;
}
