/** The view over a whole portal, what it says of each contact, and the contacts as measuring reads them. */
import { sql } from 'kysely';
import type { ContactMeasures } from '../relationship/measure-portal.ts';
import { type MeasuredContact, measuredKinds } from '../relationship/portal-row.ts';
import type { PortalView } from '../relationship/portal-view.ts';
import type { PortalViews } from '../usecases/measure-portal.ts';
import type { ContactId, PortalId } from '../usecases/ports.ts';
import type { Database, Executor } from './database.ts';
import { signalsOf } from './signal-rows.ts';

export function createPortalViews(db: Database): PortalViews {
  return {
    find: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ view: PortalView }>`
          select view from portal_view where portal_id = ${portal}`.execute(trx);
        return rows[0]?.view ?? null;
      }),
    save: (portal, view) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          insert into portal_view (portal_id, view) values (${portal}, ${JSON.stringify(view)}::jsonb)
          on conflict (portal_id) do update set view = excluded.view`.execute(trx);
      }),
    page: (portal, after, limit) => db.inPortal(portal, (trx) => pageOf(trx, portal, after, limit)),
    saveMeasures: (portal, measures) => db.inPortal(portal, (trx) => saveMeasures(trx, portal, measures)),
  };
}

type Row = Omit<MeasuredContact, 'signals'>;

async function pageOf(
  trx: Executor,
  portal: PortalId,
  after: ContactId | null,
  limit: number,
): Promise<readonly MeasuredContact[]> {
  const { rows } = await sql<Row>`
    select c.id, c.owner_id as owner, c.facts, a.stage, coalesce(a.body->>'lastTouchAt' is not null, false) as acted,
      a.body #>> '{milestones,firstEncounter,source}' as encounter
    from contact as c
    left join assessment as a on a.portal_id = c.portal_id and a.contact_id = c.id
    where c.portal_id = ${portal} and c.id > ${after ?? ''} and not c.objection
    order by c.id limit ${limit}`.execute(trx);
  const ids = rows.map(({ id }) => id);
  const signals = await signalsOf(trx, portal, ids, measuredKinds);
  return rows.map((row) => ({ ...row, signals: signals.get(row.id) ?? [] }));
}

async function saveMeasures(
  trx: Executor,
  portal: PortalId,
  measures: ReadonlyMap<ContactId, ContactMeasures>,
): Promise<readonly ContactId[]> {
  const texts = [...measures.values()].map((one) => JSON.stringify(one));
  const { rows } = await sql<{ id: string }>`
    update contact as c set measures = said.measures::jsonb
    from unnest(${[...measures.keys()]}::text[], ${texts}::text[]) as said(id, measures)
    where c.portal_id = ${portal} and c.id = said.id and c.measures is distinct from said.measures::jsonb
    returning c.id`.execute(trx);
  return rows.map(({ id }) => id);
}
