import { assessStage } from '../assess.ts';
import { noFacts } from '../facts.ts';
import { fitPortal } from '../fit/fit-portal.ts';
import type { PortalModel } from '../portal-model.ts';
import type { Settings } from '../settings.ts';
import type { Signal } from '../signal/signal.ts';
import { msPerDay } from '../signal/timeline.ts';
import type { TouchDay } from '../signal/touch-days.ts';
import { flightOf, type StageAnswer } from '../stage/stages.ts';
import { type Counters, countersOf } from '../vitality/counters.ts';
import { bgChance } from '../vitality/features.ts';
import { vitality } from '../vitality/vitality.ts';
import type { Silence } from './silences.ts';

/** One cut-off of a back-test: everything said about every contact from what was known on that day, and what came of it. */
export type Trial = { readonly sayings: readonly Saying[]; readonly silences: readonly Silence[] };

export type Contact = { readonly signals: readonly Signal[]; readonly days: readonly TouchDay[] };

export type Saying = {
  readonly stage: StageAnswer;
  readonly returned: boolean;
  readonly vitality: number;
  readonly recency: number;
  readonly bgnbd: number;
};

/** What stays the same over all cut-offs. */
export type TrialFrame = {
  readonly settings: Settings;
  /** Day (since 1970, UTC) up to which outcomes are known. */
  readonly asOf: number;
  readonly horizonDays: number;
  readonly freshHorizons: number;
};

function lastTouchBy(days: readonly TouchDay[], at: number): TouchDay | undefined {
  return days.findLast((d) => d.day <= at);
}

/** Whether the contact was silent for at most so many horizons on that day. */
export function isFresh({ days }: Contact, at: number, { horizonDays, freshHorizons }: TrialFrame): boolean {
  const last = lastTouchBy(days, at);
  return last !== undefined && at - last.day <= freshHorizons * horizonDays;
}

/** Yields the share done, from 0 to 1, whenever the caller may want to do something else for a moment. */
export function* trialAt(
  contacts: readonly Contact[],
  at: number,
  frame: TrialFrame,
): Generator<number, Trial> {
  const model = fitPortal(
    contacts.map((c) => c.days),
    at,
    frame.horizonDays,
  );
  const fresh = contacts.filter((c) => isFresh(c, at, frame));
  const sayings: Saying[] = [];
  const silences: Silence[] = [];
  for (const [i, contact] of fresh.entries()) {
    const days = contact.days.filter((d) => d.day <= at);
    const counters = countersOf(days, frame.horizonDays);
    if (counters === null) continue;
    const next = contact.days[days.length]?.day ?? Number.POSITIVE_INFINITY;
    sayings.push(sayingAt(contact, counters, at, next, model, frame));
    const silence = silenceFrom(contact, counters, at, next, model, frame);
    if (silence !== null) silences.push(silence);
    if (i % 200 === 0) yield i / fresh.length;
  }
  return { sayings, silences };
}

function sayingAt(
  contact: Contact,
  counters: Counters,
  at: number,
  next: number,
  model: PortalModel,
  { settings, horizonDays }: TrialFrame,
): Saying {
  const silentDays = at - counters.last;
  const spanWeeks = (counters.last - counters.first) / 7;
  return {
    stage: assessStage(knownBy(contact, at), noFacts, model, settings, endOf(at)).stage,
    returned: next <= at + horizonDays,
    vitality: vitality(counters, silentDays, model),
    recency: -silentDays,
    bgnbd: bgChance({ n: counters.n, spanWeeks }, silentDays, model.bgnbd, horizonDays),
  };
}

/**
 * The silence that lasts at the cut-off, if it is no older than H and its fate (a return, or 2H without one) is known.
 * The flag is looked for from its first day on, from what was known on that day.
 */
function silenceFrom(
  contact: Contact,
  { last }: Counters,
  at: number,
  next: number,
  model: PortalModel,
  { settings, horizonDays, asOf }: TrialFrame,
): Silence | null {
  const until = last + 2 * horizonDays;
  if (at - last > horizonDays || (next > asOf && until > asOf)) return null;
  let day = last;
  for (let step = 0; step < 4 && day <= until; step++) {
    const said = assessStage(knownBy(contact, last), noFacts, model, settings, endOf(day));
    if (flightOf(said.stage) === 'coming_apart')
      return { returnedAfter: returnedAfter(next, last, until), flaggedAfter: day - last };
    if (said.validUntil === null) break;
    day = Math.floor(said.validUntil / msPerDay);
  }
  return { returnedAfter: returnedAfter(next, last, until), flaggedAfter: null };
}

function returnedAfter(next: number, last: number, until: number): number | null {
  return next <= until ? next - last : null;
}

function knownBy({ signals }: Contact, day: number): readonly Signal[] {
  return signals.filter((signal) => signal.at <= endOf(day));
}

/** The last millisecond of a day: what happened on it is known. */
function endOf(day: number): number {
  return (day + 1) * msPerDay - 1;
}
