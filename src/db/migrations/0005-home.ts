/** What the home page lists by, beside each assessment, and what it counted last. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `alter table assessment add column valid_until bigint, add column quadrant text, add column level_gap smallint,
    add column recovery_due bigint, add column moves int[] not null default '{}'`,
  // Each list is read from its index in its order, a page at a time, however many contacts there are.
  `drop index assessment_by_stage`,
  `create index assessment_by_stage on assessment (portal_id, stage, contact_id)`,
  `create index assessment_slipping on assessment (portal_id, valid_until, contact_id) where valid_until is not null`,
  `create index assessment_by_quadrant on assessment (portal_id, quadrant, contact_id) where quadrant is not null`,
  `create index assessment_by_gap on assessment (portal_id, level_gap, contact_id) where level_gap is not null`,
  `create index assessment_recovering on assessment (portal_id, recovery_due, contact_id)
    where recovery_due is not null`,

  `create table summary (portal_id bigint primary key, at bigint not null, body jsonb not null)`,
  `alter table summary enable row level security`,
  `alter table summary force row level security`,
  `create policy portal on summary using (
    portal_id = nullif(current_setting('app.portal', true), '')::bigint
    or current_setting('app.every_portal', true) = 'on')`,
];

export const homes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
