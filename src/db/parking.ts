/** Work that waits for a person, in table `parked`. */
import { sql } from 'kysely';
import type { Parked, Parking } from '../usecases/work.ts';
import type { Database } from './database.ts';

export function createParking(db: Database): Parking {
  return {
    park: (portal, { subject, reason, at }) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          insert into parked (portal_id, subject, reason, at) values (${portal}, ${subject}, ${reason}, ${at})
          on conflict (portal_id, subject) do update set reason = excluded.reason, at = excluded.at`.execute(
          trx,
        );
      }),
    list: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<Parked>`
          select subject, reason, at from parked where portal_id = ${portal} order by at, subject`.execute(
          trx,
        );
        return rows;
      }),
    clear: (portal, subjects) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          delete from parked where portal_id = ${portal} and subject = any(${subjects}::text[])`.execute(trx);
      }),
  };
}
