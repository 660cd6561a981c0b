/** The properties of each portal's contacts as last read: one row per portal, in table `register`. */
import { sql } from 'kysely';
import type { Registers, StoredRegister } from '../usecases/register.ts';
import type { Database } from './database.ts';

export function createRegisters(db: Database): Registers {
  return {
    find: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<StoredRegister>`
          select read_at as "readAt", properties from register where portal_id = ${portal}`.execute(trx);
        return rows[0] ?? null;
      }),
    save: (portal, { readAt, properties }) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          insert into register (portal_id, read_at, properties)
          values (${portal}, ${readAt}, ${JSON.stringify(properties)}::jsonb)
          on conflict (portal_id) do update
          set read_at = excluded.read_at, properties = excluded.properties`.execute(trx);
      }),
  };
}
