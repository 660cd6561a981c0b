/** Which portals have work that nobody may be doing: asked at every sweep and at every start. */
import { sql } from 'kysely';
import type { PortalId } from '../usecases/ports.ts';
import type { Backlog } from '../usecases/work.ts';
import type { Database } from './database.ts';

export function createBacklog(db: Database): Backlog {
  return {
    lag: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ lag: number | null }>`
          select greatest(0, ceil(extract(epoch from clock_timestamp()) * 1000 - min(marked_at)))::bigint as lag
          from (
            select marked_at from dirty_record where portal_id = ${portal}
            union all select marked_at from dirty_contact where portal_id = ${portal}) as waiting`.execute(
          trx,
        );
        return rows[0]?.lag ?? null;
      }),
    waiting: (at) =>
      db.acrossPortals(async (trx) => {
        // Asked per installed portal: a claimable mark is found by index, however many marks there are. As a value with a
        // limit, since of an `exists` the planner may make a set of all marks of all portals.
        const refresh = await sql<{ portal_id: PortalId }>`
          select i.portal_id from installation as i
          where i.state = 'active' and (
            (select true from dirty_record as d
              where d.portal_id = i.portal_id and d.lease_until <= ${at} and d.not_before <= ${at} limit 1)
            or (select true from dirty_contact as d
              where d.portal_id = i.portal_id and d.lease_until <= ${at} and d.not_before <= ${at} limit 1)
            or (select true from action_call as c
              where c.portal_id = i.portal_id and c.until is not null limit 1))
          order by i.portal_id`.execute(trx);
        const backfill = await sql<{ portal_id: PortalId }>`
          select i.portal_id from installation as i join backfill as b using (portal_id)
          where i.state = 'active' and b.finished_at is null order by i.portal_id`.execute(trx);
        return {
          refresh: refresh.rows.map((row) => row.portal_id),
          backfill: backfill.rows.map((row) => row.portal_id),
        };
      }),
  };
}
