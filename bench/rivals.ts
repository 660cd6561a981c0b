/** The simple methods we must not fall behind, each as a score of an example that rises with the chance of a return. */

import { fitBgNbd } from '../src/relationship/fit/fit-bgnbd.ts';
import { fitLogistic } from '../src/relationship/fit/logistic-map.ts';
import { type Example, examplesOf, pseudoCutoffs } from '../src/relationship/fit/training-rows.ts';
import type { TouchDay } from '../src/relationship/signal/touch-days.ts';
import { type Counters, countersOf } from '../src/relationship/vitality/counters.ts';
import { bgChance, logistic } from '../src/relationship/vitality/features.ts';

export type Scorer = (example: Pick<Example, 'counters' | 'silentDays'>) => number;

type History = readonly (readonly TouchDay[])[];

/** The shorter the silence, the better. */
export const recency: Scorer = ({ silentDays }) => -silentDays;

/** Silence over the own mean gap: the intuition that everybody has first. One touch counts as a gap of H. */
export function hiatus(horizonDays: number): Scorer {
  return ({ counters: c, silentDays }) =>
    -silentDays / (c.n < 2 ? horizonDays : (c.last - c.first) / (c.n - 1));
}

/** The plain BG/NBD chance, parameters by maximum likelihood on everybody known at `at`. */
export function bgNbd(history: History, at: number, horizonDays: number): Scorer {
  const known = history
    .map((days) =>
      countersOf(
        days.filter((d) => d.day <= at),
        horizonDays,
      ),
    )
    .filter((c) => c !== null);
  const { bgnbd } = fitBgNbd(
    known.map((c) => ({ x: c.n - 1, tx: (c.last - c.first) / 7, T: (at - c.first) / 7 })),
  );
  return ({ counters: c, silentDays }) =>
    bgChance({ n: c.n, spanWeeks: (c.last - c.first) / 7 }, silentDays, bgnbd, horizonDays);
}

/** Logistic regression on logs of recency, frequency, touches and age, trained on the same past outcomes as ours. */
export function rfLogistic(history: History, at: number, horizonDays: number): Scorer {
  const known = history.map((days) => days.filter((d) => d.day <= at)).filter((days) => days.length > 0);
  const first = known.reduce((min, days) => Math.min(min, days[0]?.day ?? min), at);
  const cutoffs = pseudoCutoffs(at, first, horizonDays, 1000);
  const examples = known.flatMap((days) => examplesOf(days, cutoffs, horizonDays, 2 * horizonDays));
  const fit = fitLogistic(
    {
      width: 4,
      inputs: Float64Array.from(examples.flatMap((e) => rfInputs(e.counters, e.silentDays))),
      outcomes: Uint8Array.from(examples, (e) => (e.returned ? 1 : 0)),
      importance: new Float64Array(examples.length).fill(1),
    },
    { intercept: 0, mean: [0, 0, 0, 0], sd: 10, signs: [0, 0, 0, 0] },
  );
  return ({ counters, silentDays }) =>
    logistic(
      rfInputs(counters, silentDays).reduce((z, x, j) => z + x * (fit.weights[j] ?? 0), fit.intercept),
    );
}

function rfInputs(c: Counters, silentDays: number): number[] {
  return [
    Math.log(silentDays + 1),
    Math.log(c.n),
    Math.log(Math.max(c.touches, 1)),
    Math.log(c.last - c.first + silentDays + 1),
  ];
}
