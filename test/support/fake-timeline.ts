/** Timelines in memory: what one portal holds, and the store's rules for saving and loading it. */

import type { ContactMeasures } from '../../src/relationship/measure-portal.ts';
import type { PortalView } from '../../src/relationship/portal-view.ts';
import { lastingKinds } from '../../src/relationship/signal/lasting-kinds.ts';
import type { Signal } from '../../src/relationship/signal/signal.ts';
import { withMeasures } from '../../src/relationship/with-measures.ts';
import { type Correction, lastOverride } from '../../src/usecases/corrections.ts';
import type { StoredBacktest, TriedModel } from '../../src/usecases/learned.ts';
import type { PortalId, ReadActivity, ReadContact } from '../../src/usecases/ports.ts';
import type { RoundCursor } from '../../src/usecases/reconciliation.ts';
import type { StoredRegister } from '../../src/usecases/register.ts';
import type { Assessments, BackfillProgress, StoredContact, Timeline } from '../../src/usecases/store.ts';
import type { Parked } from '../../src/usecases/work.ts';
import { keyOfRecord, recordOfKey } from './fake-dirty-set.ts';

type Heard = { modifiedAt: number; contactIds: readonly string[]; signals: readonly Signal[] };
type Contact = {
  read: ReadContact;
  publishedModel: string | null;
  unsettled: boolean;
  objectionSince: number | null;
};
type Saved = Parameters<Assessments['save']>[1][number] & { due: boolean; card: string | null };

export class FakePortal {
  readonly contacts = new Map<string, Contact>();
  readonly records = new Map<string, Heard>();
  readonly assessments = new Map<string, Saved>();
  readonly tombstones = new Set<string>();
  readonly parked = new Map<string, Parked>();
  readonly corrections = new Map<string, Correction>();
  readonly models = new Map<string, TriedModel>();
  readonly rounds = new Map<string, RoundCursor>();
  /** Which signals of whom were cut by retention: contact, record and id. */
  readonly pruned = new Set<string>();
  readonly measures = new Map<string, ContactMeasures>();
  view: PortalView | null = null;
  register: StoredRegister | null = null;
  backtest: StoredBacktest | null = null;
  backfill: (BackfillProgress & { expected: number }) | null = null;

  signalsOf(id: string): readonly Signal[] {
    const own = [...this.records.values()].filter((heard) => heard.contactIds.includes(id));
    return own
      .flatMap((heard) => heard.signals)
      .filter((signal) => !this.pruned.has(`${id} ${signal.source} ${signal.id}`))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  /** Replaces what a record said; returns whom that changes. */
  hear(key: string, heard: Heard): readonly string[] {
    const before = this.records.get(key);
    if (before !== undefined && before.signals.length > 0 && before.modifiedAt > heard.modifiedAt) return [];
    for (const cut of this.pruned) if (cut.split(' ')[1] === key) this.pruned.delete(cut);
    this.records.set(key, heard);
    const ids = new Set([...(before?.contactIds ?? []), ...heard.contactIds]);
    const said = (of: Heard | undefined, id: string) =>
      of?.contactIds.includes(id) && of.signals.length > 0 ? JSON.stringify(of.signals) : '';
    return [...ids].filter((id) => said(before, id) !== said(heard, id));
  }

  correctionsOf(id: string): readonly Correction[] {
    const own = [...this.corrections.values()].filter(({ contactId }) => contactId === id);
    return own.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  }

  uncorrect(id: string): void {
    for (const one of this.correctionsOf(id)) this.corrections.delete(one.id);
  }

  erase(id: string): void {
    this.contacts.delete(id);
    this.assessments.delete(id);
    this.uncorrect(id);
    for (const heard of this.records.values()) {
      heard.contactIds = heard.contactIds.filter((contact) => contact !== id);
    }
  }
}

export function fakeTimeline(
  of: (portal: PortalId) => FakePortal,
  unmark: (portal: PortalId, id: string) => void,
): Timeline {
  const drop = async (portal: PortalId, ids: readonly string[]) => {
    for (const id of ids) {
      of(portal).erase(id);
      unmark(portal, id);
    }
  };
  return {
    async saveContacts(portal, contacts) {
      const changed = new Set<string>();
      const resumed: string[] = [];
      for (const read of contacts) {
        for (const id of saveContact(of(portal), read)) changed.add(id);
        if (of(portal).contacts.get(read.id)?.read !== read) continue;
        if (wasResumed.has(read)) resumed.push(read.id);
      }
      return { changed: [...changed], resumed };
    },
    async saveActivities(portal, activities) {
      const changed = new Set<string>();
      for (const activity of activities) {
        for (const id of saveActivity(of(portal), activity)) changed.add(id);
      }
      return [...changed];
    },
    async dropActivities(portal, records) {
      const left = records.flatMap((record) => {
        const heard = of(portal).records.get(keyOfRecord(record));
        of(portal).records.delete(keyOfRecord(record));
        return heard === undefined || heard.signals.length === 0 ? [] : heard.contactIds;
      });
      return [...new Set(left)];
    },
    dropContacts: drop,
    load: async (portal, ids) => ids.flatMap((id) => loaded(of(portal), id) ?? []),
    async colleagues(portal, ids) {
      const deals = new Set(ids.flatMap((id) => dealsOf(of(portal), id)));
      const all = [...new Set([...of(portal).records.values()].flatMap((heard) => heard.contactIds))];
      return all.filter((id) => !ids.includes(id) && dealsOf(of(portal), id).some((deal) => deals.has(deal)));
    },
    async activitiesOf(portal, ids) {
      const about = [...of(portal).records].filter(
        ([key, heard]) =>
          !key.startsWith('contacts:') &&
          heard.signals.length > 0 &&
          heard.contactIds.some((id) => ids.includes(id)),
      );
      return about
        .map(([key]) => recordOfKey(key))
        .sort((a, b) => (keyOfRecord(a) < keyOfRecord(b) ? -1 : 1));
    },
    knows: async (portal, id) => of(portal).contacts.has(id),
    async prune(portal, ids, before) {
      return ids.filter((id) => pruned(of(portal), id, before));
    },
    async forget(portal, ids) {
      for (const id of ids) of(portal).tombstones.add(id);
      await drop(portal, ids);
    },
  };
}

/** Readings that took an objection back. */
const wasResumed = new WeakSet<ReadContact>();

function saveContact(portal: FakePortal, read: ReadContact): readonly string[] {
  const before = portal.contacts.get(read.id);
  if (portal.tombstones.has(read.id)) return [];
  if (before !== undefined && before.read.modifiedAt > read.modifiedAt) return [];
  portal.contacts.set(read.id, {
    read,
    publishedModel: before?.publishedModel ?? null,
    unsettled: before?.unsettled ?? false,
    objectionSince: objectionSince(before, read),
  });
  if (read.facts.objection) {
    for (const heard of portal.records.values()) {
      heard.contactIds = heard.contactIds.filter((id) => id !== read.id);
    }
    portal.uncorrect(read.id);
  } else if (before?.read.facts.objection) wasResumed.add(read);
  const spoke = portal.hear(`contacts:${read.id}`, {
    modifiedAt: read.modifiedAt,
    contactIds: read.facts.objection ? [] : [read.id],
    signals: read.signals,
  });
  const said = (contact: ReadContact) => {
    const published = Object.entries(contact.published).filter(([, value]) => value !== '');
    return JSON.stringify([contact.facts, published.sort()]);
  };
  const differs = before === undefined || said(before.read) !== said(read);
  return differs ? [...spoke, read.id] : spoke;
}

function objectionSince(before: Contact | undefined, read: ReadContact): number | null {
  if (before === undefined || !read.facts.objection) return null;
  return before.read.facts.objection ? before.objectionSince : read.modifiedAt;
}

function saveActivity(portal: FakePortal, activity: ReadActivity): readonly string[] {
  const contactIds = [...new Set(activity.contactIds)].filter(
    (id) => !portal.tombstones.has(id) && !portal.contacts.get(id)?.read.facts.objection,
  );
  const { modifiedAt, signals } = activity;
  return portal.hear(keyOfRecord(activity), { modifiedAt, contactIds, signals });
}

function loaded(portal: FakePortal, id: string): StoredContact | null {
  const contact = portal.contacts.get(id);
  if (contact === undefined) return null;
  const { read, publishedModel, unsettled, objectionSince } = contact;
  return {
    id,
    label: read.label,
    facts: {
      ...withMeasures(read.facts, portal.measures.get(id) ?? {}),
      colleagueTouches: colleagueTouchesOf(portal, id),
      override: lastOverride(portal.correctionsOf(id)),
    },
    signals: portal.signalsOf(id),
    published: read.published,
    publishedModel,
    unsettled,
    objectionSince,
    shown: portal.assessments.get(id)?.assessment ?? null,
    corrections: portal.correctionsOf(id),
  };
}

/** Whether the contact lost anything. */
function pruned(portal: FakePortal, id: string, before: number): boolean {
  const firsts = new Set<string>();
  const cut = portal.signalsOf(id).filter(({ at, kind, by }) => {
    const isFirst = !firsts.has(`${kind} ${by}`);
    firsts.add(`${kind} ${by}`);
    return !isFirst && at < before && !lastingKinds.includes(kind);
  });
  for (const { source, id: signal } of cut) portal.pruned.add(`${id} ${source} ${signal}`);
  const contact = portal.contacts.get(id);
  if (cut.length > 0 && contact !== undefined && contact.publishedModel !== null)
    portal.contacts.set(id, { ...contact, publishedModel: '' });
  return cut.length > 0;
}

function dealsOf(portal: FakePortal, id: string): readonly string[] {
  const deals = portal
    .signalsOf(id)
    .map((signal) => ('dealId' in signal.facts ? signal.facts.dealId : undefined));
  return [...new Set(deals.filter((deal) => deal !== undefined))];
}

function colleagueTouchesOf(portal: FakePortal, id: string): { at: number; dealId: string }[] {
  const contacts = [...new Set([...portal.records.values()].flatMap((heard) => heard.contactIds))];
  const touches = dealsOf(portal, id).flatMap((dealId) =>
    contacts
      .filter((other) => other !== id && dealsOf(portal, other).includes(dealId))
      .flatMap((other) => portal.signalsOf(other))
      .filter((signal) => signal.by === 'customer' || signal.by === 'both')
      .map((signal) => ({ at: signal.at, dealId })),
  );
  return touches.sort((a, b) => a.at - b.at);
}
