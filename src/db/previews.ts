/** The newest preview of each portal, and the contacts it is computed on: read in the order of ids, no bodies. */
import { sql } from 'kysely';
import type { StageAnswer } from '../relationship/stage/stages.ts';
import { type Choices, defaultChoices } from '../usecases/choices.ts';
import { lastOverride } from '../usecases/corrections.ts';
import type { ContactId, PortalId } from '../usecases/ports.ts';
import type { Preview, PreviewedContact, PreviewResult, Previews } from '../usecases/preview.ts';
import { colleagueTouches } from './colleague-touches.ts';
import type { ContactRow } from './contact-rows.ts';
import { correctionsOf } from './corrections.ts';
import type { Database, Executor } from './database.ts';
import { signalsOf } from './signal-rows.ts';

type Row = {
  readonly id: string;
  readonly asked_at: number;
  readonly choices: Partial<Choices>;
  readonly state: Preview['state'];
  readonly done: number;
  readonly total: number;
  readonly result: PreviewResult | null;
};

export function createPreviews(db: Database): Previews {
  return {
    find: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<Row>`
          select id, asked_at, choices, state, done, total, result from preview
          where portal_id = ${portal}`.execute(trx);
        return rows[0] === undefined ? null : fromRow(rows[0]);
      }),
    ask: (portal, { id, askedAt, choices }) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          insert into preview as p (portal_id, id, asked_at, choices, state, done, total, result)
          values (${portal}, ${id}, ${askedAt}, ${JSON.stringify(choices)}::jsonb, 'running', 0,
            (select count(*) from assessment where portal_id = ${portal} and stage <> 'not_assessed'), null)
          on conflict (portal_id) do update set id = excluded.id, asked_at = excluded.asked_at,
            choices = excluded.choices, state = excluded.state, done = 0, total = excluded.total, result = null
          where p.id <> excluded.id`.execute(trx);
      }),
    progress: (portal, id, done) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ id: string }>`
          update preview set done = ${done} where portal_id = ${portal} and id = ${id} returning id`.execute(
          trx,
        );
        return rows.length > 0;
      }),
    finish: (portal, id, result) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          update preview set state = 'done', done = total, result = ${JSON.stringify(result)}::jsonb
          where portal_id = ${portal} and id = ${id}`.execute(trx);
      }),
    contacts: (portal, after, limit) =>
      db.inPortal(portal, (trx) => contactsAfter(trx, portal, after ?? '', limit)),
  };
}

type PreviewRow = Pick<ContactRow, 'id' | 'label' | 'facts'> & { readonly stage: StageAnswer };

async function contactsAfter(
  trx: Executor,
  portal: PortalId,
  after: ContactId,
  limit: number,
): Promise<readonly PreviewedContact[]> {
  const { rows } = await sql<PreviewRow>`
    select c.id, c.label, c.facts, a.stage from contact as c
    join assessment as a on a.portal_id = c.portal_id and a.contact_id = c.id
    where c.portal_id = ${portal} and c.id > ${after} and not c.objection and a.stage <> 'not_assessed'
    order by c.id limit ${limit}`.execute(trx);
  const ids = rows.map(({ id }) => id);
  const signals = await signalsOf(trx, portal, ids);
  const touches = await colleagueTouches(trx, portal, signals);
  const corrections = await correctionsOf(trx, portal, ids);
  return rows.map(({ id, label, facts, stage }) => ({
    id,
    label,
    stage,
    signals: signals.get(id) ?? [],
    facts: {
      ...facts,
      objection: false,
      colleagueTouches: touches.get(id) ?? [],
      override: lastOverride(corrections.get(id) ?? []),
    },
  }));
}

function fromRow(row: Row): Preview {
  const { id, asked_at, state, done, total, result } = row;
  return {
    id,
    askedAt: asked_at,
    choices: { ...defaultChoices, ...row.choices },
    state,
    done,
    total,
    result,
  };
}
