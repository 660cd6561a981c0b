/** What people chose of the kinds of mail the portal sends: one status per address and kind. */

/** The kinds of mail; HubSpot keeps an opt-out of each on the contact as `hs_email_optout_<id>`. */
export const subscriptionKinds = [{ id: 21_004_711, name: 'Newsletter' }] as const;

export const legalBases = [
  'LEGITIMATE_INTEREST_PQL',
  'LEGITIMATE_INTEREST_CLIENT',
  'LEGITIMATE_INTEREST_OTHER',
  'PERFORMANCE_OF_CONTRACT',
  'CONSENT_WITH_NOTICE',
  'NON_GDPR',
  'PROCESS_AND_STORE',
] as const;

export type LegalBasis = (typeof legalBases)[number];

export function isLegalBasis(text: string): text is LegalBasis {
  return legalBases.some((basis) => basis === text);
}

/** Somebody subscribed, and on what ground; who opted out is told by the contact's own properties. */
export type Subscribed = {
  readonly email: string;
  readonly subscriptionId: number;
  readonly legalBasis: LegalBasis;
  /** Ms since epoch. */
  readonly at: number;
};

export type Subscriptions = {
  add(subscribed: Subscribed): void;
  find(email: string, subscriptionId: number): Subscribed | undefined;
  all(): Iterable<Subscribed>;
};

export function createSubscriptions(): Subscriptions {
  const known = new Map<string, Subscribed>();
  const keyOf = (email: string, subscriptionId: number) => `${subscriptionId} ${email.toLowerCase()}`;
  return {
    add: (one) => void known.set(keyOf(one.email, one.subscriptionId), one),
    find: (email, subscriptionId) => known.get(keyOf(email, subscriptionId)),
    all: () => known.values(),
  };
}
