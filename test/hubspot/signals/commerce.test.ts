import { describe, expect, it } from 'vitest';
import { invoiceSignals } from '../../../src/hubspot/signals/invoices.ts';
import { quoteSignals } from '../../../src/hubspot/signals/quotes.ts';
import { subscriptionSignals } from '../../../src/hubspot/signals/subscriptions.ts';
import { day, fullyMapped, happened, iso, meaning, modified, record } from './records.ts';

const sent = { hs_createdate: iso(happened) };

describe('a quote', () => {
  const quote = (properties: Record<string, string>, deals: readonly string[] = []) =>
    quoteSignals(record('quotes', { ...sent, ...properties }, { deals }), meaning);

  it.each(['APPROVED', 'APPROVAL_NOT_NEEDED'])('that is published (%s) was sent by us, open', (hs_status) => {
    const expires = iso(happened + 30 * day);
    expect(quote({ hs_status, hs_expiration_date: expires }, ['77'])).toMatchObject([
      {
        kind: 'quote_sent',
        by: 'us',
        at: happened,
        facts: { quoteId: '5', dealId: '77', expiresAt: happened + 30 * day, closedAt: null },
      },
    ]);
  });

  it.each(['DRAFT', 'PENDING_APPROVAL', 'REJECTED', 'SOMETHING_NEW', ''])(
    'in status "%s" says nothing',
    (hs_status) => {
      expect(quote({ hs_status })).toEqual([]);
    },
  );

  it('is closed when it is signed or paid, whichever came first', () => {
    const signed = { hs_status: 'APPROVED', hs_esign_date: iso(happened + 9 * day) };
    const paid = { hs_payment_status: 'PAID', hs_payment_date: iso(happened + 4 * day) };
    expect(quote(signed)).toMatchObject([{ facts: { closedAt: happened + 9 * day } }]);
    expect(quote({ ...signed, ...paid })).toMatchObject([{ facts: { closedAt: happened + 4 * day } }]);
    const pending = { ...signed, ...paid, hs_payment_status: 'PENDING' };
    expect(quote(pending)).toMatchObject([{ facts: { closedAt: happened + 9 * day } }]);
  });

  it('accepted without a date was closed when it was last changed', () => {
    expect(quote({ hs_status: 'ACCEPTED' })).toMatchObject([{ facts: { closedAt: modified } }]);
  });

  it('that expires before it was sent has no expiry', () => {
    const early = { hs_status: 'APPROVED', hs_expiration_date: iso(happened - day) };
    expect(quote(early)).toMatchObject([{ facts: { expiresAt: null } }]);
  });

  it('without a deal stands for itself', () => {
    expect(quote({ hs_status: 'APPROVED' })[0]?.facts).not.toHaveProperty('dealId');
  });
});

describe('an invoice', () => {
  const paid = { hs_invoice_status: 'paid', hs_invoice_date: iso(happened), hs_amount_billed: '240' };
  const invoice = (properties: Record<string, string>, more: object = {}, by = fullyMapped) =>
    invoiceSignals(record('invoices', { ...paid, ...properties }, more), by);

  it('that is paid is a payment for its deal', () => {
    const facts = { amount: 240, currency: 'EUR', dealId: '77' };
    expect(invoice({ hs_currency: 'EUR' }, { deals: ['77'] })).toMatchObject([
      { kind: 'order', by: 'customer', at: happened, facts },
    ]);
  });

  it('is dated by its payment where a property says when', () => {
    const paidAt = { own_invoicePaidAt: iso(happened + 12 * day) };
    expect(invoice(paidAt)).toMatchObject([{ at: happened + 12 * day }]);
    expect(invoice(paidAt, {}, meaning)).toMatchObject([{ at: happened }]);
  });

  it.each(['draft', 'open', 'voided', 'uncollectible', 'unheard-of', ''])(
    'in status "%s" is no payment',
    (hs_invoice_status) => {
      expect(invoice({ hs_invoice_status })).toEqual([]);
    },
  );

  it('for an order says nothing that the order does not say', () => {
    expect(invoice({}, { orders: ['400'] })).toEqual([]);
  });

  it('paid back in full is a refund and no purchase', () => {
    expect(invoice({ own_invoiceRefunded: '240' }, { deals: ['77'] })).toMatchObject([
      { kind: 'order', facts: { amount: 240, refunded: true, dealId: '77' } },
      { kind: 'refund', at: modified, facts: { amount: 240, dealId: '77' } },
    ]);
  });

  it('paid back in part is both', () => {
    const [order, refund] = invoice({ own_invoiceRefunded: '40' });
    expect(order?.facts).toEqual({ amount: 240 });
    expect(refund).toMatchObject({ kind: 'refund', facts: { amount: 40 } });
  });

  it.each(['-5', 'many', ''])('with the amount "%s" was paid for nothing', (hs_amount_billed) => {
    expect(invoice({ hs_amount_billed })).toMatchObject([{ facts: { amount: 0 } }]);
  });
});

describe('a subscription', () => {
  const started = { hs_recurring_billing_start_date: iso(happened) };
  const subscription = (properties: Record<string, string>, by = fullyMapped) =>
    subscriptionSignals(record('subscriptions', { ...started, ...properties }, { deals: ['77'] }), by);

  it.each(['active', 'past_due', 'scheduled', 'ACTIVE'])('that is %s is an open-ended term', (hs_status) => {
    expect(subscription({ hs_status })).toMatchObject([
      { kind: 'term', by: 'us', at: happened, facts: { endAt: null, dealId: '77' } },
    ]);
  });

  it('with an end runs until then', () => {
    const ends = { hs_status: 'active', own_subscriptionEnd: iso(happened + 200 * day) };
    expect(subscription(ends)).toMatchObject([{ facts: { endAt: happened + 200 * day } }]);
    expect(subscription(ends, meaning)).toMatchObject([{ facts: { endAt: null } }]);
  });

  it('that ends before it starts has no end', () => {
    const ends = { hs_status: 'active', own_subscriptionEnd: iso(happened - day) };
    expect(subscription(ends)).toMatchObject([{ facts: { endAt: null } }]);
  });

  it('that expired was a term, and nobody cancelled it', () => {
    expect(subscription({ hs_status: 'expired' })).toMatchObject([
      { kind: 'term', facts: { endAt: modified } },
    ]);
  });

  it('that was cancelled runs to its end, and the notice is known from its day', () => {
    const cancelled = {
      hs_status: 'canceled',
      own_subscriptionCancelledAt: iso(happened + 20 * day),
      own_subscriptionEnd: iso(happened + 50 * day),
    };
    expect(subscription(cancelled)).toMatchObject([
      { kind: 'term', facts: { endAt: happened + 50 * day } },
      {
        kind: 'cancellation',
        by: 'customer',
        at: happened + 20 * day,
        facts: { effectiveAt: happened + 50 * day },
      },
    ]);
  });

  it('cancelled after its end was cancelled when it was', () => {
    const cancelled = {
      hs_status: 'canceled',
      own_subscriptionCancelledAt: iso(happened + 80 * day),
      own_subscriptionEnd: iso(happened + 50 * day),
    };
    const at = happened + 80 * day;
    expect(subscription(cancelled)[1]).toMatchObject({ at, facts: { effectiveAt: at } });
  });

  it('cancelled without any date ended when it was last changed', () => {
    expect(subscription({ hs_status: 'canceled' }, meaning)).toMatchObject([
      { kind: 'term', facts: { endAt: modified } },
      { kind: 'cancellation', at: modified, facts: { effectiveAt: modified } },
    ]);
  });

  it.each(['trialing', 'unheard-of', ''])('in status "%s" says nothing', (hs_status) => {
    expect(subscription({ hs_status })).toEqual([]);
  });
});
