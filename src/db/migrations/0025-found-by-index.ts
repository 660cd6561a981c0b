/** Indexes for what was found by walking: portals whose first reading is under way, and states of OAuth that expired. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'create index backfill_under_way on backfill (portal_id) where finished_at is null',
  'create index oauth_state_expires on oauth_state (expires_at)',
];

export const foundByIndex: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
