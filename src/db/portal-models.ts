/** The models fitted for each portal, one row per version, and the newest back-test. */
import { sql } from 'kysely';
import type { PortalModel } from '../relationship/portal-model.ts';
import type { Backtests, PortalModels, StoredBacktest, TriedModel, Verdict } from '../usecases/learned.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { Database, Executor } from './database.ts';

type Row = {
  readonly model: PortalModel;
  readonly fitted_at: number;
  readonly verdict: Verdict;
  readonly adopted_at: number | null;
  readonly outcomes: number;
  readonly loss_before: number;
  readonly loss_after: number;
  readonly looked_at: number;
  readonly movers: number;
};

export function createPortalModels(db: Database): PortalModels {
  return {
    current: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<Pick<Row, 'model'>>`
          select model from portal_model where portal_id = ${portal} and adopted_at is not null
          order by adopted_at desc, fitted_at desc limit 1`.execute(trx);
        return rows[0]?.model ?? null;
      }),
    currentSince: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ at: number | null }>`
          select max(adopted_at) as at from portal_model where portal_id = ${portal}`.execute(trx);
        return rows[0]?.at ?? null;
      }),
    newest: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<Row>`
          select * from portal_model where portal_id = ${portal} order by fitted_at desc limit 1`.execute(
          trx,
        );
        return rows[0] === undefined ? null : fromRow(rows[0]);
      }),
    save: (portal, tried) => db.inPortal(portal, (trx) => save(trx, portal, tried)),
  };
}

async function save(trx: Executor, portal: PortalId, tried: TriedModel): Promise<void> {
  const { model, judgement } = tried;
  await sql`
    insert into portal_model (portal_id, version, model, fitted_at, verdict, adopted_at, outcomes, loss_before,
      loss_after, looked_at, movers)
    values (${portal}, ${model.version}, ${JSON.stringify(model)}::jsonb, ${tried.fittedAt}, ${tried.verdict},
      ${tried.adoptedAt}, ${judgement.outcomes}, ${judgement.before}, ${judgement.after},
      ${judgement.lookedAt}, ${judgement.movers})
    on conflict (portal_id, version) do update set model = excluded.model, fitted_at = excluded.fitted_at,
      verdict = excluded.verdict, adopted_at = excluded.adopted_at,
      outcomes = excluded.outcomes, loss_before = excluded.loss_before, loss_after = excluded.loss_after,
      looked_at = excluded.looked_at, movers = excluded.movers`.execute(trx);
}

function fromRow(row: Row): TriedModel {
  return {
    model: row.model,
    fittedAt: row.fitted_at,
    verdict: row.verdict,
    adoptedAt: row.adopted_at,
    judgement: {
      outcomes: row.outcomes,
      before: row.loss_before,
      after: row.loss_after,
      lookedAt: row.looked_at,
      movers: row.movers,
    },
  };
}

export function createBacktests(db: Database): Backtests {
  return {
    find: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<StoredBacktest>`
          select at, result from backtest_result where portal_id = ${portal}`.execute(trx);
        return rows[0] ?? null;
      }),
    save: (portal, { at, result }) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          insert into backtest_result (portal_id, at, result) values (${portal}, ${at}, ${JSON.stringify(result)}::jsonb)
          on conflict (portal_id) do update set at = excluded.at, result = excluded.result`.execute(trx);
      }),
  };
}
