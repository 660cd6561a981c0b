/** Use cases wired for a test: a CRM in memory, a store (fake unless given), a clock in hand, wake-ups that are run. */
import { searchedInAMinute } from '../../src/usecases/backfill-lanes.ts';
import { createWork, type WorkDeps } from '../../src/usecases/do-work.ts';
import { activityTypes, type PortalId } from '../../src/usecases/ports.ts';
import type { WordCards } from '../../src/usecases/store.ts';
import type { Wakeups, WorkHandlers, WorkKind, WorkOutcome } from '../../src/usecases/work.ts';
import { type TestClock, testClock } from './database.ts';
import { FakeCrm } from './fake-crm.ts';
import { fakeStore } from './fake-store.ts';
import { activity, contact, countingCards, countingInfer, installation } from './timeline-builders.ts';

export const portal: PortalId = 7;

type StorePorts = ReturnType<typeof fakeStore>;

export type WorkWorld = {
  readonly crm: FakeCrm;
  readonly store: StorePorts;
  readonly clock: TestClock;
  readonly deps: WorkDeps & { readonly wordCards: WordCards };
  readonly work: WorkHandlers;
  readonly woken: { kind: WorkKind; portal: PortalId }[];
  readonly reported: unknown[];
  run(kind: WorkKind, attempt?: number): Promise<WorkOutcome>;
  /** Runs what was woken until nothing is left. */
  drain(): Promise<void>;
};

export function workWorld(
  over: Partial<WorkDeps> = {},
  given?: { store: StorePorts; clock: TestClock },
): WorkWorld {
  const clock = given?.clock ?? testClock();
  const store = given?.store ?? fakeStore(clock);
  const crm = new FakeCrm();
  const woken: WorkWorld['woken'] = [];
  const reported: unknown[] = [];
  const wakeups: Wakeups = {
    async wake(kind, of) {
      if (!woken.some((other) => other.kind === kind && other.portal === of))
        woken.push({ kind, portal: of });
    },
  };
  const deps: WorkWorld['deps'] = {
    ...store,
    vault: { drop: async () => {} },
    crm,
    wakeups,
    clock,
    infer: countingInfer(),
    wordCards: countingCards,
    breathe: async () => {},
    searchAlone: searchedInAMinute,
    freshWithinMs: 0,
    report: (error: unknown) => void reported.push(error),
    readable: () => activityTypes,
    recordTypes: new Map([
      ['0-1', 'contacts'],
      ['0-49', 'emails'],
      ['0-3', 'deals'],
      ['contact', 'contacts'],
      ['deal', 'deals'],
    ]),
    ...over,
  };
  const idle = async (): Promise<WorkOutcome> => ({ kind: 'idle' });
  const work = { ...createWork(deps), summary: idle, preview: idle };
  const { signal } = new AbortController();
  const run = (kind: WorkKind, attempt = 1) => work[kind](portal, attempt, signal);
  return {
    crm,
    store,
    clock,
    deps,
    work,
    woken,
    reported,
    run,
    async drain() {
      for (let next = woken.shift(); next !== undefined; next = woken.shift()) {
        const outcome = await work[next.kind](next.portal, 1, signal);
        if (outcome.kind === 'again') woken.push(next);
      }
    },
  };
}

/** A world with an active portal that was read before. */
export async function installedWorld(
  over: Partial<WorkDeps> = {},
  of: Parameters<typeof installation>[1] = {},
  given?: { store: StorePorts; clock: TestClock },
): Promise<WorkWorld> {
  const world = workWorld(over, given);
  await world.store.installations.save(installation(portal, of));
  await world.store.backfills.start(portal, [], 0, null);
  await world.store.backfills.finish(portal, 0);
  return world;
}

/** A portal with a contact and a mail, both marked as if by a webhook. */
export async function withMail(world: WorkWorld): Promise<WorkWorld> {
  world.crm.add(contact('1'), activity('emails', '10', ['1']));
  await world.store.dirtyRecords.mark(portal, [
    { type: 'contacts', id: '1' },
    { type: 'emails', id: '10' },
  ]);
  return world;
}
