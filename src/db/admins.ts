/** Who may change a portal's settings: table `admin`. */
import { sql } from 'kysely';
import type { Admin, Admins } from '../usecases/admins.ts';
import type { Database } from './database.ts';

type Row = {
  readonly user_id: number | null;
  readonly email: string | null;
  readonly added_at: number;
  readonly added_by: string | null;
};

export function createAdmins(db: Database): Admins {
  return {
    list: (portal) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<Row>`
          select user_id, email, added_at, added_by from admin where portal_id = ${portal}
          order by added_at, who`.execute(trx);
        return rows.map((row) => ({
          userId: row.user_id,
          email: row.email,
          addedAt: row.added_at,
          addedBy: row.added_by,
        }));
      }),
    add: (portal, admin) =>
      db.inPortal(portal, async (trx) => {
        await sql`
          insert into admin (portal_id, who, user_id, email, added_at, added_by)
          values (${portal}, ${whoIs(admin)}, ${admin.userId}, ${admin.email}, ${admin.addedAt}, ${admin.addedBy})
          on conflict (portal_id, who) do nothing`.execute(trx);
      }),
    remove: (portal, admin) =>
      db.inPortal(portal, async (trx) => {
        await sql`delete from admin where portal_id = ${portal} and who = ${whoIs(admin)}`.execute(trx);
      }),
  };
}

function whoIs({ userId, email }: Pick<Admin, 'userId' | 'email'>): string {
  return userId === null ? (email ?? '') : String(userId);
}
