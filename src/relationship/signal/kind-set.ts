import type { SignalKind } from './signal.ts';

/**
 * Sets of the kinds that can be a touch, as the bits of one number: the distinct kinds of many days are then an OR over
 * the days, which a comparison with the past asks at every touch.
 */
export type KindSet = number;

export const noKinds: KindSet = 0;

/** Every kind that can be a touch. There is room for 31 of them. */
const touchKinds: readonly SignalKind[] = [
  'message',
  'call',
  'booking',
  'meeting',
  'no_show',
  'decline',
  'meeting_cancelled',
  'form',
  'ticket',
  'complaint',
  'order',
  'refund',
  'survey',
  'referral',
  'review',
  'opt_in',
  'deal_opened',
  'deal_qualified',
  'deal_changed',
  'deal_won',
  'deal_lost',
  'quote_sent',
  'renewal',
  'competitor',
  'price_objection',
  'downgrade',
  'term',
  'loyalty',
  'became_customer',
  'registered',
];

const sets: ReadonlyMap<SignalKind, KindSet> = new Map(touchKinds.map((kind, place) => [kind, 1 << place]));

/** The set of that kind alone; empty for a kind that is never a touch. */
export function kindSetOf(kind: SignalKind): KindSet {
  return sets.get(kind) ?? noKinds;
}

/** How many kinds are in the set. */
export function sizeOf(set: KindSet): number {
  let size = 0;
  // Each step drops the lowest bit.
  for (let rest = set; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}
