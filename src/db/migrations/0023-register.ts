/** The properties of a portal's contacts as the provenance register holds them: definitions, never a value. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table register (portal_id bigint primary key, read_at bigint not null, properties jsonb not null)`,
  `alter table register enable row level security`,
  `alter table register force row level security`,
  `create policy portal on register using (
    portal_id = nullif(current_setting('app.portal', true), '')::bigint
    or current_setting('app.every_portal', true) = 'on')`,
];

export const registers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
