/** The log of what people corrected, out of one store and into another: overrides are replayed from it. */
import type { Config } from '../../src/config.ts';
import { databasePlace } from '../../src/database-place.ts';
import { createCorrections } from '../../src/db/corrections.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import type { Correction, Corrections } from '../../src/usecases/corrections.ts';
import type { Portal } from './portals.ts';

export type CorrectionLog = ReadonlyMap<number, readonly Correction[]>;

/** @param store of a service that does not run. @returns by portal, the oldest first. */
export function readLog(store: Config['store'], portals: readonly Portal[]): Promise<CorrectionLog> {
  return inStore(store, async (corrections) => {
    const log = new Map<number, readonly Correction[]>();
    for (const { portalId, sandbox } of portals) {
      const contacts = [...sandbox.store.shelf('contacts').records.keys()];
      const found: Correction[] = [];
      for (const id of contacts) found.push(...(await corrections.of(portalId, id)));
      log.set(portalId, found.reverse());
    }
    return log;
  });
}

/** Contacts whose stage somebody set by hand. */
export function overriddenIn(log: CorrectionLog, portal: number): ReadonlySet<string> {
  const overrides = (log.get(portal) ?? []).filter(({ says }) => says.kind === 'override');
  return new Set(overrides.map(({ contactId }) => contactId));
}

/** @param store of a service that does not run yet. */
export function writeLog(store: Config['store'], log: CorrectionLog): Promise<void> {
  return inStore(store, async (corrections) => {
    for (const [portal, all] of log) {
      for (const correction of all) {
        await corrections.add(portal, { ...correction, undone: null });
        const { id, undone } = correction;
        if (undone !== null) await corrections.undo(portal, id, undone.at, undone.by);
      }
    }
  });
}

async function inStore<T>(store: Config['store'], act: (corrections: Corrections) => Promise<T>): Promise<T> {
  const database = await openDatabase(databasePlace(store));
  try {
    return await act(createCorrections(database));
  } finally {
    await database.close();
  }
}
