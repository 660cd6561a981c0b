/**
 * What must be looked at again: a set per portal, drained under leases.
 *
 * A row is marked (mark = a new number), claimed (claim = a new number, claimed_mark = the mark that stood, lease_until),
 * and settled by the claim's number: deleted when its mark is still the claimed one, else only given free. Marks and
 * claims come from one sequence. With a counter per row this would happen: mark, claim, lease expires, claim again,
 * settle (row gone), mark (new row, same number), late settle of the first claim deletes it: a lost mark.
 * Comparing for equality, never for order, matters too: a number is drawn before the row's lock is waited for, so a
 * later mark may carry a smaller number than a claim that came before it.
 */
import { sql } from 'kysely';
import type { Clock, DirtyRecord, PortalId } from '../usecases/ports.ts';
import type { Claim, DirtyContacts, DirtyRecords, DirtySet } from '../usecases/store.ts';
import type { Database } from './database.ts';

type Table = 'dirty_contact' | 'dirty_record';
type Form<T> = { toItem(of: T): string; fromItem(item: string): T };

/** Items per statement: PGlite stalls the event loop for as long as a statement takes. */
const chunk = 500;

export function createDirtyContacts(db: Database, clock: Clock): DirtyContacts {
  const set = createDirtySet(db, clock, 'dirty_contact', { toItem: String, fromItem: String });
  return {
    ...set,
    async markStored(portal, after, limit) {
      const ids = await db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ id: string }>`
          select id from contact where portal_id = ${portal} and (${after}::text is null or id > ${after})
          order by id limit ${limit}`.execute(trx);
        return rows.map((row) => row.id);
      });
      await set.mark(portal, ids);
      return ids.length < limit ? null : (ids.at(-1) ?? null);
    },
  };
}

export function createDirtyRecords(db: Database, clock: Clock): DirtyRecords {
  return {
    ...createDirtySet(db, clock, 'dirty_record', { toItem: itemOfRecord, fromItem: recordOfItem }),
    waitingByType: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ type: DirtyRecord['type']; n: number }>`
          select split_part(item, ':', 1) as type, count(*) as n from (
            select item from dirty_record where portal_id = ${portal} order by mark limit 1000) as waiting
          group by 1`.execute(trx);
        return new Map(rows.map(({ type, n }) => [type, n]));
      }),
  };
}

export function itemOfRecord(record: DirtyRecord): string {
  return `${record.type}:${record.id}`;
}

export function recordOfItem(item: string): DirtyRecord {
  const colon = item.indexOf(':');
  // `itemOfRecord` wrote it from a DirtyRecord, so what stands before the colon is one of its types.
  return { type: item.slice(0, colon) as DirtyRecord['type'], id: item.slice(colon + 1) };
}

function createDirtySet<T>(db: Database, clock: Clock, name: Table, form: Form<T>): DirtySet<T> {
  const table = sql.table(name);
  return {
    async mark(portal, items) {
      // Sorted, so that two markers of the same items wait for each other instead of dying in a deadlock.
      const all = [...new Set(items.map(form.toItem))].sort();
      for (let from = 0; from < all.length; from += chunk) {
        const part = all.slice(from, from + chunk);
        await db.inPortal(portal, async (trx) => {
          await sql`
            insert into ${table} as d (portal_id, item, mark)
            select ${portal}::bigint, item, nextval('mark') from unnest(${part}::text[]) as t(item)
            on conflict (portal_id, item) do update set mark = excluded.mark`.execute(trx);
        });
      }
    },
    claim: (portal, limit, leaseMs) => claim(db, table, portal, limit, clock.now(), leaseMs, form),
    settle: (portal, { mark }, settled) =>
      db.inPortal(portal, async (trx) => {
        const items = settled.map(form.toItem).sort();
        const { numAffectedRows } = await sql`
          delete from ${table} where portal_id = ${portal} and item = any(${items}::text[])
            and claim = ${Number(mark)} and mark = claimed_mark`.execute(trx);
        if (numAffectedRows === BigInt(items.length)) return;
        await sql`
          update ${table} set claim = null, lease_until = 0, attempts = 0
          where portal_id = ${portal} and item = any(${items}::text[]) and claim = ${Number(mark)}`.execute(
          trx,
        );
      }),
    release: (portal, { mark }, items, retryAt) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          update ${table} set claim = null, lease_until = 0, not_before = ${retryAt}, attempts = attempts + 1
          where portal_id = ${portal} and item = any(${items.map(form.toItem)}::text[])
            and claim = ${Number(mark)}`.execute(trx);
      }),
    free: (portal) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          update ${table} set claim = null, lease_until = 0
          where portal_id = ${portal} and lease_until > 0`.execute(trx);
      }),
    hurry: (portal) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          update ${table} set not_before = 0, attempts = 0
          where portal_id = ${portal} and not_before > 0`.execute(trx);
      }),
    count: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ n: number }>`
          select count(*) as n from ${table} where portal_id = ${portal}`.execute(trx);
        return rows[0]?.n ?? 0;
      }),
  };
}

async function claim<T>(
  db: Database,
  table: ReturnType<typeof sql.table>,
  portal: PortalId,
  limit: number,
  now: number,
  leaseMs: number,
  form: Form<T>,
): Promise<Claim<T>> {
  const { rows } = await db.inPortal(portal, (trx) =>
    sql<{ item: string; claim: number; attempts: number }>`
      with due as (
        select item from ${table}
        where portal_id = ${portal} and lease_until <= ${now} and not_before <= ${now}
        order by mark limit ${limit} for update skip locked),
      number as (select nextval('mark') as claim)
      update ${table} as d set claim = number.claim, claimed_mark = d.mark, lease_until = ${now + leaseMs}
      from due, number
      where d.portal_id = ${portal} and d.item = due.item
      returning d.item, d.claim, d.attempts`.execute(trx),
  );
  return {
    items: rows.map((row) => form.fromItem(row.item)),
    mark: BigInt(rows[0]?.claim ?? 0),
    attempt: 1 + Math.max(0, ...rows.map((row) => row.attempts)),
  };
}
