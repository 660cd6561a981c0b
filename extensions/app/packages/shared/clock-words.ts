import type { ClockFace } from './contract.ts';
import { textsFor } from './texts.ts';
import { minute, type Viewer } from './viewer.ts';

/** A response clock in words: answered in time or late, due by, or overdue. A wait that ran out while nobody looked is late. */
export function clockWords(clock: ClockFace, viewer: Viewer): string {
  const { clock: words } = textsFor(viewer.language).panels;
  const say = (at: string | null) => (at === null ? null : minute(at, viewer));
  if (clock.outcome === 'waiting' && isOver(clock)) return words('late', null, say(clock.dueAt));
  return words(clock.outcome, say(clock.answeredAt), say(clock.dueAt));
}

export function isLate(clock: ClockFace): boolean {
  return clock.outcome === 'late' || (clock.outcome === 'waiting' && isOver(clock));
}

function isOver({ dueAt }: ClockFace): boolean {
  return dueAt !== null && Date.parse(dueAt) < Date.now();
}
