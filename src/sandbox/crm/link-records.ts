/** Linking and unlinking records, told in both directions as HubSpot does. */
import type { PortalStore } from '../store.ts';
import { defaultLinkType, type RecordKey } from './associations.ts';
import type { ChangeSource } from './change.ts';

export function linkRecords(
  store: PortalStore,
  from: RecordKey,
  to: RecordKey,
  by: ChangeSource,
  typeId?: number,
): void {
  if (store.associations.link(from, to, typeId)) tellBoth(store, from, to, by, false, typeId);
}

export function unlinkRecords(store: PortalStore, from: RecordKey, to: RecordKey, by: ChangeSource): void {
  if (store.associations.unlink(from, to)) tellBoth(store, from, to, by, true);
}

function tellBoth(
  store: PortalStore,
  from: RecordKey,
  to: RecordKey,
  by: ChangeSource,
  removed: boolean,
  typeId?: number,
): void {
  const at = store.clock.now();
  const tell = (one: RecordKey, other: RecordKey, linkType: number) =>
    store.tell({
      kind: 'associationChange',
      type: one.type,
      id: one.id,
      toType: other.type,
      toId: other.id,
      typeId: linkType,
      at,
      by,
      removed,
    });
  tell(from, to, typeId ?? defaultLinkType(from.type, to.type));
  tell(to, from, defaultLinkType(to.type, from.type));
}
