/** What was learned of a portal, in memory; held by the contract suite to what the real store does. */
import { sampleEvenly } from '../../src/relationship/fit/sample-evenly.ts';
import type {
  Backtests,
  Histories,
  PortalModels,
  StoredBacktest,
  TriedModel,
} from '../../src/usecases/learned.ts';
import type { PortalId } from '../../src/usecases/ports.ts';
import type { FakePortal } from './fake-timeline.ts';

export function fakeHistories(of: (portal: PortalId) => FakePortal): Histories {
  return {
    async sample(portal, most) {
      const acted = [...of(portal).contacts.keys()].sort().filter((id) =>
        of(portal)
          .signalsOf(id)
          .some(
            ({ by, kind }) => ['customer', 'both'].includes(by) && !['page_view', 'click'].includes(kind),
          ),
      );
      // From the other end, as the real store counts: which ones are taken is nobody's concern.
      return [...sampleEvenly(acted.reverse(), most)].reverse();
    },
    async signals(portal, ids) {
      const found = ids.map((id) => [id, of(portal).signalsOf(id)] as const);
      return new Map(found.filter(([, signals]) => signals.length > 0));
    },
  };
}

export function fakePortalModels(of: (portal: PortalId) => FakePortal): PortalModels {
  const tried = (portal: PortalId): readonly TriedModel[] => [...of(portal).models.values()];
  return {
    async current(portal) {
      const adopted = tried(portal).filter(({ adoptedAt }) => adoptedAt !== null);
      return adopted.sort((a, b) => (a.adoptedAt ?? 0) - (b.adoptedAt ?? 0)).at(-1)?.model ?? null;
    },
    async currentSince(portal) {
      const adopted = tried(portal).flatMap(({ adoptedAt }) => adoptedAt ?? []);
      return adopted.length === 0 ? null : Math.max(...adopted);
    },
    newest: async (portal) => [...tried(portal)].sort((a, b) => a.fittedAt - b.fittedAt).at(-1) ?? null,
    save: async (portal, model) => void of(portal).models.set(model.model.version, model),
  };
}

export function fakeBacktests(of: (portal: PortalId) => FakePortal): Backtests {
  return {
    find: async (portal): Promise<StoredBacktest | null> => of(portal).backtest,
    async save(portal, tested) {
      of(portal).backtest = tested;
    },
  };
}
