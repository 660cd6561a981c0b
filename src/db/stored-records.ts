/** What is stored, record by record, for the reconciliation: how old it is, and piece by piece all of it. */
import { sql } from 'kysely';
import type { ContactId } from '../usecases/ports.ts';
import type { StoredRecords } from '../usecases/reconciliation.ts';
import type { Database } from './database.ts';
import { recordOfItem } from './dirty-set.ts';

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
    slice: (portal, of, after, limit) =>
      db.inPortal(portal, async (trx) => {
        if (of === 'contacts') {
          const { rows } = await sql<{ id: string }>`
            select id from contact where portal_id = ${portal} and id > ${after ?? ''}
            order by id limit ${limit}`.execute(trx);
          return rows.map(({ id }) => ({ type: 'contacts', id }));
        }
        const { rows } = await sql<{ record: string }>`
          select distinct record from signal
          where portal_id = ${portal} and record > ${after ?? ''} and record not like 'contacts:%'
          order by record limit ${limit}`.execute(trx);
        return rows.map(({ record }) => recordOfItem(record));
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
