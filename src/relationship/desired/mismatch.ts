import { levelUnder } from '../guardrails/action.ts';
import { type Level, rankOf } from '../level/levels.ts';
import type { Desired } from './desired.ts';

/** How what we practise compares with what the contact wants. */
export const mismatches = ['too_close', 'fits', 'too_distant', 'not_asked'] as const;

export type Mismatch = (typeof mismatches)[number];

/**
 * Compares the practised level with the span a desired type leaves: up to the level at its ceiling, down to its least
 * level. `null` when the practised level is not known: then nothing can be said.
 */
export function mismatchOf(desired: Desired, practised: Level | 'unknown'): Mismatch | null {
  if (desired.kind !== 'asked') return 'not_asked';
  if (practised === 'unknown') return null;
  const height = rankOf(practised);
  if (height > rankOf(levelUnder(desired.type.ceiling))) return 'too_close';
  return height < rankOf(desired.type.leastLevel) ? 'too_distant' : 'fits';
}
