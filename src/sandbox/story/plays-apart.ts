/** How relationships come apart, as plays; every number is in days ago unless it says otherwise. */
import { type Play, rhythm, routine } from './life.ts';
import { standingOrder, taster } from './plays-together.ts';

/** Integrating with a shadow: the standing order runs, a complaint is open. */
export const openComplaint =
  (day: number): Play =>
  (life) => {
    standingOrder(14, 26, 3)(life);
    life.complaint(day, null);
    life.weWrote(Math.max(0, day - 1));
    life.todo(Math.max(0, day - 1), 'Send a technician', false);
  };

/** Differentiating: a complaint, then a bad answer; orders still come. */
export const grievances =
  (complained: number, answered: number): Play =>
  (life) => {
    standingOrder(21, 20, 2)(life);
    life.complaint(complained, Math.max(1, complained - 9));
    life.nps(answered, life.random.int(1, 5));
  };

/** Circumscribing: two orders and a talkative year; since a quarter only tickets, the first of them a complaint. */
export const narrowed =
  (last: number): Play =>
  (life) => {
    life.ordered(350);
    life.ordered(200);
    for (const day of rhythm(life.random, 346, last + 95, 5)) life.exchange(day);
    for (const day of rhythm(life.random, 340, last + 100, 16)) life.call(day);
    for (const day of rhythm(life.random, 330, last + 105, 33)) life.met(day);
    life.complaint(last + 48, last + 30);
    life.ticket(last, Math.max(0, last - 1));
    life.weWrote(last);
    life.lifecycle('customer', 350);
  };

/** Stagnating: tasted, talked, and nothing since. */
export const quietProspect =
  (silent: number): Play =>
  (life) => {
    taster(silent + 26, silent)(life);
  };

/** Stagnating: a standing order that stopped. */
export const stoppedOrders =
  (every: number, times: number, silent: number): Play =>
  (life) => {
    standingOrder(every, times, silent)(life);
    life.newsletter(Math.max(1, silent - 20));
    life.newsletter(Math.max(1, silent - 34));
  };

/** Stagnating: bought once, long ago. */
export const boughtOnce =
  (day: number): Play =>
  (life) => {
    life.ordered(day);
    life.newsletter(Math.max(1, day - 30));
  };

/** Stagnating: an offer nobody speaks about any more. */
export const stalledOffer =
  (silent: number): Play =>
  (life) => {
    life.form(silent + 40);
    for (const day of rhythm(life.random, silent + 38, silent, 6)) life.exchange(day);
    life.deal({ opened: silent + 4, stage: 'presentationscheduled', changed: silent + 1 });
  };

/** Avoiding: they do not come, twice, and name no other day. */
export const noShows =
  (last: number): Play =>
  (life) => {
    taster(last + 60, last + 30)(life);
    life.noShow(last + 12);
    life.noShow(last);
    life.memo(last, 'Nobody came. No word either.');
  };

/** Avoiding: a talk that died down, and three letters without an answer. */
export const unanswered =
  (silent: number): Play =>
  (life) => {
    for (const day of rhythm(life.random, silent + 70, silent + 1, 3)) life.exchange(day);
    life.call(silent);
    for (const after of [10, 20, 31]) life.weWrote(Math.max(1, silent - after));
  };

/** Avoiding: no mail from you any more. */
export const optedOut =
  (day: number): Play =>
  (life) => {
    taster(day + 40, day + 6)(life);
    life.newsletter(day + 1);
    life.optedOut(day);
  };

/** Terminating, ended: lost, with the wish to be left alone. */
export const doNotContact =
  (day: number): Play =>
  (life) => {
    taster(day + 50, day + 20)(life);
    life.deal({
      opened: day + 30,
      stage: 'closedlost',
      closed: day,
      lostBecause: 'Asked us to stop writing: do not contact',
    });
  };

/** Terminating, faded: nothing for more than a year. */
export const faded =
  (silent: number): Play =>
  (life) => {
    standingOrder(30, 7, silent)(life);
    life.newsletter(Math.max(1, silent - 60));
  };

/** Terminating, completed: a coffee corner built, delivered and paid. */
export const delivered =
  (day: number): Play =>
  (life) => {
    life.form(day + 120);
    life.met(day + 110);
    for (const at of rhythm(life.random, day + 100, day + 4, 9)) life.exchange(at);
    life.project({ opened: day + 90, stage: 'project_delivered', delivered: day });
    life.todo(day, 'Send the final photos', true);
  };

/** Experimenting: the deal was lost to somebody else, they went on talking. */
export const lostDeal =
  (lost: number, last: number): Play =>
  (life) => {
    taster(lost + 50, lost + 25)(life);
    life.deal({
      opened: lost + 24,
      stage: 'closedlost',
      closed: lost,
      lostBecause: 'Chose a competitor',
    });
    life.exchange(last);
  };

/** Integrating: sent back the first machine, stayed for the beans. */
export const refunded =
  (day: number): Play =>
  (life) => {
    life.ordered(day, 480, day - 6);
    for (const at of routine(life.random, 3, Math.max(1, day - 40), 14)) life.ordered(at);
  };
