import { rankOf } from './levels.ts';
import type { MissedFollowUp, PractisedLevel } from './practised-level.ts';
import type { SuggestedLevel } from './suggested-level.ts';

/** Attention given beside attention that pays: everything the record shows of the level. */
export type LevelAnswer = {
  readonly suggested: SuggestedLevel;
  readonly practised: PractisedLevel;
  /** Practised minus suggested in levels: -2 is two levels too little; null when either is unknown. */
  readonly gap: number | null;
  /** The sales behind a gap below nothing, each with its deal. */
  readonly missed: readonly MissedFollowUp[];
  readonly changesAt: number | null;
};

/** Where two neighbouring levels suit, either of them leaves no gap. */
export function compareLevels(suggested: SuggestedLevel, practised: PractisedLevel): LevelAnswer {
  const gap = gapBetween(suggested, practised);
  const missed = gap !== null && gap < 0 ? practised.missed : [];
  return { suggested, practised, gap, missed, changesAt: practised.changesAt };
}

function gapBetween({ level, cells }: SuggestedLevel, practised: PractisedLevel): number | null {
  const [cell] = cells;
  if (level === 'unknown' || practised.level === 'unknown' || cell === undefined) return null;
  const done = rankOf(practised.level);
  const [low, high = low] = cell;
  if (done < rankOf(low)) return done - rankOf(low);
  return Math.max(0, done - rankOf(high));
}
