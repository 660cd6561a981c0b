/** Made-up portals for tests of fitting: contacts who act at a rate of their own and at some point stop. */

import type { TouchDay } from '../../../src/relationship/signal/touch-days.ts';

export type Portal = {
  readonly contacts: number;
  readonly days: number;
  /** Mean days between touches of the typical contact. */
  readonly gapDays: number;
  /** How differently busy contacts are: spread of the log rate. */
  readonly spread: number;
  /** Chance of stopping for good after each touch. */
  readonly dropout: number;
  /** Share of all contacts that have arrived by a share t of the time is t ** growth. */
  readonly growth: number;
  readonly seed: number;
};

export const ordinaryPortal: Portal = {
  contacts: 600,
  days: 720,
  gapDays: 25,
  spread: 1,
  dropout: 0.1,
  growth: 1,
  seed: 1,
};

/** Touch days of every contact who acted within the time, days from `start` on; the same for the same seed. */
export function portalHistories(portal: Portal, start = 18_000): TouchDay[][] {
  const next = uniforms(portal.seed);
  return Array.from({ length: portal.contacts }, () => contactDays(portal, start, next)).filter(
    (days) => days.length > 0,
  );
}

function contactDays(portal: Portal, start: number, next: () => number): TouchDay[] {
  const pace = portal.gapDays * Math.exp(portal.spread * normal(next));
  const days: TouchDay[] = [];
  let at = portal.days * next() ** (1 / portal.growth);
  while (at < portal.days) {
    const day = start + Math.floor(at);
    if (days.at(-1)?.day !== day) days.push(touchOn(day, next));
    if (next() < portal.dropout) break;
    at += -pace * Math.log(next());
  }
  return days;
}

function touchOn(day: number, next: () => number): TouchDay {
  return {
    day,
    touches: 1 + Math.floor(next() * 3),
    inbound: next() < 0.7,
    kinds: ['message'],
    trouble: 0,
    commitment: 0,
  };
}

/** Numbers in (0, 1) from a linear congruence: even enough for a test, and the same in every run. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}
