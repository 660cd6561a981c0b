/**
 * Seals all tokens with the newest key: the first step of taking an old key out of use. It can be stopped and started
 * again, and may run beside the service: a token that is renewed meanwhile is sealed with the newest key already.
 */
import { sql } from 'kysely';
import type { PortalId } from '../usecases/ports.ts';
import { type Cipher, CipherError } from './cipher.ts';
import type { Database } from './database.ts';

/** `unopened`: sealed with a key that is not held; they stay as they are. */
export type Resealed = {
  readonly resealed: number;
  readonly current: number;
  readonly unopened: readonly { readonly portal: PortalId; readonly keyId: string }[];
};

export async function resealTokens(db: Database, cipher: Cipher): Promise<Resealed> {
  const { rows } = await db.acrossPortals((trx) =>
    sql<{ portal_id: PortalId }>`select portal_id from token order by portal_id`.execute(trx),
  );
  let resealed = 0;
  let current = 0;
  const unopened: { portal: PortalId; keyId: string }[] = [];
  for (const { portal_id: portal } of rows) {
    try {
      if (await resealOne(db, cipher, portal)) resealed += 1;
      else current += 1;
    } catch (error) {
      if (!(error instanceof CipherError)) throw error;
      unopened.push({ portal, keyId: error.keyId });
    }
  }
  return { resealed, current, unopened };
}

/** False when there was nothing to do. The row is locked, so that a renewal comes before or after it and never between. */
function resealOne(db: Database, cipher: Cipher, portal: PortalId): Promise<boolean> {
  return db.inPortal(portal, async (trx) => {
    const { rows } = await sql<{ access: string; refresh: string }>`
      select access, refresh from token where portal_id = ${portal} for update`.execute(trx);
    const [row] = rows;
    if (row === undefined || !(cipher.isOld(row.access) || cipher.isOld(row.refresh))) return false;
    const again = (field: 'access' | 'refresh') =>
      cipher.seal(portal, field, cipher.open(portal, field, row[field]));
    await sql`
      update token set access = ${again('access')}, refresh = ${again('refresh')}
      where portal_id = ${portal}`.execute(trx);
    return true;
  });
}
