/** What a person changes on the portal's pages: the same changes as by API, made by a user. */
import { z } from 'zod';
import type { ChangeSource } from '../crm/change.ts';
import { archiveRecord, forgetRecord, mergeRecords, restoreRecord } from '../crm/end-record.ts';
import { type ObjectType, objectTypeOf } from '../crm/object-types.ts';
import { createRecord, setValues, updateRecord } from '../crm/write-record.ts';
import type { PortalSettings } from '../portal-settings.ts';
import type { RecordView } from '../sandbox-api-for-pages.ts';
import type { PortalStore } from '../store.ts';
import { notThere, PageRefusal, refusedValue } from './page-refusal.ts';
import { findForPage, viewRecord } from './record-view.ts';

export const newRecordSchema = z.object({
  properties: z.record(z.string(), z.string()),
  associations: z.array(z.object({ type: z.string(), id: z.string() })).default([]),
});

/** The user at the pages, as the author of a change. */
export function byUser(portal: PortalSettings): ChangeSource {
  const { user } = portal;
  return {
    source: 'CRM_UI',
    sourceId: `userId:${user.id}`,
    label: `${user.firstName} ${user.lastName}`,
    userId: user.id,
  };
}

/** An activity that is logged without a time happened now. */
export function addRecord(
  store: PortalStore,
  type: ObjectType,
  given: z.infer<typeof newRecordSchema>,
  by: ChangeSource,
): RecordView {
  const now = new Date(store.clock.now()).toISOString();
  const timed = type.timeProperty === 'hs_timestamp' ? { hs_timestamp: now } : {};
  const links = given.associations.map((link) => {
    const to = objectTypeOf(link.type);
    if (to === undefined || store.findLive(to.name, link.id) === undefined)
      throw notThere(`${link.type} ${link.id}`);
    return { to: { type: to.name, id: link.id } };
  });
  const outcome = createRecord(store, type, { ...timed, ...given.properties }, links, by);
  switch (outcome.kind) {
    case 'created':
      return viewRecord(store, type, outcome.record.id);
    case 'invalid':
      throw refusedValue(outcome.faults);
    case 'taken':
      throw new PageRefusal(409, `Contact ${outcome.existingId} has this address already.`, 'email');
  }
}

export function editRecord(
  store: PortalStore,
  type: ObjectType,
  id: string,
  properties: Readonly<Record<string, string>>,
  by: ChangeSource,
): RecordView {
  const outcome = updateRecord(store, findForPage(store, type, id), properties, by);
  switch (outcome.kind) {
    case 'updated':
      return viewRecord(store, type, id);
    case 'invalid':
      throw refusedValue(outcome.faults);
    case 'taken':
      throw new PageRefusal(409, `Contact ${outcome.existingId} has this address already.`, 'email');
  }
}

export function removeRecord(store: PortalStore, type: ObjectType, id: string, by: ChangeSource): void {
  const record = findForPage(store, type, id);
  if (record.archivedAt === 0) archiveRecord(store, record, by);
}

export function bringBack(store: PortalStore, type: ObjectType, id: string, by: ChangeSource): RecordView {
  const record = store.find(type.name, id);
  if (record === undefined) throw notThere(`${type.singular.toLowerCase()} with id ${id}`);
  if (record.mergedInto !== null) throw new PageRefusal(409, 'A record that was merged cannot be restored.');
  if (record.archivedAt !== 0) restoreRecord(store, record, by);
  return viewRecord(store, type, id);
}

export function mergeInto(
  store: PortalStore,
  type: ObjectType,
  id: string,
  otherId: string,
  by: ChangeSource,
): RecordView {
  const winner = store.findLive(type.name, id);
  const loser = store.findLive(type.name, otherId);
  if (winner === undefined || loser === undefined) throw notThere(`${type.singular.toLowerCase()} to merge`);
  if (winner === loser) throw new PageRefusal(400, 'A record cannot be merged with itself.');
  mergeRecords(store, winner, loser, by);
  return viewRecord(store, type, id);
}

export function forgetContact(store: PortalStore, type: ObjectType, id: string, by: ChangeSource): void {
  forgetRecord(store, findForPage(store, type, id), by);
}

/** The contact fills in a form on the website: HubSpot keeps no record of it but these properties. */
export function submitForm(store: PortalStore, type: ObjectType, id: string, formName: string): RecordView {
  const record = findForPage(store, type, id);
  const now = new Date(store.clock.now()).toISOString();
  const before = Number(record.values['num_conversion_events'] ?? '0');
  const first = before === 0 ? { first_conversion_date: now, first_conversion_event_name: formName } : {};
  const values = {
    ...first,
    recent_conversion_date: now,
    recent_conversion_event_name: formName,
    num_conversion_events: String(before + 1),
  };
  setValues(store, record, values, { source: 'FORM', sourceId: formName, label: formName });
  return viewRecord(store, type, id);
}
