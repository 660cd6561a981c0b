/** How far the rounds of the reconciliation have come in each portal. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table round (
    portal_id bigint, round text, since bigint not null, started_at bigint, after text, primary key (portal_id, round))`,
  `alter table round enable row level security`,
  `alter table round force row level security`,
  `create policy portal on round using (
    portal_id = nullif(current_setting('app.portal', true), '')::bigint
    or current_setting('app.every_portal', true) = 'on')`,
];

export const rounds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
