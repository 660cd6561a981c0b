/** A made-up portal with a past to learn from: contacts who wrote at a rate of their own, and some who left long ago. */
import type { Signal } from '../../src/relationship/signal/signal.ts';
import { ordinaryPortal, type Portal, portalHistories } from '../relationship/fit/portals.ts';
import { activity, contact, message } from './timeline-builders.ts';
import { portal, type WorkWorld } from './work-world.ts';

const dayMs = 86_400_000;
const firstDay = 18_000;

export type Past = Partial<Portal> & {
  /** Contacts with a single mail on the first day: no model moves them any more. */
  readonly gone?: number;
};

/** Fills the store and sets the clock to ten in the morning of the day after the last one. */
export async function livePast(world: WorkWorld, { gone = 0, ...of }: Past = {}): Promise<void> {
  const past: Portal = { ...ordinaryPortal, ...of };
  const writers = portalHistories(past, firstDay).map((days) => days.map(({ day }) => day));
  const left = Array.from({ length: gone }, () => [firstDay]);
  const days = new Map([...writers, ...left].map((said, i) => [String(10_000 + i), said]));
  await world.store.timeline.saveContacts(
    portal,
    [...days.keys()].map((id) => contact(id)),
  );
  await world.store.timeline.saveActivities(
    portal,
    [...days].map(([id, said]) =>
      activity('emails', id, [id], { signals: said.map((day) => mailOn(id, day)) }),
    ),
  );
  world.clock.at = (firstDay + past.days) * dayMs + 10 * 3_600_000;
}

/** One mail by the customer, at noon. */
export function mailOn(id: string, day: number): Signal {
  return message(`emails:${id}`, day * dayMs + dayMs / 2, `emails:${id}:${day}`);
}
