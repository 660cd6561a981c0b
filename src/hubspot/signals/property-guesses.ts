/**
 * The names by which portals usually call what HubSpot has no property for: first guesses, in the languages we ship, that
 * an admin's setting overrides. The first name that exists and can hold such a value wins. All of contacts, deals and
 * tickets are subscribed to in app.json; a name that a portal does not have stays silent there.
 */
import {
  type MappedField,
  type MappedObject,
  nothingMapped,
  type PropertyMapping,
} from '../../usecases/property-mapping.ts';

/** What a property must be able to hold: a name alone can mean anything. */
type Holds = 'date' | 'words' | 'flag' | 'amount';

type Guess = { readonly object: MappedObject; readonly holds: Holds; readonly names: readonly string[] };

/** HubSpot's types that can hold it. */
export const typesOf: Readonly<Record<Holds, readonly string[]>> = {
  date: ['date', 'datetime'],
  words: ['string', 'enumeration'],
  flag: ['bool', 'enumeration', 'string'],
  amount: ['number'],
};

const deal = (holds: Holds, ...names: string[]): Guess => ({ object: 'deals', holds, names });
const contact = (holds: Holds, ...names: string[]): Guess => ({ object: 'contacts', holds, names });
const ticket = (holds: Holds, ...names: string[]): Guess => ({ object: 'tickets', holds, names });
const invoice = (holds: Holds, ...names: string[]): Guess => ({ object: 'invoices', holds, names });
const subscription = (holds: Holds, ...names: string[]): Guess => ({
  object: 'subscriptions',
  holds,
  names,
});

export const propertyGuesses: Readonly<Record<MappedField, Guess>> = {
  termStart: deal(
    'date',
    'contract_start_date',
    'subscription_start_date',
    'term_start_date',
    'vertragsbeginn',
  ),
  // A renewal date lies ahead: it is where the running term ends.
  termEnd: deal(
    'date',
    'contract_end_date',
    'subscription_end_date',
    'term_end_date',
    'renewal_date',
    'vertragsende',
  ),
  renewedAt: deal('date', 'renewed_on', 'renewed_date', 'last_renewal_date'),
  noticeAt: deal('date', 'cancellation_notice_date', 'notice_date', 'cancellation_date', 'kuendigungsdatum'),
  noticeEffectiveAt: deal('date', 'cancellation_effective_date', 'churn_date', 'kuendigung_zum'),
  downgradedAt: deal('date', 'downgrade_date', 'downgraded_on'),
  competitor: deal('words', 'competitor', 'competitors', 'primary_competitor', 'wettbewerber'),
  lostReason: deal('words', 'lost_reason', 'closed_lost_category', 'verlustgrund'),
  priceObjection: deal('flag', 'price_objection', 'pricing_objection', 'preiseinwand'),
  productFamily: deal('words', 'product_family', 'product_line', 'produktfamilie'),
  intermediary: deal(
    'words',
    'reseller',
    'distributor',
    'broker',
    'sold_through',
    'sales_partner',
    'vertriebspartner',
  ),
  remedy: ticket('words', 'remedy', 'compensation', 'wiedergutmachung'),
  claimedSource: contact(
    'words',
    'how_did_you_hear_about_us',
    'how_did_you_hear',
    'heard_about_us',
    'wie_von_uns_erfahren',
  ),
  promised: contact('words', 'lead_magnet', 'promised_in_return', 'versprochen'),
  consentAt: contact('date', 'consent_date', 'gdpr_consent_date', 'einwilligung_am'),
  trackingConsent: contact('flag', 'tracking_consent', 'cookie_consent', 'tracking_einwilligung'),
  askedUntil: contact('date', 'contact_not_before', 'asked_until', 'nicht_vor'),
  cadenceDays: contact('amount', 'contact_every_days', 'contact_cadence_days', 'kontakt_alle_tage'),
  noCalls: contact('flag', 'do_not_call', 'no_phone_calls', 'nicht_anrufen'),
  vulnerable: contact('flag', 'is_minor', 'vulnerable_person', 'schutzbeduerftig'),
  captive: contact('flag', 'sole_source', 'captive_customer', 'alleinlieferant'),
  sharedMailbox: contact('flag', 'shared_mailbox', 'shared_address', 'gemeinsames_postfach'),
  segment: contact('words', 'customer_segment', 'segment', 'kundensegment'),
  interests: contact('words', 'interests', 'hobbies', 'interessen'),
  introductionConsent: contact(
    'flag',
    'introduction_consent',
    'agrees_to_introductions',
    'darf_vermittelt_werden',
  ),
  exitTerms: contact('flag', 'exit_terms_agreed', 'exit_terms', 'ausstieg_geregelt'),
  sharedPlan: contact('flag', 'success_plan', 'shared_plan', 'gemeinsamer_plan'),
  onSite: contact('flag', 'onsite_meetings', 'meets_on_site', 'termine_vor_ort'),
  integration: contact('flag', 'integration_live', 'integrated_systems', 'systeme_verbunden'),
  caseStudyAt: contact('date', 'case_study_consent_date', 'case_study_date', 'fallstudie_am'),
  mentionedAt: contact('date', 'public_mention_date', 'mentioned_us_on', 'erwaehnt_am'),
  spokeAt: contact('date', 'spoke_at_event_date', 'speaker_date', 'vortrag_am'),
  loyaltyMember: contact('flag', 'loyalty_member', 'loyalty_tier', 'loyalty_status'),
  loyaltySince: contact('date', 'loyalty_member_since', 'loyalty_since'),
  loyaltyUntil: contact('date', 'loyalty_member_until', 'loyalty_until'),
  referredBy: contact('words', 'referred_by', 'referrer', 'empfohlen_von'),
  reviewedAt: contact('date', 'review_date', 'reviewed_on'),
  registeredAt: contact('date', 'product_registration_date', 'product_registered_on'),
  stopRequestedAt: contact('date', 'stop_request_date', 'do_not_contact_since'),
  accountClosedAt: contact('date', 'account_closed_date', 'account_closed_on'),
  invoicePaidAt: invoice('date', 'hs_payment_date', 'hs_paid_date', 'paid_date'),
  invoiceRefunded: invoice('amount', 'hs_amount_refunded', 'hs_refund_amount'),
  subscriptionEnd: subscription('date', 'hs_recurring_billing_end_date', 'hs_end_date', 'end_date'),
  subscriptionCancelledAt: subscription(
    'date',
    'hs_cancellation_date',
    'hs_canceled_date',
    'cancellation_date',
  ),
};

/** A property as its definition says it. */
export type DefinedProperty = {
  readonly name: string;
  readonly type: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
};

/** Of each object, its definitions; an object that we may not read is absent. */
export type Definitions = { readonly [O in MappedObject]?: readonly DefinedProperty[] };

export function recogniseProperties(definitions: Definitions): PropertyMapping {
  const named = Object.entries(propertyGuesses).map(([field, guess]) => [field, firstOf(guess, definitions)]);
  return {
    ...nothingMapped,
    ...Object.fromEntries(named),
    renewalDealTypes: renewalDealTypes(definitions),
    optOutTypes: optOutTypes(definitions),
  };
}

function firstOf({ object, holds, names }: Guess, definitions: Definitions): string | null {
  const defined = definitions[object] ?? [];
  const fits = (name: string) =>
    defined.some((one) => one.name.toLowerCase() === name && typesOf[holds].includes(one.type));
  return names.find(fits) ?? null;
}

const renewalWord = /\b(renewals?|verlängerung|erneuerung)\b/iu;

function renewalDealTypes({ deals }: Definitions): string[] {
  const options = deals?.find(({ name }) => name === 'dealtype')?.options ?? [];
  return options
    .filter(({ label, value }) => renewalWord.test(`${label} ${value}`))
    .map(({ value }) => value);
}

/** So many of HubSpot's types of mail fit beside the rest into the address of a list call. */
const mostOptOutTypes = 50;

function optOutTypes({ contacts }: Definitions): string[] {
  return (contacts ?? [])
    .map(({ name }) => name)
    .filter((name) => /^hs_email_optout_\d+$/.test(name))
    .sort()
    .slice(0, mostOptOutTypes);
}
