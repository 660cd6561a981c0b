/** What every benchmark reports: a figure beside its baseline of the same run, and whether it is good enough. */

export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the same machine needed for the plain thing beside it, in the same run and unit; null where there is none. */
  readonly baseline: number | null;
  /** value / baseline, or its median over the rounds. */
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
  /** What `must` and `ahead` bound: the value unless told. */
  readonly judged?: 'value' | 'ratio';
  /** Of the rounds, where it is not simply value / baseline. */
  readonly ratio?: number;
};

export function figure(name: string, value: number, unit: string, bound: Bound): Figure {
  const { must = null, ahead = null, baseline = null } = bound;
  const ratio = bound.ratio ?? (baseline === null ? null : value / baseline);
  const judged = bound.judged === 'ratio' ? (ratio ?? Number.NaN) : value;
  const holds = must === null || (bound.better === 'more' ? judged >= must : judged <= must);
  return {
    name,
    value,
    unit,
    baseline,
    ratio,
    must,
    ahead,
    ok: holds,
  };
}
