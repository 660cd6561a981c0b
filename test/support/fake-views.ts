/** What is measured of a whole portal, in memory; held by the contract suite to what the real store does. */
import { isDeepStrictEqual } from 'node:util';
import { noFacts } from '../../src/relationship/facts.ts';
import { measuredKinds } from '../../src/relationship/portal-row.ts';
import type { PortalViews } from '../../src/usecases/measure-portal.ts';
import type { PortalId } from '../../src/usecases/ports.ts';
import type { FakePortal } from './fake-timeline.ts';

export function fakeViews(of: (portal: PortalId) => FakePortal): PortalViews {
  return {
    find: async (portal) => of(portal).view,
    async save(portal, view) {
      of(portal).view = view;
    },
    async page(portal, after, limit) {
      const { contacts, assessments } = of(portal);
      const ids = [...contacts].filter(([, { read }]) => !read.facts.objection).map(([id]) => id);
      const page = ids.sort().filter((id) => after === null || id > after);
      return page.slice(0, limit).map((id) => {
        const assessment = assessments.get(id)?.assessment;
        const kinds: readonly string[] = measuredKinds;
        return {
          id,
          owner: contacts.get(id)?.read.ownerId ?? null,
          facts: contacts.get(id)?.read.facts ?? noFacts,
          encounter: assessment?.milestones?.firstEncounter?.source ?? null,
          stage: assessment?.stage ?? null,
          acted: (assessment?.lastTouchAt ?? null) !== null,
          signals: of(portal)
            .signalsOf(id)
            .filter(({ kind }) => kinds.includes(kind)),
        };
      });
    },
    async saveMeasures(portal, measures) {
      const { measures: known } = of(portal);
      const changed = [...measures].filter(([id, said]) => !isDeepStrictEqual(known.get(id) ?? {}, said));
      for (const [id, said] of changed) known.set(id, said);
      return changed.map(([id]) => id);
    },
  };
}
