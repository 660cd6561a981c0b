/** Kotler's five levels of relationship building, from the least attention to the most [V M2, M3]. */
export const levels = ['basic', 'reactive', 'accountable', 'proactive', 'partnership'] as const;

export type Level = (typeof levels)[number];

/** How far up a level stands, 0 to 4. */
export function rankOf(level: Level): number {
  return levels.indexOf(level);
}

/** The one of two levels that takes less attention. */
export function lowerOf(a: Level, b: Level): Level {
  return rankOf(a) <= rankOf(b) ? a : b;
}
