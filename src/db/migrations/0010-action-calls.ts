/**
 * Calls of our workflow actions: what was asked and what was answered, the verdicts of guardrails among them. `until` is
 * set while a workflow waits for us.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table action_call (
    portal_id bigint, callback_id text, action text not null, contact_id text, inputs jsonb not null, at bigint not null,
    tries int not null, lease_until bigint not null, reply jsonb, until bigint, primary key (portal_id, callback_id))`,
  `create index action_call_about on action_call (portal_id, contact_id)`,
  `create index action_call_waiting on action_call (portal_id, at) where until is not null`,
  `create index action_call_at on action_call (at)`,
  `alter table action_call enable row level security`,
  `alter table action_call force row level security`,
  `create policy portal on action_call using (
    portal_id = nullif(current_setting('app.portal', true), '')::bigint
    or current_setting('app.every_portal', true) = 'on')`,
];

export const actionCalls: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
