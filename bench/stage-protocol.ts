/** What the stages are worth: the quality goals that ask about flights, flags and horizons, at the same cut-offs. */

import { assess } from '../src/relationship/assess.ts';
import { mean, quantile } from '../src/relationship/backtest/measures.ts';
import { noFacts } from '../src/relationship/facts.ts';
import { sampleEvenly } from '../src/relationship/fit/sample-evenly.ts';
import type { PortalModel } from '../src/relationship/portal-model.ts';
import { defaultSettings } from '../src/relationship/settings.ts';
import type { Signal } from '../src/relationship/signal/signal.ts';
import { msPerDay } from '../src/relationship/signal/timeline.ts';
import { type TouchDay, touchDays } from '../src/relationship/signal/touch-days.ts';
import { type Flight, type StageAnswer, stages } from '../src/relationship/stage/stages.ts';
import { type Counters, countersOf, countTouchDay } from '../src/relationship/vitality/counters.ts';
import { logistic, logit } from '../src/relationship/vitality/features.ts';
import {
  firstSilenceBelow,
  logitOn,
  type SilenceCurve,
  silenceCurve,
} from '../src/relationship/vitality/vitality.ts';
import { cutoffsOf, modelsAt } from './return-protocol.ts';
import type { SignalHistory } from './touch-histories.ts';

export type StageFigures = {
  /** P(silent | apart) / P(silent | together). */
  readonly silentRatio: number;
  readonly flaggedShare: number;
  /** Share of the flagged who stayed silent: ours (coming apart), and the same number of longest silences. */
  readonly precision: number;
  readonly cutoffPrecision: number;
  /** Median days of silence until a lost contact is flagged, at 10 % false alarms. */
  readonly daysToFlag: number;
  readonly cutoffDaysToFlag: number;
  /** Share returning per stage, together from bonding down, then apart; stages of fewer than 30 are left out. */
  readonly returning: readonly { readonly stage: StageAnswer; readonly n: number; readonly share: number }[];
  readonly falls: boolean;
  readonly horizonMismatches: number;
  readonly rebuildMismatches: number;
};

/** A share of fewer contacts says nothing about an order of shares. */
const smallestStage = 30;

/** Contacts whose horizon is replayed day by day, per cut-off. */
const replayed = 60;

/** Days for which a horizon is replayed at most. */
const replayDays = 200;

type Said = { stage: StageAnswer; flight: Flight; silentDays: number; returned: boolean };

type Contact = { readonly signals: readonly Signal[]; readonly days: readonly TouchDay[] };

export function measureStages(history: SignalHistory): StageFigures {
  const contacts = [...history.signals.values()]
    .map((signals) => ({ signals, days: touchDays(signals, defaultSettings) }))
    .filter(({ days }) => days.length > 0);
  const cutoffs = cutoffsOf(history).map((at) => ({ at, model: modelsAt(history, at).refit }));
  const saidPerCutoff = cutoffs.map(({ at, model }) => saidAt(contacts, at, model));
  const said = saidPerCutoff.flat();
  const perCutoff = saidPerCutoff.map(flagsAt);
  const days = cutoffs.map(({ at, model }) => daysToFlag(contacts, at, model)).filter((d) => d !== null);
  const returning = returningByStage(said);
  return {
    silentRatio: ratioOfSilence(said),
    flaggedShare: mean(perCutoff.map((f) => f.share)),
    precision: mean(perCutoff.map((f) => f.ours)),
    cutoffPrecision: mean(perCutoff.map((f) => f.cutoff)),
    daysToFlag: mean(days.map((d) => d.ours)),
    cutoffDaysToFlag: mean(days.map((d) => d.cutoff)),
    returning,
    falls: fallsWithinFlights(returning),
    horizonMismatches: cutoffs.reduce((n, { at, model }) => n + horizonMismatches(contacts, at, model), 0),
    rebuildMismatches: contacts.filter(({ days: all }) => !rebuilds(all, history.horizonDays)).length,
  };
}

function endOf(day: number): number {
  return (day + 1) * msPerDay - 1;
}

function knownBy(signals: readonly Signal[], at: number): readonly Signal[] {
  return signals.filter((signal) => signal.at <= endOf(at));
}

/** Every contact with a touch in the last 2H days. */
function saidAt(contacts: readonly Contact[], at: number, model: PortalModel): Said[] {
  return contacts.flatMap(({ signals, days }) => {
    const last = days.findLast((d) => d.day <= at);
    if (last === undefined || at - last.day > 2 * model.horizonDays) return [];
    const next = days.find((d) => d.day > at);
    const { stage, flight } = assess(knownBy(signals, at), noFacts, model, defaultSettings, endOf(at));
    const returned = next !== undefined && next.day <= at + model.horizonDays;
    return [{ stage, flight, silentDays: at - last.day, returned }];
  });
}

function ratioOfSilence(said: readonly Said[]): number {
  const silent = (flight: Flight) => {
    const those = said.filter((s) => s.flight === flight);
    return those.filter((s) => !s.returned).length / those.length;
  };
  return silent('coming_apart') / silent('coming_together');
}

/** A cutoff that would split contacts of equal silence flags them in proportion. */
function flagsAt(said: readonly Said[]): { share: number; ours: number; cutoff: number } {
  const flagged = said.filter((s) => s.flight === 'coming_apart');
  const sorted = said.toSorted((a, b) => b.silentDays - a.silentDays);
  const edge = sorted[flagged.length - 1]?.silentDays ?? Number.POSITIVE_INFINITY;
  const above = said.filter((s) => s.silentDays > edge);
  const tied = said.filter((s) => s.silentDays === edge);
  const tiedSilent = tied.filter((s) => !s.returned).length / Math.max(tied.length, 1);
  const cutoffSilent = above.filter((s) => !s.returned).length + (flagged.length - above.length) * tiedSilent;
  return {
    share: flagged.length / said.length,
    ours: flagged.filter((s) => !s.returned).length / flagged.length,
    cutoff: cutoffSilent / flagged.length,
  };
}

/**
 * Of all silences that began in the 2H before the cut-off and whose fate is known (a touch within 2H, or none): the
 * threshold on V(now) / V(last touch) that one in ten of those who return crosses before, and when the lost cross it;
 * beside it the plain number of days with as many false alarms.
 */
function daysToFlag(
  contacts: readonly Contact[],
  at: number,
  model: PortalModel,
): { ours: number; cutoff: number } | null {
  const silences = contacts.flatMap(({ days }) => silencesBefore(days, at, model));
  const end = contacts.reduce((max, { days }) => Math.max(max, days.at(-1)?.day ?? 0), 0);
  const returned = silences.filter((s) => s.days <= 2 * model.horizonDays);
  const lost = silences.filter(
    (s) => s.days > 2 * model.horizonDays && s.from + 2 * model.horizonDays <= end,
  );
  if (returned.length < smallestStage || lost.length < smallestStage) return null;
  const threshold = quantile(
    returned.map(({ curve, days }) => logistic(logitOn(curve, days - 1)) / logistic(logitOn(curve, 0))),
    0.1,
  );
  const flagDays = lost.map(({ curve }) => {
    const limit = logit(threshold * logistic(logitOn(curve, 0)));
    return firstSilenceBelow(curve, limit, 0, longestSilence) ?? longestSilence;
  });
  return {
    ours: quantile(flagDays, 0.5),
    cutoff: quantile(
      returned.map((s) => s.days),
      0.9,
    ),
  };
}

/** Days after which a contact that was never flagged counts as flagged. */
const longestSilence = 10_000;

function silencesBefore(days: readonly TouchDay[], at: number, model: PortalModel) {
  const silences: { curve: SilenceCurve; from: number; days: number }[] = [];
  let counters: Counters | null = null;
  for (const [i, day] of days.entries()) {
    if (day.day > at) break;
    const counted: Counters | 'out_of_order' = countTouchDay(counters, day, model.horizonDays);
    if (counted === 'out_of_order') throw new Error('Touch days must come in order');
    counters = counted;
    if (day.day <= at - 2 * model.horizonDays) continue;
    const next = days[i + 1]?.day ?? Number.POSITIVE_INFINITY;
    silences.push({ curve: silenceCurve(counters, model), from: day.day, days: next - day.day });
  }
  return silences;
}

function returningByStage(said: readonly Said[]) {
  const together: readonly StageAnswer[] = stages.slice(0, 5).toReversed();
  return [...together, ...stages.slice(5)]
    .map((stage) => {
      const those = said.filter((s) => s.stage === stage);
      return { stage, n: those.length, share: those.filter((s) => s.returned).length / those.length };
    })
    .filter(({ n }) => n >= smallestStage);
}

function fallsWithinFlights(returning: StageFigures['returning']): boolean {
  return returning.every(({ stage, share }, i) => {
    const before = returning[i - 1];
    const opensFlight = before === undefined || (isTogether(before.stage) && !isTogether(stage));
    return opensFlight || share <= before.share;
  });
}

function isTogether(stage: StageAnswer): boolean {
  return stages.slice(0, 5).some((s) => s === stage);
}

/** Horizons that disagree with asking again on every following day. */
function horizonMismatches(contacts: readonly Contact[], at: number, model: PortalModel): number {
  const known = contacts.filter(({ days }) => (days[0]?.day ?? Number.POSITIVE_INFINITY) <= at);
  return sampleEvenly(known, replayed).filter(({ signals }) => {
    const past = knownBy(signals, at);
    const now = assess(past, noFacts, model, defaultSettings, endOf(at));
    const turn = now.validUntil === null ? Number.POSITIVE_INFINITY : now.validUntil / msPerDay;
    for (let day = at + 1; day <= Math.min(turn, at + replayDays); day++) {
      const { stage } = assess(past, noFacts, model, defaultSettings, day * msPerDay);
      if (stage !== (day < turn ? now.stage : now.nextStage)) return true;
    }
    return false;
  }).length;
}

/** Counted one by one against rebuilt from all. */
function rebuilds(days: readonly TouchDay[], horizonDays: number): boolean {
  let counters: Counters | null = null;
  for (const day of days) {
    const next = countTouchDay(counters, day, horizonDays);
    if (next === 'out_of_order') return false;
    counters = next;
  }
  return JSON.stringify(counters) === JSON.stringify(countersOf(days.toReversed(), horizonDays));
}
