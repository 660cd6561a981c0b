import type { Settings } from '../settings.ts';
import { type KindSet, noKinds, sizeOf } from '../signal/kind-set.ts';
import { dayOf } from '../signal/timeline.ts';
import type { Ledger } from './ledger.ts';
import { median } from './median.ts';

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
  const ago = lastDay - day;
  const { compareDays } = settings;
  if (ago < compareDays) return 0;
  if (ago < 2 * compareDays) return 1;
  return ago < 3 * compareDays ? 2 : 3;
}

const incomparable: Narrowing = { breadth: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY };

export function narrowing(ledger: Ledger, settings: Settings): Narrowing {
  const last = ledger.days.at(-1);
  const first = ledger.days[ledger.firstDay];
  if (last === undefined || first === undefined) return incomparable;
  // Two whole windows must lie before the latest one; for most contacts the walk below is not needed.
  if (last.day - first.day < 2 * settings.compareDays) return incomparable;
  const { now, before, earlier, kindsNow, kindsBefore, kindsEarlier } = pastWindows(
    ledger,
    last.day,
    settings,
  );
  if (before === 0 || earlier === 0) return incomparable;
  const kinds = sizeOf(kindsNow | (ledger.kindSets.at(-1) ?? noKinds));
  return {
    depth: (now + 1) / ((before + earlier) / 2),
    breadth: kinds / ((sizeOf(kindsBefore) + sizeOf(kindsEarlier)) / 2),
  };
}

/** The windows without the last touch day, which may still grow: asked at every touch, walked once a day. */
export type PastWindows = {
  readonly day: number;
  readonly firstDay: number;
  /** Touch days in the latest window and the two before it. */
  now: number;
  before: number;
  earlier: number;
  kindsNow: KindSet;
  kindsBefore: KindSet;
  kindsEarlier: KindSet;
};

function pastWindows(ledger: Ledger, lastDay: number, settings: Settings): PastWindows {
  const known = ledger.pastWindows;
  if (known !== null && known.day === lastDay && known.firstDay === ledger.firstDay) return known;
  const found = noWindows(lastDay, ledger.firstDay);
  for (let i = ledger.days.length - 2; i >= ledger.firstDay; i -= 1) {
    const day = ledger.days[i];
    if (day === undefined) break;
    const window = windowOf(day.day, lastDay, settings);
    if (window > 2) break;
    addToWindow(found, window, ledger.kindSets[i] ?? noKinds);
  }
  ledger.pastWindows = found;
  return found;
}

function noWindows(day: number, firstDay: number): PastWindows {
  return {
    day,
    firstDay,
    now: 0,
    before: 0,
    earlier: 0,
    kindsNow: noKinds,
    kindsBefore: noKinds,
    kindsEarlier: noKinds,
  };
}

function addToWindow(windows: PastWindows, window: number, kinds: KindSet): void {
  if (window === 0) {
    windows.now += 1;
    windows.kindsNow |= kinds;
  } else if (window === 1) {
    windows.before += 1;
    windows.kindsBefore |= kinds;
  } else {
    windows.earlier += 1;
    windows.kindsEarlier |= kinds;
  }
}

/** Whether there are enough replies for three windows of them. */
export function hasReplies(ledger: Ledger, settings: Settings): boolean {
  return ledger.replies.length >= 3 * settings.repliesPerWindow;
}

/** How many times slower replies have become; 0 where there are too few to say. */
export function replySlowdown(ledger: Ledger, settings: Settings): number {
  const last = ledger.days.at(-1);
  if (last === undefined || !hasReplies(ledger, settings)) return 0;
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
  const { cycles, intervals } = ledger.commerce;
  const last = cycles.at(-1);
  if (last === undefined || cycles.length < leastCycles || ledger.lastTouch === null) return 0;
  if (dayOf(ledger.lastTouch.at) - last >= settings.compareDays) return 0;
  return intervals.last / intervals.medianBefore;
}

/** An own interval takes at least two, and the last one is compared with them. */
const leastCycles = 4;
