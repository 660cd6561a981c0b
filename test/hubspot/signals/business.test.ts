import { describe, expect, it } from 'vitest';
import { dealSignals, enteredProperty } from '../../../src/hubspot/signals/deals.ts';
import { feedbackSignals } from '../../../src/hubspot/signals/feedback.ts';
import { orderSignals } from '../../../src/hubspot/signals/orders.ts';
import { ticketSignals } from '../../../src/hubspot/signals/tickets.ts';
import { created, day, happened, iso, mapped, meaning, modified, record } from './records.ts';

const opened = iso(happened);
const deal = (properties: Record<string, string>, by = meaning) =>
  dealSignals(record('deals', { createdate: opened, ...properties }), by);
const kinds = (signals: readonly { kind: string }[]) => signals.map(({ kind }) => kind);

describe('a deal', () => {
  it('in talks is opened and changed, by us', () => {
    expect(deal({ dealstage: 'talk' }).map(({ kind, by, at }) => [kind, by, at])).toEqual([
      ['deal_opened', 'us', happened],
      ['deal_changed', 'us', modified],
    ]);
  });

  it('past qualification began to be negotiated when it entered the first such stage', () => {
    const entered = {
      [enteredProperty('offer')]: iso(happened + day),
      [enteredProperty('Contract-Sent 2')]: iso(happened + 2 * day),
    };
    const qualified = deal({ dealstage: 'Contract-Sent 2', ...entered }).find(
      ({ kind }) => kind === 'deal_qualified',
    );
    expect(qualified?.at).toBe(happened + day);
  });

  it('without such dates began when it entered its stage, and without that when it was opened', () => {
    const at = (properties: Record<string, string>) =>
      deal({ dealstage: 'offer', ...properties }).find(({ kind }) => kind === 'deal_qualified')?.at;
    expect(at({ hs_v2_date_entered_current_stage: iso(happened + 3 * day) })).toBe(happened + 3 * day);
    expect(at({})).toBe(happened);
  });

  it('moved back below qualification was negotiated all the same', () => {
    expect(kinds(deal({ dealstage: 'talk', [enteredProperty('offer')]: iso(happened + day) }))).toContain(
      'deal_qualified',
    );
  });

  it('that is won is the customer’s act, with its amount', () => {
    const won = deal({ dealstage: 'won', closedate: iso(happened + 9 * day), amount: '4800' }).at(-1);
    expect(won).toMatchObject({
      kind: 'deal_won',
      by: 'customer',
      at: happened + 9 * day,
      facts: { amount: 4800, project: false },
    });
    expect(deal({ dealstage: 'won' }).at(-1)).toMatchObject({ facts: { amount: null }, at: modified });
  });

  it('says in which family, which currency and through whom it was sold, and not who that was', () => {
    const won = { dealstage: 'won', pipeline: 'default', deal_currency_code: 'EUR' };
    const sale = (properties: Record<string, string>, by = meaning) =>
      deal({ ...won, ...properties }, by).at(-1)?.facts;
    const own = mapped('productFamily', 'intermediary');
    expect(sale({})).toMatchObject({ family: 'default', currency: 'EUR' });
    expect(sale({})).not.toHaveProperty('viaIntermediary');
    const named = sale({ own_productFamily: 'beans', own_intermediary: 'Mokka Trading' }, own);
    expect(named).toMatchObject({ family: 'beans', viaIntermediary: true });
    expect(JSON.stringify(named)).not.toContain('Mokka');
    expect(sale({ own_intermediary: 'none' }, own)).not.toHaveProperty('viaIntermediary');
  });

  it('is not won in the future, whatever its close date says', () => {
    expect(deal({ dealstage: 'won', closedate: iso(modified + 90 * day) }).at(-1)).toMatchObject({
      at: modified,
    });
  });

  it('that is lost can name why, and the words are not kept', () => {
    const reason = 'Do not contact again: the price, and a competitor (Acme)';
    const signals = deal({ dealstage: 'lost', closedate: iso(happened + day), closed_lost_reason: reason });
    expect(kinds(signals)).toEqual(['deal_opened', 'deal_lost', 'competitor', 'price_objection']);
    expect(signals[1]).toMatchObject({ by: 'us', facts: { doNotContact: true } });
    expect(new Set(signals.map(({ id }) => id)).size).toBe(4);
    expect(JSON.stringify(signals)).not.toContain('Acme');
  });

  it.each(['priceless advice', 'competitive spirit', ''])(
    'lost because of "%s" names no trouble',
    (reason) => {
      expect(kinds(deal({ dealstage: 'lost', closed_lost_reason: reason }))).toEqual([
        'deal_opened',
        'deal_lost',
      ]);
    },
  );

  it('of a project that is delivered ends well', () => {
    const signals = deal({ dealstage: 'delivered', closedate: iso(happened + day) });
    expect(signals.slice(1).map(({ kind, by }) => [kind, by])).toEqual([
      ['deal_won', 'customer'],
      ['project_completed', 'us'],
    ]);
  });

  it('in a stage nobody told us of is judged by HubSpot’s own flags', () => {
    expect(kinds(deal({ dealstage: 'new', hs_is_closed: 'true', hs_is_closed_won: 'true' }))).toEqual([
      'deal_opened',
      'deal_won',
    ]);
    expect(kinds(deal({ dealstage: 'new', hs_is_closed: 'true' }))).toEqual(['deal_opened', 'deal_lost']);
    expect(kinds(deal({ dealstage: 'new' }))).toEqual(['deal_opened', 'deal_changed']);
  });
});

describe('a ticket', () => {
  const ticket = (properties: Record<string, string>) =>
    ticketSignals(record('tickets', { createdate: opened, ...properties }), meaning);

  it('is the customer turning to us', () => {
    expect(ticket({ hs_ticket_category: 'GENERAL_INQUIRY', hs_ticket_priority: 'HIGH' })).toMatchObject([
      { kind: 'ticket', by: 'customer', at: happened },
    ]);
  });

  it.each([
    ['COMPLAINT', 'LOW', 'complaint'],
    ['FEATURE_REQUEST;COMPLAINT', '', 'complaint'],
    ['PRODUCT_ISSUE', 'HIGH', 'complaint'],
    ['BILLING_ISSUE', 'URGENT', 'complaint'],
    ['PRODUCT_ISSUE', 'MEDIUM', 'ticket'],
    ['', 'URGENT', 'ticket'],
  ])('of category "%s" and priority "%s" is a %s', (category, priority, kind) => {
    expect(ticket({ hs_ticket_category: category, hs_ticket_priority: priority })).toMatchObject([{ kind }]);
  });

  it.each<[string, Record<string, string>, number | null]>([
    ['open', { hs_pipeline_stage: 'open' }, null],
    ['closed', { hs_pipeline_stage: 'closed', closed_date: iso(happened + day) }, happened + day],
    ['closed without a date', { hs_pipeline_stage: 'closed' }, modified],
    [
      'reopened, with the old date left',
      { hs_pipeline_stage: 'open', closed_date: iso(happened + day) },
      null,
    ],
    [
      'in a stage nobody told us of',
      { hs_pipeline_stage: 'new', closed_date: iso(happened + day) },
      happened + day,
    ],
  ])('that complains and is %s closes as told', (_name, properties, closedAt) => {
    expect(ticket({ hs_ticket_category: 'COMPLAINT', ...properties })).toMatchObject([
      { facts: { closedAt } },
    ]);
  });

  it('carries its severity', () => {
    expect(ticket({ hs_ticket_category: 'COMPLAINT', hs_ticket_priority: 'URGENT' })).toMatchObject([
      { facts: { severity: 'high' } },
    ]);
  });
});

describe('an order', () => {
  const order = (properties: Record<string, string>) =>
    orderSignals(
      record('orders', { hs_external_created_date: opened, hs_total_price: '80', ...properties }),
      meaning,
    );

  it('is dated in its shop, not on the day of the import', () => {
    expect(order({ hs_currency_code: 'EUR' })).toMatchObject([
      { kind: 'order', at: happened, facts: { amount: 80, currency: 'EUR' } },
    ]);
    expect(order({ hs_external_created_date: '' })).toMatchObject([{ at: created }]);
  });

  it.each(['Cancelled', 'canceled', 'VOIDED', 'failed'])('that is %s was none', (status) => {
    expect(order({ hs_external_order_status: status })).toEqual([]);
  });

  it('refunded in full is an order without value, and a refund', () => {
    expect(order({ hs_payment_status: 'REFUNDED' })).toMatchObject([
      { kind: 'order', facts: { refunded: true } },
      { kind: 'refund', at: modified, facts: { amount: 80 } },
    ]);
  });

  it('refunded in part keeps its worth', () => {
    const [kept, refund] = order({ hs_refund_amount: '20' });
    expect(kept?.facts).toEqual({ amount: 80 });
    expect(refund).toMatchObject({ kind: 'refund', facts: { amount: 20 } });
  });

  it.each(['', 'free', '-3'])('with the price "%s" is worth nothing', (price) => {
    expect(order({ hs_total_price: price })).toMatchObject([{ facts: { amount: 0 } }]);
  });
});

describe('a survey answer', () => {
  const answer = (properties: Record<string, string>) =>
    feedbackSignals(
      record('feedback_submissions', { hs_submission_timestamp: opened, ...properties }),
      meaning,
    );

  it('carries its metric and value', () => {
    expect(answer({ hs_survey_type: 'NPS', hs_value: '0' })).toMatchObject([
      { kind: 'survey', facts: { metric: 'nps', value: 0 } },
    ]);
    expect(answer({ hs_survey_type: 'CSAT', hs_value: '2' })).toMatchObject([
      { kind: 'survey', facts: { metric: 'csat', value: 2 } },
    ]);
  });

  it('to another survey, or without a value, is an act all the same', () => {
    expect(answer({ hs_survey_type: 'CES', hs_value: '3' })).toMatchObject([
      { kind: 'form', by: 'customer', at: happened },
    ]);
    expect(answer({ hs_survey_type: 'NPS' })).toMatchObject([{ kind: 'form' }]);
  });
});

describe('a complaint', () => {
  const complaint = (properties: Record<string, string>, by = mapped('remedy')) =>
    ticketSignals(record('tickets', { hs_ticket_category: 'COMPLAINT', ...properties }), by)[0]?.facts;

  it.each([
    ['Refund of the machine', 'refund'],
    ['Umtausch', 'replacement'],
    ['repaired on site', 'repair'],
    ['Gutschrift', 'credit'],
    ['We apologised', 'apology'],
    ['explained', 'explanation'],
  ])('made up by "%s" is told as %s, and the words are not kept', (said, remedy) => {
    const facts = complaint({ own_remedy: said });
    expect(facts).toMatchObject({ remedy });
    expect(JSON.stringify(facts)).not.toContain('machine');
  });

  it('without a remedy that is known says none', () => {
    expect(complaint({ own_remedy: 'flowers' })).not.toHaveProperty('remedy');
    expect(complaint({ remedy: 'refund' }, meaning)).not.toHaveProperty('remedy');
  });

  it.each(['Twitter', 'Google review', 'social media'])('that came by %s is public', (source_type) => {
    expect(complaint({ source_type })).toMatchObject({ public: true });
  });

  it.each(['EMAIL', 'PHONE', 'CHAT', 'FORM', ''])('that came by %s is not', (source_type) => {
    expect(complaint({ source_type })).not.toHaveProperty('public');
  });
});

it('an order belongs to the shop it came from', () => {
  const order = orderSignals(
    record('orders', { hs_total_price: '9', hs_source_store: 'Mokka Market' }),
    meaning,
  );
  expect(order[0]?.facts).toMatchObject({ family: 'Mokka Market' });
});
