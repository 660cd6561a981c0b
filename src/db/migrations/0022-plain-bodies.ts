/**
 * How the two large texts of an assessment are stored. Nobody searches in the body, and taking it apart into jsonb cost more
 * than all else of a save; LZ4 packs and unpacks in a fraction of the time, where the server was built with it.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table assessment alter column body type json using body::json',
  `do $$ begin
    if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals)) then
      alter table assessment alter column body set compression lz4, alter column card set compression lz4;
    end if;
  end $$`,
];

export const plainBodies: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
