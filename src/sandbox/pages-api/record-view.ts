/** A record as its page shows it: title, properties, links and the history of its values. */

import { labelledTypes } from '../crm/associations.ts';
import { type ObjectType, objectTypes } from '../crm/object-types.ts';
import { recordTitle } from '../crm/record-title.ts';
import { allValues, readValue } from '../crm/record-values.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import { firstValue } from '../crm/write-record.ts';
import type { LinkedRecord, PropertyHistory, RecordView } from '../sandbox-api-for-pages.ts';
import type { PortalStore } from '../store.ts';
import { notThere } from './page-refusal.ts';

const linksShown = 100;

/** The record, or the one it was merged into. */
export function findForPage(store: PortalStore, type: ObjectType, id: string): StoredRecord {
  const record = store.find(type.name, id);
  const survivor = record?.mergedInto ? store.find(type.name, record.mergedInto) : record;
  if (survivor === undefined) throw notThere(`${type.singular.toLowerCase()} with id ${id}`);
  return survivor;
}

export function viewRecord(store: PortalStore, type: ObjectType, id: string): RecordView {
  const record = findForPage(store, type, id);
  const links: Record<string, readonly LinkedRecord[]> = {};
  const linkCounts: Record<string, number> = {};
  for (const other of objectTypes) {
    const linked = store.linked({ type: type.name, id: record.id }, other.name);
    if (linked.length === 0) continue;
    linkCounts[other.name] = linked.length;
    links[other.name] = linked
      .slice(-linksShown)
      .reverse()
      .map((one) => viewLink(store, record, one));
  }
  return {
    type: type.name,
    typeId: type.typeId,
    id: record.id,
    title: recordTitle(store, record),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: record.archivedAt !== 0,
    mergedFrom: record.id === id ? null : id,
    properties: allValues(store, record),
    links,
    linkCounts,
  };
}

function viewLink(store: PortalStore, from: StoredRecord, to: StoredRecord): LinkedRecord {
  const typeIds = store.associations.typesOf(
    { type: from.type.name, id: from.id },
    { type: to.type.name, id: to.id },
  );
  const names = labelledTypes[`${from.type.name}>${to.type.name}`] ?? {};
  const label = typeIds.map((typeId) => names[typeId]).find((name) => name !== undefined);
  return { type: to.type.name, id: to.id, title: recordTitle(store, to), label: label ?? null };
}

/** @param only one property, or every one that has a value or a past. */
export function viewHistory(
  store: PortalStore,
  type: ObjectType,
  id: string,
  only: string | null,
): PropertyHistory {
  const record = findForPage(store, type, id);
  const kept = store.history.get(record);
  const names = only === null ? new Set([...Object.keys(record.values), ...(kept?.keys() ?? [])]) : [only];
  const history: Record<string, PropertyHistory[string]> = {};
  for (const name of names) {
    const value = readValue(store, record, name);
    const entries = kept?.get(name) ?? (value === undefined ? [] : [firstValue(record, value)]);
    history[name] = entries
      .map(({ value: past, at, by }) => ({ value: past, at, source: by.source, sourceLabel: by.label }))
      .reverse();
  }
  return history;
}
