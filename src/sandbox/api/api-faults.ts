/**
 * What may go wrong with a call on purpose: refusals that pass, answers of a proxy, connections that break before the call
 * was done or after. Repeatable by a seed, and changed while the portal runs.
 */
import { createRandom } from '../story/random.ts';

export type ApiFault =
  /** HubSpot itself refuses. */
  | { readonly kind: 'refused'; readonly status: 423 | 429 | 477 | 500 | 503; readonly retryAfterS: number }
  /** Something between answers in HTML; the call was never made. */
  | { readonly kind: 'proxy'; readonly status: 502 | 504 | 524 }
  /** The connection breaks before the call is made. */
  | { readonly kind: 'cut' }
  /** The call is made, and its answer never arrives. */
  | { readonly kind: 'lost' };

export type ApiFaults = {
  /** Share of calls that fail from now on, 0 to 1. */
  set(share: number): void;
  /** What happens to the next call; null when it goes well. */
  draw(): ApiFault | null;
};

const faults: readonly [ApiFault, ...ApiFault[]] = [
  { kind: 'refused', status: 423, retryAfterS: 2 },
  { kind: 'refused', status: 429, retryAfterS: 1 },
  { kind: 'refused', status: 477, retryAfterS: 1 },
  { kind: 'refused', status: 500, retryAfterS: 0 },
  { kind: 'refused', status: 503, retryAfterS: 1 },
  { kind: 'proxy', status: 502 },
  { kind: 'proxy', status: 504 },
  { kind: 'proxy', status: 524 },
  { kind: 'cut' },
  { kind: 'lost' },
  { kind: 'lost' },
];

export function createApiFaults(seed: number): ApiFaults {
  const random = createRandom(seed);
  let share = 0;
  return {
    set(next) {
      share = next;
    },
    draw: () => (random.chance(share) ? random.pick(faults) : null),
  };
}
