/** HubSpot's object types that have a record page, and how the page words them. */

export type ObjectKind = {
  readonly type: string;
  readonly typeId: string;
  readonly one: string;
  readonly many: string;
  /** Shown first in the left column. */
  readonly about: readonly string[];
};

const kinds: readonly ObjectKind[] = [
  {
    type: 'contacts',
    typeId: '0-1',
    one: 'contact',
    many: 'Contacts',
    about: ['email', 'phone', 'company', 'jobtitle', 'lifecyclestage', 'hubspot_owner_id'],
  },
  {
    type: 'companies',
    typeId: '0-2',
    one: 'company',
    many: 'Companies',
    about: ['name', 'domain', 'city', 'industry', 'hubspot_owner_id'],
  },
  {
    type: 'deals',
    typeId: '0-3',
    one: 'deal',
    many: 'Deals',
    about: ['dealname', 'amount', 'dealstage', 'closedate', 'hubspot_owner_id'],
  },
  {
    type: 'tickets',
    typeId: '0-5',
    one: 'ticket',
    many: 'Tickets',
    about: ['subject', 'hs_pipeline_stage', 'hs_ticket_priority', 'hubspot_owner_id'],
  },
  {
    type: 'orders',
    typeId: '0-123',
    one: 'order',
    many: 'Orders',
    about: ['hs_order_name', 'hs_total_price', 'hs_external_created_date'],
  },
  {
    type: 'quotes',
    typeId: '0-14',
    one: 'quote',
    many: 'Quotes',
    about: ['hs_title', 'hs_status', 'hs_expiration_date'],
  },
  {
    type: 'invoices',
    typeId: '0-53',
    one: 'invoice',
    many: 'Invoices',
    about: ['hs_title', 'hs_invoice_status', 'hs_amount_billed', 'hs_invoice_date'],
  },
  {
    type: 'subscriptions',
    typeId: '0-69',
    one: 'subscription',
    many: 'Subscriptions',
    about: ['hs_name', 'hs_status', 'hs_recurring_billing_start_date'],
  },
  {
    type: 'feedback_submissions',
    typeId: '0-19',
    one: 'survey answer',
    many: 'Survey answers',
    about: ['hs_survey_type', 'hs_value', 'hs_submission_timestamp'],
  },
];

export function kindByTypeId(typeId: string): ObjectKind | undefined {
  return kinds.find((kind) => kind.typeId === typeId);
}

const listed = ['contacts', 'companies', 'deals', 'tickets', 'orders'];

/** Linked record types that the right column lists; activities have the timeline instead. */
export const associatedKinds: readonly ObjectKind[] = kinds.filter(({ type }) => listed.includes(type));
