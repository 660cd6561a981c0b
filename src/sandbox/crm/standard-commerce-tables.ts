/** HubSpot's own properties of orders, line items, quotes, invoices and subscriptions; written like the other tables. */
import type { ObjectTypeName } from './object-types.ts';

const orders = `
hs_createdate | Create date | t | ro
hs_lastmodifieddate | Last modified date | t | ro
hs_order_name | Name | s |
hs_total_price | Total price | n |
hs_subtotal_price | Subtotal | n |
hs_currency_code | Currency | s |
hs_external_created_date | Created date from an external system | t |
hs_external_order_id | External order ID | s |
hs_external_order_status | Order status | s |
hs_fulfillment_status | Fulfillment status | s |
hs_payment_status | Payment status | s |
hs_processed_date | Processed date | t |
hs_source_store | Source store | s |
hs_pipeline | Pipeline | e | external
hs_pipeline_stage | Stage | e | external
hs_refund_amount | Refund amount | n |
hs_order_discount | Order discount | n |`;

const lineItems = `
createdate | Create date | t | ro
hs_lastmodifieddate | Last modified date | t | ro
name | Name | s |
price | Unit price | n |
quantity | Quantity | n |
amount | Net price | n |
hs_cost_of_goods_sold | Unit cost | n |
hs_product_id | Product ID | n |
hs_sku | SKU | s |
hs_recurring_billing_period | Term | s |
hs_recurring_billing_start_date | Billing start date | d |
hs_recurring_billing_end_date | Billing end date | d |
recurringbillingfrequency | Billing frequency | e | weekly, biweekly, monthly, quarterly, per_six_months, annually, per_two_years, per_three_years`;

const quotes = `
hs_createdate | Create date | t | ro
hs_lastmodifieddate | Last modified date | t | ro
hs_title | Title | s |
hs_status | Status | e | DRAFT, PENDING_APPROVAL, APPROVED, REJECTED, APPROVAL_NOT_NEEDED, ACCEPTED
hs_esign_date | E-signature date | t |
hs_sign_status | Signature status | s |
hs_payment_status | Payment status | e | PENDING, PROCESSING, PAID
hs_payment_date | Payment date | t |
hs_expiration_date | Expiration date | t |
hs_quote_amount | Amount | n |
hs_currency | Currency | s |`;

const invoices = `
hs_createdate | Create date | t | ro
hs_lastmodifieddate | Last modified date | t | ro
hs_number | Number | s |
hs_title | Title | s |
hs_invoice_status | Invoice status | e | draft, open, paid, voided, uncollectible
hs_invoice_date | Invoice date | d |
hs_due_date | Due date | d |
hs_amount_billed | Amount billed | n |
hs_amount_paid | Amount paid | n |
hs_balance_due | Balance due | n |
hs_currency | Currency | s |`;

const subscriptions = `
hs_createdate | Create date | t | ro
hs_lastmodifieddate | Last modified date | t | ro
hs_name | Name | s |
hs_status | Status | e | active, past_due, canceled, expired, scheduled
hs_currency_code | Currency | s |
hs_recurring_billing_frequency | Billing frequency | e | weekly, biweekly, monthly, quarterly, per_six_months, annually
hs_recurring_billing_start_date | Start date | d |
hs_last_payment_amount | Last payment amount | n |
hs_next_payment_amount | Next payment amount | n |
hs_next_payment_due_date | Next payment due date | d |`;

export const commerceTables: Readonly<Partial<Record<ObjectTypeName, string>>> = {
  orders,
  line_items: lineItems,
  quotes,
  invoices,
  subscriptions,
};
