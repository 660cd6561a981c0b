/** The store in memory, for tests of use cases: the contract suite holds it to what the real one does. */
import { recordOfItem } from '../../src/db/dirty-set.ts';
import type { ActionCalls } from '../../src/usecases/action-calls.ts';
import type { Clock, DirtyRecord, Installation, Installations, PortalId } from '../../src/usecases/ports.ts';
import type {
  Assessments,
  BackfillAdvance,
  BackfillStep,
  Backfills,
  DirtyContacts,
  DirtyRecords,
} from '../../src/usecases/store.ts';
import type { Backlog, Deliveries, Parking } from '../../src/usecases/work.ts';
import { fakeActionCalls } from './fake-action-calls.ts';
import { fakeAdmins, fakeChoices } from './fake-choices.ts';
import { fakeCorrections } from './fake-corrections.ts';

import { fakeDirtySet, keyOfRecord } from './fake-dirty-set.ts';
import { fakeBacktests, fakeHistories, fakePortalModels } from './fake-learned.ts';
import { fakeRegisters, fakeRounds, fakeStoredRecords } from './fake-records.ts';
import { FakePortal, fakeTimeline } from './fake-timeline.ts';
import { fakeViews } from './fake-views.ts';

export type FakeStore = ReturnType<typeof fakeStore>;

export function fakeStore(clock: Clock) {
  const portals = new Map<PortalId, FakePortal>();
  const of = (portal: PortalId) => {
    const found = portals.get(portal) ?? new FakePortal();
    portals.set(portal, found);
    return found;
  };
  const installed = new Map<PortalId, Installation>();
  const dirtyRecords = fakeDirtySet<DirtyRecord>(clock, keyOfRecord);
  const dirty = fakeDirtySet<string>(clock, String);
  const records: DirtyRecords = {
    ...dirtyRecords,
    async waitingByType(portal) {
      const types = [...dirtyRecords.rows(portal).keys()].map((key) => recordOfItem(key).type);
      return new Map([...Map.groupBy(types, (type) => type)].map(([type, all]) => [type, all.length]));
    },
  };
  const dirtyContacts: DirtyContacts = {
    ...dirty,
    async markStored(portal, after, limit) {
      const ids = [...of(portal).contacts.keys()].sort().filter((id) => after === null || id > after);
      await dirty.mark(portal, ids.slice(0, limit));
      return ids.length < limit ? null : (ids[limit - 1] ?? null);
    },
  };
  const actionCalls = fakeActionCalls(
    (portal, id) =>
      dirty.rows(portal).has(id) ||
      ['contacts', 'history'].some((type) => dirtyRecords.rows(portal).has(`${type}:${id}`)),
  );
  const timeline = fakeTimeline(of, (portal, id) => {
    dirty.rows(portal).delete(id);
    actionCalls.erase(portal, id);
    for (const type of ['contacts', 'history']) {
      dirtyRecords.rows(portal).delete(`${type}:${id}`);
      of(portal).parked.delete(`${type}:${id}`);
    }
  });
  return {
    atomically: <T>(_portal: PortalId, work: () => Promise<T>) => work(),
    installations: fakeInstallations(installed, portals),
    timeline: {
      ...timeline,
      forget: async (portal: PortalId, ids: readonly string[]) => {
        actionCalls.forget(portal, ids);
        await timeline.forget(portal, ids);
      },
    },
    assessments: fakeAssessments(portals, of, dirty.mark),
    dirtyContacts,
    dirtyRecords: records,
    backfills: fakeBackfills(of),
    actionCalls: actionCalls.store,
    backlog: fakeBacklog(installed, of, [dirty.rows, dirtyRecords.rows], actionCalls.store),
    deliveries: fakeDeliveries(clock),
    parking: fakeParking(of),
    corrections: fakeCorrections(of),
    choices: fakeChoices(),
    admins: fakeAdmins(),
    histories: fakeHistories(of),
    portalModels: fakePortalModels(of),
    views: fakeViews(of),
    backtests: fakeBacktests(of),
    registers: fakeRegisters(of),
    rounds: fakeRounds(of),
    storedRecords: fakeStoredRecords(of),
  };
}

function fakeInstallations(
  installed: Map<PortalId, Installation>,
  portals: Map<PortalId, FakePortal>,
): Installations {
  return {
    find: async (portal) => installed.get(portal) ?? null,
    active: async () =>
      [...installed.values()].filter((of) => of.state === 'active').map((of) => of.portalId),
    save: async (installation) => void installed.set(installation.portalId, installation),
    async setState(portal, state) {
      const found = installed.get(portal);
      if (found !== undefined) installed.set(portal, { ...found, state });
    },
    erase: async (portal) => void portals.delete(portal),
  };
}

function fakeAssessments(
  portals: ReadonlyMap<PortalId, FakePortal>,
  of: (portal: PortalId) => FakePortal,
  mark: (portal: PortalId, ids: readonly string[]) => Promise<void>,
): Assessments {
  return {
    async save(portal, assessments) {
      for (const saved of assessments) {
        const contact = of(portal).contacts.get(saved.contactId);
        if (contact === undefined) continue;
        of(portal).assessments.set(saved.contactId, { ...saved, due: true, card: null });
        const unsettled = contact.unsettled || saved.writing;
        of(portal).contacts.set(saved.contactId, { ...contact, unsettled });
      }
    },
    async setPublished(portal, published) {
      for (const { contactId, values, modelVersion } of published) {
        const contact = of(portal).contacts.get(contactId);
        if (contact === undefined) continue;
        const read = { ...contact.read, published: { ...contact.read.published, ...values } };
        of(portal).contacts.set(contactId, {
          ...contact,
          read,
          publishedModel: modelVersion,
          unsettled: false,
        });
      }
    },
    async saved(portal, contact) {
      return of(portal).assessments.get(contact)?.assessment ?? null;
    },
    async card(portal, contact) {
      const saved = of(portal).assessments.get(contact);
      return saved === undefined ? null : { body: saved.card, assessedAt: saved.assessment.asOf };
    },
    async wordCard(portal, contact, word) {
      const saved = of(portal).assessments.get(contact);
      if (saved === undefined) return null;
      saved.card = await word(saved.assessment);
      return saved.card;
    },
    async markDue(at, limit) {
      const due = [...portals].flatMap(([portal, { assessments }]) =>
        [...assessments.values()].flatMap((saved) => {
          const { dueAt } = saved.assessment;
          return saved.due && dueAt !== null && dueAt <= at ? [{ portal, saved, dueAt }] : [];
        }),
      );
      due.sort((a, b) => a.dueAt - b.dueAt);
      const counts = new Map<PortalId, number>();
      for (const { portal, saved } of due.slice(0, limit)) {
        saved.due = false;
        await mark(portal, [saved.contactId]);
        counts.set(portal, (counts.get(portal) ?? 0) + 1);
      }
      return counts;
    },
    async stageCounts(portal) {
      const stages = Map.groupBy(of(portal).assessments.values(), (saved) => saved.assessment.stage);
      return Object.fromEntries([...stages].map(([stage, saved]) => [stage, saved.length]));
    },
  };
}

const unread = { after: null, listed: null, below: null, expected: null, done: false, records: 0 };

function advanced(step: BackfillStep, by: BackfillAdvance): BackfillStep {
  return {
    type: step.type,
    after: by.after ?? step.after,
    listed: by.listed ?? step.listed,
    below: by.below ?? step.below,
    expected: by.expected ?? step.expected,
    done: step.done || by.done,
    records: step.records + by.records,
  };
}

function fakeBackfills(of: (portal: PortalId) => FakePortal): Backfills {
  return {
    async start(portal, types, at, expected) {
      const steps = types.map((type) => ({ ...unread, type }));
      of(portal).backfill = {
        startedAt: at,
        finishedAt: null,
        steps,
        contacts: 0,
        assessed: 0,
        expected: expected ?? 0,
      };
    },
    pending: async (portal) => of(portal).backfill?.steps.filter((step) => !step.done) ?? [],
    async advance(portal, by) {
      const { backfill } = of(portal);
      if (backfill === null) return;
      const steps = backfill.steps.map((other) => (other.type === by.type ? advanced(other, by) : other));
      of(portal).backfill = { ...backfill, steps };
    },
    async finish(portal, at) {
      const { backfill } = of(portal);
      if (backfill !== null) of(portal).backfill = { ...backfill, finishedAt: at };
    },
    async progress(portal) {
      const { backfill } = of(portal);
      if (backfill === null) return null;
      const { startedAt, finishedAt, steps, expected } = backfill;
      const read = steps.find((step) => step.type === 'contacts')?.records ?? 0;
      return {
        startedAt,
        finishedAt,
        steps,
        contacts: Math.max(read, expected),
        assessed: of(portal).assessments.size,
      };
    },
  };
}

type Marks = (portal: PortalId) => ReadonlyMap<string, { leaseUntil: number; notBefore: number }>;

function fakeBacklog(
  installed: ReadonlyMap<PortalId, Installation>,
  of: (portal: PortalId) => FakePortal,
  sets: readonly Marks[],
  calls: Pick<ActionCalls, 'waiting'>,
): Backlog {
  return {
    async lag(portal) {
      return sets.some((rows) => rows(portal).size > 0) ? 0 : null;
    },
    async waiting(at) {
      const active = [...installed.values()].filter((it) => it.state === 'active').map((it) => it.portalId);
      const isFree = (row: { leaseUntil: number; notBefore: number }) =>
        row.leaseUntil <= at && row.notBefore <= at;
      const waits = new Set<PortalId>();
      for (const portal of active) if ((await calls.waiting(portal)).length > 0) waits.add(portal);
      return {
        refresh: active.filter(
          (portal) => waits.has(portal) || sets.some((rows) => [...rows(portal).values()].some(isFree)),
        ),
        backfill: active.filter((portal) => of(portal).backfill?.finishedAt === null),
      };
    },
  };
}

function fakeDeliveries(clock: Clock): Deliveries {
  const kept = new Map<number, { id: number; body: string; leaseUntil: number }>();
  let last = 0;
  return {
    async keep(body) {
      last += 1;
      kept.set(last, { id: last, body, leaseUntil: 0 });
    },
    async take(limit, leaseMs) {
      const free = [...kept.values()].filter((row) => row.leaseUntil <= clock.now()).slice(0, limit);
      for (const row of free) row.leaseUntil = clock.now() + leaseMs;
      return free.map(({ id, body }) => ({ id, body }));
    },
    async done(ids) {
      for (const id of ids) kept.delete(id);
    },
    async free() {
      for (const row of kept.values()) row.leaseUntil = 0;
    },
    count: async () => kept.size,
  };
}

function fakeParking(of: (portal: PortalId) => FakePortal): Parking {
  return {
    park: async (portal, what) => void of(portal).parked.set(what.subject, what),
    list: async (portal) => [...of(portal).parked.values()],
    async clear(portal, subjects) {
      for (const subject of subjects) of(portal).parked.delete(subject);
    },
  };
}
