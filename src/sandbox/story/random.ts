/**
 * Chance that repeats: the same seed gives the same story on every machine.
 * xorshift128 (G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8/14, 2003): 32-bit integer arithmetic only, so no
 * platform differs. The seed is spread over the four words first, since neighbouring seeds would begin alike.
 */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** Days between two acts of somebody whose usual gap this is: at least half of it, seldom more than its double. */
  gap(usual: number): number;
};

export function createRandom(seed: number): Random {
  let [x, y, z, w] = spread(seed);

  function next(): number {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = (w ^ (w >>> 19) ^ (t ^ (t >>> 8))) >>> 0;
    return w / 4_294_967_296;
  }

  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    gap: (usual) => usual * (0.5 + next() ** 2 * 1.5),
  };
}

/** Four words that differ in every bit for neighbouring seeds; never all zero, which xorshift could not leave. */
function spread(seed: number): [number, number, number, number] {
  let state = seed | 0;
  const word = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  return [word(), word(), word(), word() | 1];
}
