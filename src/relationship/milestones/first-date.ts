import { reads } from '../signal/reading.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf, msPerDay } from '../signal/timeline.ts';
import type { MilestoneInput } from './milestone-input.ts';
import { firstWordSince } from './our-words.ts';
import { clockChangesAt, type ResponseClock, responseClock } from './response-clock.ts';

/** The second milestone, the zero moment of truth: they first shared something willingly, or first bought. */
export type FirstDate = {
  readonly at: number;
  readonly door: 'data' | 'purchase';
  readonly activity: string;
  /** What was volunteered: a form or a consent; null at the purchase door. */
  readonly volunteered: 'form' | 'opt_in' | null;
  /** What we promised in return; null where nothing is known of it. */
  readonly promise: string | null;
  /** From the shared data to our answer; null at the purchase door, and for a consent, which asks for none. */
  readonly reply: ResponseClock | null;
  /** Whether it was the first of many: a second act within the set days. */
  readonly outcome: 'first_of_many' | 'single' | 'open';
  readonly changesAt: number | null;
};

type Door = Pick<FirstDate, 'at' | 'door' | 'activity' | 'volunteered'> & { readonly formId: string | null };

export function firstDate(input: MilestoneInput): FirstDate | null {
  const { facts, words, calendar, settings, now } = input;
  const found = doorOf(input);
  if (found === null) return null;
  const { formId, ...door } = found;
  const reply =
    formId === null
      ? null
      : responseClock(calendar, door.at, firstWordSince(words, door.at), settings.formMinutes, now);
  const outcome = outcomeOf(door, input);
  const endsAt = (dayOf(door.at) + settings.secondActDays + 1) * msPerDay;
  const promise =
    formId === null
      ? null
      : ((Object.hasOwn(facts.promises, formId) ? facts.promises[formId] : null) ?? null);
  const changes = [outcome === 'open' ? endsAt : null, clockChangesAt(reply)].filter((at) => at !== null);
  return { ...door, promise, reply, outcome, changesAt: changes.length === 0 ? null : Math.min(...changes) };
}

/** Of data and purchase at the same moment the purchase counts, since it took the data with it. */
function doorOf({ timeline, purchases }: MilestoneInput): Door | null {
  const { signals } = timeline;
  const [purchase] = purchases;
  for (const signal of signals) {
    if (purchase !== undefined && signal.at >= purchase.at) break;
    if (signal.by !== 'customer') continue;
    const head = { at: signal.at, door: 'data', activity: signal.source } as const;
    if (signal.kind === 'form') return { ...head, volunteered: 'form', formId: signal.facts.formId ?? '' };
    if (signal.kind === 'opt_in') return { ...head, volunteered: 'opt_in', formId: null };
  }
  if (purchase === undefined) return null;
  return { at: purchase.at, door: 'purchase', activity: purchase.source, volunteered: null, formId: null };
}

/** A second act is a touch on a later day, since one purchase can leave an order, a deal and a payment on its day. */
function outcomeOf(
  door: Pick<Door, 'at'>,
  { timeline, settings, now }: MilestoneInput,
): FirstDate['outcome'] {
  const { signals, bits } = timeline;
  const lastDay = dayOf(door.at) + settings.secondActDays;
  for (let i = 0; i < signals.length; i += 1) {
    const signal: Signal | undefined = signals[i];
    if (signal === undefined || dayOf(signal.at) <= dayOf(door.at)) continue;
    if (dayOf(signal.at) > lastDay) break;
    if (((bits[i] ?? 0) & reads.touch) !== 0) return 'first_of_many';
  }
  return dayOf(now) > lastDay ? 'single' : 'open';
}
