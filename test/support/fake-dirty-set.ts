/** Dirty sets in memory, by the same rules as the real ones: a number never repeats, and settling compares it. */
import type { Clock, DirtyRecord, PortalId } from '../../src/usecases/ports.ts';
import type { DirtySet } from '../../src/usecases/store.ts';

type Row<T> = {
  item: T;
  mark: bigint;
  claim: bigint | null;
  claimedMark: bigint | null;
  leaseUntil: number;
  notBefore: number;
  attempts: number;
};

export type FakeDirtySet<T> = DirtySet<T> & { rows(portal: PortalId): Map<string, Row<T>> };

export function keyOfRecord(record: DirtyRecord): string {
  return `${record.type}:${record.id}`;
}

export function recordOfKey(key: string): DirtyRecord {
  const [type = '', id = ''] = key.split(':');
  // The inverse of `keyOfRecord`.
  return { type: type as DirtyRecord['type'], id };
}

export function fakeDirtySet<T>(clock: Clock, keyOf: (item: T) => string): FakeDirtySet<T> {
  const portals = new Map<PortalId, Map<string, Row<T>>>();
  let number = 0n;
  const rows = (portal: PortalId) => {
    const found = portals.get(portal) ?? new Map<string, Row<T>>();
    portals.set(portal, found);
    return found;
  };
  const held = (portal: PortalId, claim: bigint, items: readonly T[]) =>
    items.flatMap((item) => {
      const row = rows(portal).get(keyOf(item));
      return row?.claim === claim ? [row] : [];
    });
  return {
    rows,
    async mark(portal, items) {
      for (const item of items) {
        const fresh = { item, claim: null, claimedMark: null, leaseUntil: 0, notBefore: 0, attempts: 0 };
        number += 1n;
        rows(portal).set(keyOf(item), { ...(rows(portal).get(keyOf(item)) ?? fresh), mark: number });
      }
    },
    async claim(portal, limit, leaseMs) {
      const now = clock.now();
      const due = [...rows(portal).values()]
        .filter((row) => row.leaseUntil <= now && row.notBefore <= now)
        .sort((a, b) => Number(a.mark - b.mark))
        .slice(0, limit);
      number += 1n;
      for (const row of due) {
        Object.assign(row, { claim: number, claimedMark: row.mark, leaseUntil: now + leaseMs });
      }
      return {
        items: due.map((row) => row.item),
        mark: number,
        attempt: 1 + Math.max(0, ...due.map((row) => row.attempts)),
      };
    },
    async settle(portal, { mark }, settled) {
      for (const row of held(portal, mark, settled)) {
        if (row.mark === row.claimedMark) rows(portal).delete(keyOf(row.item));
        else Object.assign(row, { claim: null, leaseUntil: 0, attempts: 0 });
      }
    },
    async release(portal, { mark }, items, retryAt) {
      for (const row of held(portal, mark, items)) {
        Object.assign(row, { claim: null, leaseUntil: 0, notBefore: retryAt, attempts: row.attempts + 1 });
      }
    },
    async free(portal) {
      for (const row of rows(portal).values()) Object.assign(row, { claim: null, leaseUntil: 0 });
    },
    async hurry(portal) {
      for (const row of rows(portal).values()) Object.assign(row, { notBefore: 0, attempts: 0 });
    },
    async count(portal) {
      return rows(portal).size;
    },
  };
}
