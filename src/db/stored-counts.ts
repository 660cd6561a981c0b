/** How much of a portal is stored. */
import { sql } from 'kysely';
import type { StoredCounts } from '../usecases/store.ts';
import type { Database } from './database.ts';

export function createStoredCounts(db: Database): StoredCounts {
  return {
    of: (portal, at) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ contacts: number; signals: number; due: number }>`
          select (select count(*) from contact where portal_id = ${portal}) as contacts,
            (select count(distinct (record, id)) from signal where portal_id = ${portal}) as signals,
            (select count(*) from assessment where portal_id = ${portal} and due_at <= ${at}) as due`.execute(
          trx,
        );
        return { contacts: rows[0]?.contacts ?? 0, signals: rows[0]?.signals ?? 0, due: rows[0]?.due ?? 0 };
      }),
  };
}
