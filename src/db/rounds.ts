/** How far each round of the reconciliation has come: one row per portal and round. */
import { sql } from 'kysely';
import type { RoundCursor, Rounds } from '../usecases/reconciliation.ts';
import type { Database } from './database.ts';

export function createRounds(db: Database): Rounds {
  return {
    of: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<RoundCursor>`
          select round, since, started_at as "startedAt", after from round
          where portal_id = ${portal} order by round`.execute(trx);
        return rows;
      }),
    save: (portal, { round, since, startedAt, after }) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          insert into round (portal_id, round, since, started_at, after)
          values (${portal}, ${round}, ${since}, ${startedAt}, ${after})
          on conflict (portal_id, round) do update
          set since = excluded.since, started_at = excluded.started_at, after = excluded.after`.execute(trx);
      }),
  };
}
