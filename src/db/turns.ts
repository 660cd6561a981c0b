/**
 * Turns within HubSpot's limits: one token bucket per portal and lane, in SQL and on the database's clock, so that all
 * processes share it. A take is a reservation: the balance may go below zero, and the answer is how long to wait for
 * what was reserved; callers thereby queue in order. With capacity + 10 s x rate <= 100 no rolling ten seconds hold
 * more than 100 calls, below HubSpot's 110. A capacity of one spaces the calls evenly: what a bigger one would hand out
 * after a rest it takes from the rate for ever.
 */
import { sql } from 'kysely';
import type { Lane, Turns } from '../usecases/ports.ts';
import type { Database } from './database.ts';

/** `capacity`: calls that may be made at once after a rest. `perSecond`: calls that become possible again. */
export type LaneLimit = { readonly capacity: number; readonly perSecond: number };

/**
 * Search allows 5 per second to a portal's tools together, so we keep to 2, evenly spaced. Batch reads of associations
 * have a budget of their own, at least 100 in ten seconds.
 */
export const laneLimits: Readonly<Record<Lane, LaneLimit>> = {
  general: { capacity: 1, perSecond: 9.9 },
  search: { capacity: 1, perSecond: 2 },
  associations: { capacity: 1, perSecond: 9.9 },
};

export function lanesAt(pace: number): Readonly<Record<Lane, LaneLimit>> {
  const at = ({ capacity, perSecond }: LaneLimit) => ({ capacity, perSecond: perSecond * pace });
  const { general, search, associations } = laneLimits;
  return { general: at(general), search: at(search), associations: at(associations) };
}

export function createTurns(db: Database, limits: Readonly<Record<Lane, LaneLimit>> = laneLimits): Turns {
  return {
    take: (portal, lane, count = 1) =>
      db.inPortal(portal, async (trx) => {
        const { capacity, perSecond } = limits[lane];
        const { rows } = await sql<{ wait_ms: number }>`
          insert into rate as r (portal_id, lane, tokens, at)
          values (${portal}, ${lane}, ${capacity}::float8 - ${count}::float8, clock_timestamp())
          on conflict (portal_id, lane) do update set
            tokens = least(${capacity}::float8,
              r.tokens + extract(epoch from clock_timestamp() - r.at) * ${perSecond}::float8) - ${count}::float8,
            at = clock_timestamp()
          returning greatest(0, -tokens / ${perSecond}::float8 * 1000)::float8 as wait_ms`.execute(trx);
        const [row] = rows;
        if (row === undefined) throw new Error('The token bucket gave no row');
        return row.wait_ms;
      }),
    pause: (portal, lane, forMs) =>
      db.inPortal(portal, async (trx) => {
        const { capacity, perSecond } = limits[lane];
        // A balance that needs at least forMs to come back to zero; a longer pause that stands already is kept.
        const owed = (-forMs / 1000) * perSecond;
        await sql`
          insert into rate as r (portal_id, lane, tokens, at) values (${portal}, ${lane}, ${owed}::float8, clock_timestamp())
          on conflict (portal_id, lane) do update set
            tokens = least(${owed}::float8, ${capacity}::float8,
              r.tokens + extract(epoch from clock_timestamp() - r.at) * ${perSecond}::float8),
            at = clock_timestamp()`.execute(trx);
      }),
  };
}
