/** What the models beside the stage are shown by, as plays and as what is added to others; every number is in days ago. */
import type { Life, Play } from './life.ts';

/** One play after the other, for the same contact. */
export const both =
  (...plays: readonly Play[]): Play =>
  (life) => {
    for (const play of plays) play(life);
  };

/** What the contact's own record says. */
export const says =
  (properties: Readonly<Record<string, string>>): Play =>
  (life) =>
    life.known(properties);

/** Bought in that shop, which may collect the money itself. */
export const soldAt =
  (store: string): Play =>
  (life) =>
    life.soldAt(store);

/** Bought through a dealer, who is named on the deal. */
export const soldThrough =
  (dealer: string): Play =>
  (life) =>
    life.soldAs({ product_family: 'machines', sold_through: dealer });

/** Of the segment, whose deals leave so much of what they bring. */
export const earning =
  (segment: string, margin: number): Play =>
  (life) => {
    life.known({ customer_segment: segment });
    life.earning(margin);
  };

/** Joint meetings every five weeks. */
export const meetsMonthly: Play = (life) => {
  for (const day of [12, 47, 82, 117]) life.met(day);
};

/** A word from us every seven weeks, asked for by nobody. */
export const caredFor =
  (since: number): Play =>
  (life) => {
    for (let day = 9; day < since; day += 49) life.call(day, 6);
  };

/** One machine, and nobody asked how it went. */
export const leftAlone =
  (won: number): Play =>
  (life) => {
    life.form(won + 12);
    life.deal({ opened: won + 8, stage: 'closedwon', closed: won });
    life.lifecycle('customer', won);
  };

/** A complaint, settled on paper; nothing came back since. */
export const lostTrust =
  (day: number): Play =>
  (life) => {
    life.complaint(day, day - 4, 'explanation');
    life.weWrote(day - 4);
  };

/** A second complaint within the half year, still open. */
export const letDownTwice: Play = (life: Life) => {
  life.complaint(100, 90, 'replacement');
  life.complaint(9, null);
};

/** More of our mails and calls than anybody likes within a quarter. */
export const courted: Play = (life) => {
  for (const day of [3, 10, 17, 24, 31]) life.weWrote(day);
  life.calledInVain(5);
};
