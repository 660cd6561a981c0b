/** The golden timelines the design began with, first half: people, purchases and terms. H = 90 d. */
import {
  call,
  complaint,
  form,
  meeting,
  noShow,
  nps,
  optedOutOfEverything,
  optedOutOfMail,
  order,
  theyBooked,
  theyWrote,
  weWrote,
} from './acts.ts';
import { dealLost, dealQualified, dealWon, renewal, term } from './business-acts.ts';
import { at, every, golden, on } from './timeline.ts';

const fourRenewals = (daysSinceTheLast: number) => [
  at(-daysSinceTheLast - 4 * 365, dealWon('y0'), term(-daysSinceTheLast - 3 * 365)),
  at(-daysSinceTheLast - 3 * 365, renewal(), term(-daysSinceTheLast - 2 * 365)),
  at(-daysSinceTheLast - 2 * 365, renewal(), term(-daysSinceTheLast - 365)),
  at(-daysSinceTheLast - 365, renewal(), term(-daysSinceTheLast)),
  at(-daysSinceTheLast, renewal(), term(-daysSinceTheLast + 365)),
];

const twoNoShows = [at(-40, form()), at(-34, call()), at(-20, noShow()), at(-10, noShow())];

export const sectionSevenPeople = [
  golden('one order, day 20 after it', 'Who bought three weeks ago is a customer, and nothing is late yet.', {
    story: [at(-20, order())],
    expect: { stage: 'integrating' },
  }),
  golden(
    'one order, day 60 after it',
    'Two months after a first order nothing has grown: "no second act after the sale" is stagnation.',
    { story: [at(-60, order())], expect: { stage: 'stagnating' } },
  ),
  golden(
    'one order, day 400 after it',
    'After more than a year of silence it has ended without anybody saying so.',
    {
      story: [at(-400, order())],
      expect: { stage: 'terminating', ending: 'faded' },
    },
  ),
  golden('ten ignored mails', 'We introduced ourselves ten times; nobody answered, so nothing has begun.', {
    story: [every(9, -90, -9, weWrote())],
    expect: { stage: 'initiating' },
  }),
  golden('form, call, demo, silent 60 d', 'An audition that came to a standstill.', {
    story: [at(-68, form()), at(-65, call()), at(-60, meeting())],
    expect: { stage: 'stagnating' },
  }),
  golden(
    'annual contract after 12 touches, silent to day 180',
    'A running contract is a standing act of commitment: quiet use of it accuses nobody.',
    {
      story: [every(7, -264, -187, theyWrote()), at(-180, dealWon(), term(185))],
      expect: { stage: 'integrating', heldBy: 'term', validUntilDay: 125, nextStage: 'stagnating' },
    },
  ),
  golden('four yearly renewals, month 8 without a word', 'The bond is renewed each year and runs on.', {
    story: fourRenewals(243),
    expect: { stage: 'bonding', heldBy: 'term', validUntilDay: 62, epoch: 1 },
  }),
  golden(
    'four yearly renewals, month 11 without a word',
    'With the renewal a month away, silence means the next year is not being talked about.',
    { story: fourRenewals(335), expect: { stage: 'stagnating' } },
  ),
  golden('weekly orderer, 3 weeks away', 'A holiday is no coldness.', {
    story: [every(7, -224, -21, order())],
    expect: { stage: 'bonding' },
  }),
  golden('weekly orderer, 6 weeks away', 'Six missed weeks of a weekly ritual: the routine has stopped.', {
    story: [every(7, -245, -42, order())],
    expect: { stage: 'stagnating' },
  }),
  golden('December buyer of three years, in July', 'Their rhythm is the year; July is not their month.', {
    date: '2026-07-15',
    story: [on('2023-12-10', order()), on('2024-12-12', order()), on('2025-12-08', order())],
    expect: { stage: 'bonding', heldBy: 'season' },
  }),
  golden(
    'complaint closed, 20 d silence',
    'The fight is settled on paper; only their next act shows whether it is forgiven.',
    {
      story: [at(-120, order()), at(-60, order()), at(-25, complaint(-20))],
      expect: { stage: 'integrating' },
    },
  ),
  golden(
    'opted out of mail, orders weekly',
    'They choose the channel, not the distance: the routine runs on.',
    {
      story: [every(7, -217, -7, order()), at(-40, optedOutOfMail()), at(0, order())],
      expect: { stage: 'bonding' },
    },
  ),
  golden('global opt-out, no order after, no term', 'A direct statement that they want distance.', {
    story: [at(-60, order()), at(-30, order()), at(-10, optedOutOfEverything())],
    expect: { stage: 'avoiding' },
  }),
  golden('two no-shows, then the customer rebooks', 'Asking for a new date takes the distance back.', {
    story: [...twoNoShows, at(-2, theyBooked())],
    expect: { stage: 'experimenting' },
  }),
  golden(
    'two no-shows, then our call connects for 6 min',
    'Who talks to us for six minutes does not avoid us.',
    {
      story: [...twoNoShows, at(-1, call(6))],
      expect: { stage: 'experimenting' },
    },
  ),
  golden('monthly buyer back after two years', 'The old story ended; this is a new place, not the old one.', {
    story: [every(30, -1065, -735, order()), at(-5, order())],
    expect: { stage: 'integrating', epoch: 2 },
  }),
  golden('deal lost yesterday, met 10 d ago', 'The negotiation is over, the acquaintance is not.', {
    story: [at(-45, form()), at(-30, dealQualified()), at(-10, meeting()), at(-1, dealLost())],
    expect: { stage: 'experimenting' },
  }),
  golden('lost five months ago, new inbound mail', 'They start talking again, about nothing agreed yet.', {
    story: [
      at(-180, form()),
      at(-170, dealQualified()),
      at(-160, meeting()),
      at(-150, dealLost()),
      at(-1, theyWrote()),
    ],
    expect: { stage: 'experimenting', epoch: 1 },
  }),
  golden('NPS 3, monthly orders', 'One bad answer while the exchange runs: a crack, not a rift.', {
    story: [every(30, -332, -2, order()), at(-5, nps(3))],
    expect: { stage: 'integrating', runnerUp: 'differentiating' },
  }),
  golden('Stagnating, then answers NPS 0', 'An angry answer is an act, but it repairs nothing.', {
    story: [every(7, -270, -60, order()), at(-1, nps(0))],
    expect: { stage: 'stagnating' },
  }),
  golden(
    'silent, colleague active on the deal',
    'The other side is still at the table, with another person.',
    {
      story: [every(7, -102, -60, theyWrote()), at(-62, dealQualified('d1')), at(-61, call())],
      colleague: { dealId: 'd1', days: [-50, -29, -4] },
      expect: { stage: 'intensifying', heldBy: 'colleague', validUntilDay: 26, nextStage: 'stagnating' },
    },
  ),
];
