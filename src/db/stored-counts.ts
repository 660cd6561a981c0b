/** How much of a portal is stored. */
import { sql } from 'kysely';
import type { Stored, StoredCounts } from '../usecases/store.ts';
import type { Database } from './database.ts';

export function createStoredCounts(db: Database): StoredCounts {
  return {
    of: (portal) =>
      db.inPortal(portal, async (trx) => {
        // Distinct in a subselect is hashed; count(distinct (record, id)) sorts and takes four times as long.
        const { rows } = await sql<Stored>`
          select (select count(*) from contact where portal_id = ${portal}) as contacts,
            (select count(*) from (select distinct record, id from signal where portal_id = ${portal}) as own)
              as signals`.execute(trx);
        return rows[0] ?? { contacts: 0, signals: 0 };
      }),
    due: (portal, at) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ due: number }>`
          select count(*) as due from due_contact where portal_id = ${portal} and at <= ${at}`.execute(trx);
        return rows[0]?.due ?? 0;
      }),
  };
}
