import { describe, expect, it } from 'vitest';
import type { Meaning } from '../../../src/hubspot/signals/crm-record.ts';
import { contractProperties } from '../../../src/hubspot/signals/deal-contract.ts';
import { dealProperties, dealSignals } from '../../../src/hubspot/signals/deals.ts';
import { created, day, fullyMapped, happened, iso, mapped, meaning, modified, record } from './records.ts';

const wonAt = happened + 5 * day;
const won = { dealstage: 'won', createdate: iso(happened), closedate: iso(wonAt) };
const deal = (properties: Record<string, string>, by: Meaning = fullyMapped, id = '5') =>
  dealSignals(record('deals', { ...won, ...properties }, { id }), by);
const ofKind = (kind: string, properties: Record<string, string>, by?: Meaning) =>
  deal(properties, by).filter((signal) => signal.kind === kind);

describe('a term', () => {
  const ends = iso(happened + 370 * day);

  it('runs from its start to its end, once a property says so', () => {
    const terms = ofKind('term', { own_termStart: iso(happened + 10 * day), own_termEnd: ends });
    const facts = { endAt: happened + 370 * day, dealId: '5' };
    expect(terms).toMatchObject([{ at: happened + 10 * day, by: 'us', facts }]);
  });

  it('without a start runs from the day the deal was won', () => {
    expect(ofKind('term', { own_termEnd: ends })).toMatchObject([{ at: wonAt }]);
    expect(ofKind('term', { own_termEnd: ends }, mapped('termEnd'))).toMatchObject([{ at: wonAt }]);
  });

  it('that ends before it starts is none', () => {
    expect(ofKind('term', { own_termStart: ends, own_termEnd: iso(happened) })).toEqual([]);
    expect(ofKind('term', { own_termEnd: iso(happened - day) })).toEqual([]);
  });

  it('that ends on no date is none', () => {
    expect(ofKind('term', { own_termStart: iso(happened), own_termEnd: 'next year' })).toEqual([]);
    expect(ofKind('term', { own_termStart: iso(happened) })).toEqual([]);
  });

  it('of an open or a lost deal holds nobody', () => {
    for (const dealstage of ['talk', 'offer', 'lost']) {
      expect(ofKind('term', { dealstage, own_termEnd: ends })).toEqual([]);
    }
  });

  it('that overlaps another one stands beside it, each with its deal', () => {
    const both = ['5', '6'].flatMap((id) => deal({ own_termEnd: ends }, fullyMapped, id));
    const terms = both.filter(({ kind }) => kind === 'term');
    expect(terms.map(({ facts }) => facts)).toMatchObject([{ dealId: '5' }, { dealId: '6' }]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(both.length);
  });

  it('is not visible where nothing is mapped, whatever the property is called', () => {
    expect(deal({ own_termEnd: ends, contract_end_date: ends }, meaning).map(({ kind }) => kind)).toEqual([
      'deal_opened',
      'deal_won',
    ]);
    expect(contractProperties(meaning)).toEqual([]);
  });
});

describe('a renewal', () => {
  it('is dated by its own property', () => {
    const at = happened + 90 * day;
    expect(ofKind('renewal', { own_renewedAt: iso(at) })).toMatchObject([{ at, by: 'customer' }]);
  });

  it('is a won deal of a type that says so, for the months of its term', () => {
    const properties = { dealtype: 'renewal', own_termEnd: iso(wonAt + 365 * day) };
    expect(ofKind('renewal', properties)).toMatchObject([{ at: wonAt, facts: { dealId: '5', months: 12 } }]);
  });

  it('with a date and a type is one renewal, on its date', () => {
    const at = happened + 90 * day;
    expect(ofKind('renewal', { own_renewedAt: iso(at), dealtype: 'renewal' })).toMatchObject([{ at }]);
  });

  it('is no other type of deal, and none before it is won', () => {
    expect(ofKind('renewal', { dealtype: 'newbusiness' })).toEqual([]);
    expect(ofKind('renewal', { dealtype: 'renewal', dealstage: 'offer' })).toEqual([]);
  });
});

describe('a notice', () => {
  const noticeAt = happened + 30 * day;
  const effectiveAt = happened + 60 * day;

  it('takes effect later', () => {
    const properties = { own_noticeAt: iso(noticeAt), own_noticeEffectiveAt: iso(effectiveAt) };
    expect(ofKind('cancellation', properties)).toMatchObject([
      { at: noticeAt, by: 'customer', facts: { effectiveAt } },
    ]);
  });

  it('with an effective date before itself takes effect at once', () => {
    const properties = { own_noticeAt: iso(effectiveAt), own_noticeEffectiveAt: iso(noticeAt) };
    expect(ofKind('cancellation', properties)).toMatchObject([{ at: effectiveAt, facts: { effectiveAt } }]);
  });

  it('known by its effective date alone counts from then on, however often the deal is edited', () => {
    const properties = { own_noticeEffectiveAt: iso(effectiveAt) };
    const edited = record('deals', { ...won, ...properties }, { modifiedAt: modified + 99 * day });
    const [cancellation] = ofKind('cancellation', properties);
    expect(cancellation).toMatchObject({ at: effectiveAt, facts: { effectiveAt } });
    expect(dealSignals(edited, fullyMapped)).toContainEqual(cancellation);
  });

  it('of a deal that was never won ends nothing', () => {
    expect(ofKind('cancellation', { dealstage: 'lost', own_noticeAt: iso(noticeAt) })).toEqual([]);
  });
});

describe('trouble in a deal', () => {
  it('a downgrade is dated by its property', () => {
    expect(ofKind('downgrade', { own_downgradedAt: iso(happened + day) })).toMatchObject([
      { at: happened + day, facts: { dealId: '5' } },
    ]);
  });

  it('a competitor named in an open deal counts from its creation, which no later edit moves', () => {
    const open = { dealstage: 'talk', own_competitor: 'Acme' };
    expect(ofKind('competitor', open)).toMatchObject([{ at: happened, by: 'customer' }]);
    expect(JSON.stringify(deal(open))).not.toContain('Acme');
  });

  it('a competitor named in a lost deal counts from the loss, once', () => {
    const lost = { dealstage: 'lost', own_competitor: 'Acme', closed_lost_reason: 'went to a competitor' };
    expect(ofKind('competitor', lost)).toMatchObject([{ at: wonAt }]);
  });

  it('a competitor named in a won deal was beaten', () => {
    expect(ofKind('competitor', { own_competitor: 'Acme' })).toEqual([]);
  });

  it.each(['None', 'no', 'false', ' '])('"%s" names no competitor and objects to no price', (value) => {
    const properties = { dealstage: 'talk', own_competitor: value, own_priceObjection: value };
    expect(deal(properties).map(({ kind }) => kind)).toEqual(['deal_opened', 'deal_changed']);
  });

  it('a price objection is ticked, or stands in a reason of the portal’s own', () => {
    expect(ofKind('price_objection', { dealstage: 'offer', own_priceObjection: 'true' })).toHaveLength(1);
    const lost = { dealstage: 'lost', own_lostReason: 'too_expensive' };
    expect(ofKind('price_objection', lost)).toHaveLength(1);
  });

  it('a reason of the portal’s own can say that the person wants no contact', () => {
    const lost = { dealstage: 'lost', own_lostReason: 'do_not_contact' };
    expect(ofKind('deal_lost', lost)).toMatchObject([{ facts: { doNotContact: true } }]);
    expect(ofKind('deal_lost', lost, meaning)[0]?.facts).toEqual({ dealId: '5' });
  });
});

it('a deal is read with exactly the properties that are mapped', () => {
  expect(dealProperties(meaning).filter((name) => name.startsWith('own_'))).toEqual([]);
  const names = dealProperties(fullyMapped);
  expect(names).toEqual(expect.arrayContaining(['own_termEnd', 'own_competitor', 'dealtype']));
  expect(new Set(names).size).toBe(names.length);
  expect(created).toBeLessThan(happened);
});
