/** What a portal's admins chose, in editions; who they are; and the newest preview of a change. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const portalTables = ['edition', 'admin', 'preview'] as const;

const statements = [
  `create table edition (
    portal_id bigint, revision int, at bigint not null, by_user bigint not null, by_email text, note text not null,
    back_to int, choices jsonb not null, primary key (portal_id, revision))`,

  // who: the user's id, or the address of one who was named and has not been here yet.
  `create table admin (
    portal_id bigint, who text, user_id bigint, email text, added_at bigint not null, added_by text,
    primary key (portal_id, who))`,

  `create table preview (
    portal_id bigint primary key, id text not null, asked_at bigint not null, choices jsonb not null,
    state text not null, done bigint not null, total bigint not null, result jsonb)`,

  // For the first steps: whether a card was ever asked for, and whether the settings were looked at.
  `alter table installation add column first_card_at bigint`,

  ...portalTables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy portal on ${table} using (
      portal_id = nullif(current_setting('app.portal', true), '')::bigint
      or current_setting('app.every_portal', true) = 'on')`,
  ]),
];

export const chosen: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
