/** What the reconciliation needs of the store, in memory. */
import type { PortalId } from '../../src/usecases/ports.ts';
import type { Rounds, StoredRecords } from '../../src/usecases/reconciliation.ts';
import type { Registers } from '../../src/usecases/register.ts';
import type { FakePortal } from './fake-timeline.ts';

export function fakeRegisters(of: (portal: PortalId) => FakePortal): Registers {
  return {
    find: async (portal) => of(portal).register,
    async save(portal, register) {
      of(portal).register = register;
    },
  };
}

export function fakeRounds(of: (portal: PortalId) => FakePortal): Rounds {
  return {
    of: async (portal) => [...of(portal).rounds.values()].sort((a, b) => (a.round < b.round ? -1 : 1)),
    save: async (portal, cursor) => void of(portal).rounds.set(cursor.round, cursor),
  };
}

export function fakeStoredRecords(of: (portal: PortalId) => FakePortal): StoredRecords {
  const said = (portal: PortalId) =>
    [...of(portal).records].filter(
      ([, { signals, contactIds }]) => signals.length > 0 && contactIds.length > 0,
    );
  return {
    async modifiedAt(portal, type, ids) {
      const stored =
        type === 'contacts'
          ? [...of(portal).contacts].map(([id, { read }]) => [id, read.modifiedAt] as const)
          : said(portal)
              .filter(([key]) => key.startsWith(`${type}:`))
              .map(([key, heard]) => [key.slice(type.length + 1), heard.modifiedAt] as const);
      return new Map(stored.filter(([id]) => ids.includes(id)));
    },
    async slice(portal, after, limit) {
      const ids = [...of(portal).contacts.keys()].sort();
      return ids.filter((id) => id > (after ?? '')).slice(0, limit);
    },
    async unpublish(portal, properties, limit) {
      const told = [...of(portal).contacts].filter(([, { read }]) =>
        properties.some((name) => name in read.published),
      );
      for (const [id, stored] of told.slice(0, limit)) {
        const left = Object.entries(stored.read.published).filter(([name]) => !properties.includes(name));
        of(portal).contacts.set(id, {
          ...stored,
          read: { ...stored.read, published: Object.fromEntries(left) },
        });
      }
      return told.slice(0, limit).map(([id]) => id);
    },
  };
}
