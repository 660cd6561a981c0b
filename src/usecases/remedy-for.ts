/**
 * What follows from a failure of the CRM: the one place that decides. `attempt` counts from 1; every row ends, so that
 * no work is tried for ever. Parked work keeps its marks and is tried again when somebody wakes it.
 */
import type { CrmFailure } from './crm-error.ts';

export type Remedy =
  | { readonly kind: 'retry'; readonly afterMs: number }
  /** One input is bad: halve the batch until it stands alone. Alone, it is parked. */
  | { readonly kind: 'bisect' }
  /** The record is gone. */
  | { readonly kind: 'forget' }
  /** A property of ours was deleted or changed: bring it back as it was, then retry. */
  | { readonly kind: 'repair' }
  | { readonly kind: 'park' }
  /** The app was removed from the portal. */
  | { readonly kind: 'disconnect' };

type Tries = { readonly max: number; readonly firstMs: number; readonly longestMs: number };

const never: Tries = { max: 0, firstMs: 0, longestMs: 0 };

/**
 * How often each failure is tried, and the first wait; it doubles each time up to the longest. These waits are the
 * portal's circuit: while one stands nothing of its kind calls HubSpot, and its end is the one run that finds out whether
 * HubSpot is back. What passes by itself is hence looked at every minute, for new work waits behind it.
 */
const tries: Readonly<Record<CrmFailure, Tries>> = {
  'rate-limited': { max: 60, firstMs: 10_000, longestMs: 60_000 },
  unavailable: { max: 60, firstMs: 10_000, longestMs: 60_000 },
  timeout: { max: 60, firstMs: 10_000, longestMs: 60_000 },
  unauthorized: { max: 4, firstMs: 5_000, longestMs: 60_000 },
  'unreadable-answer': { max: 2, firstMs: 5_000, longestMs: 60_000 },
  'property-missing': { max: 3, firstMs: 1_000, longestMs: 60_000 },
  'property-changed': { max: 3, firstMs: 1_000, longestMs: 60_000 },
  // A wrong secret of ours hits all portals and is repaired by a deployment: wait long, and uninstall nobody.
  'our-credentials': { max: 12, firstMs: 300_000, longestMs: 900_000 },
  'missing-scope': never,
  'not-found': never,
  'invalid-input': never,
  'installation-gone': never,
};

export function remedyFor(
  error: { readonly failure: CrmFailure; readonly retryAfterMs: number | null },
  attempt: number,
): Remedy {
  switch (error.failure) {
    case 'installation-gone':
      return { kind: 'disconnect' };
    case 'not-found':
      return { kind: 'forget' };
    case 'invalid-input':
      return { kind: 'bisect' };
    case 'missing-scope':
      return { kind: 'park' };
    case 'property-missing':
    case 'property-changed':
      return attempt < tries[error.failure].max ? { kind: 'repair' } : { kind: 'park' };
    case 'rate-limited':
    case 'unavailable':
    case 'timeout':
    case 'unauthorized':
    case 'unreadable-answer':
    case 'our-credentials': {
      const { max, firstMs, longestMs } = tries[error.failure];
      if (attempt >= max) return { kind: 'park' };
      const backoff = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
      return { kind: 'retry', afterMs: Math.max(backoff, error.retryAfterMs ?? 0) };
    }
  }
}

/** Parked work that still carries its marks is looked at again this late, should nobody wake it before. */
export const parkedMs = 60 * 60_000;

/** How long the marks wait that the failed work gives back. */
export function pauseOf(remedy: Remedy): number {
  switch (remedy.kind) {
    case 'retry':
      return remedy.afterMs;
    case 'repair':
    case 'disconnect':
      return 0;
    case 'bisect':
    case 'forget':
    case 'park':
      return parkedMs;
  }
}
