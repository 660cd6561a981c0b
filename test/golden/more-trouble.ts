/** Golden timelines of customers who come apart while they still talk: Differentiating and Circumscribing. */
import {
  call,
  complaint,
  csat,
  meeting,
  nps,
  optedOutOfMail,
  order,
  theyWrote,
  ticket,
  weWrote,
} from './acts.ts';
import { competitorNamed, dealOpened, dealWon, downgrade, priceObjection, term } from './business-acts.ts';
import { at, every, golden, type Story } from './timeline.ts';

const monthlyOrders = every(30, -332, -2, order());
const weeklyOrders = every(7, -560, 0, order());

/** Two purchases and a rich year of contact: talks, mails, meetings. Two cycles and no more, so that it is no bond. */
const richYear: Story = [
  ...at(-350, order()),
  ...at(-200, order()),
  ...every(6, -348, -94, theyWrote()),
  ...every(15, -345, -100, call()),
  ...every(30, -340, -100, meeting()),
];

/** Our question, and their answer some days later. */
const asked = (day: number, answeredAfterDays: number, threadId: string): Story => [
  ...at(day, weWrote({ threadId })),
  ...at(day + answeredAfterDays, theyWrote({ threadId })),
];

export const troubleRows = [
  golden('an open complaint and NPS 4', 'A grievance and a bad opinion: two different kinds of difference.', {
    story: [monthlyOrders, at(-20, complaint(null)), at(-10, nps(4))],
    expect: { stage: 'differentiating' },
  }),
  golden('two complaints', 'Twice the same kind of trouble is one kind of trouble.', {
    story: [monthlyOrders, at(-40, complaint(-35)), at(-10, complaint(null))],
    expect: { stage: 'integrating' },
  }),
  golden('downgrade of 179 d ago and CSAT 2', 'Both belong to the same half year.', {
    story: [weeklyOrders, at(-179, downgrade()), at(-20, csat(2))],
    expect: { stage: 'differentiating' },
  }),
  golden('downgrade of 180 d ago and CSAT 2', 'The older one is over; one trouble is left.', {
    story: [weeklyOrders, at(-180, downgrade()), at(-20, csat(2))],
    expect: { stage: 'integrating' },
  }),
  golden('CSAT 3 and a competitor named', 'Half content is no trouble; naming another is one.', {
    story: [weeklyOrders, at(-20, csat(3)), at(-12, competitorNamed())],
    expect: { stage: 'integrating' },
  }),
  golden('NPS 6 and a price objection', 'A detractor who argues about the price weighs "I" against "we".', {
    story: [weeklyOrders, at(-20, nps(6)), at(-12, priceObjection())],
    expect: { stage: 'differentiating' },
  }),
  golden('NPS 5, and orders every 12 d instead of every 7', 'The rhythm stretches and the opinion sours.', {
    story: [every(7, -371, -98, order()), every(12, -86, -2, order()), at(-7, nps(5))],
    expect: { stage: 'differentiating' },
  }),
  golden('NPS 5, and orders every 8 d instead of every 7', 'A day later is no sign of anything.', {
    story: [every(7, -372, -99, order()), every(8, -91, -3, order()), at(-7, nps(5))],
    expect: { stage: 'integrating' },
  }),
  golden('orders every 12 d instead of every 7, nothing else', 'They need less; nobody said a bad word.', {
    story: [every(7, -371, -98, order()), every(12, -86, -2, order())],
    expect: { stage: 'bonding' },
  }),
  golden(
    'complaint and downgrade, then the ticket is closed',
    'A closed ticket is our act, not their forgiveness.',
    {
      story: [monthlyOrders, at(-20, downgrade()), at(-1, complaint(0))],
      expect: { stage: 'differentiating' },
    },
  ),
  golden(
    'complaint and NPS 3 of 200 d ago under a long contract',
    'Old evidence runs out, the relationship is not healed by that.',
    {
      story: [
        every(7, -340, -270, theyWrote()),
        at(-260, dealWon(), term(470)),
        at(-205, complaint(-203)),
        at(-200, nps(3)),
      ],
      expect: { stage: 'differentiating', heldBy: 'term' },
    },
  ),
  golden(
    'a prospect with NPS 3, a complaint and a competitor',
    'There is no "we" yet from which they could part.',
    {
      story: [
        at(-30, theyWrote()),
        at(-20, nps(3)),
        at(-12, complaint(null)),
        at(-8, competitorNamed()),
        at(-4, theyWrote()),
      ],
      expect: { stage: 'experimenting' },
    },
  ),
  golden(
    'only tickets left, and no more mail please',
    'Talk shrinks to what must be said, and a boundary is set.',
    {
      story: [richYear, at(-50, ticket()), at(-30, optedOutOfMail()), at(-4, ticket())],
      expect: { stage: 'circumscribing' },
    },
  ),
  golden('only tickets left, and nothing else', 'Less talk alone is one sign; it takes two.', {
    story: [richYear, at(-50, ticket()), at(-4, ticket())],
    expect: { stage: 'integrating' },
  }),
  golden('only tickets left, one of them a complaint', 'Fewer words, and a grievance among them.', {
    story: [richYear, at(-50, complaint(-30)), at(-4, ticket())],
    expect: { stage: 'circumscribing' },
  }),
  golden('half the talk, and answers take days instead of one', 'Fewer words, and slower ones.', {
    story: [
      richYear,
      asked(-340, 1, 'a1'),
      asked(-320, 1, 'a2'),
      asked(-300, 1, 'a3'),
      asked(-250, 1, 'a4'),
      asked(-230, 1, 'a5'),
      asked(-210, 1, 'a6'),
      asked(-170, 1, 'a7'),
      asked(-150, 1, 'a8'),
      asked(-130, 1, 'a9'),
      asked(-70, 6, 'b1'),
      asked(-40, 6, 'b2'),
      asked(-12, 6, 'b3'),
    ],
    expect: { stage: 'circumscribing' },
  }),
  golden(
    'a newcomer talks less after a busy start, and opts out of mail',
    'There is no earlier year to compare with.',
    {
      story: [
        at(-160, order()),
        every(3, -158, -95, theyWrote()),
        at(-60, ticket()),
        at(-30, optedOutOfMail()),
        at(-5, ticket()),
      ],
      expect: { stage: 'integrating' },
    },
  ),
  golden(
    'narrowed down, then daily mails, a call and visits',
    'A new topic and new closeness: the boundary is open again.',
    {
      story: [
        richYear,
        at(-50, ticket()),
        at(-30, optedOutOfMail()),
        at(-20, ticket()),
        every(1, -18, -3, theyWrote()),
        at(-14, call(), meeting()),
        at(-2, dealOpened('d5'), meeting(), call(), theyWrote()),
      ],
      expect: { stage: 'integrating' },
    },
  ),
  golden(
    'differentiating, then another order',
    'Buying again while both troubles live changes nothing yet.',
    {
      story: [monthlyOrders, at(-30, downgrade()), at(-20, complaint(-15)), at(-1, order())],
      expect: { stage: 'differentiating' },
    },
  ),
  golden('an order six months after both troubles', 'Both are behind them, and they came back for more.', {
    story: [weeklyOrders, at(-200, downgrade()), at(-190, complaint(-185))],
    expect: { stage: 'bonding' },
  }),
];
