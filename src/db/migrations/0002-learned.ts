/** What is learned of a portal's own past: its models and the newest back-test; and when a person objected. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const portalTables = ['portal_model', 'backtest_result'] as const;

const statements = [
  // Null while there is no objection, and for one that stood before we first read the contact.
  `alter table contact add column objection_since bigint`,

  // One row per fit that was tried. spread: since its adoption every contact was marked to be assessed again.
  `create table portal_model (
    portal_id bigint, version text, model jsonb not null, fitted_at bigint not null, verdict text not null,
    adopted_at bigint, spread boolean not null, outcomes bigint not null, loss_before float8 not null,
    loss_after float8 not null, looked_at bigint not null, movers bigint not null, primary key (portal_id, version))`,

  `create table backtest_result (portal_id bigint primary key, at bigint not null, result jsonb not null)`,

  ...portalTables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy portal on ${table} using (
      portal_id = nullif(current_setting('app.portal', true), '')::bigint
      or current_setting('app.every_portal', true) = 'on')`,
  ]),
];

export const learned: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
