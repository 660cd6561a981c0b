import {
  type Action,
  type Answer,
  type Ceiling,
  type OutreachChannel,
  outreachChannels,
  type Purpose,
  passes,
} from './action.ts';
import type { Fired } from './fired.ts';
import type { Pressure } from './pressure.ts';
import { quietAt } from './quiet-hours.ts';
import type { Standing } from './standing.ts';
import { standingChangesAt } from './standing-changes.ts';
import { type Decision, decide } from './verdict.ts';

/** What the guardrails say of a contact as a whole: the values of its properties, and the lights of the sidebar. */
export type ContactGuardrails = {
  readonly ceiling: Ceiling;
  /** The reasons that set the ceiling, strongest first; empty where nothing does. */
  readonly ceilingBy: readonly Fired[];
  readonly pressure: Pressure;
  readonly nextOutreach: NextOutreach;
  /** The strongest reason against marketing, or else the one that sets the ceiling; null where nothing stands against it. */
  readonly strongest: Fired | null;
  /** When any of this may change by time alone, ms since epoch. */
  readonly dueAt: number | null;
};

/** When the next marketing outreach passes if nothing new happens. */
export type NextOutreach =
  /** It passes now. `since` is a time that stands still while nothing happens. */
  | { readonly kind: 'now'; readonly since: number }
  | { readonly kind: 'at'; readonly at: number }
  /** Not before something changes that time alone does not change. */
  | { readonly kind: 'blocked'; readonly by: readonly Fired[] };

export function guardrailsOf(standing: Standing): ContactGuardrails {
  const general = ceilingOf(standing);
  const marketing = decide(standing, {
    purpose: 'marketing',
    channel: standing.settings.marketingChannel,
  });
  return {
    ...general,
    pressure: standing.pressure,
    nextOutreach: nextOutreach(standing, marketing),
    strongest: marketing.reasons[0] ?? general.ceilingBy[0] ?? null,
    dueAt: firstAfter(standing.now, [marketing.validUntil, standingChangesAt(standing)]),
  };
}

/** How close one may come to this contact whatever the channel, and which rules say so: the level is chosen under it. */
export function ceilingOf(standing: Standing): Pick<ContactGuardrails, 'ceiling' | 'ceilingBy'> {
  const { ceiling, reasons } = decide(standing, {
    purpose: 'service_reply',
    channel: generalChannel(standing),
  });
  return {
    ceiling,
    ceilingBy: ceiling === 'I4' ? [] : reasons.filter((reason) => reason.ceiling === ceiling),
  };
}

/** A channel that no opt-out of its own lowers: what holds there holds everywhere. */
function generalChannel({ optedOut }: Standing): OutreachChannel {
  return outreachChannels.find((channel) => optedOut[channel] === undefined) ?? 'email';
}

/** When the next marketing outreach passes, seen from `now`; null when it is not known to pass by time alone. */
export function nextOutreachAt(standing: Standing): number | null {
  const next = nextOutreach(
    standing,
    decide(standing, { purpose: 'marketing', channel: standing.settings.marketingChannel }),
  );
  if (next.kind === 'blocked') return null;
  return next.kind === 'at' ? next.at : standing.now;
}

/** When this action passes if nothing new happens, seen from now. */
export function nextPassing(standing: Standing, action: Action): NextOutreach {
  const settings = { ...standing.settings, marketingChannel: action.channel };
  return nextOutreach({ ...standing, settings }, decide(standing, action));
}

function nextOutreach(standing: Standing, marketing: Decision): NextOutreach {
  if (passes(marketing.answer)) return { kind: 'now', since: standing.lastSignalAt ?? 0 };
  const stopping = marketing.reasons.filter(({ answer }) => !passes(answer));
  const endless = stopping.filter(({ until }) => until === null);
  if (endless.length > 0) return { kind: 'blocked', by: endless };
  const waited = stopping.reduce((last, { until }) => Math.max(last, until ?? last), standing.now);
  const { consentExpiresAt } = standing;
  const at = afterQuiet(waited, standing);
  if (at === null) return { kind: 'blocked', by: stopping };
  // By then the consent would be too old: waiting leads to a date on which they have to be asked first.
  const isTooLate = consentExpiresAt !== null && consentExpiresAt <= at;
  return isTooLate ? { kind: 'blocked', by: stopping } : { kind: 'at', at };
}

/** A date on which a wait ends may fall into quiet hours. */
function afterQuiet(at: number, { settings, timeZone }: Standing): number | null {
  if (!settings.quietChannels.includes(settings.marketingChannel)) return at;
  const quiet = quietAt(at, timeZone, settings);
  return quiet.isQuiet ? quiet.until : at;
}

function firstAfter(now: number, times: readonly (number | null)[]): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (const at of times) if (at !== null && at > now && at < first) first = at;
  return Number.isFinite(first) ? first : null;
}

/** The sidebar's light for one channel. */
export type ChannelLight = {
  readonly channel: OutreachChannel;
  /** Of our own accord, for the given purpose. */
  readonly answer: Answer;
  /** When they wrote first. */
  readonly reply: Answer;
  /** The strongest reason that stops or restrains it. */
  readonly strongest: Fired | null;
  readonly validUntil: number | null;
};

/** One light per channel: may we come of our own accord, and may we reply? */
export function channelLights(standing: Standing, purpose: Purpose = 'follow_up'): ChannelLight[] {
  return outreachChannels.map((channel) => {
    const { answer, reasons, validUntil } = decide(standing, { purpose, channel });
    return {
      channel,
      answer,
      reply: decide(standing, { purpose: 'service_reply', channel }).answer,
      strongest: answer === 'ALLOW' ? null : (reasons[0] ?? null),
      validUntil,
    };
  });
}

/** Pressure as the property publishes it: one decimal. */
export function publishedPressure({ value }: Pressure): number {
  return Math.round(value * 10) / 10;
}
