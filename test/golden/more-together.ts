/** Golden timelines of coming together: reach, first words, negotiation; and the noise that is none of it. */
import {
  autoReply,
  call,
  form,
  meeting,
  newsletter,
  order,
  sequenceMail,
  theyBooked,
  theyWrote,
  weCalledInVain,
  weWrote,
} from './acts.ts';
import {
  automationRan,
  bounced,
  clicked,
  dealChanged,
  dealLost,
  dealOpened,
  dealQualified,
  imported,
  pageView,
  quoteSent,
  referredByAFriend,
  sawAnAd,
} from './business-acts.ts';
import { at, every, golden, type Story } from './timeline.ts';

const quietTalk: Story = [...every(1, -139, -41, theyWrote()), ...at(-40, call())];

export const togetherRows = [
  golden('a page view', 'They saw us; that is a first impression.', {
    story: [at(-4, pageView())],
    expect: { stage: 'initiating' },
  }),
  golden('came from an ad', 'An impression, nothing more.', {
    story: [at(-4, sawAnAd())],
    expect: { stage: 'initiating' },
  }),
  golden('a friend referred them', 'They heard of us from somebody they trust, and have not spoken yet.', {
    story: [at(-10, imported()), at(-4, referredByAFriend())],
    expect: { stage: 'initiating' },
  }),
  golden('only a bot clicked', 'A security scanner is nobody.', {
    story: [at(-10, imported()), at(-4, clicked(true))],
    expect: { stage: 'not_enough_evidence' },
  }),
  golden('automation alone', 'A workflow ran inside the house; nobody was met.', {
    story: [at(-4, automationRan()), at(-3, automationRan())],
    expect: { stage: 'not_enough_evidence' },
  }),
  golden('imported, then they answer our first mail', 'The first word back begins the conversation.', {
    story: [at(-30, imported()), at(-9, weWrote()), at(-7, theyWrote())],
    expect: { stage: 'experimenting' },
  }),
  golden('an auto-reply to our mail', 'The mailbox answered, not the person.', {
    story: [at(-9, weWrote()), at(-9, autoReply())],
    expect: { stage: 'initiating' },
  }),
  golden('our mail bounced, then a second reached them', 'The wrong address says nothing about the person.', {
    story: [at(-20, bounced()), at(-9, weWrote())],
    expect: { stage: 'initiating' },
  }),
  golden('a webinar with forty others', 'To sit in a large hall is to be reached, not to talk.', {
    story: [at(-12, weWrote()), at(-9, meeting(60, 40))],
    expect: { stage: 'initiating' },
  }),
  golden('a meeting of five from outside', 'Five are an audience.', {
    story: [at(-12, weWrote()), at(-9, meeting(60, 5))],
    expect: { stage: 'initiating' },
  }),
  golden('a meeting of four from outside', 'Four are a conversation.', {
    story: [at(-12, weWrote()), at(-9, meeting(60, 4))],
    expect: { stage: 'experimenting' },
  }),
  golden('they book a call for next week', 'Asking for a date is an act of interest.', {
    story: [at(-12, weWrote()), at(-1, theyBooked())],
    expect: { stage: 'experimenting' },
  }),
  golden('buys at the first visit', 'Some skip the small talk: an exchange is an exchange.', {
    story: [at(-1, pageView()), at(0, order())],
    expect: { stage: 'integrating' },
  }),
  golden('two meetings 89 d apart', 'They met us twice within a season: more time together.', {
    story: [at(-89, meeting()), every(10, -80, -10, theyWrote()), at(0, meeting())],
    expect: { stage: 'intensifying' },
  }),
  golden('two meetings 90 d apart', 'Two meetings that do not belong together.', {
    story: [at(-90, meeting()), every(10, -80, -10, theyWrote()), at(0, meeting())],
    expect: { stage: 'experimenting' },
  }),
  golden(
    'the first of two meetings grows old without a new word',
    'Calendars cannot cool a conversation in a day.',
    {
      story: [at(-92, meeting()), every(10, -82, -12, theyWrote()), at(-5, meeting())],
      expect: { stage: 'intensifying' },
    },
  ),
  golden('the proposal is out, they have not spoken since', 'We began to negotiate; they have not.', {
    story: [at(-20, form()), at(-14, call()), at(-6, dealQualified())],
    expect: { stage: 'experimenting' },
  }),
  golden('the proposal is out and they answered', 'Now both are agreeing on conditions.', {
    story: [at(-20, form()), at(-14, call()), at(-6, dealQualified()), at(-4, theyWrote())],
    expect: { stage: 'intensifying' },
  }),
  golden('an open quote and their question about it', 'Price and quantity are on the table.', {
    story: [at(-20, form()), at(-6, quoteSent(24)), at(-2, theyWrote())],
    expect: { stage: 'intensifying' },
  }),
  golden('a quote that ran out before they wrote again', 'The offer is off the table; they are talking.', {
    story: [at(-60, form()), at(-40, quoteSent(-10)), at(-20, call()), at(-2, theyWrote())],
    expect: { stage: 'experimenting' },
  }),
  golden('one deal lost, another past qualification', 'One topic is closed, they negotiate the other.', {
    story: [
      at(-30, dealQualified('d1')),
      at(-25, dealQualified('d2')),
      at(-8, theyWrote()),
      at(-3, dealLost('d1')),
    ],
    expect: { stage: 'intensifying' },
  }),
  golden('a deal opened but not qualified, lively mails', 'A lead with a label is still small talk.', {
    story: [at(-30, dealOpened()), every(5, -28, -3, theyWrote())],
    expect: { stage: 'experimenting' },
  }),
  golden('thirty mails, ten calls, a deal, a quote, all ours', 'Nobody grows close by being pursued.', {
    story: [
      every(6, -180, -6, weWrote()),
      every(18, -178, -10, weCalledInVain()),
      at(-90, dealOpened()),
      at(-40, dealQualified()),
      at(-20, quoteSent()),
      at(-5, dealChanged()),
    ],
    expect: { stage: 'initiating', awaiting: 'customer' },
  }),
  golden('a sequence of six mails to a cold contact', 'Reached, and silent.', {
    story: [every(4, -30, -10, sequenceMail())],
    expect: { stage: 'initiating' },
  }),
  golden('auto-reply after weeks of quiet', 'An absence note ends no silence.', {
    story: [quietTalk, at(-3, newsletter()), at(-3, autoReply())],
    expect: { stage: 'stagnating' },
  }),
  golden('page views and clicks after weeks of quiet', 'To look is not to speak; opens and clicks mislead.', {
    story: [quietTalk, every(5, -30, -5, newsletter()), at(-10, clicked()), at(-2, pageView())],
    expect: { stage: 'stagnating' },
  }),
  golden('a big webinar after weeks of quiet', 'One chair among forty ends no silence.', {
    story: [quietTalk, at(-3, meeting(60, 40))],
    expect: { stage: 'stagnating' },
  }),
  golden('an order dated next week', 'What has not happened yet is no evidence.', {
    story: [at(-9, weWrote()), at(7, order())],
    expect: { stage: 'initiating' },
  }),
];
