/** The many others of the story: templates of relationships, how common they are, and rhythms drawn by chance. */
import type { Play } from './life.ts';
import {
  boughtOnce,
  delivered,
  doNotContact,
  faded,
  grievances,
  lostDeal,
  narrowed,
  noShows,
  openComplaint,
  optedOut,
  quietProspect,
  refunded,
  stalledOffer,
  stoppedOrders,
  unanswered,
} from './plays-apart.ts';
import {
  ambassador,
  christmasBuyer,
  coldMails,
  firstOrder,
  machineBought,
  meetingAhead,
  messengerTalk,
  negotiation,
  newsletterReader,
  onAList,
  openQuestion,
  recovered,
  returned,
  standingOrder,
  taster,
  twoVisits,
  visitor,
  wrongAddress,
} from './plays-together.ts';
import type { Random } from './random.ts';
import type { Intended } from './role.ts';

export type Template = {
  readonly name: string;
  readonly intends: Intended;
  /** How many of a thousand live this. */
  readonly share: number;
  readonly draw: (random: Random) => Play;
};

const template = (
  name: string,
  intends: Intended,
  share: number,
  draw: (random: Random) => Play,
): Template => ({ name, intends, share, draw });

export const templates: readonly Template[] = [
  template('on a list', 'not_enough_evidence', 60, (r) => onAList(r.int(10, 700))),
  template('wrong address', 'not_enough_evidence', 12, (r) => wrongAddress(r.int(3, 300))),
  template('cold mails', 'initiating', 70, (r) => coldMails(r.int(12, 120), r.int(1, 7))),
  template('newsletter reader', 'initiating', 45, (r) => newsletterReader(r.int(15, 180))),
  template('visitor', 'initiating', 35, (r) => visitor(r.int(1, 90))),
  template('taster', 'experimenting', 65, (r) => taster(r.int(9, 60), r.int(0, 8))),
  template('open question', 'experimenting', 25, (r) => openQuestion(r.int(1, 9))),
  template('messenger talk', 'experimenting', 25, (r) => messengerTalk(r.int(20, 90), r.int(0, 8))),
  template('meeting ahead', 'experimenting', 12, (r) => meetingAhead(r.int(32, 60), r.int(2, 25))),
  template('lost deal', 'experimenting', 15, (r) => lostDeal(r.int(12, 45), r.int(1, 8))),
  template('negotiation', 'intensifying', 50, (r) => negotiation(r.int(8, 50), r.int(0, 7))),
  template('two visits', 'intensifying', 25, (r) => twoVisits(r.int(16, 75), r.int(1, 9))),
  template('first order', 'integrating', 60, (r) => firstOrder(r.int(2, 24))),
  template('machine bought', 'integrating', 30, (r) => machineBought(r.int(6, 70), r.int(1, 9))),
  template('open complaint', 'integrating', 18, (r) => openComplaint(r.int(2, 30))),
  template('returned', 'integrating', 14, (r) => returned(r.int(3, 24))),
  template('refunded', 'integrating', 10, (r) => refunded(r.int(44, 62))),
  template('settled complaint', 'integrating', 12, (r) => recovered(r.int(20, 150))),
  template('weekly order', 'bonding', 40, (r) => standingOrder(7, r.int(30, 90), r.int(0, 6))),
  template('fortnightly order', 'bonding', 35, (r) => standingOrder(14, r.int(18, 50), r.int(0, 12))),
  template('monthly order', 'bonding', 50, (r) => standingOrder(30, r.int(9, 36), r.int(0, 25))),
  template('ambassador', 'bonding', 15, (r) => ambassador(r.int(200, 600), r.int(1, 14))),
  template('recovered', 'bonding', 10, (r) => recovered(r.int(190, 330))),
  template('christmas buyer', 'bonding', 12, (r) => christmasBuyer(r.int(3, 6))),
  template('grievances', 'differentiating', 35, (r) => grievances(r.int(15, 90), r.int(3, 12))),
  template('narrowed', 'circumscribing', 25, (r) => narrowed(r.int(1, 20))),
  template('quiet prospect', 'stagnating', 45, (r) => quietProspect(r.int(60, 150))),
  template('stopped orders', 'stagnating', 35, (r) =>
    stoppedOrders(r.pick([7, 14]), r.int(20, 40), r.int(75, 150)),
  ),
  template('bought once', 'stagnating', 40, (r) => boughtOnce(r.int(70, 330))),
  template('stalled offer', 'stagnating', 25, (r) => stalledOffer(r.int(40, 100))),
  template('no-shows', 'avoiding', 20, (r) => noShows(r.int(2, 24))),
  template('unanswered', 'avoiding', 25, (r) => unanswered(r.int(40, 100))),
  template('opted out', 'avoiding', 15, (r) => optedOut(r.int(2, 60))),
  template('do not contact', 'terminating', 18, (r) => doNotContact(r.int(3, 200))),
  template('faded', 'terminating', 45, (r) => faded(r.int(400, 900))),
  template('delivered', 'terminating', 25, (r) => delivered(r.int(5, 300))),
];

const total = templates.reduce((sum, { share }) => sum + share, 0);

export function drawTemplate(random: Random): Template {
  let left = random.next() * total;
  for (const one of templates) {
    left -= one.share;
    if (left < 0) return one;
  }
  throw new Error('The shares of the templates do not add up');
}
