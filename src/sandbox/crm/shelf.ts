/**
 * One type's records, in id order and in order of modification, so that neither a list page nor an incremental search ever
 * walks them all.
 */
import type { ObjectType } from './object-types.ts';

/** Kept lean: a portal may hold two million of them. What can be derived (ids, dates) is not stored twice. */
export type StoredRecord = {
  readonly type: ObjectType;
  readonly id: string;
  values: Record<string, string>;
  readonly createdAt: number;
  updatedAt: number;
  /** ms since epoch, 0 while the record lives. */
  archivedAt: number;
  /** Id of the record that this one was merged into. */
  mergedInto: string | null;
};

export type Shelf = {
  readonly records: ReadonlyMap<string, StoredRecord>;
  readonly liveCount: number;
  add(record: StoredRecord): void;
  remove(id: string): void;
  touch(record: StoredRecord, at: number): void;
  setArchived(record: StoredRecord, at: number): void;
  /** Records in id order, from the first id above `afterId`. */
  after(afterId: number, archived: boolean): Iterable<StoredRecord>;
  /** Live records modified at or after `at`, each once, oldest modification first. */
  modifiedSince(at: number): Iterable<StoredRecord>;
  nextId(): string;
};

type Touch = { readonly at: number; readonly record: StoredRecord };

export function createShelf(firstFreeId: number): Shelf {
  const records = new Map<string, StoredRecord>();
  let order: number[] = [];
  let isOrdered = true;
  let highest = firstFreeId - 1;
  let live = 0;
  let touches: Touch[] | null = null;

  function ordered(): number[] {
    if (!isOrdered) order.sort((a, b) => a - b);
    isOrdered = true;
    return order;
  }

  function orderedTouches(): Touch[] {
    touches ??= [...records.values()]
      .map((record) => ({ at: record.updatedAt, record }))
      .sort((a, b) => a.at - b.at);
    return touches;
  }

  return {
    records,
    get liveCount() {
      return live;
    },
    add(record) {
      const id = Number(record.id);
      const known = records.get(record.id);
      if (known === undefined) {
        if (id < (order.at(-1) ?? 0)) isOrdered = false;
        order.push(id);
      }
      live += (record.archivedAt === 0 ? 1 : 0) - (known !== undefined && known.archivedAt === 0 ? 1 : 0);
      highest = Math.max(highest, id);
      records.set(record.id, record);
      const lastTouch = touches?.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
      if (known !== undefined || record.updatedAt < lastTouch) touches = null;
      else touches?.push({ at: record.updatedAt, record });
    },
    remove(id) {
      const record = records.get(id);
      if (record === undefined) return;
      if (record.archivedAt === 0) live--;
      records.delete(id);
      order = order.filter((other) => other !== Number(id));
      touches = null;
    },
    touch(record, at) {
      if (record.updatedAt === at) return;
      record.updatedAt = at;
      touches?.push({ at, record });
    },
    setArchived(record, at) {
      if ((record.archivedAt === 0) !== (at === 0)) live += at === 0 ? 1 : -1;
      record.archivedAt = at;
    },
    *after(afterId, archived) {
      const ids = ordered();
      for (let i = firstAbove(ids, afterId, (id) => id); i < ids.length; i++) {
        const record = records.get(String(ids[i]));
        if (record !== undefined && (record.archivedAt !== 0) === archived) yield record;
      }
    },
    *modifiedSince(at) {
      const all = orderedTouches();
      for (let i = firstAbove(all, at - 1, (touch) => touch.at); i < all.length; i++) {
        const touch = all[i];
        // An older entry of a record that was touched again is passed over: its newest one counts.
        if (touch !== undefined && touch.record.updatedAt === touch.at && touch.record.archivedAt === 0) {
          yield touch.record;
        }
      }
    },
    nextId() {
      highest += 1;
      return String(highest);
    },
  };
}

/** Index of the first item whose key is above `bound`, in a list ordered by that key. */
function firstAbove<T>(items: readonly T[], bound: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && key(item) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
