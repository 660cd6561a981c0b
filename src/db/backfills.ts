/** How far the first reading of a portal has come: one row per portal, one per record type with how far its lanes are. */
import { sql } from 'kysely';
import type { PortalId } from '../usecases/ports.ts';
import type { BackfillProgress, BackfillStep, Backfills } from '../usecases/store.ts';
import type { Database, Executor } from './database.ts';

export function createBackfills(db: Database): Backfills {
  return {
    start: (portal, types, at, expected) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          insert into backfill (portal_id, started_at, finished_at, expected) values (${portal}, ${at}, null, ${expected})
          on conflict (portal_id) do update
          set started_at = excluded.started_at, finished_at = null, expected = excluded.expected`.execute(
          trx,
        );
        await sql`delete from backfill_step where portal_id = ${portal}`.execute(trx);
        await sql`
          insert into backfill_step (portal_id, type, place, after, done, records)
          select ${portal}::bigint, type, place, null, false, 0
          from unnest(${[...types]}::text[]) with ordinality as t(type, place)`.execute(trx);
      }),
    pending: (portal) =>
      db.inPortal(portal, async (trx) => (await stepsOf(trx, portal)).filter((step) => !step.done)),
    advance: (portal, { type, after, listed, below, expected, done, records }) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          update backfill_step set after = coalesce(${after ?? null}::text, after),
            listed = coalesce(${listed ?? null}::text, listed), below = coalesce(${below ?? null}::text, below),
            expected = coalesce(${expected ?? null}::bigint, expected), done = done or ${done}::boolean,
            records = records + ${records}::bigint
          where portal_id = ${portal} and type = ${type}`.execute(trx);
      }),
    finish: (portal, at) =>
      db.inPortal(portal, async (trx) => {
        await sql`update backfill set finished_at = ${at} where portal_id = ${portal}`.execute(trx);
      }),
    progress: (portal) => db.inPortal(portal, (trx) => progress(trx, portal)),
  };
}

async function progress(trx: Executor, portal: PortalId): Promise<BackfillProgress | null> {
  const { rows } = await sql<{
    started_at: number;
    finished_at: number | null;
    expected: number | null;
    n: number;
  }>`
    select started_at, finished_at, expected,
      (select count(*) from assessment as a where a.portal_id = ${portal}) as n
    from backfill where portal_id = ${portal}`.execute(trx);
  const [row] = rows;
  if (row === undefined) return null;
  const steps = await stepsOf(trx, portal);
  const read = steps.find((step) => step.type === 'contacts')?.records ?? 0;
  return {
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    steps,
    contacts: Math.max(read, row.expected ?? 0),
    assessed: row.n,
  };
}

async function stepsOf(trx: Executor, portal: PortalId): Promise<readonly BackfillStep[]> {
  const { rows } = await sql<BackfillStep>`
    select type, after, listed, below, expected, done, records from backfill_step
    where portal_id = ${portal} order by place`.execute(trx);
  return rows;
}
