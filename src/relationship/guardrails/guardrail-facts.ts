import { type Desired, notAsked } from '../desired/desired.ts';
import type { Depth } from '../desired/desired-settings.ts';
import type { ContactFacts } from '../facts.ts';
import type { OutreachChannel, Purpose } from './action.ts';
import type { TrackingConsent } from './provenance.ts';

/**
 * The standing facts the guardrails need beside the signals: consent, legal basis, stated wishes and who is behind the
 * address. `null` means that nobody can see it, which is not the same as none. Times are ms since epoch.
 */
export type GuardrailFacts = {
  /** The person objected to profiling. */
  readonly objection: boolean;
  readonly objectionAt: number | null;
  /** Erasure was requested, or processing is restricted. */
  readonly erasure: boolean;
  readonly restriction: boolean;
  /** Opt-outs that stand in the CRM now, beside those the signals tell; `all` closes every channel. */
  readonly optOuts: readonly { readonly channel: OutreachChannel | 'all'; readonly at: number | null }[];
  readonly subscriptions: readonly Subscription[] | null;
  readonly legalBases: readonly LegalBasis[] | null;
  /** When consent was last given. */
  readonly consentAt: number | null;
  /** A date a person set ("write again in September"). */
  readonly askedUntil: number | null;
  /** The contact wants at most one outreach in so many days. */
  readonly cadenceDays: number | null;
  /** Channels the contact does not want ("not by phone"). */
  readonly refusedChannels: readonly { readonly channel: OutreachChannel; readonly at: number | null }[];
  /** A child, or somebody in need of special care. */
  readonly vulnerable: boolean | null;
  readonly mailbox: 'person' | 'role' | 'shared' | 'internal';
  readonly desired: Desired;
  readonly depth: Depth;
  readonly tracking: TrackingConsent;
  /** Marketing sends are visible, so that contact pressure counts them. */
  readonly marketingMailVisible: boolean;
};

/** The status of one subscription type. */
export type Subscription = {
  readonly name: string;
  readonly channel: OutreachChannel;
  readonly purposes: readonly Purpose[];
  readonly status: 'subscribed' | 'not_subscribed';
};

export const legalBases = [
  'consent',
  'legitimate_interest',
  'contract',
  'process_and_store',
  'not_applicable',
] as const;

export type LegalBasis = (typeof legalBases)[number];

/** Nothing is known of the contact but its signals. */
export const unknownGuardrailFacts: GuardrailFacts = {
  objection: false,
  objectionAt: null,
  erasure: false,
  restriction: false,
  optOuts: [],
  subscriptions: null,
  legalBases: null,
  consentAt: null,
  askedUntil: null,
  cadenceDays: null,
  refusedChannels: [],
  vulnerable: null,
  mailbox: 'person',
  desired: notAsked,
  depth: 'individual',
  tracking: 'unknown',
  marketingMailVisible: false,
};

/** What the engine's facts of a contact already say, and the rest from elsewhere; what neither says is unknown. */
export function guardrailFactsFrom(
  { objection, askedUntil, mailbox }: ContactFacts,
  known: Partial<GuardrailFacts>,
): GuardrailFacts {
  return { ...unknownGuardrailFacts, objection, askedUntil, mailbox, ...known };
}
