import type { InputProblem } from '../matrix/input-problem.ts';
import { reads } from '../signal/reading.ts';
import type { Channel, Signal } from '../signal/signal.ts';
import type { EncounterSource, MilestoneFacts } from './milestone-facts.ts';
import type { MilestoneInput } from './milestone-input.ts';
import type { MilestoneSettings } from './milestone-settings.ts';
import { firstWordSince } from './our-words.ts';
import { type ResponseClock, responseClock } from './response-clock.ts';

/** The first milestone: when and how we met, and who brought them. */
export type FirstEncounter = {
  readonly at: number;
  readonly channel: Channel;
  readonly source: EncounterSource;
  /** What the source rests on; what the contact says beats what was tracked. */
  readonly sourceBy: 'claim' | 'referrer' | 'tracking' | 'first_act' | 'nothing';
  /** The activity it was. */
  readonly activity: string;
  /** The contact that referred them; null where nobody did or nobody knows who. */
  readonly referrer: string | null;
  /** From their first word to our answer; null while they have said nothing. */
  readonly firstReply: ResponseClock | null;
  readonly problems: readonly InputProblem[];
};

/** Words that ask for an answer. */
const asks: ReadonlySet<Signal['kind']> = new Set([
  'message',
  'call',
  'form',
  'ticket',
  'complaint',
  'booking',
]);

/** What we write down about a deal reaches nobody. */
const ourRecords: ReadonlySet<Signal['kind']> = new Set([
  'deal_opened',
  'deal_qualified',
  'deal_changed',
  'deal_lost',
  'project_completed',
  'term',
] satisfies Signal['kind'][]);

/** Null when nothing ever reached them and nothing came back: imports, automations and bounces are no encounter. */
export function firstEncounter(input: MilestoneInput): FirstEncounter | null {
  const { facts } = input;
  const { signals, bits } = input.timeline;
  let first: Signal | null = null;
  let firstAsk: Signal | null = null;
  let referred: { readonly by: string | null } | null = null;
  const problems: InputProblem[] = [];
  for (let i = 0; i < signals.length; i += 1) {
    const signal = signals[i];
    const read = bits[i] ?? 0;
    if (signal === undefined || read === 0 || ourRecords.has(signal.kind)) continue;
    first ??= signal;
    if (firstAsk === null && (read & reads.inbound) !== 0 && asks.has(signal.kind)) firstAsk = signal;
    if (signal.kind !== 'referred' || referred !== null) continue;
    const by = signal.facts.contactId ?? null;
    if (by !== null && by === facts.contactId) problems.push({ code: 'self_referral', contactId: by });
    else referred = { by };
  }
  if (first === null) return null;
  return {
    at: first.at,
    channel: first.channel,
    ...sourceOf(facts, referred !== null, first),
    activity: first.source,
    referrer: referred?.by ?? null,
    firstReply: replyTo(firstAsk, input),
    problems,
  };
}

function sourceOf(
  facts: MilestoneFacts,
  isReferred: boolean,
  first: Signal,
): Pick<FirstEncounter, 'source' | 'sourceBy'> {
  if (known(facts.claimedSource)) return { source: facts.claimedSource, sourceBy: 'claim' };
  if (isReferred) return { source: 'word_of_mouth', sourceBy: 'referrer' };
  if (known(facts.trackedSource)) return { source: facts.trackedSource, sourceBy: 'tracking' };
  if (first.by === 'us') return { source: 'our_outreach', sourceBy: 'first_act' };
  return { source: 'unknown', sourceBy: 'nothing' };
}

function known(source: EncounterSource | null): source is EncounterSource {
  return source !== null && source !== 'unknown';
}

function replyTo(
  ask: Signal | null,
  { words, calendar, settings, now }: MilestoneInput,
): ResponseClock | null {
  if (ask === null) return null;
  const minutes = minutesFor(ask, settings);
  return responseClock(calendar, ask.at, firstWordSince(words, ask.at), minutes, now);
}

function minutesFor({ kind, channel }: Signal, settings: MilestoneSettings): number {
  if (kind === 'complaint') return settings.complaintMinutes;
  return kind === 'form' || channel === 'chat' ? settings.formMinutes : settings.firstWordMinutes;
}
