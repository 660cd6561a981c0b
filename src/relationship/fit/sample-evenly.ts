/** At most so many of all, evenly spaced in the order given: the same ones every time, and no end preferred. */
export function sampleEvenly<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]).filter(
    (x) => x !== undefined,
  );
}
