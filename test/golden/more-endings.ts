/** Golden timelines about ends and returns: when it is over, and what begins a new relationship. */
import {
  call,
  complaint,
  form,
  meeting,
  optedInToMail,
  order,
  referral,
  theyBooked,
  theyWrote,
  ticket,
  weWrote,
} from './acts.ts';
import {
  askedUsToStop,
  closedAccount,
  dealLost,
  dealOpened,
  dealQualified,
  dealWon,
  gaveNotice,
  projectCompleted,
  renewal,
  term,
} from './business-acts.ts';
import { at, every, golden, type Story } from './timeline.ts';

/** A monthly buyer who gave notice; it took effect 30 d before the day given. */
const gone = (effectiveDay: number): Story => [
  ...every(30, effectiveDay - 400, effectiveDay - 40, order()),
  ...at(effectiveDay - 30, gaveNotice(effectiveDay)),
];

/** A wedding, paid for and delivered. */
const delivered = (completedDay: number): Story => [
  ...at(completedDay - 190, form()),
  ...at(completedDay - 180, dealWon('w1', true)),
  ...at(completedDay - 20, order(6500, { dealId: 'w1' })),
  ...at(completedDay, projectCompleted('w1')),
];

export const endingRows = [
  golden('notice given, effective in three weeks', 'The word has been spoken; what follows is the ending.', {
    story: [every(30, -400, -40, order()), at(-9, gaveNotice(21))],
    expect: { stage: 'terminating', ending: 'ended', epoch: 1 },
  }),
  golden('notice given, then an order before it took effect', 'They changed their mind before it was over.', {
    story: [every(30, -400, -40, order()), at(-20, gaveNotice(10)), at(-5, order())],
    expect: { stage: 'bonding', ending: 'none', epoch: 1 },
  }),
  golden('notice given, then the contract is renewed', 'A signature takes the notice back.', {
    story: [
      at(-340, dealWon(), term(25)),
      at(-60, theyWrote(), gaveNotice(25)),
      at(-10, renewal(12), term(390)),
    ],
    expect: { stage: 'bonding', ending: 'none', epoch: 1 },
  }),
  golden('an order after the notice took effect', 'They left, and come back: to a new place.', {
    story: [gone(-50), at(-5, order())],
    expect: { stage: 'integrating', epoch: 2, ending: 'none' },
  }),
  golden('a form 29 d after the end', 'Within a month this still belongs to the ending.', {
    story: [gone(-40), at(-11, form())],
    expect: { stage: 'terminating', ending: 'ended', epoch: 1 },
  }),
  golden('a form 30 d after the end', 'A month later a new question is a new beginning.', {
    story: [gone(-41), at(-11, form())],
    expect: { stage: 'experimenting', epoch: 2 },
  }),
  golden('a booking two months after the end', 'They ask to see us again.', {
    story: [gone(-70), at(-4, theyBooked())],
    expect: { stage: 'experimenting', epoch: 2 },
  }),
  golden('a ticket two months after the end', 'A question about what they once had is no return.', {
    story: [gone(-70), at(-4, ticket())],
    expect: { stage: 'terminating', ending: 'ended', epoch: 1 },
  }),
  golden('a complaint two months after the end', 'An old bill still being argued about.', {
    story: [gone(-70), at(-4, complaint(null))],
    expect: { stage: 'terminating', ending: 'ended', epoch: 1 },
  }),
  golden(
    'a friendly mail and a subscription after the end',
    'Kind words are no return; the door stays open.',
    {
      story: [gone(-90), at(-20, theyWrote()), at(-15, optedInToMail())],
      expect: { stage: 'terminating', ending: 'ended', epoch: 1 },
    },
  ),
  golden('a new deal 29 d after the end, and a talk', 'We opened it too early to mean a return.', {
    story: [gone(-60), at(-31, dealOpened('n1')), at(-5, call())],
    expect: { stage: 'terminating', epoch: 1 },
  }),
  golden('a new deal 30 d after the end, and a talk', 'A new topic, and they take part in it.', {
    story: [gone(-60), at(-30, dealOpened('n1')), at(-5, call())],
    expect: { stage: 'experimenting', epoch: 2 },
  }),
  golden('a new deal after the end, and no word from them', 'Our hope is no return.', {
    story: [gone(-60), at(-30, dealOpened('n1')), at(-20, dealQualified('n1')), at(-15, weWrote())],
    expect: { stage: 'terminating', ending: 'ended', epoch: 1 },
  }),
  golden('left three years ago, not a word since', 'An end stays an end, however long it lasts.', {
    story: [gone(-1095)],
    expect: { stage: 'terminating', ending: 'ended', epoch: 1, validUntilDay: null },
  }),
  golden(
    'cancelled, back for a year, two orders and a friend',
    'The second time they bond, and it is a second time.',
    {
      story: [gone(-700), every(30, -390, -30, order()), at(-25, referral())],
      expect: { stage: 'bonding', epoch: 2 },
    },
  ),
  golden('asked us to stop writing', 'A plain word, to be respected.', {
    story: [at(-40, form()), at(-30, theyWrote()), at(-9, askedUsToStop())],
    expect: { stage: 'terminating', ending: 'ended' },
  }),
  golden('asked us to stop, and orders the week after', 'They want no letters, they want the exchange.', {
    story: [at(-40, form()), at(-30, theyWrote()), at(-9, askedUsToStop()), at(-2, order())],
    expect: { stage: 'integrating', epoch: 2 },
  }),
  golden('closed the account', 'The formal end of a formal bond.', {
    story: [every(30, -400, -10, order()), at(-3, closedAccount())],
    expect: { stage: 'terminating', ending: 'ended' },
  }),
  golden('lost, do not contact', 'It ended before it began in earnest.', {
    story: [
      at(-60, form()),
      at(-50, dealQualified()),
      at(-45, meeting()),
      at(-5, dealLost('d1', { doNotContact: true })),
    ],
    expect: { stage: 'terminating', ending: 'ended' },
  }),
  golden(
    'a year after the project they ask for the next one',
    'A new occasion, a new relationship that remembers the first.',
    {
      story: [delivered(-380), at(-10, dealOpened('w2', true)), at(-6, theyWrote())],
      expect: { stage: 'experimenting', epoch: 2 },
    },
  ),
  golden('after the project they buy something else', 'A purchase of its own is a return at once.', {
    story: [delivered(-40), at(-8, order(120))],
    expect: { stage: 'integrating', epoch: 2 },
  }),
  golden('after the project a thank-you note', 'They say goodbye warmly.', {
    story: [delivered(-20), at(-12, theyWrote())],
    expect: { stage: 'terminating', ending: 'completed', epoch: 1 },
  }),
  golden(
    'a contract that ran out after a year of silence',
    'Nobody renewed and nobody spoke: it has faded with the contract.',
    {
      story: [every(7, -450, -373, theyWrote()), at(-365, dealWon(), term(0))],
      expect: { stage: 'terminating', ending: 'faded' },
    },
  ),
  golden('a contract on its last day after a year of silence', 'While it is paid for it is not over.', {
    story: [every(7, -449, -372, theyWrote()), at(-364, dealWon(), term(1))],
    expect: { stage: 'stagnating', validUntilDay: 1, nextStage: 'terminating' },
  }),
];
