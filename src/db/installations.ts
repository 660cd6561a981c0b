/** Who installed us, with what rights and settings: one row per portal, in table `installation`. */
import { sql } from 'kysely';
import type { Installation, Installations, PortalId } from '../usecases/ports.ts';
import { nothingMapped } from '../usecases/property-mapping.ts';
import type { Database, Executor } from './database.ts';

type Row = {
  readonly portal_id: number;
  readonly state: Installation['state'];
  readonly scopes: Installation['scopes'];
  readonly missing_scopes: Installation['missingScopes'];
  readonly time_zone: string;
  readonly ui_domain: string;
  readonly currency: string;
  readonly live: boolean;
  readonly app_events: boolean;
  readonly pipelines: Installation['pipelines'];
  readonly mapping: Partial<Installation['mapping']>;
  readonly provision: Installation['provision'];
  readonly installed_at: number;
};

/** Everything a portal owns beside its row in `installation`. Tombstones stay: they outlive even an erasure. */
const erased = [
  'token',
  'rate',
  'contact',
  'signal',
  'assessment',
  'due_contact',
  'stage_log',
  'dirty_contact',
  'dirty_record',
  'backfill',
  'backfill_step',
  'parked',
  'portal_model',
  'backtest_result',
  'portal_view',
  'correction',
  'summary',
  'edition',
  'admin',
  'preview',
  'action_call',
  'round',
  'register',
];

export function createInstallations(db: Database): Installations {
  return {
    find: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<Row>`select * from installation where portal_id = ${portal}`.execute(trx);
        return rows[0] === undefined ? null : fromRow(rows[0]);
      }),
    active: () =>
      db.acrossPortals(async (trx) => {
        const { rows } = await sql<{ portal_id: PortalId }>`
          select portal_id from installation where state = 'active' order by portal_id`.execute(trx);
        return rows.map((row) => row.portal_id);
      }),
    save: (installation) => db.inPortal(installation.portalId, (trx) => save(trx, installation)),
    setState: (portal, state) =>
      db.inPortal(portal, async (trx) => {
        await sql`update installation set state = ${state} where portal_id = ${portal}`.execute(trx);
      }),
    erase: (portal) =>
      db.inPortal(portal, async (trx) => {
        for (const table of erased) {
          await sql`delete from ${sql.table(table)} where portal_id = ${portal}`.execute(trx);
        }
      }),
  };
}

async function save(trx: Executor, of: Installation): Promise<void> {
  await sql`
    insert into installation (portal_id, state, scopes, missing_scopes, time_zone, ui_domain, currency, live,
      app_events, pipelines, mapping, provision, installed_at)
    values (${of.portalId}, ${of.state}, ${JSON.stringify(of.scopes)}::jsonb, ${JSON.stringify(of.missingScopes)}::jsonb,
      ${of.timeZone}, ${of.uiDomain}, ${of.currency}, ${of.live}, ${of.appEvents},
      ${JSON.stringify(of.pipelines)}::jsonb, ${JSON.stringify(of.mapping)}::jsonb,
      ${of.provision === null ? null : JSON.stringify(of.provision)}::jsonb,
      ${of.installedAt})
    on conflict (portal_id) do update set state = excluded.state, scopes = excluded.scopes,
      missing_scopes = excluded.missing_scopes, time_zone = excluded.time_zone, ui_domain = excluded.ui_domain,
      currency = excluded.currency, live = excluded.live, app_events = excluded.app_events,
      pipelines = excluded.pipelines, mapping = excluded.mapping, provision = excluded.provision, installed_at = excluded.installed_at`.execute(
    trx,
  );
}

function fromRow(row: Row): Installation {
  return {
    portalId: row.portal_id,
    state: row.state,
    scopes: row.scopes,
    missingScopes: row.missing_scopes,
    timeZone: row.time_zone,
    uiDomain: row.ui_domain,
    currency: row.currency,
    live: row.live,
    appEvents: row.app_events,
    pipelines: row.pipelines,
    // What a later version reads was not looked for when an older one installed.
    mapping: { ...nothingMapped, ...row.mapping },
    provision: row.provision,
    installedAt: row.installed_at,
  };
}
