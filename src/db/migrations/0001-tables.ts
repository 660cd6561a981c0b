/**
 * The first schema. Every table of a portal has portal_id first in its primary key (ready to be partitioned or
 * distributed by it) and a row-level policy as second wall behind the where clauses: without `app.portal` no row is
 * seen, with it only that portal's. `app.every_portal` opens all portals to the few statements that serve all.
 * Times are ms since epoch. Two tables have no portal: a delivery mixes portals, an OAuth state precedes them.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const portalTables = [
  'installation',
  'token',
  'rate',
  'contact',
  'signal',
  'assessment',
  'stage_log',
  'dirty_contact',
  'dirty_record',
  'backfill',
  'backfill_step',
  'parked',
  'tombstone',
] as const;

const statements = [
  // One sequence numbers all marks and all claims, so that no number ever repeats.
  `create sequence mark`,

  `create table installation (
    portal_id bigint primary key, state text not null, scopes jsonb not null, missing_scopes jsonb not null,
    time_zone text not null, ui_domain text not null, currency text not null,
    live boolean not null, app_events boolean not null, pipelines jsonb not null, provision jsonb,
    installed_at bigint not null)`,

  // access and refresh are sealed by the cipher: the database never sees a token.
  `create table token (
    portal_id bigint primary key, access text not null, refresh text not null, expires_at bigint not null,
    renewal text, renewal_until timestamptz not null default '-infinity')`,

  `create table rate (
    portal_id bigint, lane text, tokens float8 not null, at timestamptz not null, primary key (portal_id, lane))`,

  `create table contact (
    portal_id bigint, id text, label text not null, owner_id text, created_at bigint not null, modified_at bigint not null,
    objection boolean not null, facts jsonb not null, published jsonb not null,
    published_model text, unsettled text[] not null default '{}', primary key (portal_id, id))`,

  // One row per contact that a signal is about. record: what it was read from and is replaced with.
  `create table signal (
    portal_id bigint, contact_id text, record text, id text, source text not null, at bigint not null, kind text not null,
    by text not null, channel text not null, facts jsonb not null, modified_at bigint not null,
    primary key (portal_id, contact_id, record, id))`,
  `create index signal_by_record on signal (portal_id, record)`,
  `create index signal_by_deal on signal (portal_id, (facts->>'dealId')) where facts ? 'dealId'`,

  `create table assessment (
    portal_id bigint, contact_id text, assessed_at bigint not null, stage text not null, due_at bigint,
    model_version text not null, body jsonb not null, card text not null, primary key (portal_id, contact_id))`,
  `create index assessment_due on assessment (due_at) where due_at is not null`,
  `create index assessment_by_stage on assessment (portal_id, stage)`,

  `create table stage_log (
    portal_id bigint, contact_id text, at bigint, stage text not null, previous text, since bigint, movement text not null,
    model_version text not null, primary key (portal_id, contact_id, at))`,

  ...['dirty_contact', 'dirty_record'].flatMap((table) => [
    `create table ${table} (
      portal_id bigint, item text, mark bigint not null, claim bigint, claimed_mark bigint,
      lease_until bigint not null default 0, not_before bigint not null default 0, attempts int not null default 0,
      primary key (portal_id, item))`,
    `create index ${table}_by_mark on ${table} (portal_id, mark)`,
  ]),

  `create table backfill (
    portal_id bigint primary key, started_at bigint not null, finished_at bigint, expected bigint)`,
  `create table backfill_step (
    portal_id bigint, type text, place int not null, after text, done boolean not null, records bigint not null,
    primary key (portal_id, type))`,

  `create table parked (
    portal_id bigint, subject text, reason text not null, at bigint not null, primary key (portal_id, subject))`,

  `create table tombstone (portal_id bigint, hash text, primary key (portal_id, hash))`,

  `create table delivery (
    id bigint generated always as identity primary key, body text not null, received_at bigint not null,
    lease_until bigint not null default 0)`,

  `create table oauth_state (state text primary key, expires_at bigint not null)`,

  ...portalTables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    // Else the owner of the table, who is the app in a small installation, walks past the policy.
    `alter table ${table} force row level security`,
    // The setting is '' rather than null once a connection has held a value.
    `create policy portal on ${table} using (
      portal_id = nullif(current_setting('app.portal', true), '')::bigint
      or current_setting('app.every_portal', true) = 'on')`,
  ]),
];

export const tables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
