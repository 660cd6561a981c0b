/**
 * Which of a portal's own properties say what the model reads. HubSpot has no standard property for a term, a notice or a
 * membership, so every portal names its own; they are recognised at install and stored with the installation. Null:
 * nothing says it, and the signal is not visible.
 */

/** The objects whose definitions are looked through. */
export type MappedObject = 'contacts' | 'deals' | 'tickets' | 'invoices' | 'subscriptions';

export type PropertyMapping = {
  /** Deal, date: the first day of the paid term; without it the close date of the won deal. */
  readonly termStart: string | null;
  /** Deal, date: the last day of the paid term. Without it no deal holds a term. */
  readonly termEnd: string | null;
  /** Deal, date: the customer renewed. */
  readonly renewedAt: string | null;
  /** Values of the standard property `dealtype` by which a won deal is a renewal. */
  readonly renewalDealTypes: readonly string[];
  /** Deal, date: the customer gave notice. */
  readonly noticeAt: string | null;
  /** Deal, date: the notice takes effect; without it the notice's own day. */
  readonly noticeEffectiveAt: string | null;
  /** Deal, date: the customer went down to less. */
  readonly downgradedAt: string | null;
  /** Deal, text or choice: the competitor at the table; any value names one. */
  readonly competitor: string | null;
  /** Deal, text or choice: a reason for a loss, read beside HubSpot's own `closed_lost_reason`. */
  readonly lostReason: string | null;
  /** Deal, yes or no, or a choice: the price was objected to. */
  readonly priceObjection: string | null;
  /** Deal, text or choice: the product family it belongs to; without it the pipeline stands for the family. */
  readonly productFamily: string | null;
  /** Deal, text or choice: the reseller, broker, agent, dealer or distributor it was sold through; any value names one. */
  readonly intermediary: string | null;
  /** Ticket, text or choice: what was done to make up. */
  readonly remedy: string | null;
  /** Contact, text or choice: what the contact answered to how they heard of us. */
  readonly claimedSource: string | null;
  /** Contact, text or choice: what we promised in return for the first form. */
  readonly promised: string | null;
  /** Contact, date: consent was last given. */
  readonly consentAt: string | null;
  /** Contact, yes or no, or a choice: consent to being tracked; a no is a refusal. */
  readonly trackingConsent: string | null;
  /** Contact, date: not before then. */
  readonly askedUntil: string | null;
  /** Contact, number: at most one outreach in so many days. */
  readonly cadenceDays: string | null;
  /** Contact, yes or no: not by phone. */
  readonly noCalls: string | null;
  /** Contact, yes or no: a child, or somebody in need of special care. */
  readonly vulnerable: string | null;
  /** Contact, yes or no: tied to us, by a sole source or by structure. */
  readonly captive: string | null;
  /** Contact, yes or no: several people share the address. */
  readonly sharedMailbox: string | null;
  /** Contact, text or choice: the segment. */
  readonly segment: string | null;
  /** Contact, text or choice: interests they told us of their own will. */
  readonly interests: string | null;
  /** Contact, yes or no: agreed to be introduced to other customers. */
  readonly introductionConsent: string | null;
  /** Contact, yes or no: the terms on which they can leave are written down. */
  readonly exitTerms: string | null;
  /** Contact, yes or no: we work to a shared plan. */
  readonly sharedPlan: string | null;
  /** Contact, yes or no: we meet at their place. */
  readonly onSite: string | null;
  /** Contact, yes or no: their systems and ours are connected. */
  readonly integration: string | null;
  /** Contact, date: agreed to a case study. */
  readonly caseStudyAt: string | null;
  /** Contact, date: spoke of us in public. */
  readonly mentionedAt: string | null;
  /** Contact, date: spoke at an event of ours. */
  readonly spokeAt: string | null;
  /** Contact, yes or no, or a tier: member of the loyalty programme; dated by its history without `loyaltySince`. */
  readonly loyaltyMember: string | null;
  /** Contact, date: member since. */
  readonly loyaltySince: string | null;
  /** Contact, date: member until. */
  readonly loyaltyUntil: string | null;
  /** Contact, text: who recommended us to them. The name is not kept. */
  readonly referredBy: string | null;
  /** Contact, date: wrote a review. */
  readonly reviewedAt: string | null;
  /** Contact, date: registered a product bought elsewhere. */
  readonly registeredAt: string | null;
  /** Contact, date: asked us to stop. */
  readonly stopRequestedAt: string | null;
  /** Contact, date: the account was closed. */
  readonly accountClosedAt: string | null;
  /** Contact: HubSpot's `hs_email_optout_<id>`, one for each type of mail the portal sends. */
  readonly optOutTypes: readonly string[];
  /** Types of the link between two contacts, by HubSpot's id: the partner brought this contact. */
  readonly referrerLabels: readonly number[];
  /** The same, the other way: the partner came through this contact. */
  readonly referralLabels: readonly number[];
  /** The same: this contact introduced the partner, a colleague. */
  readonly introducedLabels: readonly number[];
  /** Types of the link from a deal to a company: the company is the intermediary. */
  readonly intermediaryLabels: readonly number[];
  /** Invoice, date: it was paid; without it the invoice's date. */
  readonly invoicePaidAt: string | null;
  /** Invoice, amount: what went back to the customer. */
  readonly invoiceRefunded: string | null;
  /** Subscription, date: the last day it runs. */
  readonly subscriptionEnd: string | null;
  /** Subscription, date: the customer cancelled it. */
  readonly subscriptionCancelledAt: string | null;
};

/** The fields that hold several values, and not the name of one property. */
export const mappedLists = [
  'renewalDealTypes',
  'optOutTypes',
  'referrerLabels',
  'referralLabels',
  'introducedLabels',
  'intermediaryLabels',
] as const;

export type MappedList = (typeof mappedLists)[number];

/** The fields that hold the name of one property. */
export type MappedField = Exclude<keyof PropertyMapping, MappedList>;

/** A portal in which nothing was recognised. */
export const nothingMapped: PropertyMapping = {
  termStart: null,
  termEnd: null,
  renewedAt: null,
  renewalDealTypes: [],
  noticeAt: null,
  noticeEffectiveAt: null,
  downgradedAt: null,
  competitor: null,
  lostReason: null,
  priceObjection: null,
  productFamily: null,
  intermediary: null,
  remedy: null,
  claimedSource: null,
  promised: null,
  consentAt: null,
  trackingConsent: null,
  askedUntil: null,
  cadenceDays: null,
  noCalls: null,
  vulnerable: null,
  captive: null,
  sharedMailbox: null,
  segment: null,
  interests: null,
  introductionConsent: null,
  exitTerms: null,
  sharedPlan: null,
  onSite: null,
  integration: null,
  caseStudyAt: null,
  mentionedAt: null,
  spokeAt: null,
  loyaltyMember: null,
  loyaltySince: null,
  loyaltyUntil: null,
  referredBy: null,
  reviewedAt: null,
  registeredAt: null,
  stopRequestedAt: null,
  accountClosedAt: null,
  optOutTypes: [],
  referrerLabels: [],
  referralLabels: [],
  introducedLabels: [],
  intermediaryLabels: [],
  invoicePaidAt: null,
  invoiceRefunded: null,
  subscriptionEnd: null,
  subscriptionCancelledAt: null,
};
