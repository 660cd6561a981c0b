/**
 * Small numbers are hidden: a cell of one to four contacts may point at a person, or at the one colleague who works there.
 * A row that is shown with its sum must hide at least two cells, or the sum gives the one away.
 */

/** Fewer than this are hidden [D], as official statistics do. */
export const fewest = 5;

/** Null where a number is hidden. */
export function hideSmall(cells: readonly number[]): readonly (number | null)[] {
  const hidden = new Set([...cells.keys()].filter((at) => isSmall(cells[at] ?? 0)));
  if (hidden.size === 1) {
    // The smallest of the others goes with it; an empty cell hides nothing.
    const others = [...cells.entries()].filter(([at, count]) => !hidden.has(at) && count > 0);
    const [next] = others.sort(([, a], [, b]) => a - b);
    if (next !== undefined) hidden.add(next[0]);
  }
  return cells.map((count, at) => (hidden.has(at) ? null : count));
}

function isSmall(count: number): boolean {
  return count > 0 && count < fewest;
}
