/** Stored signals as pasts to learn from: which contacts are looked at, and what happened with them. */
import { sql } from 'kysely';
import type { Histories } from '../usecases/learned.ts';
import type { Database } from './database.ts';
import { signalsOf } from './signal-rows.ts';

export function createHistories(db: Database): Histories {
  return {
    sample: (portal, most) =>
      db.inPortal(portal, async (trx) => {
        // Row n of all is taken when n * most / all reaches a new whole number: exactly `most` of them, evenly spaced.
        const { rows } = await sql<{ id: string }>`
          select id from (
            select c.id, row_number() over (order by c.id) as n, count(*) over () as of_all
            from contact as c where c.portal_id = ${portal} and exists (
              select from signal as s where s.portal_id = ${portal} and s.contact_id = c.id
                and s.by in ('customer', 'both') and s.kind not in ('page_view', 'click'))) as acted
          where of_all <= ${most} or n * ${most}::bigint / of_all > (n - 1) * ${most}::bigint / of_all
          order by id`.execute(trx);
        return rows.map((row) => row.id);
      }),
    signals: (portal, ids) => db.inPortal(portal, (trx) => signalsOf(trx, portal, ids)),
  };
}
