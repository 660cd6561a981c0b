/** Raw webhook deliveries, kept as they came: a bad item in one can then never fail the answer to HubSpot. */
import { sql } from 'kysely';
import type { Clock } from '../usecases/ports.ts';
import type { Deliveries } from '../usecases/work.ts';
import type { Database } from './database.ts';
import { groupCommit } from './group-commit.ts';

type Delivery = { readonly body: string; readonly receivedAt: number };

/**
 * [D] Two lanes keep the store busy while a group returns. More than 50 deliveries or 1 MB in a group gained nothing where
 * it was measured, and the first of them would wait for the last.
 */
const groups = { lanes: 2, most: 50, mostWeight: 1_000_000 };

export function createDeliveries(db: Database, clock: Clock): Deliveries {
  const keep = groupCommit<Delivery>(
    { write: (items) => keepAll(db, items), weightOf: ({ body }) => body.length, isItemsFault: isDataError },
    groups,
  );
  return {
    keep: (body, receivedAt) => keep({ body, receivedAt }),
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
    free: () =>
      db.acrossPortals(async (trx) => {
        await sql`update delivery set lease_until = 0 where lease_until > 0`.execute(trx);
      }),
    count: () =>
      db.acrossPortals(async (trx) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from delivery`.execute(trx);
        return rows[0]?.n ?? 0;
      }),
  };
}

/** As values rather than arrays, in which every quote of a body would have to be escaped. */
async function keepAll(db: Database, items: readonly Delivery[]): Promise<void> {
  const rows = items.map(({ body, receivedAt }) => sql`(${body}, ${receivedAt}::bigint)`);
  await db.alone((on) => sql`insert into delivery (body, received_at) values ${sql.join(rows)}`.execute(on));
}

/** PostgreSQL's classes of errors about the values themselves: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const dataErrorClasses: readonly string[] = ['22', '23', '54'];

function isDataError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return dataErrorClasses.includes(code.slice(0, 2));
}
