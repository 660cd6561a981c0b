import { sampleEvenly } from '../fit/sample-evenly.ts';
import type { Settings } from '../settings.ts';
import type { Signal } from '../signal/signal.ts';
import { touchDays } from '../signal/touch-days.ts';
import { type Flight, flightOf, type StageAnswer, stageAnswers } from '../stage/stages.ts';
import { auc, logLoss } from './measures.ts';
import { type AlarmFigures, alarmFigures } from './silences.ts';
import { type Contact, isFresh, type Saying, type Trial, type TrialFrame, trialAt } from './trial.ts';
import { type Share, wilson } from './wilson.ts';

/**
 * What Rapport would have said in the past of this very portal, and whether it came true. At each cut-off the model is
 * fitted, and every contact assessed, from what was known by then; the outcome is whether the customer acted within the
 * next H days. Nothing after a cut-off reaches what is said at it.
 */
export type Backtest =
  | { readonly kind: 'too-little-data'; readonly outcomes: number; readonly needed: number }
  | {
      readonly kind: 'done';
      readonly horizonDays: number;
      /** Days (since 1970, UTC) at which the past was asked, latest first. */
      readonly cutoffs: readonly number[];
      /** Assessments with a known outcome, and the share of contacts that came back. */
      readonly outcomes: number;
      readonly baseRate: Share;
      readonly stages: readonly StageLift[];
      readonly flights: readonly FlightReturn[];
      readonly methods: readonly MethodFigures[];
      readonly alarms: AlarmFigures;
    };

export type StageLift = {
  readonly stage: StageAnswer;
  readonly returned: Share;
  /** Share returned of this stage over that of everybody. */
  readonly lift: number;
};

export type FlightReturn = { readonly flight: Flight; readonly returned: Share };

export type MethodFigures = {
  readonly method: 'vitality' | 'recency' | 'bgnbd';
  /** Chance that a returning contact is ranked above a silent one; null when all outcomes agree. */
  readonly auc: number | null;
  /** Null for recency, which is no chance. */
  readonly logLoss: number | null;
};

export type BacktestInput = {
  /** The signals of each contact. */
  readonly histories: readonly (readonly Signal[])[];
  readonly settings: Settings;
  /** Day (since 1970, UTC) up to which everything is known. */
  readonly asOf: number;
  readonly horizonDays: number;
  readonly options?: Partial<BacktestOptions>;
};

/** Conventions of the back-test, each a setting. */
export type BacktestOptions = {
  /** Outcomes below which nothing is claimed. */
  readonly minOutcomes: number;
  readonly maxCutoffs: number;
  /** Contacts looked at per cut-off; more are sampled evenly. */
  readonly maxContacts: number;
  /** Contacts silent for more horizons are left out: that they stay silent proves nothing. */
  readonly freshHorizons: number;
};

export const defaultBacktestOptions: BacktestOptions = {
  minOutcomes: 100,
  maxCutoffs: 6,
  maxContacts: 6000,
  freshHorizons: 4,
};

/** The whole back-test at once. `onProgress` hears the share done, from 0 to 1. Pure and deterministic apart from that. */
export function backtest(input: BacktestInput, onProgress: (done: number) => void = () => {}): Backtest {
  const steps = backtestSteps(input);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    onProgress(step.value);
  }
}

/**
 * The back-test in pieces of well under a second, for a process that has other work, too: yields the share done, from
 * 0 to 1, and returns the result.
 */
export function* backtestSteps(input: BacktestInput): Generator<number, Backtest> {
  const options = { ...defaultBacktestOptions, ...input.options };
  const contacts = sampleEvenly(input.histories, options.maxContacts)
    .map((signals) => ({ signals, days: touchDays(signals, input.settings) }))
    .filter(({ days }) => (days[0]?.day ?? input.asOf) < input.asOf);
  const { settings, asOf, horizonDays } = input;
  const frame: TrialFrame = { settings, asOf, horizonDays, freshHorizons: options.freshHorizons };
  const cutoffs = cutoffsOf(contacts, input, options.maxCutoffs);
  const known = cutoffs.reduce((sum, at) => sum + contacts.filter((c) => isFresh(c, at, frame)).length, 0);
  if (known < options.minOutcomes) {
    return { kind: 'too-little-data', outcomes: known, needed: options.minOutcomes };
  }
  const trials: Trial[] = [];
  for (const [i, at] of cutoffs.entries()) {
    const steps = trialAt(contacts, at, frame);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield (i + step.value) / cutoffs.length;
    trials.push(step.value);
  }
  yield 1;
  return summary(cutoffs, trials, input.horizonDays);
}

/** Latest first, a horizon apart so that outcomes do not overlap, and never before two horizons of history. */
function cutoffsOf(
  contacts: readonly Contact[],
  { asOf, horizonDays }: BacktestInput,
  most: number,
): number[] {
  const first = contacts.reduce((min, { days }) => Math.min(min, days[0]?.day ?? min), asOf);
  const cutoffs: number[] = [];
  for (
    let at = asOf - horizonDays;
    at >= first + 2 * horizonDays && cutoffs.length < most;
    at -= horizonDays
  ) {
    cutoffs.push(at);
  }
  return cutoffs;
}

function summary(cutoffs: readonly number[], trials: readonly Trial[], horizonDays: number): Backtest {
  const sayings = trials.flatMap((trial) => trial.sayings);
  const baseRate = shareReturned(sayings);
  const inStage = (stage: StageAnswer) => shareReturned(sayings.filter((s) => s.stage === stage));
  const inFlight = (flight: Flight) => shareReturned(sayings.filter((s) => flightOf(s.stage) === flight));
  return {
    kind: 'done',
    horizonDays,
    cutoffs,
    outcomes: sayings.length,
    baseRate,
    stages: stageAnswers
      .map((stage) => ({ stage, returned: inStage(stage) }))
      .filter(({ returned }) => returned.n > 0)
      .map(({ stage, returned }) => ({
        stage,
        returned,
        lift: returned.share / Math.max(baseRate.share, 1e-9),
      })),
    flights: (['coming_together', 'coming_apart'] as const).map((flight) => ({
      flight,
      returned: inFlight(flight),
    })),
    methods: (['vitality', 'recency', 'bgnbd'] as const).map((method) => methodFigures(method, trials)),
    alarms: alarmFigures(trials.flatMap((trial) => trial.silences)),
  };
}

function shareReturned(sayings: readonly Saying[]): Share {
  return wilson(sayings.filter((s) => s.returned).length, sayings.length);
}

/** AUC is the mean over the cut-offs at which outcomes differ: ranking across times would reward knowing the date. */
function methodFigures(method: MethodFigures['method'], trials: readonly Trial[]): MethodFigures {
  const aucs = trials
    .map(({ sayings }) =>
      auc(
        sayings.map((s) => s[method]),
        sayings.map((s) => s.returned),
      ),
    )
    .filter(Number.isFinite);
  const all = trials.flatMap((trial) => trial.sayings);
  const losses = () =>
    logLoss(
      all.map((s) => s[method]),
      all.map((s) => s.returned),
    );
  return {
    method,
    auc: aucs.length === 0 ? null : aucs.reduce((sum, a) => sum + a, 0) / aucs.length,
    logLoss: method === 'recency' ? null : losses(),
  };
}
