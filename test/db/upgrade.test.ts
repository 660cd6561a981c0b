import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrations } from '../../src/db/migrations.ts';

/** As on a server whose role owns the tables and is bound by their policies like everybody. */
async function asBoundOwner(pglite: PGlite): Promise<void> {
  await pglite.exec(`
    create role owner;
    create schema own authorization owner;
    set session authorization owner;
    set search_path to own`);
}

test('an upgrade carries over when each contact is due, though the owner sees no row by itself', async () => {
  const pglite = await PGlite.create();
  const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
  try {
    await asBoundOwner(pglite);
    const migrator = new Migrator({
      db: kysely,
      provider: { getMigrations: async () => ({ ...migrations }) },
      migrationTableSchema: 'own',
    });
    expect((await migrator.migrateTo('0026-unsettled-writes')).error).toBeUndefined();
    const fill = (portal: number) => `
      set app.portal = '${portal}';
      insert into assessment (portal_id, contact_id, assessed_at, stage, due_at, model_version, body)
      values (${portal}, '1', 0, 'bonding', ${portal}0, 'm', '{}'), (${portal}, '2', 0, 'bonding', null, 'm', '{}');`;
    await pglite.exec(`${fill(7)} ${fill(8)} reset app.portal`);
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    await pglite.exec(`set app.every_portal = 'on'`);
    const { rows } = await sql`select portal_id, contact_id, at from due_contact order by 1`.execute(kysely);
    expect(rows).toEqual([
      { portal_id: 7, contact_id: '1', at: 70 },
      { portal_id: 8, contact_id: '1', at: 80 },
    ]);
  } finally {
    await kysely.destroy();
  }
});
