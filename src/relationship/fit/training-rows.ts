import { featureNames, type PortalModel } from '../portal-model.ts';
import type { TouchDay } from '../signal/touch-days.ts';
import { type Counters, countTouchDays } from '../vitality/counters.ts';
import { featuresOf } from '../vitality/features.ts';

/** What a contact looked like on a past day, and whether it then had a touch within H days. */
export type Example = {
  readonly at: number;
  readonly counters: Counters;
  readonly silentDays: number;
  readonly returned: boolean;
};

/** Past days whose outcomes are known at `asOf`, latest first: asOf - H, then a third of H earlier each. */
export function pseudoCutoffs(asOf: number, firstDay: number, horizonDays: number, most: number): number[] {
  const step = Math.max(1, Math.round(horizonDays / 3));
  const cutoffs: number[] = [];
  for (let at = asOf - horizonDays; at >= firstDay && cutoffs.length < most; at -= step) cutoffs.push(at);
  return cutoffs;
}

/**
 * Examples of one history at each cut-off (latest first) at which it had a touch within the last `freshDays`. Reads only
 * days up to the cut-off for the state and up to cut-off + H for the outcome.
 */
export function examplesOf(
  days: readonly TouchDay[],
  cutoffs: readonly number[],
  horizonDays: number,
  freshDays: number,
): Example[] {
  const examples: Example[] = [];
  let counters: Counters | null = null;
  let next = 0;
  for (const cutoff of cutoffs.toReversed()) {
    const from = next;
    while ((days[next]?.day ?? Number.POSITIVE_INFINITY) <= cutoff) next += 1;
    counters = countTouchDays(counters, days, horizonDays, from, next);
    if (counters === null || cutoff - counters.last > freshDays) continue;
    const following = days[next];
    const returned = following !== undefined && following.day <= cutoff + horizonDays;
    examples.push({ at: cutoff, counters, silentDays: cutoff - counters.last, returned });
  }
  return examples;
}

/** The raw features of the examples under the model's constants (not its weights), row after row. */
export function featureRows(examples: readonly Example[], model: PortalModel): Float64Array {
  const width = featureNames.length;
  const rows = new Float64Array(examples.length * width);
  examples.forEach((example, i) => {
    rows.set(featuresOf(example.counters, example.silentDays, model), i * width);
  });
  return rows;
}
