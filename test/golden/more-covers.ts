/** Golden timelines about what protects a silence: terms, meetings, dates, colleagues; and who objects. */
import { call, form, meeting, meetingPlanned, order, theyWrote } from './acts.ts';
import { dealQualified, dealWon, imported, term } from './business-acts.ts';
import { at, every, golden, type Story } from './timeline.ts';

const contractEndingOn = (endDay: number): Story => [
  ...every(7, endDay - 449, endDay - 372, theyWrote()),
  ...at(endDay - 365, dealWon(), term(endDay)),
];

const negotiation: Story = [
  ...every(7, -102, -60, theyWrote()),
  ...at(-64, dealQualified('d1')),
  ...at(-61, call()),
];

const dailyTalkUntil = (day: number): Story => every(1, day - 99, day, theyWrote());

export const coverRows = [
  golden(
    '61 d before the contract ends, silent since signing',
    'The contract speaks for them, one more day.',
    {
      story: [contractEndingOn(61)],
      expect: { stage: 'integrating', heldBy: 'term', validUntilDay: 1, nextStage: 'stagnating' },
    },
  ),
  golden(
    '60 d before the contract ends, silent since signing',
    'It is time to talk about renewal, and nobody talks.',
    {
      story: [contractEndingOn(60)],
      expect: { stage: 'stagnating' },
    },
  ),
  golden(
    'an open-ended subscription, silent for 300 d',
    'They pay every day without a word: a quiet, running exchange.',
    {
      story: [every(7, -387, -310, theyWrote()), at(-300, dealWon(), term(null))],
      expect: { stage: 'integrating', heldBy: 'term', validUntilDay: null },
    },
  ),
  golden('silent for two months with a meeting next week', 'A date stands in both calendars.', {
    story: [at(-68, form()), at(-65, call()), at(-60, meeting(), meetingPlanned(10))],
    expect: { stage: 'experimenting', heldBy: 'meeting' },
  }),
  golden(
    'asked to be called in three weeks, silent for 120 d',
    'They told us when; until then silence is an agreement.',
    {
      story: [dailyTalkUntil(-120)],
      askedUntilDay: 21,
      expect: { stage: 'experimenting', heldBy: 'date', validUntilDay: 21, nextStage: 'stagnating' },
    },
  ),
  golden(
    'asked to be called ten days ago, silent for 120 d',
    'The day they named has passed and nobody spoke.',
    {
      story: [dailyTalkUntil(-120)],
      askedUntilDay: -10,
      expect: { stage: 'stagnating' },
    },
  ),
  golden(
    'long asked for, 13 d past the date, silent for 400 d',
    'It stands still first; nothing ends in one step.',
    {
      story: [dailyTalkUntil(-400)],
      askedUntilDay: -13,
      expect: { stage: 'stagnating', validUntilDay: 1, nextStage: 'terminating' },
    },
  ),
  golden(
    'long asked for, 14 d past the date, silent for 400 d',
    'Two weeks of standing still after so long: it is over.',
    {
      story: [dailyTalkUntil(-400)],
      askedUntilDay: -14,
      expect: { stage: 'terminating', ending: 'faded' },
    },
  ),
  golden('a colleague last acted 29 d ago', 'Their side of the table is still occupied.', {
    story: [negotiation],
    colleague: { dealId: 'd1', days: [-50, -29] },
    expect: { stage: 'intensifying', heldBy: 'colleague', validUntilDay: 1, nextStage: 'stagnating' },
  }),
  golden('a colleague last acted 30 d ago', 'Nobody of theirs has sat at the table for a month.', {
    story: [negotiation],
    colleague: { dealId: 'd1', days: [-50, -30] },
    expect: { stage: 'stagnating' },
  }),
  golden(
    'a colleague came back after the table had been empty',
    'Another person takes up the talk; this one had fallen silent.',
    {
      story: [negotiation],
      colleague: { dealId: 'd1', days: [-50, -19] },
      expect: { stage: 'stagnating' },
    },
  ),
  golden('a colleague acted on another deal', 'Another table is another table.', {
    story: [negotiation],
    colleague: { dealId: 'd9', days: [-50, -29, -4] },
    expect: { stage: 'stagnating' },
  }),
  golden('a colleague talks, this contact never did', 'A colleague lends no closeness.', {
    story: [at(-30, imported())],
    colleague: { dealId: 'd1', days: [-20, -3] },
    expect: { stage: 'not_enough_evidence' },
  }),
  golden('an objection of the best customer', 'Who objects to being profiled is not profiled, full stop.', {
    objection: true,
    story: [every(7, -351, -1, order())],
    expect: { stage: 'not_assessed', validUntilDay: null },
  }),
  golden('nothing at all', 'A name without a story has no stage.', {
    story: [],
    expect: { stage: 'not_enough_evidence', validUntilDay: null },
  }),
  golden(
    'buys twice a year, 200 d after the last',
    'Their rhythm is half a year; three weeks late is nothing.',
    {
      story: [every(182, -1110, -200, order())],
      expect: { stage: 'bonding' },
    },
  ),
];
