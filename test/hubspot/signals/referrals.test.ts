import { describe, expect, it } from 'vitest';
import {
  recogniseIntermediaries,
  recogniseLabels,
  referralSignals,
} from '../../../src/hubspot/signals/referrals.ts';
import { created, day, record } from './records.ts';

describe('a referral', () => {
  const partner = { contactId: '9', createdAt: created + 40 * day };

  it('is the act of who brought somebody, on the day that one came', () => {
    expect(referralSignals(record('contacts', {}), [{ how: 'brought', ...partner }])).toMatchObject([
      { kind: 'referral', by: 'customer', at: created + 40 * day, facts: { contactId: '9' } },
    ]);
  });

  it('is how the other one came, and no act of theirs', () => {
    expect(referralSignals(record('contacts', {}), [{ how: 'broughtBy', ...partner }])).toMatchObject([
      { kind: 'referred', by: 'system', at: created, facts: { contactId: '9' } },
    ]);
  });

  it('of several people is one for each, with an id of its own', () => {
    const others = ['9', '10'].map((contactId) => ({ ...partner, how: 'brought', contactId }) as const);
    const ids = referralSignals(record('contacts', {}), others).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('a label between contacts', () => {
  const none = { referrerLabels: [], referralLabels: [], introducedLabels: [] };
  const idsOf = (...labels: (string | null)[]) =>
    recogniseLabels(labels.map((label, typeId) => ({ typeId, label })));

  it.each(['Referred by', 'Referrer', 'Recommended by', 'Empfohlen von'])(
    '"%s" names who brought',
    (label) => {
      expect(idsOf(null, label)).toEqual({ ...none, referrerLabels: [1] });
    },
  );

  it.each(['Referral', 'Referred', 'Has referred', 'Empfohlene'])('"%s" names who was brought', (label) => {
    expect(idsOf(null, label)).toEqual({ ...none, referralLabels: [1] });
  });

  it.each(['Introduced', 'Introduction', 'Vorgestellt'])(
    '"%s" names a colleague they introduced',
    (label) => {
      expect(idsOf(null, label)).toEqual({ ...none, introducedLabels: [1] });
    },
  );

  it.each(['Colleague', 'Spouse', 'Preferred contact', ''])('"%s" says nothing of it', (label) => {
    expect(idsOf(null, label)).toEqual(none);
  });
});

describe('a label between a deal and a company', () => {
  it.each(['Reseller', 'Broker', 'Agent', 'Dealer', 'Distributor', 'Händler', 'Makler'])(
    '"%s" says that the company stands between',
    (label) => {
      expect(recogniseIntermediaries([{ typeId: 7, label }])).toEqual({ intermediaryLabels: [7] });
    },
  );

  it.each(['Primary', 'Ideal', null])('"%s" says nothing of it', (label) => {
    expect(recogniseIntermediaries([{ typeId: 7, label }])).toEqual({ intermediaryLabels: [] });
  });
});
