/** What admins chose, and who they are, in memory. */
import type { Admin, Admins } from '../../src/usecases/admins.ts';
import type { ChoicesStore, Edition } from '../../src/usecases/choices.ts';
import type { PortalId } from '../../src/usecases/ports.ts';

export function fakeChoices(): ChoicesStore {
  const kept = new Map<PortalId, Edition[]>();
  const of = (portal: PortalId) => kept.get(portal) ?? [];
  return {
    current: async (portal) => of(portal).at(-1) ?? null,
    find: async (portal, revision) => of(portal).find((it) => it.revision === revision) ?? null,
    history: async (portal, limit) =>
      [...of(portal)]
        .reverse()
        .slice(0, limit)
        .map(({ choices: _, ...head }) => head),
    async add(portal, edition) {
      if (of(portal).some(({ revision }) => revision === edition.revision)) return false;
      kept.set(portal, [...of(portal), edition]);
      return true;
    },
  };
}

export function fakeAdmins(): Admins {
  const kept = new Map<PortalId, Map<string, Admin>>();
  const of = (portal: PortalId) => {
    const found = kept.get(portal) ?? new Map<string, Admin>();
    kept.set(portal, found);
    return found;
  };
  const who = ({ userId, email }: Pick<Admin, 'userId' | 'email'>) => String(userId ?? email);
  return {
    list: async (portal) => [...of(portal).values()],
    async add(portal, admin) {
      if (!of(portal).has(who(admin))) of(portal).set(who(admin), admin);
    },
    remove: async (portal, admin) => void of(portal).delete(who(admin)),
  };
}
