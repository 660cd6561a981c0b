import { reads } from '../signal/reading.ts';
import type { Signal, SignalKind } from '../signal/signal.ts';
import { dayOf, msPerDay, type Timeline } from '../signal/timeline.ts';
import type { DesiredSettings } from './desired-settings.ts';

/**
 * The form a relationship has in the CRM, on six axes, each with the number of signals it rests on. It says what is, and
 * is never taken for what the contact wants. The formulas are our convention [D].
 */
export type ObservedForm = Readonly<Record<Axis, Observation>>;

/** `value` 0..1, from the first pole to the second; null without evidence. */
export type Observation = { readonly value: number | null; readonly evidence: number };

export const axes = ['valence', 'intensity', 'voluntariness', 'duration', 'formality', 'symmetry'] as const;

export type Axis = (typeof axes)[number];

/** What the ends of an axis are called: 0 and 1. */
export const poles: Readonly<Record<Axis, readonly [string, string]>> = {
  valence: ['negative', 'positive'],
  intensity: ['superficial', 'intense'],
  voluntariness: ['captive', 'voluntary'],
  duration: ['short', 'enduring'],
  formality: ['informal', 'formal'],
  symmetry: ['one-sided', 'mutual'],
};

/** Acts under a contract or on paper. */
const formal: ReadonlySet<SignalKind> = new Set([
  'order',
  'deal_won',
  'renewal',
  'term',
  'ticket',
  'complaint',
  'refund',
  'survey',
  'downgrade',
  'cancellation',
] satisfies SignalKind[]);

/** Acts in which people talk. */
const informal: ReadonlySet<SignalKind> = new Set([
  'message',
  'call',
  'meeting',
  'booking',
] satisfies SignalKind[]);

type Counts = {
  good: number;
  bad: number;
  recent: number;
  touches: number;
  inbound: number;
  formal: number;
  informal: number;
  ours: number;
  theirs: number;
  firstDay: number | null;
};

export function observedForm(
  timeline: Timeline,
  captive: boolean,
  settings: DesiredSettings,
  now: number,
): ObservedForm {
  const today = Number.isFinite(now) ? dayOf(now) : 0;
  const counts = countForm(timeline, today - settings.observedDays);
  const { good, bad, touches, inbound, ours, theirs } = counts;
  const days = counts.firstDay === null ? 0 : Math.max(0, today - counts.firstDay);
  return {
    valence: share(good, good + bad),
    intensity: {
      value: touches === 0 ? null : capped(counts.recent / settings.intenseTouches),
      evidence: counts.recent,
    },
    voluntariness: captive ? { value: 0, evidence: touches } : share(inbound, touches),
    duration: {
      value: touches === 0 ? null : capped(Math.log1p(days) / Math.log1p(settings.longDays)),
      evidence: touches,
    },
    formality: share(counts.formal, counts.formal + counts.informal),
    symmetry: share(2 * Math.min(ours, theirs), ours + theirs),
  };
}

/** As it is shown: in tenths, so that it stands still between two days on which it is looked at again. */
export function shownValue({ value }: Observation): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}

/** 00:00 UTC of the first day on which what is shown changes by time alone; null when it never does. */
export function formChangesAt(
  { signals, bits }: Timeline,
  form: ObservedForm,
  settings: DesiredSettings,
  now: number,
): number | null {
  const today = dayOf(now);
  let firstDay: number | null = null;
  let next = Number.POSITIVE_INFINITY;
  for (let i = 0; i < signals.length; i += 1) {
    const signal = signals[i];
    if (signal === undefined || ((bits[i] ?? 0) & reads.touch) === 0) continue;
    const day = dayOf(signal.at);
    firstDay ??= day;
    if (day <= today - settings.observedDays) continue;
    next = day + settings.observedDays;
    break;
  }
  const shown = shownValue(form.duration);
  if (firstDay !== null && shown !== null && shown < 1) {
    const days = Math.expm1((shown + 0.05) * Math.log1p(settings.longDays));
    next = Math.min(next, Math.max(today + 1, firstDay + Math.floor(days)));
  }
  return Number.isFinite(next) ? next * msPerDay : null;
}

function countForm({ signals, bits }: Timeline, since: number): Counts {
  const counts: Counts = {
    ...{ good: 0, bad: 0, recent: 0, touches: 0, inbound: 0, formal: 0, informal: 0, ours: 0, theirs: 0 },
    firstDay: null,
  };
  for (let i = 0; i < signals.length; i += 1) {
    const signal = signals[i];
    if (signal !== undefined) countSignal(counts, signal, bits[i] ?? 0, since);
  }
  return counts;
}

function countSignal(counts: Counts, signal: Signal, bits: number, since: number): void {
  if ((bits & (reads.trouble | reads.withdrawal)) !== 0) counts.bad += 1;
  else if ((bits & reads.commitment) !== 0) counts.good += 1;
  if ((bits & reads.personal) !== 0) counts.ours += 1;
  if ((bits & reads.touch) === 0) return;
  counts.touches += 1;
  counts.firstDay ??= dayOf(signal.at);
  if (dayOf(signal.at) > since) counts.recent += 1;
  if ((bits & reads.inbound) !== 0) counts.inbound += 1;
  else counts.ours += 1;
  if (signal.kind === 'message' || (bits & reads.inbound) === 0) counts.theirs += 1;
  if (formal.has(signal.kind)) counts.formal += 1;
  if (informal.has(signal.kind)) counts.informal += 1;
}

function share(part: number, whole: number): Observation {
  return { value: whole === 0 ? null : part / whole, evidence: whole };
}

function capped(value: number): number {
  if (Number.isNaN(value)) return 1;
  return Math.min(1, Math.max(0, value));
}
