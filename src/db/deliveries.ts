/** Raw webhook deliveries, kept as they came: a bad item in one can then never fail the answer to HubSpot. */
import { sql } from 'kysely';
import type { Clock } from '../usecases/ports.ts';
import type { Deliveries } from '../usecases/work.ts';
import type { Database } from './database.ts';

export function createDeliveries(db: Database, clock: Clock): Deliveries {
  return {
    keep: (body, receivedAt) =>
      db.acrossPortals(async (trx) => {
        await sql`insert into delivery (body, received_at) values (${body}, ${receivedAt})`.execute(trx);
      }),
    take: (limit, leaseMs) =>
      db.acrossPortals(async (trx) => {
        const now = clock.now();
        const { rows } = await sql<{ id: number; body: string }>`
          with oldest as (
            select id from delivery where lease_until <= ${now} order by id limit ${limit} for update skip locked)
          update delivery as d set lease_until = ${now + leaseMs} from oldest
          where d.id = oldest.id returning d.id, d.body`.execute(trx);
        return [...rows].sort((a, b) => a.id - b.id);
      }),
    done: (ids) =>
      db.acrossPortals(async (trx) => {
        await sql`delete from delivery where id = any(${ids}::bigint[])`.execute(trx);
      }),
    count: () =>
      db.acrossPortals(async (trx) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from delivery`.execute(trx);
        return rows[0]?.n ?? 0;
      }),
  };
}
