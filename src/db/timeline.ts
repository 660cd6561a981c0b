/** The stored timelines: contacts with their standing facts, and the signals about them. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { lastingKinds } from '../relationship/signal/lasting-kinds.ts';
import { withMeasures } from '../relationship/with-measures.ts';
import { lastOverride } from '../usecases/corrections.ts';
import type { ContactId, DirtyRecord, PortalId, ReadActivity, ReadContact } from '../usecases/ports.ts';
import type { StoredContact, Timeline } from '../usecases/store.ts';
import { colleaguesOf, colleagueTouches } from './colleague-touches.ts';
import { assessedRows, contactRows, differs, upsertContacts } from './contact-rows.ts';
import { correctionsOf } from './corrections.ts';
import type { Database, Executor } from './database.ts';
import { itemOfRecord, recordOfItem } from './dirty-set.ts';
import { eachOf } from './each-of.ts';
import { replaceSignals, signalsOf } from './signal-rows.ts';

/** Records whose rows are read and compared together. */
const chunk = 200;

export function createTimeline(db: Database): Timeline {
  return {
    saveContacts: (portal, contacts) =>
      db.inPortal(portal, async (trx) => {
        await lockTimeline(trx, portal);
        const changed = new Set<ContactId>();
        const resumed: ContactId[] = [];
        for (const part of chunksOf(contacts)) {
          const saved = await saveContacts(trx, portal, part);
          for (const id of saved.changed) changed.add(id);
          resumed.push(...saved.resumed);
        }
        return { changed: [...changed], resumed };
      }),
    saveActivities: (portal, activities) =>
      db.inPortal(portal, async (trx) => {
        await lockTimeline(trx, portal);
        const changed = new Set<ContactId>();
        for (const part of chunksOf(activities)) {
          for (const id of await saveActivities(trx, portal, part)) changed.add(id);
        }
        return [...changed];
      }),
    dropActivities: (portal, records) => db.inPortal(portal, (trx) => dropActivities(trx, portal, records)),
    dropContacts: async (portal, ids) => {
      if (ids.length > 0) await db.inPortal(portal, (trx) => erase(trx, portal, ids));
    },
    load: (portal, ids) => db.inPortal(portal, (trx) => load(trx, portal, ids)),
    colleagues: (portal, ids) => db.inPortal(portal, (trx) => colleaguesOf(trx, portal, ids)),
    activitiesOf: (portal, ids) =>
      db.inPortal(portal, async (trx) => {
        const { rows } = await sql<{ record: string }>`
          select distinct record from signal
          where portal_id = ${portal} and contact_id = any(${ids}::text[]) and record not like 'contacts:%'
          order by record`.execute(trx);
        return rows.map((row) => recordOfItem(row.record));
      }),
    knows: (portal, contact) =>
      db.inPortal(portal, async (trx) => (await contactRows(trx, portal, [contact])).size > 0),
    prune: (portal, ids, before) => db.inPortal(portal, (trx) => prune(trx, portal, ids, before)),
    forget: (portal, ids) => db.inPortal(portal, (trx) => forget(trx, portal, ids)),
  };
}

/**
 * One writer per portal's timeline: between reading what stands and writing what differs nobody else may write, or an
 * older reading could end on top.
 */
async function lockTimeline(trx: Executor, portal: PortalId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('timeline', ${portal}))`.execute(trx);
}

async function dropActivities(
  trx: Executor,
  portal: PortalId,
  records: readonly DirtyRecord[],
): Promise<readonly ContactId[]> {
  await lockTimeline(trx, portal);
  const { rows } = await sql<{ contact_id: string }>`
    delete from signal where portal_id = ${portal} and record = any(${records.map(itemOfRecord)}::text[])
    returning contact_id`.execute(trx);
  return [...new Set(rows.map((row) => row.contact_id))];
}

async function prune(
  trx: Executor,
  portal: PortalId,
  ids: readonly ContactId[],
  before: number,
): Promise<readonly ContactId[]> {
  await lockTimeline(trx, portal);
  const { rows } = await sql<{ contact_id: string }>`
    delete from signal as s
    where portal_id = ${portal} and contact_id = any(${ids}::text[]) and at < ${before}
      and kind <> all(${lastingKinds}::text[])
      and exists (select from signal as f
        where f.portal_id = s.portal_id and f.contact_id = s.contact_id and f.kind = s.kind and f.by = s.by
          and (f.at, f.record, f.id) < (s.at, s.record, s.id))
    returning contact_id`.execute(trx);
  const lost = [...new Set(rows.map((row) => row.contact_id))];
  // No model has this version: what the cut moves is told as recalibrated, for the relationship did not move.
  await sql`
    update contact set published_model = ''
    where portal_id = ${portal} and id = any(${lost}::text[]) and published_model is not null`.execute(trx);
  return lost;
}

async function forget(trx: Executor, portal: PortalId, ids: readonly ContactId[]): Promise<void> {
  await lockTimeline(trx, portal);
  await sql`
    insert into tombstone (portal_id, hash)
    select ${portal}::bigint, hash from unnest(${ids.map((id) => tombstoneOf(portal, id))}::text[]) as t(hash)
    on conflict do nothing`.execute(trx);
  await sql`
    delete from action_call where portal_id = ${portal} and contact_id = any(${ids}::text[])`.execute(trx);
  await erase(trx, portal, ids);
}

async function saveContacts(
  trx: Executor,
  portal: PortalId,
  contacts: readonly ReadContact[],
): Promise<{ changed: readonly ContactId[]; resumed: readonly ContactId[] }> {
  const erased = await tombstoned(
    trx,
    portal,
    contacts.map((contact) => contact.id),
  );
  const standing = await contactRows(
    trx,
    portal,
    contacts.map((contact) => contact.id),
  );
  const newest = contacts.filter(
    (contact) =>
      !erased.has(contact.id) && !((standing.get(contact.id)?.modified_at ?? 0) > contact.modifiedAt),
  );
  await upsertContacts(trx, portal, [...new Map(newest.map((contact) => [contact.id, contact])).values()]);
  const objecting = newest.filter((contact) => contact.facts.objection).map((contact) => contact.id);
  if (objecting.length > 0) await stopComputing(trx, portal, objecting);
  const spoke = await replaceSignals(
    trx,
    portal,
    newest.map((contact) => ({
      record: itemOfRecord({ type: 'contacts', id: contact.id }),
      contactIds: contact.facts.objection ? [] : [contact.id],
      modifiedAt: contact.modifiedAt,
      signals: contact.signals,
    })),
  );
  const changed = newest.filter((contact) => {
    const before = standing.get(contact.id);
    return before === undefined || differs(before, contact);
  });
  const resumed = newest.filter((contact) => standing.get(contact.id)?.objection && !contact.facts.objection);
  return {
    changed: [...new Set([...spoke, ...changed.map((contact) => contact.id)])],
    resumed: resumed.map((contact) => contact.id),
  };
}

async function saveActivities(
  trx: Executor,
  portal: PortalId,
  activities: readonly ReadActivity[],
): Promise<readonly ContactId[]> {
  const contacts = [...new Set(activities.flatMap((activity) => activity.contactIds))];
  const excluded = await tombstoned(trx, portal, contacts);
  for (const row of (await contactRows(trx, portal, contacts)).values())
    if (row.objection) excluded.add(row.id);
  return replaceSignals(
    trx,
    portal,
    activities.map((activity) => ({
      record: itemOfRecord(activity),
      contactIds: [...new Set(activity.contactIds)].filter((id) => !excluded.has(id)),
      modifiedAt: activity.modifiedAt,
      signals: activity.signals,
    })),
  );
}

/** An objection leaves nothing that was computed or that could be computed from. The next assessment says so. */
async function stopComputing(trx: Executor, portal: PortalId, ids: readonly ContactId[]): Promise<void> {
  for (const table of ['signal', 'stage_log', 'correction']) {
    await sql`
      delete from ${sql.table(table)} where portal_id = ${portal} and contact_id = any(${ids}::text[])`.execute(
      trx,
    );
  }
}

async function erase(trx: Executor, portal: PortalId, ids: readonly ContactId[]): Promise<void> {
  for (const table of ['signal', 'stage_log', 'assessment', 'due_contact', 'correction']) {
    await sql`
      delete from ${sql.table(table)} where portal_id = ${portal} and contact_id = any(${ids}::text[])`.execute(
      trx,
    );
  }
  // A workflow that waits for us is owed an answer, if only that the contact is gone.
  await sql`
    delete from action_call
    where portal_id = ${portal} and contact_id = any(${ids}::text[]) and until is null`.execute(trx);
  const records = ids.flatMap((id) => [
    itemOfRecord({ type: 'contacts', id }),
    itemOfRecord({ type: 'history', id }),
  ]);
  await sql`delete from contact where portal_id = ${portal} and id = any(${ids}::text[])`.execute(trx);
  await sql`delete from dirty_contact where portal_id = ${portal} and item = any(${ids}::text[])`.execute(
    trx,
  );
  await sql`delete from dirty_record where portal_id = ${portal} and item = any(${records}::text[])`.execute(
    trx,
  );
  await sql`delete from parked where portal_id = ${portal} and subject = any(${records}::text[])`.execute(
    trx,
  );
}

async function load(
  trx: Executor,
  portal: PortalId,
  ids: readonly ContactId[],
): Promise<readonly StoredContact[]> {
  if (ids.length === 0) return [];
  const contacts = await assessedRows(trx, portal, ids);
  const signals = await signalsOf(trx, portal, ids);
  const touches = await colleagueTouches(trx, portal, signals);
  const corrections = await correctionsOf(trx, portal, ids);
  return contacts.map((row) => ({
    id: row.id,
    label: row.label,
    facts: {
      ...withMeasures(row.facts, row.measures),
      objection: row.objection,
      colleagueTouches: touches.get(row.id) ?? [],
      override: lastOverride(corrections.get(row.id) ?? []),
    },
    signals: signals.get(row.id) ?? [],
    published: row.published,
    publishedModel: row.published_model,
    unsettled: row.unsettled,
    objectionSince: row.objection_since,
    shown: row.stage === null ? null : { stage: row.stage, modelVersion: row.model_version ?? '' },
    corrections: corrections.get(row.id) ?? [],
  }));
}

async function tombstoned(
  trx: Executor,
  portal: PortalId,
  ids: readonly ContactId[],
): Promise<Set<ContactId>> {
  const byHash = new Map(ids.map((id) => [tombstoneOf(portal, id), id]));
  const { rows } = await sql<{ hash: string }>`
    select t.hash from (${eachOf([...byHash.keys()])}) as given(hash) cross join lateral (
      select hash from tombstone where portal_id = ${portal} and hash = given.hash offset 0) as t`.execute(
    trx,
  );
  return new Set(rows.flatMap((row) => byHash.get(row.hash) ?? []));
}

/** Enough to recognise the contact should it come back from a backup, without its id standing in the table. */
function tombstoneOf(portal: PortalId, id: ContactId): string {
  return createHash('sha256').update(`${portal}:${id}`).digest('base64url');
}

function* chunksOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += chunk) yield all.slice(from, from + chunk);
}
