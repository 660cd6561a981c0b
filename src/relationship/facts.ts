import type { Override } from './override.ts';

/** What is known of a contact beside its signals: standing facts, none of them an event of the relationship. */
export type ContactFacts = {
  /** The person objected to profiling: nothing is computed. */
  readonly objection: boolean;
  /** A date a person set ("asked to be called in September"), ms since epoch: silence until then accuses nobody. */
  readonly askedUntil: number | null;
  /** Sole source or structural tie: with a bad survey answer it is never called Bonding. */
  readonly captive: boolean;
  /** Touches of colleagues on a deal or term shared with this contact, ms since epoch; the account rule reads them. */
  readonly colleagueTouches: readonly { readonly at: number; readonly dealId: string }[];
  /** The address is a role mailbox or belongs to our own company. */
  readonly mailbox: 'person' | 'role' | 'internal';
  /** The stage a person set last and did not take back, whether its time is over or not. */
  readonly override?: Override | null;
};

export const noFacts: ContactFacts = {
  objection: false,
  askedUntil: null,
  captive: false,
  colleagueTouches: [],
  mailbox: 'person',
};
