/**
 * Does for the embedded database what PostgreSQL's autovacuum and checkpointer do on a server: PGlite has neither. Without
 * statistics the planner reads a whole index for each page of a backfill, so that reading a portal would cost the square of
 * its size; the rows that every turn, mark and job leaves behind would pile up; and so would the log of all writes, which a
 * start after a kill goes through again.
 */
import type { PGlite } from '@electric-sql/pglite';

export type Upkeep = {
  /** Cleans and analyses what changed enough since the last time, and makes a checkpoint when it is time for one. */
  tend(): Promise<void>;
  /** Resolves when nothing of it is running any more. */
  stop(): Promise<void>;
};

/** Real time between two looks, ms. A look alone takes a millisecond or two. */
const lookEveryMs = 10_000;

/** [D] Bytes of log between two checkpoints: a start after a kill reads so much in seconds. */
const logBetweenCheckpoints = 64 * 2 ** 20;

const logSinceCheckpoint = `
  select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::bigint as bytes from pg_control_checkpoint()`;

/** PostgreSQL's own thresholds: https://www.postgresql.org/docs/18/runtime-config-vacuum.html#GUC-AUTOVACUUM */
const worn = `
  select format('%I.%I', schemaname, relname) as name, is_littered, is_changed
  from (
    select *, n_dead_tup > 50 + 0.2 * n_live_tup as is_littered, n_mod_since_analyze > 50 + 0.1 * n_live_tup as is_changed
    from pg_stat_user_tables where has_table_privilege(relid, 'maintain')
  ) as seen where is_littered or is_changed`;

type Worn = { readonly name: string; readonly is_littered: boolean; readonly is_changed: boolean };

/** @param report is told of a failure; the next look tries again. @param mostLog bytes. */
export function createUpkeep(
  pglite: PGlite,
  report: (error: unknown) => void,
  mostLog = logBetweenCheckpoints,
): Upkeep {
  async function tend(): Promise<void> {
    // What was counted of the last second would be told a second later only.
    await pglite.query('select pg_stat_force_next_flush()');
    const { rows } = await pglite.query<Worn>(worn);
    // One statement each, since a vacuum runs in no transaction.
    for (const table of rows) await pglite.query(statementFor(table));
    const [log] = (await pglite.query<{ bytes: number }>(logSinceCheckpoint)).rows;
    if ((log?.bytes ?? 0) > mostLog) await pglite.query('checkpoint');
  }

  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= tend()
      .catch(report)
      .finally(() => {
        running = null;
      });
  }, lookEveryMs);
  timer.unref();

  return {
    tend,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** The names come quoted from the catalogue. */
function statementFor({ name, is_littered, is_changed }: Worn): string {
  if (!is_littered) return `analyze ${name}`;
  return is_changed ? `vacuum (analyze) ${name}` : `vacuum ${name}`;
}
