import type { PortalModel } from '../portal-model.ts';
import type { Settings } from '../settings.ts';
import { dayOf } from '../signal/timeline.ts';
import { type Counters, countTouchDay } from '../vitality/counters.ts';
import { logistic, logit } from '../vitality/features.ts';
import { firstSilenceBelow, logitOn, type SilenceCurve, silenceCurve } from '../vitality/vitality.ts';
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
  readonly faded: number;
};

/** Silent days after which V alone makes quiet or faded, covers aside. */
type SilentDays = { readonly quiet: number; readonly faded: number };

const forever = Number.POSITIVE_INFINITY;

/** Vitality's state at the last touch, advanced as touch days are over. */
export type VitalityState = {
  counters: Counters | null;
  days: number;
  curve: SilenceCurve | null;
  /** The chance at the last touch itself. */
  atTouch: number;
};

export function createVitality(): VitalityState {
  return { counters: null, days: 0, curve: null, atTouch: 0 };
}

/** Vitality's curve from the last touch on. Asked only when its touch day is complete, so each day is counted once. */
export function curveAt(state: VitalityState, ledger: Ledger, portal: PortalModel): SilenceCurve | null {
  if (state.days < ledger.days.length) {
    for (; state.days < ledger.days.length; state.days += 1) {
      const day = ledger.days[state.days];
      if (day === undefined) break;
      const counted = countTouchDay(state.counters, day, portal.horizonDays);
      if (counted === 'out_of_order') throw new Error(`Touch day ${day.day} came after a later one`);
      state.counters = counted;
    }
    state.curve = null;
  }
  if (state.curve === null && state.counters !== null) {
    state.curve = silenceCurve(state.counters, portal);
    state.atTouch = logistic(logitOn(state.curve, 0));
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

function silentDaysOf(curve: SilenceCurve, portal: PortalModel, settings: Settings): SilentDays {
  const { renewal, anyway } = longSilence(portal, settings);
  const least = minimalSilence(portal, settings);
  const atTouch = logistic(logitOn(curve, 0));
  // Both conditions of quiet in one threshold, since both are bounds on the same chance.
  const bound = logit(Math.min(settings.quietChance, settings.quietRatio * atTouch));
  const quiet = firstSilenceBelow(curve, bound, least - 1, anyway) ?? forever;
  const lost = firstSilenceBelow(curve, logit(settings.fadedChance), renewal - 1, anyway) ?? forever;
  return { quiet: Math.max(quiet, least), faded: Math.min(lost, anyway) };
}

/** All days on which absence changes what the table says, as of the last signal. */
export function absenceOf(
  ledger: Ledger,
  covers: Covers,
  curve: SilenceCurve,
  gap: number,
  isCustomer: boolean,
  portal: PortalModel,
  settings: Settings,
): Absence {
  const last = ledger.lastTouch === null ? 0 : dayOf(ledger.lastTouch.at);
  const silent = silentDaysOf(curve, portal, settings);
  const stale = isCustomer ? forever : staleFrom(ledger, last, gap, settings);
  const { renewal } = longSilence(portal, settings);
  const openUnder = uncoveredFrom(covers, true);
  const openAfter = Math.max(uncoveredFrom(covers, false), covers.termEnd);
  const faded = Math.max(openAfter, last + silent.faded);
  return {
    termEnd: covers.termEnd,
    under: {
      quiet: Math.max(openUnder, last + Math.min(silent.quiet, renewal)),
      stale: Math.max(openUnder, stale),
      faded: forever,
    },
    after: {
      quiet: Math.min(faded, Math.max(openAfter, last + silent.quiet)),
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
