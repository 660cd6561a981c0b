/** The first reading goes by two lanes: how far each has come, and how many records there are. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const searchLane: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `alter table backfill_step add column listed text, add column below text, add column expected bigint`,
      )
      .execute(db);
  },
};
