/** What the home page shows: the kept summary, and pages of contacts, each read along one index. */
import { sql } from 'kysely';
import type { Assessment } from '../relationship/assessment.ts';
import type { StageAnswer } from '../relationship/stage/stages.ts';
import { moveOf } from '../usecases/assessment-columns.ts';
import type {
  Disagreement,
  Home,
  ListedContact,
  ListOf,
  Moves,
  Recovery,
  Summary,
} from '../usecases/home.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { Database, Executor } from './database.ts';

const dayMs = 86_400_000;

export function createHome(db: Database): Home {
  return {
    summary: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ body: Summary }>`
          select body from summary where portal_id = ${portal}`.execute(trx);
        return rows[0]?.body ?? null;
      }),
    summarise: (portal, at) =>
      db.inPortal(portal, async (trx) => {
        const summary = await counted(trx, portal, at);
        await sql`
          insert into summary (portal_id, at, body) values (${portal}, ${at}, ${JSON.stringify(summary)}::jsonb)
          on conflict (portal_id) do update set at = excluded.at, body = excluded.body`.execute(trx);
        return summary;
      }),
    noteCard: (portal, at) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          update installation set first_card_at = ${at}
          where portal_id = ${portal} and first_card_at is null`.execute(trx);
      }),
    firstCardAt: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ first_card_at: number | null }>`
          select first_card_at from installation where portal_id = ${portal}`.execute(trx);
        return rows[0]?.first_card_at ?? null;
      }),
    wouldFire: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ stage: StageAnswer; count: number }>`
          select a.stage, count(*) as count from assessment as a
          join contact as c on c.portal_id = a.portal_id and c.id = a.contact_id
          where a.portal_id = ${portal} and a.stage <> 'not_assessed'
            and a.stage is distinct from c.published->>'rapport_stage'
          group by a.stage`.execute(trx);
        return Object.fromEntries(rows.map(({ stage, count }) => [stage, count]));
      }),
    list: (portal, of, { after, limit }) =>
      db.inPortal(portal, async (trx) => {
        const rows = await page(trx, portal, of, placeOf(after), limit + 1);
        const shown = rows.slice(0, limit);
        const last = shown.at(-1);
        return {
          contacts: shown.map(listed),
          next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
        };
      }),
  };
}

async function counted(trx: Executor, portal: PortalId, at: number): Promise<Summary> {
  const stages = await countBy(trx, portal, 'stage');
  const { rows: moves } = await sql<{ code: number; count: number }>`
    select code, count(*) as count from assessment, unnest(moves) as code
    where portal_id = ${portal} group by code order by code`.execute(trx);
  const slipping = async (days: number) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from assessment
      where portal_id = ${portal} and valid_until between ${at} and ${at + days * dayMs}`.execute(trx);
    return rows[0]?.count ?? 0;
  };
  const { rows: recovering } = await sql<{ count: number }>`
    select count(*) as count from assessment
    where portal_id = ${portal} and recovery_due is not null`.execute(trx);
  const { rows: disagreements } = await sql<Disagreement>`
    select says->>'about' as about, says->>'shown' as shown, count(*) as count from correction
    where portal_id = ${portal} and says->>'kind' = 'feedback' and at >= ${at - 7 * dayMs} and undone_at is null
    group by 1, 2 order by 3 desc, 1, 2`.execute(trx);
  return {
    at,
    contacts: Object.values(stages).reduce((sum, count) => sum + count, 0),
    stages,
    moves: moves.map(({ code, count }): Moves => ({ ...moveOf(code), count })),
    slipping: { days7: await slipping(7), days30: await slipping(30) },
    recovering: recovering[0]?.count ?? 0,
    quadrants: await countBy(trx, portal, 'quadrant'),
    gaps: await countBy(trx, portal, 'level_gap'),
    disagreements,
  };
}

async function countBy(
  trx: Executor,
  portal: PortalId,
  column: 'stage' | 'quadrant' | 'level_gap',
): Promise<Record<string, number>> {
  const { rows } = await sql<{ value: string | number; count: number }>`
    select ${sql.ref(column)} as value, count(*) as count from assessment
    where portal_id = ${portal} and ${sql.ref(column)} is not null
    group by 1 order by 1`.execute(trx);
  return Object.fromEntries(rows.map(({ value, count }) => [String(value), count]));
}

/** The end of a page: the value it is ordered by, and the contact. */
type Place = { readonly value: number; readonly contact: string };

type Row = {
  readonly contact_id: string;
  readonly label: string;
  readonly stage: StageAnswer;
  readonly valid_until: number | null;
  readonly level_gap: number | null;
  readonly since: number | null;
  readonly next_stage: StageAnswer | null;
  readonly fight: RecoveryRow | null;
  /** What the list is ordered by before the contact; 0 where it is the contact alone. */
  readonly place: number;
};

/** Of the stored `FirstFight`. */
type RecoveryRow = NonNullable<NonNullable<Assessment['milestones']>['firstFight']>;

async function page(
  trx: Executor,
  portal: PortalId,
  of: ListOf,
  after: Place | null,
  limit: number,
): Promise<readonly Row[]> {
  const { matches, timed } = orderOf(of);
  const place = timed === null ? sql`0::bigint` : sql.ref(timed);
  const order = timed === null ? sql`contact_id` : sql`${place}, contact_id`;
  const { rows } = await sql<Row>`
    select a.contact_id, c.label, a.stage, a.valid_until, a.level_gap, a.place,
      (a.body->>'since')::bigint as since, a.body->>'nextStage' as next_stage,
      a.body->'milestones'->'firstFight' as fight
    from (select *, ${place} as place from assessment where portal_id = ${portal} and ${matches} and ${beyond(timed, after)}
      order by ${order} limit ${limit}) as a
    join contact as c on c.portal_id = ${portal} and c.id = a.contact_id
    order by a.place, a.contact_id`.execute(trx);
  return rows;
}

/** `timed`: the column it is ordered by before the contact; the lists without one are ordered by the contact alone. */
function orderOf(of: ListOf) {
  switch (of.by) {
    case 'stage':
      return { matches: sql`stage = ${of.stage}`, timed: null };
    case 'quadrant':
      return { matches: sql`quadrant = ${of.quadrant}`, timed: null };
    case 'gap':
      return { matches: sql`level_gap = ${of.gap}`, timed: null };
    case 'slipping':
      return { matches: sql`valid_until <= ${of.until}`, timed: 'valid_until' };
    case 'recovering':
      return { matches: sql`recovery_due is not null`, timed: 'recovery_due' };
  }
}

function beyond(timed: string | null, after: Place | null) {
  if (after === null) return sql`true`;
  if (timed === null) return sql`contact_id > ${after.contact}`;
  return sql`(${sql.ref(timed)}, contact_id) > (${after.value}::bigint, ${after.contact})`;
}

function listed(row: Row): ListedContact {
  return {
    id: row.contact_id,
    label: row.label,
    stage: row.stage,
    since: row.since,
    validUntil: row.valid_until,
    nextStage: row.next_stage,
    levelGap: row.level_gap,
    recovery: row.fight?.recoveryOpen === true ? recoveryOf(row.fight) : null,
  };
}

function recoveryOf({ latest, acknowledgement, outcome }: RecoveryRow): Recovery {
  const { dueAt, answeredAt } = acknowledgement;
  return { openedAt: latest.openedAt, answerDueAt: dueAt, answeredAt, outcome };
}

function cursorOf({ place, contact_id }: Row): string {
  return `${place}.${contact_id}`;
}

function placeOf(cursor: string | null): Place | null {
  const [, value, contact] = /^(\d{1,15})\.(\d{1,20})$/.exec(cursor ?? '') ?? [];
  return value === undefined || contact === undefined ? null : { value: Number(value), contact };
}
