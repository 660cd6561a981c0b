import { heals, reads } from '../signal/reading.ts';
import type { Channel, Signal } from '../signal/signal.ts';
import { dayOf, msPerDay, type Timeline } from '../signal/timeline.ts';
import type { GuardrailSettings } from './guardrail-settings.ts';

/**
 * Contact pressure: how much of a contact's tolerance our uninvited outreach of the last days fills, over all channels and
 * all teams. 1.0 is at the tolerance. Calls in vain, e-mails, direct messages and letters count; not what answers in a
 * thread, what follows a healing touch within a week, or what is transactional.
 */
export type Pressure = {
  readonly value: number;
  readonly calls: number;
  readonly emails: number;
  readonly directMessages: number;
  readonly mailings: number;
  /** 00:00 UTC of the first day below the threshold if nothing new is sent; null when it is below it already. */
  readonly belowNoticeAt: number | null;
  readonly belowDenyAt: number | null;
  /** 00:00 UTC of the first day on which it falls by itself; null at zero. */
  readonly nextFallAt: number | null;
  /** False where marketing sends are not visible: then the true pressure may be higher. */
  readonly marketingMailVisible: boolean;
};

/** What an outreach counts as. */
export type OutreachKind = 'calls' | 'emails' | 'directMessages' | 'mailings';

/** One uninvited outreach: its UTC day and what it counts as. */
export type Outreach = { readonly at: number; readonly as: OutreachKind };

export type PressureSettings = Pick<
  GuardrailSettings,
  | 'pressureDays'
  | 'callsTolerated'
  | 'emailsTolerated'
  | 'directMessagesTolerated'
  | 'mailingsTolerated'
  | 'pressureNotice'
  | 'pressureDeny'
  | 'invitedDays'
>;

/** Channels without an entry carry answers to cases and orders, no outreach. */
const countsAs: Readonly<Partial<Record<Channel, OutreachKind>>> = {
  email: 'emails',
  sms: 'directMessages',
  whatsapp: 'directMessages',
  linkedin: 'directMessages',
  chat: 'directMessages',
  other: 'directMessages',
  postal: 'mailings',
};

/** Reads a timeline signal by signal and tells which of them are uninvited outreach. */
export function createOutreachReader(invitedDays: number): (signal: Signal, bits: number) => Outreach | null {
  let invitedUntil = Number.NEGATIVE_INFINITY;
  let threads: Set<string> | null = null;
  return (signal, bits) => {
    if ((bits & reads.touch) !== 0) {
      if (heals(bits)) invitedUntil = signal.at + invitedDays * msPerDay;
      if (signal.kind === 'message' && signal.facts.threadId !== undefined) {
        threads ??= new Set();
        threads.add(signal.facts.threadId);
      }
      return null;
    }
    if ((bits & reads.outreach) === 0) return null;
    if (signal.kind === 'call') return { at: signal.at, as: 'calls' };
    if (signal.kind !== 'message' || signal.facts.transactional === true) return null;
    const as = countsAs[signal.channel];
    if (as === undefined || signal.at <= invitedUntil) return null;
    const { threadId } = signal.facts;
    return threadId !== undefined && threads?.has(threadId) === true ? null : { at: signal.at, as };
  };
}

/** All uninvited outreach of a timeline, oldest first. */
export function uninvitedOutreach({ signals, bits }: Timeline, invitedDays: number): Outreach[] {
  const read = createOutreachReader(invitedDays);
  const found: Outreach[] = [];
  for (let i = 0; i < signals.length; i += 1) {
    const signal = signals[i];
    const outreach = signal === undefined ? null : read(signal, bits[i] ?? 0);
    if (outreach !== null) found.push(outreach);
  }
  return found;
}

/** Differences below this are rounding: three thirds are a whole. */
const rounding = 1e-9;

/** The pressure on the day of `now`: `outreach` oldest first. */
export function pressureOf(
  outreach: readonly Outreach[],
  settings: PressureSettings,
  now: number,
  marketingMailVisible: boolean,
): Pressure {
  const today = dayOf(now);
  const recent = outreach.filter(({ at }) => today - dayOf(at) < settings.pressureDays);
  const counts = { calls: 0, emails: 0, directMessages: 0, mailings: 0 };
  for (const { as } of recent) counts[as] += 1;
  const first = recent[0];
  const leavesAt = ({ at }: Outreach) => (dayOf(at) + settings.pressureDays) * msPerDay;
  return {
    value: pressureValue(counts, settings),
    ...counts,
    belowNoticeAt: belowAt(settings.pressureNotice),
    belowDenyAt: belowAt(settings.pressureDeny),
    nextFallAt: first === undefined ? null : leavesAt(first),
    marketingMailVisible,
  };

  function belowAt(threshold: number): number | null {
    const left = { ...counts };
    if (!reaches(pressureValue(left, settings), threshold)) return null;
    for (const gone of recent) {
      left[gone.as] -= 1;
      if (!reaches(pressureValue(left, settings), threshold)) return leavesAt(gone);
    }
    return null;
  }
}

/** Whether a pressure is at a threshold or above it. */
export function reaches(value: number, threshold: number): boolean {
  return value >= threshold - rounding;
}

type Counts = Readonly<Record<OutreachKind, number>>;

function pressureValue(counts: Counts, settings: PressureSettings): number {
  return (
    part(counts.calls, settings.callsTolerated) +
    part(counts.emails, settings.emailsTolerated) +
    part(counts.directMessages, settings.directMessagesTolerated) +
    part(counts.mailings, settings.mailingsTolerated)
  );
}

/** A tolerance that is no positive number tolerates one. */
function part(count: number, tolerated: number): number {
  return count / (tolerated > 0 ? tolerated : 1);
}
