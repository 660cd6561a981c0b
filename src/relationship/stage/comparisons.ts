import type { Settings } from '../settings.ts';
import { dayOf } from '../signal/timeline.ts';
import { intervalsOf } from './covers.ts';
import type { Ledger } from './ledger.ts';
import { median } from './own-gap.ts';

/**
 * A contact against its own past: the window that ends at the last touch beside the two windows before it. An empty
 * earlier window never shows a decline, so a newcomer cannot have narrowed.
 */
export type Narrowing = {
  /** Now as a share of before; infinite where before cannot be compared. */
  readonly breadth: number;
  readonly depth: number;
};

/** Which window, 0 the latest, or 3 for all that is older. */
function windowOf(day: number, lastDay: number, settings: Settings): number {
  return Math.min(Math.floor((lastDay - day) / settings.compareDays), 3);
}

const incomparable: Narrowing = { breadth: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY };

export function narrowing(ledger: Ledger, settings: Settings): Narrowing {
  const last = ledger.days.at(-1);
  if (last === undefined) return incomparable;
  const depths = [0, 0, 0];
  const kinds: [Set<string>, Set<string>, Set<string>] = [new Set(), new Set(), new Set()];
  for (let i = ledger.days.length - 1; i >= ledger.firstDay; i -= 1) {
    const day = ledger.days[i];
    if (day === undefined) break;
    const window = windowOf(day.day, last.day, settings);
    if (window > 2) break;
    depths[window] = (depths[window] ?? 0) + 1;
    for (const kind of day.kinds) kinds[window]?.add(kind);
  }
  const [now, before, earlier] = depths;
  if (now === undefined || !before || !earlier) return incomparable;
  return {
    depth: now / ((before + earlier) / 2),
    breadth: kinds[0].size / ((kinds[1].size + kinds[2].size) / 2),
  };
}

/** How many times slower replies have become; 0 where there are too few to say. */
export function replySlowdown(ledger: Ledger, settings: Settings): number {
  const last = ledger.days.at(-1);
  if (last === undefined || ledger.replies.length < 3 * settings.repliesPerWindow) return 0;
  const windows: [number[], number[], number[]] = [[], [], []];
  for (let i = ledger.replies.length - 1; i >= 0; i -= 1) {
    const reply = ledger.replies[i];
    if (reply === undefined) break;
    const window = windowOf(reply.day, last.day, settings);
    if (window > 2) break;
    windows[window]?.push(reply.ms);
  }
  if (windows.some((replies) => replies.length < settings.repliesPerWindow)) return 0;
  const before = (median(windows[1]) + median(windows[2])) / 2;
  return before > 0 ? median(windows[0]) / before : 0;
}

/**
 * How many times longer the last completed order interval is than the own one before it; 0 where it cannot be told, or
 * where that interval was completed before the window that ends at the last touch.
 */
export function orderStretch(ledger: Ledger, settings: Settings): number {
  const { cycles } = ledger.commerce;
  const last = cycles.at(-1);
  if (last === undefined || cycles.length < 4 || ledger.lastTouch === null) return 0;
  if (dayOf(ledger.lastTouch.at) - last >= settings.compareDays) return 0;
  const intervals = intervalsOf(cycles);
  const own = median(intervals.slice(0, -1));
  return (intervals.at(-1) ?? 0) / own;
}
