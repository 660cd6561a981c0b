/**
 * OAuth tokens at rest: the columns of table `token` hold what the cipher sealed for this portal and field.
 *
 * Renewal runs alone per portal over all processes, under a lease on the row rather than a lock: a transaction kept
 * open while HubSpot answers would stop every other statement on PGlite, and hold a pooled connection on a server.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { CrmError } from '../usecases/crm-error.ts';
import type { PortalId, StoredTokens, TokenVault } from '../usecases/ports.ts';
import type { Cipher } from './cipher.ts';
import type { Database, Executor } from './database.ts';

type Row = { readonly access: string; readonly refresh: string; readonly expires_at: number };

/**
 * Longer than all tries of the call to HubSpot can take, or a second process would renew beside the first; on the
 * database's clock, since a moved service clock renews nothing.
 */
export const renewalLeaseSeconds = 120;
const lookAgainMs = 50;

export function createTokenVault(db: Database, cipher: Cipher): TokenVault {
  function opened(portal: PortalId, row: Row): StoredTokens {
    return {
      accessToken: cipher.open(portal, 'access', row.access),
      refreshToken: cipher.open(portal, 'refresh', row.refresh),
      expiresAt: row.expires_at,
    };
  }

  async function read(portal: PortalId): Promise<StoredTokens | null> {
    const rows = await db.inPortal(portal, (trx) => select(trx, portal));
    return rows[0] === undefined ? null : opened(portal, rows[0]);
  }

  async function save(portal: PortalId, tokens: StoredTokens): Promise<void> {
    const access = cipher.seal(portal, 'access', tokens.accessToken);
    const refresh = cipher.seal(portal, 'refresh', tokens.refreshToken);
    await db.inPortal(portal, (trx) =>
      sql`
        insert into token (portal_id, access, refresh, expires_at)
        values (${portal}, ${access}, ${refresh}, ${tokens.expiresAt})
        on conflict (portal_id) do update set access = excluded.access, refresh = excluded.refresh,
          expires_at = excluded.expires_at, renewal = null, renewal_until = '-infinity'`.execute(trx),
    );
  }

  async function renewAlone(
    portal: PortalId,
    lease: string,
    renew: (current: StoredTokens) => Promise<StoredTokens>,
  ): Promise<StoredTokens> {
    const current = await read(portal);
    if (current === null) throw noTokens(portal);
    const renewed = await renew(current);
    await db.atomically(portal, async () => {
      const held = await db.inPortal(portal, (trx) => holds(trx, portal, lease));
      // Without the lease somebody else has renewed since: theirs are newer.
      if (held) await save(portal, renewed);
    });
    return renewed;
  }

  return {
    read,
    save,
    async renew(portal, renew) {
      const lease = randomUUID();
      while (!(await db.inPortal(portal, (trx) => take(trx, portal, lease)))) {
        if ((await read(portal)) === null) throw noTokens(portal);
        await wait(lookAgainMs);
      }
      try {
        return await renewAlone(portal, lease, renew);
      } finally {
        await db.inPortal(portal, (trx) => giveBack(trx, portal, lease));
      }
    },
    drop: (portal) =>
      db.inPortal(portal, async (trx) => {
        await sql`delete from token where portal_id = ${portal}`.execute(trx);
      }),
  };
}

/** Uninstalled while a renewal waited or ran: nothing to repeat, and no bug. */
function noTokens(portal: PortalId): CrmError {
  return new CrmError(`Portal ${portal} has no tokens to renew`, { failure: 'installation-gone' });
}

async function select(trx: Executor, portal: PortalId): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select access, refresh, expires_at from token where portal_id = ${portal}`.execute(trx);
  return rows;
}

async function take(trx: Executor, portal: PortalId, lease: string): Promise<boolean> {
  const { rows } = await sql`
    update token set renewal = ${lease},
      renewal_until = clock_timestamp() + ${renewalLeaseSeconds}::float8 * interval '1 second'
    where portal_id = ${portal} and renewal_until < clock_timestamp() returning 1`.execute(trx);
  return rows.length > 0;
}

async function holds(trx: Executor, portal: PortalId, lease: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from token where portal_id = ${portal} and renewal = ${lease} for update`.execute(trx);
  return rows.length > 0;
}

async function giveBack(trx: Executor, portal: PortalId, lease: string): Promise<void> {
  await sql`
    update token set renewal = null, renewal_until = '-infinity'
    where portal_id = ${portal} and renewal = ${lease}`.execute(trx);
}
