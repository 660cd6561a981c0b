/** Orders: what the customer paid, and what went back to them. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, numberOf, stamp, textOf, timeOf } from './crm-record.ts';

export const orderProperties = [
  'hs_external_created_date',
  'hs_total_price',
  'hs_currency_code',
  'hs_external_order_status',
  'hs_payment_status',
  'hs_refund_amount',
  'hs_source_store',
] as const;

const cancelled = /^(cancell?ed|voided|failed|abandoned)$/i;
const refunded = /^refunded$/i;

/** Dated in the shop where the order came from, since an import creates all records on one day. */
export function orderSignals(record: CrmRecord, _meaning: Meaning): Signal[] {
  const states = [
    textOf(record, 'hs_external_order_status') ?? '',
    textOf(record, 'hs_payment_status') ?? '',
  ];
  if (states.some((state) => cancelled.test(state))) return [];
  const at = timeOf(record, 'hs_external_created_date') ?? happenedAt(record, 'hs_createdate');
  const amount = Math.max(0, numberOf(record, 'hs_total_price') ?? 0);
  const given = states.some((state) => refunded.test(state))
    ? amount
    : (numberOf(record, 'hs_refund_amount') ?? 0);
  const currency = textOf(record, 'hs_currency_code');
  const store = textOf(record, 'hs_source_store');
  const order: Signal = {
    ...stamp(record, at, 'order'),
    kind: 'order',
    by: 'customer',
    channel: 'order',
    facts: {
      amount,
      ...(currency === null ? {} : { currency }),
      // The shop is the family: one collects the money here, another there.
      ...(store === null ? {} : { family: store }),
      ...(given > 0 && given >= amount ? { refunded: true } : {}),
    },
  };
  if (given <= 0) return [order];
  const refundAt = Math.max(at, record.modifiedAt);
  return [
    order,
    {
      ...stamp(record, refundAt, 'refund'),
      kind: 'refund',
      by: 'customer',
      channel: 'order',
      facts: { amount: given },
    },
  ];
}
