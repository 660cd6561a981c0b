import { createHash } from 'node:crypto';
import type { StoredContact } from './store.ts';

/**
 * Names what an answer was computed from: the same signals and facts give the same hash, in whatever order they were
 * read. With the model's version beside it a complaint can be looked into later without keeping a copy of the person.
 */
export function inputsHash({ signals, facts }: Pick<StoredContact, 'signals' | 'facts'>): string {
  const said = signals.map((signal) => plain(signal)).sort();
  return createHash('sha256')
    .update(JSON.stringify([said, plain(facts)]))
    .digest('base64url');
}

/** JSON with sorted keys: a store may give them back in another order. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
