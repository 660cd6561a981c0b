/** CDNOW as it was published: 39 weeks to learn from, 39 weeks to predict, every customer of the cohort. */

import { auc } from '../src/relationship/backtest/measures.ts';
import { fitPortal } from '../src/relationship/fit/fit-portal.ts';
import { examplesOf } from '../src/relationship/fit/training-rows.ts';
import type { TouchDay } from '../src/relationship/signal/touch-days.ts';
import { vitality } from '../src/relationship/vitality/vitality.ts';
import { bgNbd, recency } from './rivals.ts';

const split = Date.parse('1997-09-30') / 86_400_000;

const weeks39 = 39 * 7;

export type SplitFigures = {
  readonly auc: number;
  /** Share of customers rightly called active (chance of at least one half) or not. */
  readonly hitRate: number;
  readonly recencyAuc: number;
  /** A customer silent for six months is called inactive. */
  readonly sixMonthsHitRate: number;
  readonly bgNbdAuc: number;
  readonly bgNbdHitRate: number;
};

export function measurePublishedSplit(contacts: readonly (readonly TouchDay[])[]): SplitFigures {
  const model = fitPortal(contacts, split, weeks39);
  const everybody = contacts.flatMap((days) => examplesOf(days, [split], weeks39, Number.POSITIVE_INFINITY));
  const returned = everybody.map((e) => e.returned);
  const hitRate = (active: readonly boolean[]) =>
    active.filter((a, i) => a === returned[i]).length / returned.length;
  const ours = everybody.map((e) => vitality(e.counters, e.silentDays, model));
  const theirs = everybody.map(bgNbd(contacts, split, weeks39));
  return {
    auc: auc(ours, returned),
    hitRate: hitRate(ours.map((v) => v >= 0.5)),
    recencyAuc: auc(everybody.map(recency), returned),
    sixMonthsHitRate: hitRate(everybody.map((e) => e.silentDays <= 182)),
    bgNbdAuc: auc(theirs, returned),
    bgNbdHitRate: hitRate(theirs.map((p) => p >= 0.5)),
  };
}
