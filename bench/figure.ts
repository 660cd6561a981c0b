/** What every benchmark reports: a figure beside its baseline of the same run, and whether it is good enough. */

export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the same machine needed for the plain thing beside it, in the same run and unit; null where there is none. */
  readonly baseline: number | null;
  /** value / baseline. */
  readonly ratio: number | null;
  /** The bound that must hold and the one that would be ahead; null where none was set. */
  readonly must: number | null;
  readonly ahead: number | null;
  readonly ok: boolean;
};

export type Bound = {
  /** `more`: a rate, the larger the better. `less`: a time or size. */
  readonly better: 'more' | 'less';
  readonly must?: number;
  readonly ahead?: number;
  readonly baseline?: number;
};

export function figure(name: string, value: number, unit: string, bound: Bound): Figure {
  const { must = null, ahead = null, baseline = null } = bound;
  const holds = must === null || (bound.better === 'more' ? value >= must : value <= must);
  return {
    name,
    value,
    unit,
    baseline,
    ratio: baseline === null ? null : value / baseline,
    must,
    ahead,
    ok: holds,
  };
}

/** Calls per second of `work`, which is given a running number: the best of three rounds of about `ms` each. */
export function perSecond(work: (i: number) => unknown, ms = 300): number {
  let best = 0;
  let calls = 0;
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    const first = calls;
    let elapsed = 0;
    while (elapsed < ms) {
      for (let k = 0; k < 100; k++) work(calls++);
      elapsed = performance.now() - start;
    }
    // The first round only warms up.
    if (round > 0) best = Math.max(best, ((calls - first) / elapsed) * 1000);
  }
  return best;
}

/** Milliseconds of one call: the shortest of several, because the rest of the machine only ever adds. */
export function milliseconds(work: () => unknown, rounds = 5): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
