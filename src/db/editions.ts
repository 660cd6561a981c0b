/** The editions of what admins chose, in table `edition`: rows are added and never changed. */
import { sql } from 'kysely';
import { type Choices, type ChoicesStore, defaultChoices, type Edition } from '../usecases/choices.ts';
import type { Database } from './database.ts';

type Head = {
  readonly revision: number;
  readonly at: number;
  readonly by_user: number;
  readonly by_email: string | null;
  readonly note: string;
  readonly back_to: number | null;
};
type Row = Head & { readonly choices: Partial<Choices> };

export function createEditions(db: Database): ChoicesStore {
  return {
    current: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<Row>`
          select * from edition where portal_id = ${portal} order by revision desc limit 1`.execute(trx);
        return rows[0] === undefined ? null : fromRow(rows[0]);
      }),
    find: (portal, revision) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<Row>`
          select * from edition where portal_id = ${portal} and revision = ${revision}`.execute(trx);
        return rows[0] === undefined ? null : fromRow(rows[0]);
      }),
    history: (portal, limit) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<Head>`
          select revision, at, by_user, by_email, note, back_to from edition
          where portal_id = ${portal} order by revision desc limit ${limit}`.execute(trx);
        return rows.map(headOf);
      }),
    add: (portal, of) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ revision: number }>`
          insert into edition (portal_id, revision, at, by_user, by_email, note, back_to, choices)
          values (${portal}, ${of.revision}, ${of.at}, ${of.by.userId}, ${of.by.email}, ${of.note}, ${of.backTo},
            ${JSON.stringify(of.choices)}::jsonb)
          on conflict (portal_id, revision) do nothing returning revision`.execute(trx);
        return rows.length > 0;
      }),
  };
}

function headOf(row: Head): Omit<Edition, 'choices'> {
  return {
    revision: row.revision,
    at: row.at,
    by: { userId: row.by_user, email: row.by_email },
    note: row.note,
    backTo: row.back_to,
  };
}

function fromRow(row: Row): Edition {
  // What a later version lets choose was left at its default by an older one.
  return { ...headOf(row), choices: { ...defaultChoices, ...row.choices } };
}
