/**
 * Who may change a portal's settings. HubSpot signs who asks and not what they may do, so we keep it: whoever walked
 * through the consent page, which HubSpot shows to super admins and app managers only, and whom those name.
 */
import type { Person } from './corrections.ts';
import type { PortalId } from './ports.ts';

export type Admin = {
  /** Null for one who was named by address and has not been here yet. */
  readonly userId: number | null;
  readonly email: string | null;
  readonly addedAt: number;
  /** Address of who named them; null for who installed the app. */
  readonly addedBy: string | null;
};

export type Admins = {
  list(portal: PortalId): Promise<readonly Admin[]>;
  /** Naming somebody twice changes nothing. */
  add(portal: PortalId, admin: Admin): Promise<void>;
  remove(portal: PortalId, admin: Pick<Admin, 'userId' | 'email'>): Promise<void>;
};

export async function isAdmin(
  { admins }: { readonly admins: Pick<Admins, 'list'> },
  portal: PortalId,
  person: Person,
): Promise<boolean> {
  return (await admins.list(portal)).some((admin) => isSame(admin, person));
}

function isSame({ userId, email }: Admin, person: Person): boolean {
  if (userId !== null) return userId === person.userId;
  return email !== null && email === person.email?.toLowerCase();
}
