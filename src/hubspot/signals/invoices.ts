/** Invoices: paid, they are a payment like an order; all payments of one deal are one purchase. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, numberOf, stamp, textOf, timeOf } from './crm-record.ts';

const standing = ['hs_invoice_status', 'hs_invoice_date', 'hs_amount_billed', 'hs_currency'] as const;

export function invoiceProperties({ properties: mapped }: Meaning): readonly string[] {
  const own = [mapped.invoicePaidAt, mapped.invoiceRefunded].filter((name) => name !== null);
  return [...standing, ...own];
}

/**
 * Only `paid` is a payment: drafts, open, voided and uncollectible invoices are demands. An invoice for an order
 * says nothing that the order does not say. Without a date of payment the invoice's own, which no later edit moves.
 */
export function invoiceSignals(record: CrmRecord, meaning: Meaning): Signal[] {
  if (textOf(record, 'hs_invoice_status')?.toLowerCase() !== 'paid') return [];
  if ((record.orders ?? []).length > 0) return [];
  const { invoicePaidAt, invoiceRefunded } = meaning.properties;
  const amount = Math.max(0, numberOf(record, 'hs_amount_billed') ?? 0);
  const given = invoiceRefunded === null ? 0 : Math.max(0, numberOf(record, invoiceRefunded) ?? 0);
  const paidAt = invoicePaidAt === null ? null : timeOf(record, invoicePaidAt);
  const at = paidAt ?? timeOf(record, 'hs_invoice_date') ?? happenedAt(record, 'hs_createdate');
  const currency = textOf(record, 'hs_currency');
  const [dealId] = record.deals ?? [];
  const deal = dealId === undefined ? {} : { dealId };
  const facts = {
    amount,
    ...(currency === null ? {} : { currency }),
    ...deal,
    ...(given > 0 && given >= amount ? { refunded: true } : {}),
  };
  const head = { by: 'customer', channel: 'order' } as const;
  const order: Signal = { ...stamp(record, at, 'order'), kind: 'order', ...head, facts };
  if (given === 0) return [order];
  const refundAt = Math.max(at, record.modifiedAt);
  return [
    order,
    { ...stamp(record, refundAt, 'refund'), kind: 'refund', ...head, facts: { amount: given, ...deal } },
  ];
}
