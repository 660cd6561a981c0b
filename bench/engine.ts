/** The engine on one core, beside `JSON.parse` of the same signals in the same run. */

import v8 from 'node:v8';
import vm from 'node:vm';
import { assess, assessStage } from '../src/relationship/assess.ts';
import { noFacts } from '../src/relationship/facts.ts';
import { fitPortal } from '../src/relationship/fit/fit-portal.ts';
import { shippedModel } from '../src/relationship/portal-model.ts';
import { defaultSettings } from '../src/relationship/settings.ts';
import type { Signal } from '../src/relationship/signal/signal.ts';
import { dayOf, msPerDay } from '../src/relationship/signal/timeline.ts';
import { touchDays } from '../src/relationship/signal/touch-days.ts';
import { type Counters, countersOf } from '../src/relationship/vitality/counters.ts';
import { logistic, logit } from '../src/relationship/vitality/features.ts';
import { firstSilenceBelow, logitOn, silenceCurve } from '../src/relationship/vitality/vitality.ts';
import { type Figure, figure } from './figure.ts';
import { madeSignals } from './made-contacts.ts';
import { portalMeasures } from './portal-measures.ts';
import { besideBaseline, type Timed } from './rounds.ts';

const now = Date.parse('2026-06-01T12:00:00Z');

const today = dayOf(now);

const model = shippedModel(90);

export function figures(): Figure[] {
  const texts = Array.from({ length: 1000 }, (_, i) =>
    JSON.stringify(madeSignals(i + 1, 50, 200 + (i % 7) * 150, now)),
  );
  return [
    ...storedFigures(texts),
    ...signalFigures(texts),
    longFigure(),
    memoryFigure(),
    refitFigure(),
    portalMeasures(now),
  ];
}

/** Signals as they come from storage: parsed, so that no work is spared by how they were made. */
function parsed(text: string | undefined): readonly Signal[] {
  return text === undefined ? [] : JSON.parse(text);
}

function countersFrom(signals: readonly Signal[]): Counters {
  const counters = countersOf(touchDays(signals, defaultSettings), model.horizonDays);
  if (counters === null) throw new Error('A made contact has a touch');
  return counters;
}

/** Vitality, and the day on which it will be quiet, without reading a signal. */
function storedFigures(texts: readonly string[]): Figure[] {
  const stored = texts.map((text) => countersFrom(parsed(text)));
  const storedTexts = stored.map((counters) => JSON.stringify(counters));
  const at = (i: number) => stored[i % stored.length] ?? countersFrom([]);
  const parse = (i: number) => JSON.parse(storedTexts[i % stored.length] ?? '');
  const timed = besideBaseline((i) => quietDay(at(i)), parse, { rounds: 20, calls: 5000 });
  return [rate('from stored counters with validUntil', timed, 100_000, 300_000)];
}

function quietDay(counters: Counters): number | null {
  const curve = silenceCurve(counters, model);
  const silent = today - counters.last;
  const quiet = Math.min(
    defaultSettings.quietChance,
    defaultSettings.quietRatio * logistic(logitOn(curve, 0)),
  );
  const least = Math.max(defaultSettings.quietDays, model.horizonDays * defaultSettings.quietHorizons);
  if (logitOn(curve, silent) < logit(quiet)) return silent;
  return firstSilenceBelow(curve, logit(quiet), Math.max(silent, least - 1), 4 * model.horizonDays);
}

/** Contacts per second, beside how many one could parse. */
function rate(name: string, timed: Timed, must: number, ahead: number): Figure {
  const baseline = 1000 / timed.baselineMs;
  return figure(name, 1000 / timed.ms, 'contacts/s', { better: 'more', must, ahead, baseline });
}

/** The stage part and the whole assessment of contacts with 50 signals each. */
function signalFigures(texts: readonly string[]): Figure[] {
  const contacts = texts.map(parsed);
  const signalsOf = (i: number) => contacts[i] ?? [];
  const parse = (i: number) => parsed(texts[i]);
  const size = { rounds: 20, calls: texts.length };
  const stage = besideBaseline(
    (i) => assessStage(signalsOf(i), noFacts, model, defaultSettings, now),
    parse,
    size,
  );
  const all = besideBaseline((i) => assess(signalsOf(i), noFacts, model, defaultSettings, now), parse, size);
  return [
    rate('from 50 parsed signals, stage part', stage, 30_000, 60_000),
    figure('time of the stage part against parsing its signals', stage.ratio, 'times', {
      better: 'less',
      must: 1,
      ahead: 0.5,
    }),
    rate('from 50 parsed signals, all models', all, 15_000, 30_000),
  ];
}

function longFigure(): Figure {
  const text = JSON.stringify(madeSignals(7, 100_000, 3000, now));
  const many = parsed(text);
  const timed = besideBaseline(
    () => assess(many, noFacts, model, defaultSettings, now),
    () => parsed(text),
    { rounds: 15, calls: 1 },
  );
  return figure('100,000 signals of one contact', timed.ms, 'ms', {
    better: 'less',
    must: 50,
    baseline: timed.baselineMs,
  });
}

function memoryFigure(): Figure {
  return figure('memory per contact beside its signals', bytesPerContact(), 'bytes', {
    better: 'less',
    must: 1000,
  });
}

/** Heap held by the counters of many contacts, garbage collected before and after. */
function bytesPerContact(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect: () => void = vm.runInNewContext('gc');
  const count = 20_000;
  const signals = Array.from({ length: 200 }, (_, i) => madeSignals(i + 1, 50, 700, now));
  collect();
  const before = process.memoryUsage().heapUsed;
  const held = Array.from({ length: count }, (_, i) => countersFrom(signals[i % signals.length] ?? []));
  collect();
  const bytes = (process.memoryUsage().heapUsed - before) / count;
  // Reading them here keeps them alive until the heap has been measured.
  return held.length === count ? bytes : Number.NaN;
}

function refitFigure(): Figure {
  const contacts = Array.from({ length: 6000 }, (_, i) =>
    touchDays(madeSignals(i + 1, 4 + (i % 17), 900, now - (i % 5) * 40 * msPerDay), defaultSettings),
  );
  const text = JSON.stringify(contacts);
  const timed = besideBaseline(
    () => fitPortal(contacts, today, 90),
    () => JSON.parse(text),
    { rounds: 3, calls: 1 },
  );
  return figure('refit of 6,000 contacts', timed.ms / 1000, 's', {
    better: 'less',
    must: 2,
    ahead: 0.5,
    baseline: timed.baselineMs / 1000,
  });
}
