/** The engine on one core, beside `JSON.parse` of the same signals in the same run. */

import v8 from 'node:v8';
import vm from 'node:vm';
import { assess } from '../src/relationship/assess.ts';
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
import { type Figure, figure, milliseconds, perSecond } from './figure.ts';
import { madeSignals } from './made-contacts.ts';

const now = Date.parse('2026-06-01T12:00:00Z');

const today = dayOf(now);

const model = shippedModel(90);

export function figures(): Figure[] {
  const contacts = Array.from({ length: 1000 }, (_, i) => madeSignals(i + 1, 50, 200 + (i % 7) * 150, now));
  return [...storedFigures(contacts), ...signalFigures(contacts), ...sizeFigures(), refitFigure()];
}

function countersFrom(signals: readonly Signal[]): Counters {
  const counters = countersOf(touchDays(signals, defaultSettings), model.horizonDays);
  if (counters === null) throw new Error('A made contact has a touch');
  return counters;
}

/** Vitality, and the day on which it will be quiet, without reading a signal. */
function storedFigures(contacts: readonly (readonly Signal[])[]): Figure[] {
  const stored = contacts.map(countersFrom);
  const at = (i: number) => stored[i % stored.length] ?? countersFrom([]);
  const texts = stored.map((counters) => JSON.stringify(counters));
  const parse = perSecond((i) => JSON.parse(texts[i % texts.length] ?? ''));
  const update = perSecond((i) => quietDay(at(i)));
  return [
    figure('from stored counters with validUntil', update, 'contacts/s', {
      better: 'more',
      must: 100_000,
      ahead: 300_000,
      baseline: parse,
    }),
  ];
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

function signalFigures(contacts: readonly (readonly Signal[])[]): Figure[] {
  const texts = contacts.map((signals) => JSON.stringify(signals));
  const parse = perSecond((i) => JSON.parse(texts[i % texts.length] ?? '[]'));
  const stage = perSecond((i) =>
    assess(contacts[i % contacts.length] ?? [], noFacts, model, defaultSettings, now),
  );
  return [
    figure('from 50 parsed signals, stage part', stage, 'contacts/s', {
      better: 'more',
      must: 30_000,
      ahead: 60_000,
      baseline: parse,
    }),
    figure('time of the stage part against parsing its signals', parse / stage, 'times', {
      better: 'less',
      must: 1,
    }),
  ];
}

function sizeFigures(): Figure[] {
  const many = madeSignals(7, 100_000, 3000, now);
  const text = JSON.stringify(many);
  const parsed = milliseconds(() => JSON.parse(text), 3);
  const assessed = milliseconds(() => assess(many, noFacts, model, defaultSettings, now));
  return [
    figure('100,000 signals of one contact', assessed, 'ms', { better: 'less', must: 50, baseline: parsed }),
    figure('memory per contact beside its signals', bytesPerContact(), 'bytes', {
      better: 'less',
      must: 1000,
    }),
  ];
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
  const parsed = milliseconds(() => JSON.parse(text), 3) / 1000;
  const seconds = milliseconds(() => fitPortal(contacts, today, 90), 3) / 1000;
  return figure('refit of 6,000 contacts', seconds, 's', {
    better: 'less',
    must: 2,
    ahead: 0.5,
    baseline: parsed,
  });
}
