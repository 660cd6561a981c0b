import { dayOf } from '../signal/timeline.ts';
import { absenceOn } from './absence.ts';
import { coverBreaks, coverOn } from './covers.ts';
import { heldUntil } from './fall.ts';
import { absenceIn, derive, dwellEnd, isFree, type ReplayState } from './replay-state.ts';
import type { HeldBy, StageAnswer } from './stages.ts';

/** What protects a contact on a day, and until which day (infinite when no end is known). */
export type Holding = { readonly by: HeldBy; readonly endDay: number };

/** Stages whose silence a cover can explain. */
const coverable: ReadonlySet<StageAnswer> = new Set<StageAnswer>([
  'experimenting',
  'intensifying',
  'integrating',
  'bonding',
  'differentiating',
  'circumscribing',
  'stagnating',
]);

export function holdingOn(state: ReplayState, day: number): Holding | null {
  if (!coverable.has(state.stage) || isFree(state)) return null;
  return coverOn(derive(state).covers, day) ?? colleagueOn(state, day);
}

/** A colleague holds only where the stage would fall otherwise. */
function colleagueOn(state: ReplayState, day: number): Holding | null {
  if (state.input.colleagues.length === 0 || state.stage === 'stagnating') return null;
  const due = dueToStagnate(state, day);
  if (due === null || day < due) return null;
  const endDay = heldUntil(state, due);
  return endDay > day ? { by: 'colleague', endDay } : null;
}

/** When the stage would fall to Stagnating if nobody held it, in the span of that day. */
function dueToStagnate(state: ReplayState, day: number): number | null {
  const { lastTouch } = state.ledger;
  if (lastTouch === null || day <= dayOf(lastTouch.at)) return null;
  const absence = absenceIn(state);
  if (absence === null) return null;
  const absent = absenceOn(absence, day);
  return Math.max(Math.min(absent.quiet, absent.stale), dwellEnd(state, dayOf(state.enteredAt)));
}

/** Days after `day` on which the holding may change by time alone, ascending. */
export function holdingBreaks(state: ReplayState, day: number): number[] {
  if (!coverable.has(state.stage) || isFree(state)) return [];
  const days = coverBreaks(derive(state).covers);
  if (state.input.colleagues.length > 0) {
    const absence = absenceIn(state);
    const dwelt = dwellEnd(state, dayOf(state.enteredAt));
    for (const absent of absence === null ? [] : [absence.under, absence.after]) {
      const due = Math.max(Math.min(absent.quiet, absent.stale), dwelt);
      if (Number.isFinite(due)) days.push(due, heldUntil(state, due));
    }
  }
  return days.filter((change) => change > day && Number.isFinite(change)).sort((a, b) => a - b);
}
