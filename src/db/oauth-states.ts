/** One-time states of the OAuth round trip. They precede any portal, so the table has none. */
import { sql } from 'kysely';
import type { OAuthStates } from '../usecases/ports.ts';
import type { Database } from './database.ts';

export function createOAuthStates(db: Database): OAuthStates {
  return {
    add: (state, expiresAt) =>
      db.acrossPortals(async (trx) => {
        await sql`insert into oauth_state (state, expires_at) values (${state}, ${expiresAt})`.execute(trx);
      }),
    spend: (state, at) =>
      db.acrossPortals(async (trx) => {
        // The expired go along: nobody comes back for them.
        const { rows } = await sql<{ state: string; expires_at: number }>`
          delete from oauth_state where state = ${state} or expires_at <= ${at}
          returning state, expires_at`.execute(trx);
        return rows.some((row) => row.state === state && row.expires_at > at);
      }),
  };
}
