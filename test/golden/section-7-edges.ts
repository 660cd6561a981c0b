/** The golden timelines the design began with, second half: noise, trouble, ends and our own activity. H = 90 d. */
import {
  complaint,
  form,
  newsletter,
  optedOutOfEverything,
  optedOutOfMail,
  order,
  referral,
  theyWrote,
  ticket,
  weWrote,
} from './acts.ts';
import {
  bounced,
  clicked,
  competitorNamed,
  dealOpened,
  dealQualified,
  dealWon,
  downgrade,
  gaveNotice,
  imported,
  priceObjection,
  projectCompleted,
} from './business-acts.ts';
import { at, every, golden } from './timeline.ts';

const dailyTalkThatEndedAHundredDaysAgo = every(1, -199, -100, theyWrote());

export const sectionSevenEdges = [
  golden('import only', 'A row in a list has met nobody.', {
    story: [at(-30, imported())],
    expect: { stage: 'not_enough_evidence' },
  }),
  golden('bounce only', 'A letter that never arrived has met nobody.', {
    story: [at(-30, bounced())],
    expect: { stage: 'not_enough_evidence' },
  }),
  golden('newsletter clicks only', 'They look at us from afar; nothing was said.', {
    story: [every(7, -70, -7, newsletter()), every(14, -63, -7, clicked())],
    expect: { stage: 'initiating' },
  }),
  golden(
    'competitor named once, orders go on',
    'They look around and stay: one sign of difference is no Differentiating.',
    { story: [every(30, -332, -2, order()), at(-20, competitorNamed())], expect: { stage: 'integrating' } },
  ),
  golden('partial opt-out only', 'Less of one channel, and everything else goes on.', {
    story: [every(30, -332, -2, order()), at(-12, optedOutOfMail())],
    expect: { stage: 'bonding' },
  }),
  golden('downgrade and complaint this month', 'Less of us, and a grievance: "I" is back before "we".', {
    story: [every(30, -332, -2, order()), at(-14, downgrade()), at(-9, complaint(null))],
    expect: { stage: 'differentiating' },
  }),
  golden(
    'downgrade three years ago, price objection now',
    'An old reproach is not held against today; one is left.',
    {
      story: [every(30, -1382, -2, order()), at(-1095, downgrade()), at(-3, priceObjection())],
      expect: { stage: 'integrating' },
    },
  ),
  golden(
    'churned customer refers a friend',
    'They left and speak well of us: an end that was ended well, not a return.',
    {
      story: [every(30, -400, -130, order()), at(-100, gaveNotice(-70)), at(-10, referral())],
      expect: { stage: 'terminating', ending: 'ended', epoch: 1 },
    },
  ),
  golden('own ticket is the only touch', 'They came to us with a question: a first exchange of words.', {
    story: [at(-3, ticket())],
    expect: { stage: 'experimenting' },
  }),
  golden('cancelled, then asks for the last invoice', 'Tidying up belongs to the ending.', {
    story: [every(30, -400, -70, order()), at(-40, gaveNotice(-10)), at(-3, theyWrote())],
    expect: { stage: 'terminating', ending: 'ended' },
  }),
  golden(
    'paid final invoice after a completed project',
    'The last payment closes the project, it opens nothing.',
    {
      story: [
        at(-160, theyWrote()),
        at(-150, dealWon('p1', true)),
        at(-20, projectCompleted('p1')),
        at(-5, order(1200, { dealId: 'p1' })),
      ],
      expect: { stage: 'terminating', ending: 'completed' },
    },
  ),
  golden(
    'weekly orderer of 80 weeks, 6 weeks away',
    'A long habit protects for a while, not for six weeks.',
    {
      story: [every(7, -595, -42, order())],
      expect: { stage: 'stagnating' },
    },
  ),
  golden('deep silence, left alone', 'A hundred days after the last word it stands still, until it fades.', {
    story: [dailyTalkThatEndedAHundredDaysAgo],
    expect: { stage: 'stagnating', validUntilDay: 80, nextStage: 'terminating' },
  }),
  golden(
    'three mails from us in deep silence',
    'Our knocking shows that they avoid us; it does not move the day on which it is over.',
    {
      story: [
        dailyTalkThatEndedAHundredDaysAgo,
        at(-99, weWrote()),
        at(-30, weWrote()),
        at(-20, weWrote()),
        at(-10, weWrote()),
      ],
      expect: { stage: 'avoiding', validUntilDay: 80, nextStage: 'terminating' },
    },
  ),
  golden("rep moves a cold contact's deal to proposal", 'Our own pipeline is not their interest.', {
    story: [at(-25, weWrote()), at(-20, dealOpened()), at(-2, dealQualified())],
    expect: { stage: 'initiating' },
  }),
  golden('cold contact opts out of everything', 'They say it before anything began: keep away.', {
    story: [at(-10, weWrote()), at(-1, optedOutOfEverything())],
    expect: { stage: 'avoiding' },
  }),
  golden('three orders in three weeks', 'A lively start is no bond yet: commitment shows over time.', {
    story: [at(-15, order()), at(-8, order()), at(-1, order())],
    expect: { stage: 'integrating' },
  }),
  golden(
    'monthly orderer one day late, stale upsell deal open',
    'Our wish to sell more, left lying, says nothing against a routine that runs.',
    {
      story: [every(30, -361, -31, order()), at(-100, dealOpened('up')), at(-95, dealQualified('up'))],
      expect: { stage: 'bonding' },
    },
  ),
  golden(
    'new customer, ten-mail support case solved, day 15',
    'A question after the sale, answered: part of settling in.',
    {
      story: [
        at(-15, order()),
        at(-14, ticket()),
        ...[-13, -12, -11, -10, -9].map((day) =>
          at(day, theyWrote({ threadId: 't1' }), weWrote({ threadId: 't1' })),
        ),
      ],
      expect: { stage: 'integrating' },
    },
  ),
  golden('wedding delivered and paid (project)', 'It was meant to end, and it ended well.', {
    story: [
      at(-210, form()),
      at(-200, dealWon('w1', true)),
      at(-30, order(6500, { dealId: 'w1' })),
      at(-20, projectCompleted('w1')),
    ],
    expect: { stage: 'terminating', ending: 'completed' },
  }),
  golden('their only touch, a question, unanswered by us for 60 d', 'It stands still because of us.', {
    story: [at(-60, theyWrote())],
    expect: { stage: 'stagnating', awaiting: 'us' },
  }),
];
