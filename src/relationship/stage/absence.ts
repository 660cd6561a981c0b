import type { PortalModel } from '../portal-model.ts';
import type { Settings } from '../settings.ts';
import { dayOf } from '../signal/timeline.ts';
import { type Counters, countTouchDays } from '../vitality/counters.ts';
import { logistic, logit } from '../vitality/features.ts';
import { logitOn, type SilenceCurve, silenceCurve } from '../vitality/vitality.ts';
import { type Covers, uncoveredFrom } from './covers.ts';
import { negotiations } from './deals.ts';
import type { Ledger } from './ledger.ts';

/**
 * When absence begins to speak: vitality never rises in silence, so each of its conditions is one day from which on it
 * holds. The days are whole UTC days since 1970, infinite for never. A paid term in force has its own conditions, hence
 * two spans: under the term, and after it.
 */
export type Absence = {
  /** First day of the second span: no paid term is in force. */
  readonly termEnd: number;
  readonly under: AbsenceDays;
  readonly after: AbsenceDays;
};

export type AbsenceDays = {
  readonly quiet: number;
  /** The stalled negotiation of row 8. */
  readonly stale: number;
  readonly faded: () => number;
};

const forever = Number.POSITIVE_INFINITY;

/** Vitality's state at the last touch, advanced as touch days are over. */
export type VitalityState = {
  counters: Counters | null;
  days: number;
  curve: SilenceCurve | null;
  /** The chance at the last touch itself, once it was asked for. */
  atTouch: number | null;
  /** The silences after which it is quiet and faded, searched for once per curve: only a touch changes them. */
  quietAfter: number | null;
  fadedAfter: number | null;
};

export function createVitality(): VitalityState {
  return { counters: null, days: 0, curve: null, atTouch: null, quietAfter: null, fadedAfter: null };
}

/** Vitality's curve from the last touch on. Asked only when its touch day is complete, so each day is counted once. */
export function curveAt(state: VitalityState, ledger: Ledger, portal: PortalModel): SilenceCurve | null {
  if (state.days < ledger.days.length) {
    state.counters = countTouchDays(state.counters, ledger.days, portal.horizonDays, state.days);
    state.days = ledger.days.length;
    state.curve = null;
  }
  if (state.curve === null && state.counters !== null) {
    state.curve = silenceCurve(state.counters, portal);
    state.atTouch = null;
    state.quietAfter = null;
    state.fadedAfter = null;
  }
  return state.curve;
}

/** A silence shorter than this is never quiet. */
export function minimalSilence(portal: PortalModel, settings: Settings): number {
  return Math.ceil(Math.max(settings.quietDays, settings.quietHorizons * portal.horizonDays - 1e-9));
}

/** Silences after which no chance is needed: under a term in its renewal window, and for fading at all. */
export function longSilence(portal: PortalModel, settings: Settings): { renewal: number; anyway: number } {
  const h = portal.horizonDays;
  return {
    renewal: Math.ceil(Math.max(settings.fadedHorizons * h, settings.fadedDays)),
    anyway: Math.floor(Math.max(settings.fadedAnywayHorizons * h, settings.fadedAnywayDays)) + 1,
  };
}

/** The chance at the last touch itself. */
export function chanceAtTouch(state: VitalityState, curve: SilenceCurve): number {
  state.atTouch ??= logistic(logitOn(curve, 0));
  return state.atTouch;
}

/** Below these log-odds vitality alone makes quiet: both conditions of quiet are bounds on the same chance. */
export function quietBound(state: VitalityState, curve: SilenceCurve, settings: Settings): number {
  return logit(Math.min(settings.quietChance, settings.quietRatio * chanceAtTouch(state, curve)));
}

/** First silence after which V makes quiet. Infinite when only fading can. */
function quietAfter(curve: SilenceCurve, bound: number, portal: PortalModel, settings: Settings): number {
  const least = minimalSilence(portal, settings);
  return firstBelow(curve, bound, least, longSilence(portal, settings).anyway);
}

/** First silence after which it has faded, by V or by its mere length. */
function fadedAfter(curve: SilenceCurve, portal: PortalModel, settings: Settings): number {
  const { renewal, anyway } = longSilence(portal, settings);
  return Math.min(firstBelow(curve, logit(settings.fadedChance), renewal, anyway), anyway);
}

/**
 * The first silence in [from, to] with log-odds below the bound; infinite when there is none. The curve never rises, so
 * doubling steps and bisection find it; most contacts are found by the first steps.
 */
function firstBelow(curve: SilenceCurve, bound: number, from: number, to: number): number {
  if (logitOn(curve, from) < bound) return from;
  let above = from;
  let below = from;
  for (let step = 8; ; step *= 2) {
    below = Math.min(above + step, to);
    if (below === above) return forever;
    if (logitOn(curve, below) < bound) break;
    above = below;
  }
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if (logitOn(curve, middle) < bound) below = middle;
    else above = middle;
  }
  return below;
}

/** All days on which absence changes what the table says, as of the last signal. */
export function absenceOf(
  ledger: Ledger,
  covers: Covers,
  vitality: VitalityState,
  about: { readonly gap: number; readonly isCustomer: boolean },
  portal: PortalModel,
  settings: Settings,
): Absence | null {
  const { curve } = vitality;
  if (curve === null) return null;
  const last = ledger.lastTouch === null ? 0 : dayOf(ledger.lastTouch.at);
  vitality.quietAfter ??= quietAfter(curve, quietBound(vitality, curve, settings), portal, settings);
  const silent = vitality.quietAfter;
  const stale = about.isCustomer ? forever : staleFrom(ledger, last, about.gap, settings);
  const { renewal } = longSilence(portal, settings);
  const openUnder = uncoveredFrom(covers, true);
  const openAfter = Math.max(uncoveredFrom(covers, false), covers.termEnd);
  // Asked only of who is quiet already or hard to quieten; for the others the search is spared.
  const faded = () => {
    vitality.fadedAfter ??= fadedAfter(curve, portal, settings);
    return Math.max(openAfter, last + vitality.fadedAfter);
  };
  const quiet = Math.max(openAfter, last + silent);
  return {
    termEnd: covers.termEnd,
    under: {
      quiet: Math.max(openUnder, last + Math.min(silent, renewal)),
      stale: Math.max(openUnder, stale),
      faded: () => forever,
    },
    after: {
      quiet: silent <= renewal ? quiet : Math.min(quiet, faded()),
      stale: Math.max(openAfter, stale),
      faded,
    },
  };
}

/** The first day on which an open negotiation has stalled; infinite without one. */
function staleFrom(ledger: Ledger, lastTouchDay: number, gap: number, settings: Settings): number {
  const still = Math.ceil(settings.staleGaps * gap);
  let stale = forever;
  for (const deal of negotiations(ledger.deals)) stale = Math.min(stale, dayOf(deal.changedAt) + still);
  return Math.max(stale, lastTouchDay + Math.max(settings.staleDays, still));
}

/** The span a day belongs to. */
export function absenceOn(absence: Absence, day: number): AbsenceDays {
  return day < absence.termEnd ? absence.under : absence.after;
}
