/** Since when a mark waits, on the database's clock: how far a portal lags behind. A repeated mark keeps its time. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const markedAt: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ['dirty_contact', 'dirty_record']) {
      await sql
        .raw(
          `alter table ${table} add column marked_at bigint not null
            default (extract(epoch from clock_timestamp()) * 1000)::bigint`,
        )
        .execute(db);
    }
  },
};
