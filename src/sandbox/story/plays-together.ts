/** How relationships come together, as plays; every number is in days ago unless it says otherwise. */
import { DAY_MS } from './desk.ts';
import { type Play, rhythm, routine } from './life.ts';

/** Not enough evidence: a row of a bought list. */
export const onAList =
  (day: number): Play =>
  (life) =>
    life.imported(day);

/** Not enough evidence: the only mail came back. */
export const wrongAddress =
  (day: number): Play =>
  (life) =>
    life.bounced(day);

/** Initiating: we write, nobody answers. */
export const coldMails =
  (first: number, times: number, every = 9): Play =>
  (life) => {
    for (let index = 0; index < times; index++) life.weWrote(Math.max(1, first - index * every));
    if (times > 3) life.calledInVain(Math.max(2, first - 4));
  };

/** Initiating: newsletters and an absence note, no word of their own. */
export const newsletterReader =
  (first: number): Play =>
  (life) => {
    life.cameBy('SOCIAL_MEDIA', first);
    for (let day = first; day > 0; day -= 14) life.newsletter(day);
    life.absenceNote(Math.max(1, first % 14));
  };

/** Initiating: they saw an advertisement and our pages. */
export const visitor =
  (day: number): Play =>
  (life) =>
    life.cameBy('PAID_SEARCH', day);

/** Initiating: a friend named us. */
export const referredVisitor =
  (day: number, friend: string): Play =>
  (life) => {
    life.cameBy('REFERRALS', day, friend);
    life.memo(day, `${friend} recommended us.`);
  };

/** Experimenting: they asked for a tasting box and talk with us. */
export const taster =
  (first: number, last: number): Play =>
  (life) => {
    life.form(first);
    if (first - last > 6) life.call(first - 3);
    for (const day of rhythm(life.random, first - 1, last, 6)) life.exchange(day);
    life.lifecycle('lead', first);
  };

/** Experimenting: one question, and it waits for us. */
export const openQuestion =
  (day: number): Play =>
  (life) => {
    life.form(day + 3);
    life.weWrote(day + 2);
    life.theyWrote(day);
  };

/** Experimenting: chats by messenger, as small companies do. */
export const messengerTalk =
  (first: number, last: number): Play =>
  (life) => {
    for (const day of rhythm(life.random, first, last, 5)) {
      life.theySentMessage(day);
      life.weSentMessage(day);
    }
  };

/** Intensifying: an offer is on the table and both speak about it. */
export const negotiation =
  (opened: number, last: number): Play =>
  (life) => {
    life.form(opened + 20);
    life.call(opened + 12);
    life.deal({ opened, stage: 'presentationscheduled', changed: last });
    life.met(Math.max(last, opened - 3));
    for (const day of rhythm(life.random, Math.max(last, opened - 4), last, 5)) life.exchange(day);
    life.lifecycle('opportunity', opened);
  };

/** Intensifying: two visits within a season, no deal yet. */
export const twoVisits =
  (first: number, last: number): Play =>
  (life) => {
    life.form(first + 8);
    life.met(first, { byThem: true });
    for (const day of rhythm(life.random, first - 4, last + 2, 8)) life.exchange(day);
    life.met(last, { minutes: 60 });
  };

/** Integrating: a first order, a kind word after it. */
export const firstOrder =
  (day: number): Play =>
  (life) => {
    life.form(day + 9);
    life.exchange(day + 6);
    life.ordered(day);
    if (day > 3) life.exchange(day - 2);
    life.lifecycle('customer', day);
  };

/** Integrating: a machine bought, its first weeks accompanied. */
export const machineBought =
  (won: number, last: number): Play =>
  (life) => {
    life.form(won + 40);
    life.met(won + 25);
    life.exchange(won + 12);
    life.deal({ opened: won + 20, stage: 'closedwon', closed: won });
    life.todo(won - 1, 'Arrange the installation', true);
    life.call(Math.max(last, won - 5));
    for (const day of rhythm(life.random, Math.max(last, won - 6), last, 7)) life.exchange(day);
    life.lifecycle('customer', won);
  };

/** Bonding, once it has run for half a year: a standing order, a word now and then. */
export const standingOrder =
  (every: number, times: number, last: number, amount?: number): Play =>
  (life) => {
    const days = routine(life.random, times, last, every);
    life.form((days[0] ?? last) + 8);
    for (const day of days) life.ordered(day, amount);
    for (const day of days.filter((_, index) => index % 6 === 3)) life.exchange(Math.max(1, day + 1));
    life.lifecycle('customer', days[0] ?? last);
  };

/** Bonding: two machines, and they tell others. */
export const ambassador =
  (first: number, last: number): Play =>
  (life) => {
    life.form(first + 20);
    life.deal({ opened: first + 14, stage: 'closedwon', closed: first });
    life.deal({ opened: last + 30, stage: 'closedwon', closed: last + 8 });
    for (const day of rhythm(life.random, first - 6, last, 14)) life.exchange(day);
    life.nps(last + 2, 10);
    life.letter(last + 1);
    life.lifecycle('evangelist', last + 2);
  };

/** Bonding: presents for the staff, every December; the season covers the rest of the year. */
export const christmasBuyer =
  (years: number): Play =>
  (life) => {
    const thisYear = new Date(life.now).getUTCFullYear();
    for (let back = years; back >= 0; back--) {
      const daysAgo = Math.floor((life.now - Date.UTC(thisYear - back, 11, 8 + (back % 4))) / DAY_MS);
      if (daysAgo >= 0) life.ordered(daysAgo, 900 + 40 * back);
    }
    life.lifecycle('customer', years * 365);
  };

/** Integrating in a second epoch: gone for two years, back now. */
export const returned =
  (back: number): Play =>
  (life) => {
    for (const day of routine(life.random, 9, back + 740, 30)) life.ordered(day);
    life.ordered(back);
    life.theyWrote(Math.max(1, back - 1));
    life.weWrote(Math.max(0, back - 2));
  };

/**
 * The routine went on after a complaint that was settled: Bonding again once the complaint is half a year old, and
 * Integrating until then.
 */
export const recovered =
  (complained: number): Play =>
  (life) => {
    standingOrder(14, 30, 4)(life);
    life.complaint(complained, complained - 3);
    life.exchange(complained - 1);
    life.csat(complained - 5, 5);
  };

/** Held by a date: quiet, with a meeting in both calendars. */
export const meetingAhead =
  (silent: number, ahead: number): Play =>
  (life) => {
    life.form(silent + 9);
    life.call(silent + 5);
    life.met(silent);
    life.planned(ahead, silent);
  };
