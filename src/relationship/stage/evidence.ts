import type { Evidence } from '../assessment.ts';
import { reads } from '../signal/reading.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf, type Timeline } from '../signal/timeline.ts';
import { addTouch, type GrowingDay, type TouchDay } from '../signal/touch-days.ts';
import { type Counters, countTouchDays } from '../vitality/counters.ts';
import { logitOfMedian, logitOn, logitV } from '../vitality/vitality.ts';
import { isAsking } from './awaiting.ts';
import { decidingSignals } from './deciding.ts';
import type { ReplayState } from './replay-state.ts';

/**
 * What the answer rests on, at most five items: what we owe, the signals that decide the stage, the silence, and the
 * latest touches with what each adds to the chance of another one. In log-odds the items and everything else add up
 * exactly to the contact's vitality minus the median contact's.
 */
export type EvidenceList = { readonly items: readonly Evidence[]; readonly everythingElse: number };

const mostItems = 5;

/** Touches that are told one by one. They lie on no more days than they are. */
const latest = 3;

export function evidenceOf(state: ReplayState, timeline: Timeline): EvidenceList {
  const items: Evidence[] = [];
  const { lastTouch } = state.ledger;
  if (isAsking(state.ledger) && lastTouch !== null)
    items.push({ ...itemOf(lastTouch, false, 0), kind: 'we_owe_an_answer' });
  for (const signal of decidingSignals(state).slice(0, 3)) {
    if (items.every((item) => item.signalId !== signal.id)) items.push(itemOf(signal, true, 0));
  }
  const told = vitalityItems(state, timeline, items);
  const listed = told.items.reduce((sum, item) => sum + item.effect.logOdds, 0);
  return { items: told.items, everythingElse: told.total - listed };
}

/**
 * Adds the silence and the latest touches. What a touch adds: the log-odds with it minus those without it, the silence
 * left as it is.
 */
function vitalityItems(
  state: ReplayState,
  timeline: Timeline,
  deciding: readonly Evidence[],
): { items: readonly Evidence[]; total: number } {
  const { counters, curve } = state.vitality;
  if (counters === null || curve === null) return { items: deciding, total: 0 };
  const silent = dayOf(state.input.now) - counters.last;
  const logOdds = logitOn(curve, silent);
  const items = [...deciding];
  if (silent > 0) items.push(silenceItem(state, logOdds - logitOn(curve, 0)));
  const before = countersBefore(state);
  for (const place of latestTouches(timeline, latest)) {
    const signal = timeline.signals[place];
    if (signal === undefined || items.length >= mostItems) break;
    if (items.some((item) => item.signalId === signal.id)) continue;
    const without = countersWithout(state, timeline, place, before);
    const added = without === null ? 0 : logOdds - logitV(without, silent, state.input.portal);
    items.push(itemOf(signal, false, added));
  }
  return { items: items.slice(0, mostItems), total: logOdds - logitOfMedian(state.input.portal) };
}

function silenceItem(state: ReplayState, logOdds: number): Evidence {
  return {
    signalId: null,
    source: null,
    at: state.ledger.lastTouch?.at ?? null,
    kind: 'silence',
    by: null,
    channel: null,
    effect: { decides: false, logOdds },
  };
}

function latestTouches({ signals, bits }: Timeline, most: number): number[] {
  const places: number[] = [];
  for (let i = signals.length - 1; i >= 0 && places.length < most; i -= 1) {
    if (((bits[i] ?? 0) & reads.touch) !== 0) places.push(i);
  }
  return places;
}

/** The counters of all days but the latest: what any of the latest touches adds is counted on from them. */
function countersBefore({ ledger: { days }, input }: ReplayState): Counters | null {
  return countTouchDays(null, days, input.portal.horizonDays, 0, days.length - latest);
}

/** The counters as if one of the latest touches had not been. */
function countersWithout(
  { ledger: { days }, input }: ReplayState,
  timeline: Timeline,
  place: number,
  before: Counters | null,
): Counters | null {
  const { horizonDays } = input.portal;
  const day = dayOf(timeline.signals[place]?.at ?? 0);
  const own = days.findLastIndex((known) => known.day === day);
  const until = countTouchDays(before, days, horizonDays, Math.max(days.length - latest, 0), own);
  const rest = countTouchDays(until, restOfDay(timeline, place, day), horizonDays);
  return countTouchDays(rest, days, horizonDays, own + 1);
}

/** What else happened on the day of a touch. */
function restOfDay({ signals, bits }: Timeline, place: number, day: number): readonly TouchDay[] {
  const rest: GrowingDay[] = [];
  let from = place;
  while (from > 0 && dayOf(signals[from - 1]?.at ?? 0) === day) from -= 1;
  for (let i = from; i < signals.length; i += 1) {
    const signal = signals[i];
    if (signal === undefined || dayOf(signal.at) !== day) break;
    if (i !== place && ((bits[i] ?? 0) & reads.touch) !== 0) addTouch(rest, signal, bits[i] ?? 0);
  }
  return rest;
}

function itemOf(signal: Signal, decides: boolean, logOdds: number): Evidence {
  return {
    signalId: signal.id,
    source: signal.source,
    at: signal.at,
    kind: signal.kind,
    by: signal.by,
    channel: signal.channel,
    effect: { decides, logOdds },
  };
}
