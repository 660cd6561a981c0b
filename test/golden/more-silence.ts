/** Golden timelines about silence: when it is nothing, when it is stagnation, when it is the end. */
import { call, complaint, form, meeting, order, sequenceMail, theyWrote, weWrote } from './acts.ts';
import { dealQualified } from './business-acts.ts';
import { at, every, golden, type Story } from './timeline.ts';

/** A hundred days of daily talk that stopped: with such a rhythm the chance of a word is gone within days. */
const dailyTalkUntil = (day: number): Story => every(1, day - 99, day, theyWrote());

/** The same, but the last word was a call, so that nobody owes an answer. */
const dailyTalkAndACallOn = (day: number): Story => [
  ...every(1, day - 99, day - 1, theyWrote()),
  ...at(day, call()),
];

export const silenceRows = [
  golden(
    'daily talk, 13 d of silence, H = 30 d',
    'Less than two weeks is never a silence, however lively it was.',
    {
      horizonDays: 30,
      story: [dailyTalkUntil(-13)],
      expect: { stage: 'experimenting', validUntilDay: 1, nextStage: 'stagnating' },
    },
  ),
  golden(
    'daily talk, 14 d of silence, H = 30 d',
    'Two weeks without a word after a hundred talkative days.',
    {
      horizonDays: 30,
      story: [dailyTalkUntil(-14)],
      expect: { stage: 'stagnating' },
    },
  ),
  golden(
    'daily talk, 29 d of silence',
    'A third of the horizon has not passed: too early to call it quiet.',
    {
      story: [dailyTalkUntil(-29)],
      expect: { stage: 'experimenting', validUntilDay: 1, nextStage: 'stagnating' },
    },
  ),
  golden('daily talk, 30 d of silence', 'A third of the horizon has passed and the talk has died down.', {
    story: [dailyTalkUntil(-30)],
    expect: { stage: 'stagnating' },
  }),
  golden(
    'daily talk, 121 d of silence, H = 365 d',
    'A business that thinks in years waits a third of a year.',
    {
      horizonDays: 365,
      story: [dailyTalkUntil(-121)],
      expect: { stage: 'experimenting', validUntilDay: 1 },
    },
  ),
  golden(
    'daily talk, 122 d of silence, H = 365 d',
    'A third of the year, rounded up to whole days, is over.',
    {
      horizonDays: 365,
      story: [dailyTalkUntil(-122)],
      expect: { stage: 'stagnating' },
    },
  ),
  golden('daily talk, 179 d of silence', 'Standing still is not yet over: the ending takes half a year.', {
    story: [dailyTalkUntil(-179)],
    expect: { stage: 'stagnating', ending: 'none', validUntilDay: 1, nextStage: 'terminating' },
  }),
  golden('daily talk, 180 d of silence', 'Half a year of nothing after daily talk: it has faded away.', {
    story: [dailyTalkUntil(-180)],
    expect: { stage: 'terminating', ending: 'faded' },
  }),
  golden('daily talk, 729 d of silence, H = 365 d', 'With a year as horizon, fading takes two.', {
    horizonDays: 365,
    story: [dailyTalkUntil(-729)],
    expect: { stage: 'stagnating' },
  }),
  golden('daily talk, 730 d of silence, H = 365 d', 'Two horizons without a word: faded.', {
    horizonDays: 365,
    story: [dailyTalkUntil(-730)],
    expect: { stage: 'terminating', ending: 'faded' },
  }),
  golden(
    'one order, 365 d of silence',
    'A single purchase says little about rhythm; a whole year is still open.',
    {
      story: [at(-365, order())],
      expect: { stage: 'stagnating', validUntilDay: 1, nextStage: 'terminating' },
    },
  ),
  golden(
    'one order, 366 d of silence',
    'More than a year after a single purchase there is nothing left to wait for.',
    {
      story: [at(-366, order())],
      expect: { stage: 'terminating', ending: 'faded' },
    },
  ),
  golden('an order after 450 d of silence', 'A long pause, but the same story: they never left.', {
    story: [at(-455, order()), at(-5, order())],
    expect: { stage: 'integrating', epoch: 1, ending: 'none' },
  }),
  golden('an order after 451 d of silence', 'So long gone that the return begins a new relationship.', {
    story: [at(-456, order()), at(-5, order())],
    expect: { stage: 'integrating', epoch: 2, ending: 'none' },
  }),
  golden(
    'an order after 600 d, a complaint in between',
    'Who complained in between was never so long gone.',
    {
      story: [at(-605, order()), at(-305, complaint(-295)), at(-5, order())],
      expect: { stage: 'integrating', epoch: 1 },
    },
  ),
  golden(
    'a prospect writes again after two years',
    'The old acquaintance had faded; they get to know us anew.',
    {
      story: [dailyTalkUntil(-730), at(-3, theyWrote())],
      expect: { stage: 'experimenting', epoch: 2 },
    },
  ),
  golden(
    'three unanswered personal mails over 13 d',
    'Three tries in less than two weeks say more about us.',
    {
      story: [dailyTalkAndACallOn(-40), at(-35, weWrote()), at(-28, weWrote()), at(-22, weWrote())],
      expect: { stage: 'stagnating' },
    },
  ),
  golden(
    'three unanswered personal mails over 14 d',
    'Two weeks of personal letters without a word: they keep away.',
    {
      story: [dailyTalkAndACallOn(-40), at(-35, weWrote()), at(-28, weWrote()), at(-21, weWrote())],
      expect: { stage: 'avoiding', awaiting: 'customer' },
    },
  ),
  golden(
    'three unanswered mails, not yet quiet',
    'As long as silence itself is no sign, unanswered mails are none.',
    {
      story: [dailyTalkAndACallOn(-20), at(-18, weWrote()), at(-10, weWrote()), at(-3, weWrote())],
      expect: { stage: 'experimenting', validUntilDay: 10, nextStage: 'avoiding' },
    },
  ),
  golden('two unanswered personal mails', 'Two are patience, not a pattern.', {
    story: [dailyTalkAndACallOn(-40), at(-35, weWrote()), at(-15, weWrote())],
    expect: { stage: 'stagnating' },
  }),
  golden('six unanswered sequence mails', 'Nobody owes a machine an answer.', {
    story: [dailyTalkAndACallOn(-60), every(8, -50, -10, sequenceMail())],
    expect: { stage: 'stagnating' },
  }),
  golden(
    'our answer and two mails after it',
    'The first mail answered their question; only two are unanswered.',
    {
      story: [dailyTalkUntil(-45), at(-44, weWrote()), at(-34, weWrote()), at(-12, weWrote())],
      expect: { stage: 'stagnating' },
    },
  ),
  golden(
    'our answer and three mails after it',
    'After the answer three letters over two weeks came back empty.',
    {
      story: [
        dailyTalkUntil(-45),
        at(-44, weWrote()),
        at(-34, weWrote()),
        at(-24, weWrote()),
        at(-12, weWrote()),
      ],
      expect: { stage: 'avoiding' },
    },
  ),
  golden('they wrote last and we never answered', 'They are waiting for us; the silence is ours.', {
    story: [every(7, -80, -10, theyWrote()), at(-74, weWrote())],
    expect: { stage: 'experimenting', awaiting: 'us' },
  }),
  golden(
    'an open negotiation, 29 d without a word',
    'Weekly talks, a proposal on the table, four weeks of thinking.',
    {
      story: [every(7, -92, -29, theyWrote()), at(-31, dealQualified())],
      expect: { stage: 'intensifying', validUntilDay: 1, nextStage: 'stagnating' },
    },
  ),
  golden('an open negotiation, 30 d without a word', 'A proposal nobody touches for a month has stalled.', {
    story: [every(7, -93, -30, theyWrote()), at(-32, dealQualified())],
    expect: { stage: 'stagnating' },
  }),
  golden(
    'an open negotiation of slow partners, day 39',
    'People who meet every three weeks may think for forty days.',
    {
      story: [every(20, -119, -39, theyWrote()), at(-45, dealQualified())],
      expect: { stage: 'intensifying', validUntilDay: 1, nextStage: 'stagnating' },
    },
  ),
  golden(
    'an open negotiation of slow partners, day 40',
    'Twice their own interval has passed and nothing moved.',
    {
      story: [every(20, -120, -40, theyWrote()), at(-46, dealQualified())],
      expect: { stage: 'stagnating' },
    },
  ),
  golden('two meetings a week ago, then nothing for 100 d', 'Warm talks that led nowhere stand still.', {
    story: [at(-120, form()), at(-110, meeting()), at(-100, meeting())],
    expect: { stage: 'stagnating' },
  }),
];
