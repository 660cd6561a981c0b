/** The log of corrections in memory. */
import type { Corrections } from '../../src/usecases/corrections.ts';
import type { PortalId } from '../../src/usecases/ports.ts';
import type { FakePortal } from './fake-timeline.ts';

export function fakeCorrections(of: (portal: PortalId) => FakePortal): Corrections {
  return {
    async add(portal, correction) {
      const stood = of(portal).corrections.get(correction.id);
      if (stood === undefined) {
        of(portal).corrections.set(correction.id, correction);
        return 'added';
      }
      const isSame = stood.contactId === correction.contactId && stood.says.kind === correction.says.kind;
      return isSame ? 'there' : 'taken';
    },
    find: async (portal, id) => of(portal).corrections.get(id) ?? null,
    async undo(portal, id, at, by) {
      const stood = of(portal).corrections.get(id);
      if (stood?.undone !== null) return;
      of(portal).corrections.set(id, { ...stood, undone: { at, by } });
    },
    of: async (portal, contact) => of(portal).correctionsOf(contact),
    async disagreements(portal, since) {
      const counts = new Map<string, { about: string; shown: string; count: number }>();
      for (const { says, at, undone } of of(portal).corrections.values()) {
        if (says.kind !== 'feedback' || at < since || undone !== null) continue;
        const key = `${says.about} ${says.shown}`;
        const before = counts.get(key)?.count ?? 0;
        counts.set(key, { about: says.about, shown: says.shown, count: before + 1 });
      }
      return [...counts.values()].sort((a, b) => b.count - a.count || (a.about < b.about ? -1 : 1));
    },
  };
}
