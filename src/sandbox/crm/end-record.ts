/** Archiving, restoring, merging and forgetting records. */
import type { PortalStore } from '../store.ts';
import type { ChangeSource } from './change.ts';
import { linkRecords } from './link-records.ts';
import { objectTypeNames } from './object-types.ts';
import type { StoredRecord } from './shelf.ts';
import { setValues } from './write-record.ts';

/** Puts a live record into the recycle bin. Its links stay, so that a restore brings them back. */
export function archiveRecord(store: PortalStore, record: StoredRecord, by: ChangeSource): void {
  const at = store.clock.now();
  store.shelf(record.type.name).setArchived(record, at);
  if (record.type.name === 'contacts') store.setEmail(record, record.values['email'], undefined);
  store.tell({ kind: 'deletion', type: record.type.name, id: record.id, at, by });
}

/** Brings an archived record back; one that was merged away cannot come back. */
export function restoreRecord(store: PortalStore, record: StoredRecord, by: ChangeSource): void {
  const at = store.clock.now();
  const shelf = store.shelf(record.type.name);
  shelf.setArchived(record, 0);
  shelf.touch(record, at);
  if (record.type.name === 'contacts') store.setEmail(record, undefined, record.values['email']);
  store.tell({ kind: 'restore', type: record.type.name, id: record.id, at, by });
}

/** Merges `loser` into `winner`: the winner's values stay, its gaps are filled, all links move, the old id resolves to it. */
export function mergeRecords(
  store: PortalStore,
  winner: StoredRecord,
  loser: StoredRecord,
  by: ChangeSource,
): void {
  const at = store.clock.now();
  const type = winner.type.name;
  const shelf = store.shelf(type);
  shelf.setArchived(loser, at);
  loser.mergedInto = winner.id;
  const moved: Record<string, string> = {};
  for (const [name, value] of Object.entries(loser.values)) {
    if (winner.values[name] === undefined && !store.catalog.find(type, name)?.readOnlyValue)
      moved[name] = value;
  }
  const merged = [winner.values['hs_merged_object_ids'], loser.id].filter((id) => id).join(';');
  const source: ChangeSource = { ...by, source: 'MERGE_OBJECTS' };
  if (type === 'contacts') {
    store.setEmail(loser, loser.values['email'], undefined);
    store.setEmail(winner, undefined, loser.values['email']);
    const others = [winner.values['hs_additional_emails'], loser.values['email']].filter((email) => email);
    if (loser.values['email'] && winner.values['email']) moved['hs_additional_emails'] = others.join(';');
  }
  setValues(store, winner, { ...moved, hs_merged_object_ids: merged }, source);
  moveLinks(store, winner, loser, source);
  store.tell({
    kind: 'merge',
    type,
    id: winner.id,
    at,
    by: source,
    mergedIds: [loser.id],
    movedProperties: Object.keys(moved).length,
  });
}

function moveLinks(store: PortalStore, winner: StoredRecord, loser: StoredRecord, by: ChangeSource): void {
  const from = { type: loser.type.name, id: loser.id };
  const to = { type: winner.type.name, id: winner.id };
  for (const type of objectTypeNames) {
    for (const id of [...store.associations.linked(from, type)]) {
      store.associations.unlink(from, { type, id });
      if (type !== to.type || id !== to.id) linkRecords(store, to, { type, id }, by);
    }
  }
}

/** Forgets a person for good: the record, its history and its links are gone, nothing can be restored. */
export function forgetRecord(store: PortalStore, record: StoredRecord, by: ChangeSource): void {
  const at = store.clock.now();
  const key = { type: record.type.name, id: record.id };
  for (const type of objectTypeNames) {
    for (const id of [...store.associations.linked(key, type)]) store.associations.unlink(key, { type, id });
  }
  store.setEmail(record, record.values['email'], undefined);
  store.history.delete(record);
  store.shelf(record.type.name).remove(record.id);
  store.tell({ kind: 'privacyDeletion', ...key, at, by });
  store.tell({ kind: 'deletion', ...key, at, by });
}
