import { heals, reads } from '../signal/reading.ts';
import type { Channel, Signal, SignalKind } from '../signal/signal.ts';
import { dayOf, msPerDay, type Timeline } from '../signal/timeline.ts';
import type { Stage, StageAnswer } from '../stage/stages.ts';
import { type OutreachChannel, outreachChannels } from './action.ts';
import type { GuardrailFacts } from './guardrail-facts.ts';
import type { GuardrailSettings } from './guardrail-settings.ts';
import { createOutreachReader, type Outreach, type Pressure, pressureOf } from './pressure.ts';
import { knownZone, type Quiet, quietAt } from './quiet-hours.ts';

/**
 * Where a contact stands towards the guardrails at one time: everything the rules read, counted once, so that a whole set
 * of verdicts costs one pass over the signals.
 */
export type Standing = {
  readonly now: number;
  /** Null when nothing is known of the stage; read as the most distant one. */
  readonly stage: Stage | 'not_enough_evidence' | null;
  readonly stageSince: number | null;
  readonly stageValidUntil: number | null;
  readonly facts: GuardrailFacts;
  readonly settings: GuardrailSettings;
  readonly pressure: Pressure;
  /** The last uninvited outreach. */
  readonly lastOutreachAt: number | null;
  readonly lastHealingTouchAt: number | null;
  /** The open complaint that stays open longest; `closedAt` null while nobody closed it. */
  readonly openComplaint: { readonly at: number; readonly closedAt: number | null } | null;
  /** Channels the contact opted out of. */
  readonly optedOut: OptedOut;
  readonly quiet: Quiet;
  /** The first day on which consent is too old; null without a known consent. */
  readonly consentExpiresAt: number | null;
  /** The kinds of signal there are, each with its first and its last time; our own outreach is not among them. */
  readonly seen: ReadonlyMap<SignalKind, Seen>;
  readonly lastSignalAt: number | null;
  /** The portal's time zone; UTC where the configured one does not exist. */
  readonly timeZone: string;
};

export type Seen = { readonly firstAt: number; readonly lastAt: number };

export type OptedOut = Readonly<Partial<Record<OutreachChannel, OptOut>>>;

/** `all`: out of everything, not of this channel alone. */
export type OptOut = { readonly at: number | null; readonly all: boolean };

export type StageView = {
  readonly stage: StageAnswer | null;
  readonly since: number | null;
  readonly validUntil: number | null;
};

export type StandingInput = {
  /** The contact's signals up to `now`, as the engine reads them. */
  readonly timeline: Timeline;
  readonly stage: StageView;
  readonly facts: GuardrailFacts;
  readonly settings: GuardrailSettings;
  readonly timeZone: string;
  readonly now: number;
};

/** Total: a `now` that is no time is read as the time of the last signal. */
export function readStanding({ timeline, stage, facts, settings, timeZone, now }: StandingInput): Standing {
  const counts = countSignals(timeline, facts, settings);
  const time = Number.isFinite(now) ? now : (counts.lastSignalAt ?? 0);
  return {
    now: time,
    stage: stage.stage === 'not_assessed' ? null : stage.stage,
    stageSince: stage.since,
    stageValidUntil: stage.validUntil,
    facts,
    settings,
    pressure: pressureOf(counts.outreach, settings, time, facts.marketingMailVisible),
    lastOutreachAt: counts.outreach.at(-1)?.at ?? null,
    lastHealingTouchAt: counts.lastHealingTouchAt,
    openComplaint: openAt(counts.complaints, time),
    optedOut: counts.optedOut,
    quiet: quietNow(time, timeZone, settings),
    consentExpiresAt: expiryOf(facts.consentAt, counts.lastHealingTouchAt, settings),
    seen: counts.seen,
    lastSignalAt: counts.lastSignalAt,
    timeZone: timeZone === 'UTC' ? timeZone : zoneOf(timeZone),
  };
}

type QuietNow = { readonly at: number; readonly timeZone: string; readonly quiet: Quiet };

/** The last answer for these settings: all contacts of a batch are asked about one moment. */
const quietNows = new WeakMap<GuardrailSettings, QuietNow>();

function quietNow(at: number, timeZone: string, settings: GuardrailSettings): Quiet {
  const last = quietNows.get(settings);
  if (last?.at === at && last.timeZone === timeZone) return last.quiet;
  const quiet = quietAt(at, timeZone, settings);
  quietNows.set(settings, { at, timeZone, quiet });
  return quiet;
}

const zones = new Map<string, string>();

/** Asking the runtime for a zone is slow, and a portal has one. */
function zoneOf(timeZone: string): string {
  let known = zones.get(timeZone);
  if (known === undefined) {
    known = knownZone(timeZone);
    zones.set(timeZone, known);
  }
  return known;
}

type Complaint = { readonly at: number; readonly closedAt: number | null };

type Counts = {
  readonly outreach: Outreach[];
  readonly complaints: Complaint[];
  readonly seen: Map<SignalKind, { firstAt: number; lastAt: number }>;
  optedOut: Partial<Record<OutreachChannel, OptOut>>;
  lastHealingTouchAt: number | null;
  lastSignalAt: number | null;
};

function countSignals(
  { signals, bits }: Timeline,
  facts: GuardrailFacts,
  settings: GuardrailSettings,
): Counts {
  const counts: Counts = {
    outreach: [],
    complaints: [],
    seen: new Map(),
    optedOut: {},
    lastHealingTouchAt: null,
    lastSignalAt: signals.at(-1)?.at ?? null,
  };
  const readOutreach = createOutreachReader(settings.invitedDays);
  for (let i = 0; i < signals.length; i += 1) {
    const signal = signals[i];
    if (signal === undefined) continue;
    const bit = bits[i] ?? 0;
    if (heals(bit)) counts.lastHealingTouchAt = signal.at;
    const outreach = readOutreach(signal, bit);
    if (outreach !== null) counts.outreach.push(outreach);
    if ((bit & reads.outreach) === 0) {
      const seen = counts.seen.get(signal.kind);
      if (seen === undefined) counts.seen.set(signal.kind, { firstAt: signal.at, lastAt: signal.at });
      else seen.lastAt = signal.at;
    }
    if (signal.kind === 'complaint') counts.complaints.push(complaintOf(signal.at, signal.facts.closedAt));
    else if (signal.kind === 'opt_out' || signal.kind === 'opt_in') readPreference(counts, signal);
  }
  for (const { channel, at } of facts.optOuts) optOut(counts, channel, at);
  return counts;
}

/** A closing time that is no time closes nothing. */
function complaintOf(at: number, closedAt: number | null): Complaint {
  return { at, closedAt: closedAt !== null && Number.isFinite(closedAt) ? closedAt : null };
}

type Preference = Extract<Signal, { kind: 'opt_in' | 'opt_out' }>;

/** Without a channel, a partial choice is about one subscription: that is read from the subscriptions. */
function readPreference(counts: Counts, { kind, at, facts }: Preference): void {
  const channel = facts.scope === 'global' ? 'all' : outreachChannelOf(facts.channel);
  if (channel === null) return;
  if (kind === 'opt_out') optOut(counts, channel, at);
  else if (channel === 'all') counts.optedOut = {};
  else delete counts.optedOut[channel];
}

function optOut(counts: Counts, channel: OutreachChannel | 'all', at: number | null): void {
  if (channel !== 'all') {
    counts.optedOut[channel] ??= { at, all: false };
    return;
  }
  for (const each of outreachChannels) counts.optedOut[each] = { at, all: true };
}

function outreachChannelOf(channel: Channel | undefined): OutreachChannel | null {
  return outreachChannels.find((it) => it === channel) ?? null;
}

/** Of the complaints open at that time the one that stays open longest. */
function openAt(complaints: readonly Complaint[], at: number): Complaint | null {
  let longest: Complaint | null = null;
  for (const complaint of complaints) {
    const isOpen = complaint.closedAt === null || complaint.closedAt > at;
    if (isOpen && (longest === null || endOf(complaint) > endOf(longest))) longest = complaint;
  }
  return longest;
}

function endOf({ closedAt }: Complaint): number {
  return closedAt ?? Number.POSITIVE_INFINITY;
}

function expiryOf(
  consentAt: number | null,
  healedAt: number | null,
  settings: GuardrailSettings,
): number | null {
  if (consentAt === null || !Number.isFinite(consentAt)) return null;
  const renewedAt = Math.max(consentAt, healedAt ?? consentAt);
  return (dayOf(renewedAt) + settings.consentRefreshDays) * msPerDay;
}
