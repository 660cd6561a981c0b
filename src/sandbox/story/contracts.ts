/** Contracts of a contact's life: quotes, invoices, subscriptions, and what the portal's own properties say. Days are days ago. */
import { referralLabel, referredByLabel } from '../crm/associations.ts';
import { DAY_MS, iso } from './desk.ts';
import type { Scribe } from './scribe.ts';

export type Contracts = ReturnType<typeof createContracts>;

export function createContracts(scribe: Scribe) {
  const { desk, ownerId, person } = scribe;
  const dayOf = (day: number) => new Date(desk.now - day * DAY_MS).toISOString().slice(0, 10);
  const ofDeal = (dealId: string) => [{ type: 'deals', id: dealId }];

  return {
    /** What a deal says of its contract, as properties of the deal; negative days lie ahead. */
    contract(from: number, until: number, notice?: { readonly given: number; readonly effective: number }) {
      const term = { contract_start_date: dayOf(from), contract_end_date: dayOf(until) };
      if (notice === undefined) return term;
      const { given, effective } = notice;
      return {
        ...term,
        cancellation_notice_date: dayOf(given),
        cancellation_effective_date: dayOf(effective),
      };
    },
    quote(sent: number, expires: number, dealId: string) {
      const properties = {
        hs_title: `Offer for ${person.first} ${person.last}`,
        hs_status: 'APPROVAL_NOT_NEEDED',
        hs_expiration_date: iso(desk.momentOf(expires)),
        hs_currency: 'EUR',
        hubspot_owner_id: ownerId,
      };
      scribe.write('quotes', desk.momentOf(sent, 5), properties, { also: ofDeal(dealId) });
    },
    invoicePaid(day: number, amount: number, dealId: string) {
      const at = desk.momentOf(day, 7);
      const properties = {
        hs_title: `Machine for ${person.last}`,
        hs_invoice_status: 'paid',
        hs_invoice_date: dayOf(day),
        hs_amount_billed: String(amount),
        hs_amount_paid: String(amount),
        hs_balance_due: '0',
        hs_currency: 'EUR',
      };
      scribe.write('invoices', at, properties, { also: ofDeal(dealId) });
    },
    subscribed(started: number) {
      const properties = {
        hs_name: `Beans for ${person.last}, monthly`,
        hs_status: 'active',
        hs_currency_code: 'EUR',
        hs_recurring_billing_frequency: 'monthly',
        hs_recurring_billing_start_date: dayOf(started),
      };
      scribe.write('subscriptions', desk.momentOf(started, 7), properties);
    },
    joinedClub: (day: number) => scribe.note({ loyalty_tier: 'gold', loyalty_member_since: dayOf(day) }),
    /** What their own record says. */
    known: (properties: Readonly<Record<string, string>>) => scribe.note(properties),
    recommendedBy: (friend: string) => scribe.note({ referred_by: friend }),
    /** The link between two contacts, as seen from this one. */
    brought: (contactId: string) => scribe.link({ type: 'contacts', id: contactId, typeId: referralLabel }),
    broughtBy: (contactId: string) =>
      scribe.link({ type: 'contacts', id: contactId, typeId: referredByLabel }),
    /** Out of the newsletter only. */
    leftNewsletter(day: number) {
      scribe.note({ [newsletterOptOut]: 'true' });
      scribe.since(newsletterOptOut, desk.momentOf(day, 9));
    },
  };
}

const newsletterOptOut = 'hs_email_optout_21004711';
