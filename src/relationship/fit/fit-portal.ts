import {
  type BgNbd,
  featureNames,
  type GapModel,
  type PerFeature,
  type PortalModel,
  perFeature,
  shippedModel,
  weightSigns,
} from '../portal-model.ts';
import type { TouchDay } from '../signal/touch-days.ts';
import { type Counters, countersOf } from '../vitality/counters.ts';
import { featuresOf } from '../vitality/features.ts';
import { fitBgNbd } from './fit-bgnbd.ts';
import { fitGaps } from './fit-gaps.ts';
import { levelDrift } from './level-drift.ts';
import { fitLogistic } from './logistic-map.ts';
import { sampleEvenly } from './sample-evenly.ts';
import { type Example, examplesOf, featureRows, pseudoCutoffs } from './training-rows.ts';

/** Settings of a refit; the defaults are conventions, to be back-tested, not science. */
export type FitOptions = {
  /** Contacts looked at; more are sampled evenly in the order given. */
  readonly maxContacts: number;
  /** Known outcomes below which the shipped weights stand. */
  readonly minOutcomes: number;
  /** Contacts below which the shipped BG/NBD and gap constants stand. */
  readonly minContacts: number;
  readonly maxCutoffs: number;
  /** Horizons of history below which outcomes at that horizon would all stem from the portal's first weeks. */
  readonly minHorizons: number;
  /** Horizons after which an outcome counts half: what happened lately says more about a portal that changes. */
  readonly memory: number;
  /** Longest silence of an example, in horizons. */
  readonly freshHorizons: number;
  /** How far a weight may stray from the shipped one, on standardised inputs (standard deviation of the prior). */
  readonly priorSd: number;
  /** How far ln r, ln alpha, ln a and ln b may stray from the shipped ones. */
  readonly bgnbdPriorSd: number;
};

export const defaultFitOptions: FitOptions = {
  maxContacts: 6000,
  minOutcomes: 200,
  minContacts: 200,
  maxCutoffs: 12,
  minHorizons: 2.5,
  memory: 1,
  freshHorizons: 2,
  priorSd: 0.3,
  bgnbdPriorSd: 2,
};

function withDrift(model: PortalModel, known: readonly (readonly TouchDay[])[], asOf: number): PortalModel {
  return { ...model, intercept: model.intercept + levelDrift(model, known, asOf) };
}

type Learned = Pick<PortalModel, 'weights' | 'intercept'>;

/** Below two weeks the week's own rhythm would be learned instead of the contact's. */
const shortestHorizonDays = 14;

/**
 * The portal's own model from what is known at `asOf` (whole UTC days since 1970-01-01): later days are not read.
 * `histories` are the touch days of each contact, in order. Deterministic.
 */
export function fitPortal(
  histories: readonly (readonly TouchDay[])[],
  asOf: number,
  horizonDays: number,
  options: Partial<FitOptions> = {},
): PortalModel {
  const settings = { ...defaultFitOptions, ...options };
  // Sampled from those known by then: who comes later must neither take a place nor move one.
  const known = sampleEvenly(
    histories.map((days) => days.filter((d) => d.day <= asOf)).filter((days) => days.length > 0),
    settings.maxContacts,
  );
  const counters = known.map((days) => countersOf(days, horizonDays)).filter((c) => c !== null);
  const base = withConstants(shippedModel(horizonDays), counters, asOf, settings);
  const learned = learnWeights(base, known, asOf, settings);
  const weighted = learned === null ? base : withDrift({ ...base, ...learned }, known, asOf);
  return {
    ...weighted,
    version: `fit-1/${horizonDays}/${asOf}/${known.length}`,
    medians: medianFeatures(counters, asOf, weighted),
  };
}

function withConstants(
  shipped: PortalModel,
  counters: readonly Counters[],
  asOf: number,
  { minContacts, bgnbdPriorSd }: FitOptions,
): PortalModel {
  if (counters.length < minContacts) return shipped;
  const recurrences = counters.map((c) => ({
    x: c.n - 1,
    tx: (c.last - c.first) / 7,
    T: (asOf - c.first) / 7,
  }));
  const bgnbd: BgNbd = fitBgNbd(recurrences, { centre: shipped.bgnbd, sd: bgnbdPriorSd }).bgnbd;
  const gaps: GapModel = fitGaps(counters, shipped.gaps);
  return { ...shipped, bgnbd, gaps };
}

/**
 * Weights at the portal's horizon, or, while the history is too short for it, at the longest that it bears, and from there
 * by halves until enough outcomes are known: every feature is scaled by the horizon it is asked for, so weights carry
 * over. Null when no horizon has enough known outcomes.
 */
function learnWeights(
  base: PortalModel,
  histories: readonly (readonly TouchDay[])[],
  asOf: number,
  settings: FitOptions,
): Learned | null {
  const firstDay = histories.reduce((min, days) => Math.min(min, days[0]?.day ?? min), asOf);
  const longest = Math.min(base.horizonDays, Math.floor((asOf - firstDay) / settings.minHorizons));
  const shortest = Math.min(base.horizonDays, shortestHorizonDays);
  for (let horizonDays = longest; horizonDays >= shortest; horizonDays = Math.floor(horizonDays / 2)) {
    const cutoffs = pseudoCutoffs(asOf, firstDay, horizonDays, settings.maxCutoffs);
    const freshDays = settings.freshHorizons * horizonDays;
    const examples = histories.flatMap((days) => examplesOf(days, cutoffs, horizonDays, freshDays));
    if (examples.length < settings.minOutcomes) continue;
    return weightsFrom({ ...base, horizonDays }, examples, asOf, settings);
  }
  return null;
}

function weightsFrom(
  base: PortalModel,
  examples: readonly Example[],
  asOf: number,
  { priorSd, memory }: FitOptions,
): Learned {
  const width = featureNames.length;
  const raw = featureRows(examples, base);
  const { means, sds } = standardisation(raw, width);
  const inputs = raw.map((x, i) => (x - (means[i % width] ?? 0)) / (sds[i % width] ?? 1));
  const outcomes = Uint8Array.from(examples, (e) => (e.returned ? 1 : 0));
  const latest = asOf - base.horizonDays;
  const importance = Float64Array.from(examples, (e) => 2 ** ((e.at - latest) / (memory * base.horizonDays)));
  const fit = fitLogistic(
    { width, inputs, outcomes, importance },
    {
      intercept: featureNames.reduce(
        (sum, name, j) => sum + base.weights[name] * (means[j] ?? 0),
        base.intercept,
      ),
      mean: featureNames.map((name, j) => base.weights[name] * (sds[j] ?? 1)),
      sd: priorSd,
      signs: featureNames.map((name) => weightSigns[name]),
    },
  );
  const weights = perFeature((_, j) => (fit.weights[j] ?? 0) / (sds[j] ?? 1));
  const shift = featureNames.reduce((sum, name, j) => sum + weights[name] * (means[j] ?? 0), 0);
  return { weights, intercept: fit.intercept - shift };
}

/** Mean and spread per column; a column that never varies gets spread 1 and so carries nothing. */
function standardisation(rows: Float64Array, width: number) {
  const count = rows.length / width;
  const means = new Array<number>(width).fill(0);
  const squares = new Array<number>(width).fill(0);
  rows.forEach((x, i) => {
    means[i % width] = (means[i % width] ?? 0) + x / count;
  });
  rows.forEach((x, i) => {
    squares[i % width] = (squares[i % width] ?? 0) + (x - (means[i % width] ?? 0)) ** 2 / count;
  });
  return { means, sds: squares.map((s) => (s > 1e-12 ? Math.sqrt(s) : 1)) };
}

/** Each feature's median over the contacts as they stand today. */
function medianFeatures(counters: readonly Counters[], asOf: number, model: PortalModel): PerFeature {
  if (counters.length === 0) return model.medians;
  const rows = counters.map((c) => featuresOf(c, asOf - c.last, model));
  return perFeature((_, j) => {
    const column = Float64Array.from(rows, (row) => row[j] ?? 0).sort();
    return column[Math.floor(column.length / 2)] ?? 0;
  });
}
