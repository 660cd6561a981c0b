/**
 * A write that begins is numbered beside the assessment, and the number noted beside what is published when it went
 * through: a contact is unsettled while they differ. As a list of properties beside the contact it cost a third write of
 * the row. A card is there once somebody asked for it.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Else an owner whom row-level security binds would see no row.
  `select set_config('app.every_portal', 'on', true)`,
  'alter table assessment alter column card drop not null, add column writing bigint',
  'alter table contact add column settled bigint',
  `update assessment as a set writing = nextval('mark') from contact as c
    where c.portal_id = a.portal_id and c.id = a.contact_id and c.unsettled <> '{}'`,
  'alter table contact drop column unsettled',
];

export const unsettledWrites: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
