/** What people correct on the cards: the log from which overrides are replayed. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table correction (
    portal_id bigint, id text, contact_id text not null, at bigint not null, by_user bigint not null, by_email text,
    says jsonb not null, undone_at bigint, undone_by_user bigint, undone_by_email text, primary key (portal_id, id))`,
  `create index correction_by_contact on correction (portal_id, contact_id, at)`,
  `create index correction_feedback on correction (portal_id, at) where says->>'kind' = 'feedback'`,
  `alter table correction enable row level security`,
  `alter table correction force row level security`,
  `create policy portal on correction using (
    portal_id = nullif(current_setting('app.portal', true), '')::bigint
    or current_setting('app.every_portal', true) = 'on')`,
];

export const corrected: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
