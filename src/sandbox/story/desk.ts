/** Where a story's records are written: ids that never repeat, times in working hours, and the story's now. */
import type { SandboxRecord } from '../sandbox-record.ts';
import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export type Desk = {
  readonly random: Random;
  /** The story's now, ms since epoch. */
  readonly now: number;
  nextId(type: string): string;
  /**
   * A moment in working hours, so many days before today; never after now. Negative days lie ahead, and acts of the
   * same day follow each other only by `order`, 0..9.
   */
  momentOf(daysAgo: number, order?: number): number;
};

/** Types whose ids would look alike begin far apart, so that a reader of a log sees what an id is. */
const firstIds: Readonly<Record<string, number>> = {
  owners: 700_001,
  companies: 30_000_001,
  contacts: 1_001,
  deals: 50_000_001,
  tickets: 60_000_001,
  orders: 400_000_001,
  feedback_submissions: 70_000_001,
};

/** Gives ids of each type, one after the other. */
export function createIds(): (type: string) => string {
  const next = new Map<string, number>();
  return (type) => {
    const id = next.get(type) ?? firstIds[type] ?? 2_000_000_001;
    next.set(type, id + 1);
    return String(id);
  };
}

export function createDesk(now: number, random: Random): Desk {
  const today = now - (now % DAY_MS);
  return {
    random,
    now,
    nextId: createIds(),
    momentOf(daysAgo, order = 0) {
      // Ten slots of fifty minutes from eight on; within a slot the minute is chance.
      const minutes = order * 50 + Math.floor(random.next() * 49);
      const at = today - daysAgo * DAY_MS + 8 * HOUR_MS + minutes * 60_000;
      return daysAgo >= 0 ? Math.min(at, now - (10 - order) * 60_000) : at;
    },
  };
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

export type Link = { readonly type: string; readonly id: string; readonly typeId?: number };

/** A record whose parts are known, without the absent ones. */
export function record(
  type: string,
  id: string,
  createdAt: number,
  properties: Readonly<Record<string, string>>,
  associations: readonly Link[] = [],
  updatedAt = createdAt,
): SandboxRecord {
  return { type, id, properties, createdAt, updatedAt, associations };
}
