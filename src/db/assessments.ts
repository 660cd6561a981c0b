/** What was computed for each contact: one current row, with the card that was worded of it, and the log of its stages. */
import { sql } from 'kysely';
import type { Assessment } from '../relationship/assessment.ts';
import { columnsOf } from '../usecases/assessment-columns.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { Assessments, SavedAssessment } from '../usecases/store.ts';
import type { Database, Executor } from './database.ts';
import { textList } from './text-list.ts';

export function createAssessments(db: Database): Assessments {
  return {
    save: (portal, assessments) =>
      db.inPortal(portal, async (trx) => {
        if (assessments.length > 0) await save(trx, portal, assessments);
      }),
    setPublished: (portal, published) =>
      db.inPortal(portal, async (trx) => {
        if (published.length === 0) return;
        await sql`
          update contact as c set published = c.published || t.published::jsonb, published_model = t.model,
            settled = (select writing from assessment as a where a.portal_id = ${portal} and a.contact_id = c.id)
          from unnest(${published.map((of) => of.contactId)}::text[],
            ${textList(published.map((of) => JSON.stringify(of.values)))},
            ${published.map((of) => of.modelVersion)}::text[]) as t(id, published, model)
          where c.portal_id = ${portal} and c.id = t.id`.execute(trx);
      }),
    async card(portal, contact) {
      // Text of our own making goes into the one message, so only digits may pass.
      if (!/^\d{1,20}$/.test(contact)) return null;
      const [row] = await db.readInPortal(
        portal,
        `select card, assessed_at from assessment where portal_id = ${portal} and contact_id = '${contact}'`,
      );
      if (row === undefined) return null;
      const { card, assessed_at } = row;
      return { body: card === null ? null : String(card), assessedAt: Number(assessed_at) };
    },
    wordCard: (portal, contact, word) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ body: Assessment }>`
          select body from assessment where portal_id = ${portal} and contact_id = ${contact} for update`.execute(
          trx,
        );
        const card = rows[0] === undefined ? null : await word(rows[0].body);
        if (card === null) return null;
        await sql`
          update assessment set card = ${card} where portal_id = ${portal} and contact_id = ${contact}`.execute(
          trx,
        );
        return card;
      }),
    saved: (portal, contact) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ body: Assessment }>`
          select body from assessment where portal_id = ${portal} and contact_id = ${contact}`.execute(trx);
        return rows[0]?.body ?? null;
      }),
    markDue: (at, limit) => markDue(db, at, limit),
    stageCounts: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ stage: string; n: number }>`
          select stage, count(*) as n from assessment where portal_id = ${portal} group by stage order by stage`.execute(
          trx,
        );
        return Object.fromEntries(rows.map((row) => [row.stage, row.n]));
      }),
  };
}

/**
 * The log and the row that it is compared with, in one statement: both see what stood before it. A repeated save finds
 * nothing to log; `offset 0` keeps the lookup by key, also while the table grows faster than its statistics. A stage told by
 * another model than before moved by us and not by the relationship, and the log says so. Of a contact that was erased since
 * it was loaded nothing is kept; the lock on its row waits for an erasure under way.
 */
async function save(trx: Executor, portal: PortalId, saved: readonly SavedAssessment[]): Promise<void> {
  const columns = saved.map(({ assessment }) => columnsOf(assessment));
  await sql`
    with told as materialized (
      select * from unnest(${saved.map((of) => of.contactId)}::text[], ${saved.map((of) => of.assessment.asOf)}::bigint[],
        ${saved.map((of) => of.assessment.stage)}::text[], ${saved.map((of) => of.assessment.since)}::bigint[],
        ${saved.map((of) => of.assessment.movement)}::text[], ${saved.map((of) => of.assessment.dueAt)}::bigint[],
        ${saved.map((of) => of.assessment.modelVersion)}::text[],
        ${textList(saved.map((of) => JSON.stringify(of.assessment)))}, ${saved.map((of) => of.writing)}::boolean[],
        ${columns.map((of) => of.validUntil)}::bigint[], ${columns.map((of) => of.quadrant)}::text[],
        ${columns.map((of) => of.levelGap)}::smallint[], ${columns.map((of) => of.recoveryDue)}::bigint[],
        ${columns.map((of) => `{${of.moves.join()}}`)}::text[])
        as t(id, at, stage, since, movement, due_at, model, body, writing, valid_until, quadrant, level_gap, recovery_due,
          moves)),
    t as materialized (
      select told.* from told join contact as c on c.portal_id = ${portal} and c.id = told.id for key share of c),
    logged as (
      insert into stage_log (portal_id, contact_id, at, stage, previous, since, movement, model_version)
      select ${portal}::bigint, t.id, t.at, t.stage, a.stage, t.since,
        case when a.model_version <> t.model then 'recalibrated' else t.movement end, t.model
      from t left join lateral (
        select stage, model_version from assessment
        where portal_id = ${portal} and contact_id = t.id offset 0) as a on true
      where a.stage is distinct from t.stage and t.stage <> 'not_assessed'
      on conflict (portal_id, contact_id, at) do nothing),
    due as (
      insert into due_contact as d (portal_id, contact_id, at)
      select ${portal}::bigint, id, due_at from t where due_at is not null
      on conflict (portal_id, contact_id) do update set at = excluded.at where d.at <> excluded.at),
    never_due as (
      delete from due_contact
      where portal_id = ${portal} and contact_id = any(array(select id from t where due_at is null)))
    insert into assessment as stood (portal_id, contact_id, assessed_at, stage, model_version, body, writing,
      valid_until, quadrant, level_gap, recovery_due, moves)
    select ${portal}::bigint, id, at, stage, model, body::json, case when writing then nextval('mark') end,
      valid_until, quadrant, level_gap, recovery_due, moves::int[]
    from t
    on conflict (portal_id, contact_id) do update set assessed_at = excluded.assessed_at, stage = excluded.stage,
      model_version = excluded.model_version, body = excluded.body, card = null,
      writing = coalesce(excluded.writing, stood.writing), valid_until = excluded.valid_until,
      quadrant = excluded.quadrant, level_gap = excluded.level_gap, recovery_due = excluded.recovery_due,
      moves = excluded.moves`.execute(trx);
}

/**
 * The due time is taken off as the mark is made: the next sweep would only find the contact again, and a contact of a
 * portal that cannot be worked on would stand at the head of every sweep. Assessing sets the next due time.
 */
async function markDue(db: Database, at: number, limit: number): Promise<ReadonlyMap<PortalId, number>> {
  const { rows } = await db.acrossPortals((trx) =>
    sql<{ portal_id: number; n: number }>`
      with due as (
        select portal_id, contact_id from due_contact where at <= ${at}
        order by at limit ${limit} for update skip locked),
      taken as (
        delete from due_contact as d using due
        where d.portal_id = due.portal_id and d.contact_id = due.contact_id
        returning d.portal_id, d.contact_id),
      marked as (
        insert into dirty_contact as d (portal_id, item, mark)
        select portal_id, contact_id, nextval('mark') from taken order by portal_id, contact_id
        on conflict (portal_id, item) do update set mark = excluded.mark returning d.portal_id)
      select portal_id, count(*) as n from marked group by portal_id`.execute(trx),
  );
  return new Map(rows.map((row) => [row.portal_id, row.n]));
}
