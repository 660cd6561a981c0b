/**
 * When a contact is due stands in a small table of its own. As a column of the assessment, taking it off wrote the whole row
 * again and an entry into each of its seven indexes, at places far apart in a large table: a sweep of the same thousand
 * contacts took the longer, the more others there were.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Else a due time that is written meanwhile would be left behind.
  'lock table assessment in access exclusive mode',
  `create table due_contact (portal_id bigint, contact_id text, at bigint not null, primary key (portal_id, contact_id))`,
  // Else an owner whom row-level security binds would see no row.
  `select set_config('app.every_portal', 'on', true)`,
  `insert into due_contact (portal_id, contact_id, at)
    select portal_id, contact_id, due_at from assessment where due_at is not null`,
  `select set_config('app.every_portal', '', true)`,
  'create index due_contact_by_time on due_contact (at)',
  'alter table assessment drop column due_at',
  'alter table due_contact enable row level security',
  'alter table due_contact force row level security',
  `create policy portal on due_contact using (
    portal_id = nullif(current_setting('app.portal', true), '')::bigint
    or current_setting('app.every_portal', true) = 'on')`,
];

export const dueContacts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
