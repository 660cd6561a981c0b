/**
 * The rolling return protocol: at a cut-off T, from what is known by T, who of the contacts with a touch in the last 2H
 * days has another within the next H? Three cut-offs; every method is refitted at each on what is known then.
 */

import { auc, calibrationError, logLoss, mean } from '../src/relationship/backtest/measures.ts';
import { fitPortal } from '../src/relationship/fit/fit-portal.ts';
import { type Example, examplesOf } from '../src/relationship/fit/training-rows.ts';
import { type PortalModel, shippedModel } from '../src/relationship/portal-model.ts';
import type { TouchDay } from '../src/relationship/signal/touch-days.ts';
import { vitality } from '../src/relationship/vitality/vitality.ts';
import { bgNbd, hiatus, recency, rfLogistic, type Scorer } from './rivals.ts';

export type TestHistory = {
  readonly name: string;
  /** Touch days of each contact, in order. */
  readonly contacts: readonly (readonly TouchDay[])[];
  readonly horizonDays: number;
  /** The first cut-off, as a share of the span. */
  readonly firstCutoff: number;
};

export const methods = [
  'ours, refit',
  'ours, shipped',
  'recency',
  'hiatus',
  'BG/NBD',
  'RF logistic',
] as const;

export type Method = (typeof methods)[number];

/** AUC is the mean over the cut-offs; log-loss and calibration are over all predictions. */
export type Figures = {
  readonly auc: number;
  /** Null for a score that is no chance. */
  readonly logLoss: number | null;
  readonly calibration: number | null;
};

/** First, middle and last day with a whole horizon after it. */
export function cutoffsOf({ contacts, horizonDays, firstCutoff }: TestHistory): number[] {
  const ends = contacts.map((days) => days.at(-1)?.day ?? 0);
  const first = contacts.reduce((min, days) => Math.min(min, days[0]?.day ?? min), Number.POSITIVE_INFINITY);
  const last = ends.reduce((max, day) => Math.max(max, day), 0);
  const from = first + Math.floor((last - first) * firstCutoff);
  const to = last - horizonDays;
  return [from, Math.floor((from + to) / 2), to];
}

/** Our model at a cut-off: refitted, or shipped weights on the portal's own BG/NBD and gap constants. */
export function modelsAt(history: TestHistory, at: number): { refit: PortalModel; shipped: PortalModel } {
  const refit = fitPortal(history.contacts, at, history.horizonDays);
  const { bgnbd, gaps } = refit;
  return { refit, shipped: { ...shippedModel(history.horizonDays), bgnbd, gaps } };
}

export function measureReturns(history: TestHistory): Record<Method, Figures> {
  const { contacts, horizonDays } = history;
  const trials = cutoffsOf(history).map((at) => {
    const examples = contacts.flatMap((days) => examplesOf(days, [at], horizonDays, 2 * horizonDays));
    return { examples, scorers: scorersAt(history, at) };
  });
  // Object.fromEntries forgets the key type; the keys are exactly `methods`.
  return Object.fromEntries(methods.map((method) => [method, figuresOf(method, trials)])) as Record<
    Method,
    Figures
  >;
}

function scorersAt(history: TestHistory, at: number): Record<Method, Scorer> {
  const { contacts, horizonDays } = history;
  const { refit, shipped } = modelsAt(history, at);
  return {
    'ours, refit': (e) => vitality(e.counters, e.silentDays, refit),
    'ours, shipped': (e) => vitality(e.counters, e.silentDays, shipped),
    recency,
    hiatus: hiatus(horizonDays),
    'BG/NBD': bgNbd(contacts, at, horizonDays),
    'RF logistic': rfLogistic(contacts, at, horizonDays),
  };
}

type Trial = { readonly examples: readonly Example[]; readonly scorers: Record<Method, Scorer> };

function figuresOf(method: Method, trials: readonly Trial[]): Figures {
  const scored = trials.map(({ examples, scorers }) => ({
    scores: examples.map(scorers[method]),
    returned: examples.map((e) => e.returned),
  }));
  const scores = scored.flatMap((trial) => trial.scores);
  const returned = scored.flatMap((trial) => trial.returned);
  const isChance = method !== 'recency' && method !== 'hiatus';
  return {
    auc: mean(scored.map((trial) => auc(trial.scores, trial.returned))),
    logLoss: isChance ? logLoss(scores, returned) : null,
    calibration: isChance ? calibrationError(scores, returned) : null,
  };
}
