/** What is stored, record by record, for the reconciliation: how old it is, and piece by piece all of it. */
import { sql } from 'kysely';
import type { ContactId } from '../usecases/ports.ts';
import type { StoredRecords } from '../usecases/reconciliation.ts';
import type { Database } from './database.ts';

export function createStoredRecords(db: Database): StoredRecords {
  return {
    modifiedAt: (portal, type, ids) =>
      db.inPortal(portal, async (trx) => {
        const { rows } =
          type === 'contacts'
            ? await sql<{ id: string; at: number }>`
                select id, modified_at as at from contact
                where portal_id = ${portal} and id = any(${ids}::text[])`.execute(trx)
            : await sql<{ id: string; at: number }>`
                select substr(record, ${type.length + 2}) as id, max(modified_at) as at from signal
                where portal_id = ${portal} and record = any(${ids.map((id) => `${type}:${id}`)}::text[])
                group by record`.execute(trx);
        return new Map(rows.map(({ id, at }) => [id, at]));
      }),
    slice: (portal, after, limit) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ id: string }>`
          select id from contact where portal_id = ${portal} and id > ${after ?? ''}
          order by id limit ${limit}`.execute(trx);
        return rows.map(({ id }) => id);
      }),
    unpublish: (portal, properties, limit) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ id: ContactId }>`
          update contact as c set published = published - ${properties}::text[]
          from (
            select id from contact where portal_id = ${portal} and published ?| ${properties}::text[]
            order by id limit ${limit}) as told
          where c.portal_id = ${portal} and c.id = told.id returning c.id`.execute(trx);
        return rows.map(({ id }) => id);
      }),
  };
}
