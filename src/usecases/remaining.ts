/**
 * How long the rest of a first reading takes, from HubSpot's quota alone: a hundred records a call, ten calls a second. It
 * is a lower bound as long as a type is still being read whose size nobody told us, and says so.
 */
import type { BackfillProgress } from './store.ts';

/** `isWhole`: nothing is left whose size we do not know; otherwise it takes at least so long. */
export type Remaining = { readonly ms: number; readonly isWhole: boolean };

/** HubSpot's allowance of an app as we use it [V]: 100 calls in ten seconds; and the records of one call. */
const callsPerSecond = 10;
const perCall = 100;

export function remainingOf(
  backfill: BackfillProgress | null,
  { records, contacts }: { readonly records: number; readonly contacts: number },
): Remaining | null {
  if (backfill === null) return null;
  const isRead = backfill.finishedAt !== null;
  const read = backfill.steps.find(({ type }) => type === 'contacts')?.records ?? 0;
  const unread = isRead ? 0 : Math.max(0, backfill.contacts - read);
  const unwritten = isRead ? contacts : backfill.contacts;
  // One call for each page and each type that is not read to its end, one for each batch that is written.
  const open = backfill.steps.filter(({ type, done }) => type !== 'contacts' && !done).length;
  const calls =
    Math.ceil(unread / perCall) +
    Math.ceil(unwritten / perCall) +
    Math.ceil(records / perCall) +
    (isRead ? 0 : open);
  return calls === 0
    ? null
    : { ms: Math.ceil((calls / callsPerSecond) * 1000), isWhole: isRead || open === 0 };
}
