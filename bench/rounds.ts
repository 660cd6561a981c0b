/**
 * Times a piece of work beside a plain one in alternating rounds, by the time that this thread spent on a core, not by the
 * clock: it says what one core does, however many share the machine. Helpers of the garbage collector are not in it.
 * What else the machine does only ever adds, so a time is that of the fastest round; it falls on both works of one round
 * alike, so their ratio is the median over the rounds.
 */

export type Timed = {
  /** Milliseconds of one call in the fastest round. */
  readonly ms: number;
  readonly baselineMs: number;
  /** Time of the work over that of the baseline: the median of the rounds. */
  readonly ratio: number;
};

export type Rounds = {
  readonly rounds: number;
  /** Calls of each work in a round; they are given the numbers from 0. */
  readonly calls: number;
};

/** Rounds at the start that only warm up: the compiler has seen the work by then. */
const warmUp = 3;

export function besideBaseline(
  work: (i: number) => unknown,
  baseline: (i: number) => unknown,
  { rounds, calls }: Rounds,
): Timed {
  const ratios: number[] = [];
  let ms = Number.POSITIVE_INFINITY;
  let baselineMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const plain = perCall(baseline, calls);
    const worked = perCall(work, calls);
    if (round < warmUp) continue;
    baselineMs = Math.min(baselineMs, plain);
    ms = Math.min(ms, worked);
    ratios.push(worked / plain);
  }
  return { ms, baselineMs, ratio: middleOf(ratios) };
}

function perCall(work: (i: number) => unknown, calls: number): number {
  const before = process.threadCpuUsage();
  for (let i = 0; i < calls; i += 1) work(i);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / calls;
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
