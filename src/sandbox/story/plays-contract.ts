/** How relationships go under a contract, as plays; every number is in days ago, and negative ones lie ahead. */
import { type Play, rhythm } from './life.ts';

/** Held by a term: a year's contract, hardly a word since it began. */
export const underContract =
  (signed: number, silent: number): Play =>
  (life) => {
    life.form(signed + 30);
    life.met(signed + 20);
    life.deal({
      opened: signed + 18,
      stage: 'closedwon',
      closed: signed,
      says: life.contract(signed, signed - 365),
    });
    for (const day of rhythm(life.random, signed - 3, silent, 12)) life.exchange(day);
    life.lifecycle('customer', signed);
  };

/** Bonding: the contract was renewed for another year. */
export const renewed =
  (signed: number, last: number): Play =>
  (life) => {
    underContract(signed, signed - 150)(life);
    const again = signed - 350;
    life.deal({
      opened: again + 20,
      stage: 'closedwon',
      closed: again,
      says: { dealtype: 'renewal', ...life.contract(again, again - 365) },
    });
    for (const day of rhythm(life.random, again - 2, last, 9)) life.exchange(day);
  };

/** Terminating: notice given, the contract runs on for a while. */
export const gaveNotice =
  (signed: number, given: number, effective: number): Play =>
  (life) => {
    life.form(signed + 30);
    life.met(signed + 20);
    const says = life.contract(signed, effective, { given, effective });
    life.deal({ opened: signed + 18, stage: 'closedwon', closed: signed, says });
    for (const day of rhythm(life.random, signed - 3, given + 6, 14)) life.exchange(day);
    life.lifecycle('customer', signed);
  };

/** Integrating in a second epoch: cancelled, gone when it took effect, back with an order. */
export const cameBackAfterNotice =
  (signed: number, given: number, effective: number, back: number): Play =>
  (life) => {
    gaveNotice(signed, given, effective)(life);
    life.theyWrote(back + 3);
    life.ordered(back);
    if (back > 2) life.exchange(back - 2);
  };

/** Bonding: a member of the club, who buys now and then. */
export const clubMember =
  (joined: number, last: number): Play =>
  (life) => {
    life.form(joined + 30);
    life.ordered(joined + 12);
    life.joinedClub(joined);
    life.ordered(last + 30);
    for (const day of rhythm(life.random, joined - 10, last, 21)) life.exchange(day);
    life.leftNewsletter(Math.max(1, joined - 40));
    life.lifecycle('customer', joined + 12);
  };

/** Intensifying: a quote is out, signed by nobody yet. */
export const quoteOut =
  (sent: number, last: number): Play =>
  (life) => {
    life.form(sent + 16);
    life.call(sent + 10);
    const dealId = life.deal({ opened: sent + 4, stage: 'contractsent', changed: sent });
    life.quote(sent, sent - 45, dealId);
    for (const day of rhythm(life.random, sent + 3, last, 4)) life.exchange(day);
  };

/** Integrating: one machine, won and paid by invoice: one purchase, not two. */
export const paidByInvoice =
  (won: number, last: number): Play =>
  (life) => {
    life.form(won + 26);
    life.met(won + 14);
    const dealId = life.deal({ opened: won + 12, stage: 'closedwon', closed: won, amount: 3200 });
    life.invoicePaid(Math.max(1, won - 10), 3200, dealId);
    for (const day of rhythm(life.random, won - 3, last, 9)) life.exchange(day);
    life.lifecycle('customer', won);
  };

/** Held by a subscription: it runs, nobody speaks about it. */
export const subscriber =
  (started: number, silent: number): Play =>
  (life) => {
    life.form(started + 9);
    life.exchange(started + 4);
    life.ordered(started);
    life.subscribed(started);
    for (const day of rhythm(life.random, started - 4, silent, 11)) life.exchange(day);
    life.lifecycle('customer', started);
  };
