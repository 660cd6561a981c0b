/** Golden timelines about distance: withdrawals, opt-outs, and what takes the distance back. */
import {
  call,
  cancelledMeeting,
  complaint,
  declined,
  form,
  meeting,
  noShow,
  optedInToMail,
  optedOutOfEverything,
  optedOutOfMail,
  order,
  theyBooked,
  theyWrote,
  weWrote,
} from './acts.ts';
import { dealWon, term } from './business-acts.ts';
import { at, every, golden, type Story } from './timeline.ts';

/** A contract that runs for months to come, so that silence is no question in these rows. */
const contract: readonly Story[] = [every(7, -227, -150, theyWrote()), at(-140, dealWon(), term(225))];

export const withdrawalRows = [
  golden(
    'two declines 59 d apart',
    'Twice within two months they would not see us, and offered no other day.',
    {
      story: [...contract, at(-65, declined()), at(-6, declined())],
      expect: { stage: 'avoiding' },
    },
  ),
  golden('two declines 60 d apart', 'Two refusals so far apart are two busy days.', {
    story: [...contract, at(-66, declined()), at(-6, declined())],
    expect: { stage: 'integrating', heldBy: 'term' },
  }),
  golden('a no-show and a cancelled meeting ten days apart', 'Different excuses, one pattern.', {
    story: [...contract, at(-20, noShow()), at(-10, cancelledMeeting())],
    expect: { stage: 'avoiding' },
  }),
  golden('one no-show', 'Anybody can miss a meeting once.', {
    story: [...contract, at(-5, noShow())],
    expect: { stage: 'integrating' },
  }),
  golden('two meetings moved to another day', 'Who offers another day does not keep away.', {
    story: [...contract, at(-20, cancelledMeeting(true)), at(-10, noShow(true))],
    expect: { stage: 'integrating' },
  }),
  golden('two no-shows long ago and nothing since', 'Time alone does not take the distance back.', {
    story: [...contract, at(-120, noShow()), at(-110, noShow())],
    expect: { stage: 'avoiding' },
  }),
  golden('two no-shows, then ten mails from us', 'Our pursuit repairs nothing.', {
    story: [...contract, at(-70, noShow()), at(-60, noShow()), every(5, -55, -10, weWrote())],
    expect: { stage: 'avoiding' },
  }),
  golden('two no-shows, then a complaint', 'Anger breaks the silence, it does not close the distance.', {
    story: [...contract, at(-30, noShow()), at(-20, noShow()), at(-3, complaint(null))],
    expect: { stage: 'avoiding' },
  }),
  golden('two no-shows, then a friendly mail', 'They come back to the conversation of their own will.', {
    story: [...contract, at(-30, noShow()), at(-20, noShow()), at(-3, theyWrote())],
    expect: { stage: 'integrating' },
  }),
  golden(
    'one no-show before and one after a meeting that was held',
    'They met us in between: nothing adds up.',
    {
      story: [...contract, at(-30, noShow()), at(-20, meeting()), at(-10, noShow())],
      expect: { stage: 'integrating' },
    },
  ),
  golden('two no-shows of a cold contact', 'Without ever meeting us they avoid us.', {
    story: [at(-40, weWrote()), at(-20, noShow()), at(-10, noShow())],
    expect: { stage: 'avoiding' },
  }),
  golden('global opt-out under a running contract', 'They silence the noise, the contract goes on.', {
    story: [...contract, at(-10, optedOutOfEverything())],
    expect: { stage: 'integrating', heldBy: 'term' },
  }),
  golden('global opt-out the day after a good meeting', 'A direct statement outweighs yesterday.', {
    story: [at(-9, form()), at(-2, meeting()), at(-1, optedOutOfEverything())],
    expect: { stage: 'avoiding' },
  }),
  golden('global opt-out, then an order', 'They want no mail, they want the goods.', {
    story: [at(-60, order()), at(-30, order()), at(-10, optedOutOfEverything()), at(-2, order())],
    expect: { stage: 'integrating' },
  }),
  golden('two cancelled meetings, then subscribes again', 'To sign up again is to come closer again.', {
    story: [
      at(-60, form()),
      at(-50, call()),
      at(-30, cancelledMeeting()),
      at(-20, cancelledMeeting()),
      at(-2, optedInToMail()),
    ],
    expect: { stage: 'experimenting' },
  }),
  golden('partial opt-out of somebody who only ever wrote', 'One channel less; they have not gone.', {
    story: [at(-30, theyWrote()), at(-12, theyWrote()), at(-8, optedOutOfMail())],
    expect: { stage: 'experimenting' },
  }),
  golden(
    'two no-shows before a booking and one after',
    'The booking wiped the slate; one miss is one miss.',
    {
      story: [
        at(-50, form()),
        at(-44, call()),
        at(-30, noShow()),
        at(-22, noShow()),
        at(-18, theyBooked()),
        at(-6, noShow()),
      ],
      expect: { stage: 'experimenting' },
    },
  ),
];
