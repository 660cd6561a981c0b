/**
 * When it is worth reading what changed: a batch costs the same calls for one record as for a hundred, so that a portal
 * in which little happens is read at the end of its rest, and one in which much happens as soon as its batches fill.
 */
import type { DirtyRecord } from './ports.ts';

/** How many calls a changed record may cost at most, unless it has waited for the rest to end. [D] */
const callsPerChange = 0.25;

const batchSize = 100;
const associationBatchSize = 1000;

export type WaitingByType = ReadonlyMap<DirtyRecord['type'], number>;

export function isWorthCalling(waiting: WaitingByType): boolean {
  const changes = [...waiting.values()].reduce((sum, count) => sum + count, 0);
  return changes > 0 && callsFor(waiting, changes) <= callsPerChange * changes;
}

/** Reads and associations by type, and the writes of as many contacts. */
function callsFor(waiting: WaitingByType, changes: number): number {
  let calls = Math.ceil(changes / batchSize);
  for (const [type, count] of waiting) {
    calls += Math.ceil(count / batchSize);
    if (type !== 'contacts') calls += Math.ceil(count / associationBatchSize);
  }
  return calls;
}
