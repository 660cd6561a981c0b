/** Golden timelines of customers who bond: what counts as commitment and what does not. */
import { complaint, joinedLoyalty, nps, order, referral, refund, review, theyWrote } from './acts.ts';
import { becameCustomer, dealWon, registered, renewal, term } from './business-acts.ts';
import { at, every, golden } from './timeline.ts';

export const customerRows = [
  golden('third order 180 d after the first', 'They came back twice over half a year: a habit they chose.', {
    story: [at(-180, order()), at(-90, order()), at(0, order())],
    expect: { stage: 'bonding' },
  }),
  golden('third order 179 d after the first', 'Almost half a year, almost a habit.', {
    story: [at(-179, order()), at(-90, order()), at(0, order())],
    expect: { stage: 'integrating' },
  }),
  golden('two orders and NPS 9', 'They buy again and would recommend us.', {
    story: [at(-50, order()), at(-12, order()), at(-8, nps(9))],
    expect: { stage: 'bonding' },
  }),
  golden('two orders and NPS 8', 'Content is not committed.', {
    story: [at(-50, order()), at(-12, order()), at(-8, nps(8))],
    expect: { stage: 'integrating' },
  }),
  golden('NPS 9 given 179 d before the second order', 'Half a year later the praise still counts.', {
    story: [at(-200, order()), at(-179, nps(9)), at(0, order())],
    expect: { stage: 'bonding' },
  }),
  golden('NPS 9 given 180 d before the second order', 'Praise is an opinion with a date.', {
    story: [at(-200, order()), at(-180, nps(9)), at(0, order())],
    expect: { stage: 'integrating' },
  }),
  golden('NPS 10 that ran out since the last order', 'That praise grows old takes nothing away by itself.', {
    story: [every(10, -205, -5, theyWrote()), at(-190, order()), at(-182, nps(10)), at(-4, order())],
    expect: { stage: 'bonding' },
  }),
  golden(
    'referral 364 d before the second order',
    'They introduced us to a friend within the year and bought again.',
    {
      story: [at(-380, order()), at(-364, referral()), at(0, order())],
      expect: { stage: 'bonding' },
    },
  ),
  golden('referral 365 d before the second order', 'A recommendation more than a year old is a memory.', {
    story: [at(-380, order()), at(-365, referral()), at(0, order())],
    expect: { stage: 'integrating' },
  }),
  golden('one order and a referral', 'Enthusiasm after one purchase is a crush, not a bond.', {
    story: [at(-20, order()), at(-5, referral())],
    expect: { stage: 'integrating' },
  }),
  golden('two orders and a public review', 'To say it in public is what bonding means.', {
    story: [at(-30, order()), at(-9, order()), at(-2, review())],
    expect: { stage: 'bonding' },
  }),
  golden('two orders and a loyalty card', 'They carry our card: a formal sign.', {
    story: [at(-40, order()), at(-39, joinedLoyalty()), at(-10, order())],
    expect: { stage: 'bonding' },
  }),
  golden(
    'a two-year contract in its first year',
    'The promise is long, but they live the first year of it.',
    {
      story: [at(-300, dealWon(), term(430)), at(-10, theyWrote())],
      expect: { stage: 'integrating' },
    },
  ),
  golden('a two-year contract in its second year', 'They are in the second year of what they promised.', {
    story: [at(-400, dealWon(), term(330)), at(-10, theyWrote())],
    expect: { stage: 'bonding' },
  }),
  golden('a contract renewed for a year', 'Who signs again means it.', {
    story: [at(-370, dealWon(), term(-5)), at(-20, theyWrote()), at(-5, renewal(12), term(360))],
    expect: { stage: 'bonding' },
  }),
  golden('one deal paid in three instalments, and NPS 10', 'Three payments of one promise are one promise.', {
    story: [
      at(-90, dealWon('d7')),
      at(-80, order(500, { dealId: 'd7' })),
      at(-50, order(500, { dealId: 'd7' })),
      at(-20, order(500, { dealId: 'd7' })),
      at(-10, nps(10)),
    ],
    expect: { stage: 'integrating' },
  }),
  golden('two orders on the same day, and NPS 10', 'Two baskets of one afternoon are one purchase.', {
    story: [at(-20, order(30), order(45)), at(-10, nps(10))],
    expect: { stage: 'integrating' },
  }),
  golden('a captive customer who orders every month', 'Who has no choice cannot be called bound by choice.', {
    captive: true,
    story: [every(30, -332, -2, order()), at(-200, nps(2))],
    expect: { stage: 'integrating' },
  }),
  golden('a complaint open for 300 d while weekly orders go on', 'An open grievance does not grow old.', {
    story: [every(7, -560, 0, order()), at(-300, complaint(null))],
    expect: { stage: 'integrating' },
  }),
  golden('a settled complaint of 179 d ago, weekly orders', 'Settled, and still within memory.', {
    story: [every(7, -560, 0, order()), at(-179, complaint(-170))],
    expect: { stage: 'integrating' },
  }),
  golden('a settled complaint of 180 d ago, weekly orders', 'The fight is over and they have kept coming.', {
    story: [every(7, -560, 0, order()), at(-180, complaint(-170))],
    expect: { stage: 'bonding' },
  }),
  golden('the first order, fully refunded', 'The exchange was undone; what is left is an acquaintance.', {
    story: [
      at(-20, theyWrote()),
      at(-12, order(80, { refunded: true })),
      at(-6, refund(80)),
      at(-2, theyWrote()),
    ],
    expect: { stage: 'experimenting' },
  }),
  golden('a free sample ordered', 'Nothing was given for it: tasting is not buying.', {
    story: [at(-9, order(0))],
    expect: { stage: 'experimenting' },
  }),
  golden('a lifecycle stage says customer', 'The books say they buy, even if we do not see it here.', {
    story: [at(-14, becameCustomer()), at(-10, theyWrote())],
    expect: { stage: 'integrating' },
  }),
  golden('registered the product bought at a dealer', 'They own what we make, whoever sold it.', {
    story: [at(-10, registered('product'))],
    expect: { stage: 'integrating' },
  }),
  golden('all is well: weekly order yesterday', 'A routine that runs, and nothing else near.', {
    story: [every(7, -351, -1, order())],
    expect: { stage: 'bonding', runnerUp: null, epoch: 1 },
  }),
  golden(
    'silence, then an order of a bonded customer',
    'One act brings the routine back, not a new friendship.',
    {
      story: [every(7, -368, -60, order()), at(-3, order())],
      expect: { stage: 'bonding', epoch: 1 },
    },
  ),
];
