/** What is measured over all contacts of a portal, and what that says of each of them. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table portal_view (portal_id bigint primary key, view jsonb not null)`,
  `alter table portal_view enable row level security`,
  `alter table portal_view force row level security`,
  `create policy portal on portal_view using (
    portal_id = nullif(current_setting('app.portal', true), '')::bigint
    or current_setting('app.every_portal', true) = 'on')`,
  `alter table contact add column measures jsonb not null default '{}'`,
];

export const portalView: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
