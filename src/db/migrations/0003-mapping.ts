/** Which of the portal's own properties say what the model reads; empty for portals that installed before. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const mapped: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`alter table installation add column mapping jsonb not null default '{}'`).execute(db);
  },
};
