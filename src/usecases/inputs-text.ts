import type { StoredContact } from './store.ts';

/**
 * What an answer was computed from, as one text that is the same in whatever order the signals were read. Its hash, with
 * the model's version beside it, lets a complaint be looked into later without keeping a copy of the person.
 */
export function inputsText({ signals, facts }: Pick<StoredContact, 'signals' | 'facts'>): string {
  const said = signals.map((signal) => plain(signal)).sort();
  return JSON.stringify([said, plain(facts)]);
}

/** JSON with sorted keys: a store may give them back in another order. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
