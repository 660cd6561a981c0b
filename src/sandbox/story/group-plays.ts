/** What several people of one company live through together. */
import type { Link } from './desk.ts';
import type { Life } from './life.ts';

/** The first speaks no more; the second is still at the table of the deal they share. Days ago. */
export const sharedTable =
  (silent: number) =>
  ([quiet, lively]: readonly Life[]): void => {
    if (quiet === undefined || lively === undefined) throw new Error('A shared table needs two people');
    quiet.deal({
      opened: silent + 9,
      stage: 'presentationscheduled',
      changed: silent + 2,
      with: [personLink(lively)],
    });
    for (let day = silent - 2; day > 0; day -= 12) lively.exchange(day);
    lively.theyWrote(1);
  };

/** All of them in one hall: too many for it to say anything about one of them. */
export const inOneHall =
  (day: number) =>
  ([host, ...others]: readonly Life[]): void =>
    host?.met(day, { minutes: 120, with: others.map(personLink) });

/** The first brought the last: the link says so from either end. */
export const recommendation = (lives: readonly Life[]): void => {
  const [referrer] = lives;
  const brought = lives.at(-1);
  if (referrer === undefined || brought === undefined) throw new Error('A recommendation needs two people');
  referrer.brought(brought.contactId);
  brought.broughtBy(referrer.contactId);
};

function personLink(life: Life): Link {
  return { type: 'contacts', id: life.contactId };
}
