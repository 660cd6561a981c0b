/**
 * What a raw webhook delivery says, reduced to which records of which portal must be looked at again. HubSpot sends
 * arrays of up to 100 items of any portals, duplicated and in any order; a broken item is named and harms none of its
 * neighbours.
 */
import type { DirtyRecord, PortalId, RecordType } from './ports.ts';

/**
 * `erased`: the portal deleted the person for privacy; the only event that acts by itself. `broken`: an item that says
 * nothing we understand, named without its content; its portal is null where it names none.
 */
export type Hint =
  | { readonly kind: 'dirty'; readonly portal: PortalId; readonly records: readonly DirtyRecord[] }
  | { readonly kind: 'erased'; readonly portal: PortalId; readonly contactId: string }
  | {
      readonly kind: 'broken';
      readonly portal: PortalId | null;
      readonly subject: string;
      readonly reason: BrokenItem;
    };

export type BrokenItem =
  | 'not-an-object'
  | 'no-portal'
  | 'no-subscription-type'
  | 'unknown-object'
  | 'no-object-id';

/** Our record type by HubSpot's type id (`0-1`) and by the singular name of older subscriptions (`contact`). */
export type RecordTypes = ReadonlyMap<string, RecordType>;

/** Null when the body is no delivery at all. */
export function readDelivery(body: string, types: RecordTypes): readonly Hint[] | null {
  const items = parsed(body);
  if (!Array.isArray(items)) return null;
  return items.flatMap((item: unknown) => hintOf(item, types) ?? []);
}

/** What we look at of an item; every value is checked where it is used. */
type Item = Readonly<
  Partial<
    Record<
      | 'portalId'
      | 'subscriptionType'
      | 'objectId'
      | 'objectTypeId'
      | 'primaryObjectId'
      | 'newObjectId'
      | 'mergedObjectIds'
      | 'fromObjectTypeId'
      | 'fromObjectId'
      | 'toObjectTypeId'
      | 'toObjectId',
      unknown
    >
  >
>;

/** Null for what is whole and concerns nothing that we read, as a contact's company. */
function hintOf(item: unknown, types: RecordTypes): Hint | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { kind: 'broken', portal: null, subject: subjectOf({}), reason: 'not-an-object' };
  }
  const event: Item = item;
  const { portalId: portal, subscriptionType } = event;
  const broken = (reason: BrokenItem, of: PortalId | null): Hint => ({
    kind: 'broken',
    portal: of,
    subject: subjectOf(event),
    reason,
  });
  if (typeof portal !== 'number' || !Number.isSafeInteger(portal) || portal <= 0)
    return broken('no-portal', null);
  if (typeof subscriptionType !== 'string') return broken('no-subscription-type', portal);
  const [object = '', change = ''] = subscriptionType.split('.');
  if (object === 'contact' && change === 'privacyDeletion') {
    const contactId = idOf(event.objectId);
    return contactId === null ? broken('no-object-id', portal) : { kind: 'erased', portal, contactId };
  }
  const records = recordsOf(event, object, change, types);
  if (typeof records === 'string') return broken(records, portal);
  return records.length === 0 ? null : { kind: 'dirty', portal, records };
}

/** Names the kind of event; an item may hold anything, so only what looks like a name passes. */
function subjectOf({ subscriptionType, objectTypeId }: Item): string {
  const named = [subscriptionType, objectTypeId].filter(
    (text) => typeof text === 'string' && /^[\w.-]{1,60}$/.test(text),
  );
  return ['event', ...named].join(':');
}

function recordsOf(
  event: Item,
  object: string,
  change: string,
  types: RecordTypes,
): readonly DirtyRecord[] | BrokenItem {
  if (change === 'associationChange') return associatedRecords(event, types);
  const type = types.get(object === 'object' ? String(event.objectTypeId) : object);
  if (type === undefined) return 'unknown-object';
  const ids = change === 'merge' ? mergedIds(event) : [idOf(event.objectId)];
  const records = ids.flatMap((id) => (id === null ? [] : [{ type, id }]));
  if (records.length === 0) return 'no-object-id';
  // The survivor of a merge and a restored contact have activities we knew under another id, or dropped.
  if (type !== 'contacts' || (change !== 'merge' && change !== 'restore')) return records;
  return [...records, ...records.map(({ id }) => ({ type: 'history' as const, id }))];
}

function mergedIds(event: Item): readonly (string | null)[] {
  const { primaryObjectId, newObjectId, mergedObjectIds, objectId } = event;
  const merged: readonly unknown[] = Array.isArray(mergedObjectIds) ? mergedObjectIds : [];
  return [...new Set([primaryObjectId, newObjectId, objectId, ...merged].map(idOf))];
}

/**
 * An activity is read again; it knows its contacts. Both directions of a change arrive, so either end may be it. Between
 * two contacts both are read: their link may say who brought whom.
 */
function associatedRecords(event: Item, types: RecordTypes): readonly DirtyRecord[] | BrokenItem {
  const ends = [
    { type: types.get(String(event.fromObjectTypeId)), id: idOf(event.fromObjectId) },
    { type: types.get(String(event.toObjectTypeId)), id: idOf(event.toObjectId) },
  ];
  const isOfContacts = ends.every(({ type }) => type === 'contacts');
  const records: DirtyRecord[] = [];
  for (const { type, id } of ends) {
    if (type === undefined || (type === 'contacts' && !isOfContacts)) continue;
    if (id === null) return 'no-object-id';
    records.push({ type, id });
  }
  return records;
}

function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  return typeof value === 'string' && /^\d{1,20}$/.test(value) ? value : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Not JSON: the answer is "no delivery", which the caller counts and parks.
    return null;
  }
}
