import { describe, expect, test } from 'vitest';
import { type Cause, languages, type Reason, sentence } from '../../../src/relationship/stage/reason.ts';
import { holds } from '../../../src/relationship/stage/stages.ts';

const at = Date.UTC(2026, 4, 3, 23);

/** One of each code; the type check fails when a code is missing. */
const causes: { readonly [Code in Cause['code']]: Extract<Cause, { code: Code }> } = {
  objection: { code: 'objection' },
  nothing_yet: { code: 'nothing_yet' },
  internal_address: { code: 'internal_address' },
  role_mailbox: { code: 'role_mailbox' },
  reached: { code: 'reached', how: 'ad', at },
  first_words: { code: 'first_words', kind: 'form', at },
  negotiation_over: { code: 'negotiation_over', at },
  negotiating: { code: 'negotiating', how: 'open_quote', at },
  customer: { code: 'customer', by: 'order', at },
  recovery_unproven: { code: 'recovery_unproven', trouble: 'complaint', at, settled: true },
  bonded: { code: 'bonded', sign: 'renewal', cycles: 4, at },
  differs: { code: 'differs', troubles: ['complaint', 'downgrade'], at },
  differs_and_orders_slower: { code: 'differs_and_orders_slower', trouble: 'competitor', at },
  narrowed: { code: 'narrowed', what: 'depth', and: 'partial_opt_out', at },
  quiet: { code: 'quiet', lastTouchAt: at },
  we_owe_an_answer: { code: 'we_owe_an_answer', since: at },
  renewal_quiet: { code: 'renewal_quiet', termEndsAt: at, lastTouchAt: at },
  deal_stale: { code: 'deal_stale', changedAt: at, lastTouchAt: at },
  withdrew: { code: 'withdrew', count: 2, at },
  opted_out: { code: 'opted_out', at },
  unanswered: { code: 'unanswered', count: 3, firstAt: at },
  faded: { code: 'faded', lastTouchAt: at },
  faded_owing: { code: 'faded_owing', since: at },
  cancelled: { code: 'cancelled', at, effectiveAt: at },
  asked_to_stop: { code: 'asked_to_stop', at },
  do_not_contact: { code: 'do_not_contact', at },
  account_closed: { code: 'account_closed', at },
  project_completed: { code: 'project_completed', at },
  set_by_hand: { code: 'set_by_hand', at, until: at },
};

describe.each(languages)('in %s', (language) => {
  test('every reason is one plain sentence of its own', () => {
    const said = Object.values(causes).map((cause): string => sentence({ ...cause, held: null }, language));
    expect(said.filter((text) => !/^[A-ZÄÖÜ3][^{}_]+\.$/.test(text))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });

  test('every protection adds its own sentence with the date', () => {
    const said = holds.map((by) => sentence({ ...causes.customer, held: { by, until: at } }, language));
    expect(new Set(said).size).toBe(holds.length);
    expect(said.filter((text) => (text.match(/2026/g) ?? []).length === 2)).toHaveLength(holds.length - 1);
  });
});

test('dates are those of the portal’s own zone', () => {
  const reason: Reason = { ...causes.opted_out, held: null };
  expect(sentence(reason, 'en')).toContain('3 May 2026');
  expect(sentence(reason, 'en', 'Asia/Tokyo')).toContain('4 May 2026');
});

test('a silence that is ours never speaks of theirs', () => {
  const said = languages.map((language) => sentence({ ...causes.we_owe_an_answer, held: null }, language));
  expect(said.join(' ')).not.toMatch(/from them|von ihnen/);
});
