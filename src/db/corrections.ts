/** The log of corrections, in table `correction`: one row each, undone rows stay. */
import { sql } from 'kysely';
import type { Correction, CorrectionSays, Corrections } from '../usecases/corrections.ts';
import type { ContactId, PortalId } from '../usecases/ports.ts';
import type { Database, Executor } from './database.ts';

type Row = {
  readonly id: string;
  readonly contact_id: string;
  readonly at: number;
  readonly by_user: number;
  readonly by_email: string | null;
  readonly says: CorrectionSays;
  readonly undone_at: number | null;
  readonly undone_by_user: number | null;
  readonly undone_by_email: string | null;
};

export function createCorrections(db: Database): Corrections {
  return {
    add: (portal, correction) => db.inPortal(portal, (trx) => add(trx, portal, correction)),
    find: (portal, id) => db.inPortal(portal, (trx) => find(trx, portal, id)),
    undo: (portal, id, at, by) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          update correction set undone_at = ${at}, undone_by_user = ${by.userId}, undone_by_email = ${by.email}
          where portal_id = ${portal} and id = ${id} and undone_at is null`.execute(trx);
      }),
    of: async (portal, contact) => {
      const found = await db.inPortal(portal, (trx) => correctionsOf(trx, portal, [contact]));
      return found.get(contact) ?? [];
    },
    disagreements: (portal, since) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ about: string; shown: string; count: number }>`
          select says->>'about' as about, says->>'shown' as shown, count(*) as count from correction
          where portal_id = ${portal} and says->>'kind' = 'feedback' and at >= ${since} and undone_at is null
          group by 1, 2 order by 3 desc, 1, 2`.execute(trx);
        return rows;
      }),
  };
}

async function add(trx: Executor, portal: PortalId, of: Correction): Promise<'added' | 'there' | 'taken'> {
  const { rows } = await sql<{ id: string }>`
    insert into correction (portal_id, id, contact_id, at, by_user, by_email, says)
    values (${portal}, ${of.id}, ${of.contactId}, ${of.at}, ${of.by.userId}, ${of.by.email},
      ${JSON.stringify(of.says)}::jsonb)
    on conflict (portal_id, id) do nothing returning id`.execute(trx);
  if (rows.length > 0) return 'added';
  const stood = await find(trx, portal, of.id);
  return stood?.contactId === of.contactId && stood.says.kind === of.says.kind ? 'there' : 'taken';
}

async function find(trx: Executor, portal: PortalId, id: string): Promise<Correction | null> {
  const { rows } = await sql<Row>`
    select * from correction where portal_id = ${portal} and id = ${id}`.execute(trx);
  return rows[0] === undefined ? null : fromRow(rows[0]);
}

/** The newest first, by contact. */
export async function correctionsOf(
  trx: Executor,
  portal: PortalId,
  contacts: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, readonly Correction[]>> {
  const { rows } = await sql<Row>`
    select * from correction where portal_id = ${portal} and contact_id = any(${contacts}::text[])
    order by at desc, id`.execute(trx);
  return Map.groupBy(rows.map(fromRow), ({ contactId }) => contactId);
}

function fromRow(row: Row): Correction {
  return {
    id: row.id,
    contactId: row.contact_id,
    at: row.at,
    by: { userId: row.by_user, email: row.by_email },
    says: row.says,
    undone:
      row.undone_at === null
        ? null
        : { at: row.undone_at, by: { userId: row.undone_by_user ?? 0, email: row.undone_by_email } },
  };
}
