/** One contact's life as it is told: words, business and contracts, written down by a scribe. */
import { type Business, createBusiness } from './business.ts';
import { type Contracts, createContracts } from './contracts.ts';
import type { Random } from './random.ts';
import type { Scribe } from './scribe.ts';
import { createTalk, type Talk } from './talk.ts';

export type Life = Talk &
  Business &
  Contracts & {
    readonly random: Random;
    readonly contactId: string;
    /** The story's now, ms since epoch. */
    readonly now: number;
  };

/** A way a relationship can go; told once for each contact who lives it. */
export type Play = (life: Life) => void;

export function createLife(scribe: Scribe): Life {
  const { random, now } = scribe.desk;
  return {
    random,
    now,
    contactId: scribe.contactId,
    ...createTalk(scribe),
    ...createBusiness(scribe),
    ...createContracts(scribe),
  };
}

/** Days from the first to the last (both days ago, first the greater), a usual gap apart. */
export function rhythm(random: Random, first: number, last: number, usual: number): number[] {
  const days: number[] = [];
  for (let day = first; day > last; day -= Math.max(1, Math.round(random.gap(usual)))) days.push(day);
  return [...days, last];
}

/** Days from the last one back, so many and so evenly apart: a standing order with a day's tolerance. */
export function routine(random: Random, times: number, last: number, every: number): number[] {
  return Array.from({ length: times }, (_, index) => {
    const tolerance = index === 0 || every < 5 ? 0 : random.int(-1, 1);
    return last + index * every + tolerance;
  }).reverse();
}
