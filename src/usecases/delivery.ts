/**
 * What a raw webhook delivery says, reduced to which records of which portal must be looked at again. HubSpot sends
 * arrays of up to 100 items of any portals, duplicated and in any order; an item of another kind, or a broken one, says
 * nothing and harms none of its neighbours.
 */
import type { DirtyRecord, PortalId, RecordType } from './ports.ts';

/** `erased`: the portal deleted the person for privacy; the only event that acts by itself. */
export type Hint =
  | { readonly kind: 'dirty'; readonly portal: PortalId; readonly records: readonly DirtyRecord[] }
  | { readonly kind: 'erased'; readonly portal: PortalId; readonly contactId: string };

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

function hintOf(item: unknown, types: RecordTypes): Hint | null {
  if (typeof item !== 'object' || item === null) return null;
  const event: Item = item;
  const { portalId: portal, subscriptionType } = event;
  if (typeof portal !== 'number' || !Number.isSafeInteger(portal) || portal <= 0) return null;
  if (typeof subscriptionType !== 'string') return null;
  const [object = '', change = ''] = subscriptionType.split('.');
  if (object === 'contact' && change === 'privacyDeletion') {
    const contactId = idOf(event.objectId);
    return contactId === null ? null : { kind: 'erased', portal, contactId };
  }
  const records = recordsOf(event, object, change, types);
  return records.length === 0 ? null : { kind: 'dirty', portal, records };
}

function recordsOf(event: Item, object: string, change: string, types: RecordTypes): readonly DirtyRecord[] {
  if (change === 'associationChange') return associatedRecords(event, types);
  const type = types.get(object === 'object' ? String(event.objectTypeId) : object);
  if (type === undefined) return [];
  const ids = change === 'merge' ? mergedIds(event) : [idOf(event.objectId)];
  const records = ids.flatMap((id) => (id === null ? [] : [{ type, id }]));
  // The survivor of a merge and a restored contact have activities we knew under another id, or dropped.
  if (type !== 'contacts' || (change !== 'merge' && change !== 'restore')) return records;
  return [...records, ...records.map(({ id }) => ({ type: 'history' as const, id }))];
}

function mergedIds(event: Item): readonly (string | null)[] {
  const { primaryObjectId, newObjectId, mergedObjectIds, objectId } = event;
  const merged: readonly unknown[] = Array.isArray(mergedObjectIds) ? mergedObjectIds : [];
  return [...new Set([primaryObjectId, newObjectId, objectId, ...merged].map(idOf))];
}

/** The activity is read again; it knows its contacts. Both directions of a change arrive, so either end may be it. */
function associatedRecords(event: Item, types: RecordTypes): readonly DirtyRecord[] {
  const ends: readonly (readonly [unknown, unknown])[] = [
    [event.fromObjectTypeId, event.fromObjectId],
    [event.toObjectTypeId, event.toObjectId],
  ];
  return ends.flatMap(([typeId, objectId]) => {
    const type = types.get(String(typeId));
    const id = idOf(objectId);
    return type === undefined || type === 'contacts' || id === null ? [] : [{ type, id }];
  });
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
