/** That all contacts are to be assessed again is a mark like any other; an adoption that had not come so far makes it here. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `select set_config('app.every_portal', 'on', true)`,
  `insert into dirty_record (portal_id, item, mark)
    select distinct on (portal_id) portal_id, 'everyone:', nextval('mark') from portal_model
    where adopted_at is not null and not spread on conflict do nothing`,
  `select set_config('app.every_portal', '', true)`,
  'alter table portal_model drop column spread',
];

export const everyone: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
