import {
  type Action,
  type Answer,
  type OutreachChannel,
  outreachChannels,
  type Purpose,
  passes,
  toAsk,
} from './action.ts';
import type { Fired } from './fired.ts';
import { awakeAlways } from './quiet-hours.ts';
import { rulesOfTheContact } from './rules.ts';
import { type SafeAlternative, safeAlternativeFor } from './safe-alternative.ts';
import type { Standing } from './standing.ts';
import { type Decision, decide } from './verdict.ts';

/** What the guardrails say of all these purposes on all these channels: the same answer, for the same reasons. */
export type Ruling = {
  readonly purposes: readonly Purpose[];
  readonly channels: readonly OutreachChannel[];
  readonly answer: Answer;
  /** What stands against it, the strongest first; empty when nothing does. */
  readonly because: readonly Fired[];
  readonly instead: SafeAlternative | null;
  /** The channels wait for the end of quiet hours, which are told as hours since they come and go twice a day. */
  readonly hasQuietHours: boolean;
  /** When the first of these reasons ends by time alone. */
  readonly until: number | null;
};

/** A ruling for every purpose on every channel, equal ones put together. */
export function rulingsOf(standing: Standing): readonly Ruling[] {
  const awake: Standing = { ...standing, quiet: awakeAlways };
  const asking = createDecide(awake);
  const sets = setsOf(standing);
  const rows: Row[] = [];
  for (const purposes of purposeKinds(standing)) {
    const [purpose = 'service_reply'] = purposes;
    const cells = cellsOf(asking, purpose, purpose === 'marketing' ? sets.marketing : sets.others);
    const same = rows.find((row) => areSameCells(row.cells, cells));
    if (same === undefined) rows.push({ purposes, cells });
    else same.purposes.push(...purposes);
  }
  const rulings: Ruling[] = [];
  for (const { purposes, cells } of rows) {
    for (const { said, channels, hasQuietHours } of cells) {
      const { answer, because, instead, until } = said;
      rulings.push({ purposes, channels, answer, because, instead, hasQuietHours, until });
    }
  }
  return rulings;
}

type Decide = (action: Action) => Decision;

/** Of the rules only those that may have something to say of this contact are asked, since they are asked so often. */
function createDecide(awake: Standing): { readonly awake: Standing; readonly decide: Decide } {
  const speaking = rulesOfTheContact.filter((rule) => rule.isSilent?.(awake) !== true);
  return { awake, decide: (action) => decide(awake, action, speaking) };
}

type Asking = ReturnType<typeof createDecide>;

/** Channels that no rule tells apart, but for the quiet hours that some of them wait for. */
type ChannelSet = {
  readonly kind: string;
  /** The first set of that kind: what the rules say of it they say of this one. */
  readonly like: number;
  readonly isQuiet: boolean;
  readonly channels: readonly OutreachChannel[];
};

type Said = Pick<Ruling, 'answer' | 'because' | 'instead' | 'until'>;

type Cell = { readonly said: Said; channels: readonly OutreachChannel[]; readonly hasQuietHours: boolean };

type Row = { readonly purposes: Purpose[]; readonly cells: readonly Cell[] };

/**
 * Purposes that no rule tells apart for this contact: an objection parts what is necessary; whatever is about consent, a
 * complaint or a subscription parts what is promotional.
 */
function purposeKinds(standing: Standing): Purpose[][] {
  const { facts, settings } = standing;
  const isOpen =
    !(facts.objection || facts.erasure || facts.restriction) && facts.refusedChannels.length === 0;
  const needs: Purpose[][] = isOpen ? [['transactional', 'recovery']] : [['transactional'], ['recovery']];
  const hasSubscriptions = facts.subscriptions !== null && facts.subscriptions.length > 0;
  const asks: Purpose[][] = hasSubscriptions ? [['sales'], ['referral_ask']] : [['sales', 'referral_ask']];
  const isPlain =
    !hasSubscriptions &&
    !settings.legalBasisRequired &&
    (facts.legalBases === null || facts.legalBases.length === 0) &&
    facts.vulnerable !== true &&
    standing.consentExpiresAt === null &&
    standing.openComplaint === null;
  const ours: Purpose[][] = isPlain ? [['follow_up', 'sales', 'referral_ask']] : [['follow_up'], ...asks];
  return [['service_reply'], ...needs, ...ours, ['marketing'], ['survey']];
}

type Sets = { readonly marketing: readonly ChannelSet[]; readonly others: readonly ChannelSet[] };

/** Of contacts who said nothing about channels: kept, since nearly all of a portal's are such. */
const untold = new WeakMap<Standing['settings'], Sets>();

function setsOf(standing: Standing): Sets {
  const { facts, optedOut, settings } = standing;
  const saysNothing =
    facts.refusedChannels.length === 0 &&
    (facts.subscriptions === null || facts.subscriptions.length === 0) &&
    outreachChannels.every((channel) => optedOut[channel] === undefined);
  const known = saysNothing ? untold.get(settings) : undefined;
  if (known !== undefined) return known;
  const sets = { marketing: channelSets(standing, true), others: channelSets(standing, false) };
  if (saysNothing) untold.set(settings, sets);
  return sets;
}

/** `isMarketing`: mail, SMS and WhatsApp each need a subscription then. */
function channelSets(standing: Standing, isMarketing: boolean): readonly ChannelSet[] {
  const { quietChannels } = standing.settings;
  const sets: (ChannelSet & { readonly channels: OutreachChannel[] })[] = [];
  for (const channel of outreachChannels) {
    const kind = isApart(channel, isMarketing, standing) ? channel : sharedKind(channel, standing);
    const isQuiet = quietChannels.includes(channel);
    const set = sets.find((it) => it.kind === kind && it.isQuiet === isQuiet);
    if (set !== undefined) {
      set.channels.push(channel);
      continue;
    }
    const alike = sets.findIndex((it) => it.kind === kind);
    sets.push({ kind, like: alike === -1 ? sets.length : alike, isQuiet, channels: [channel] });
  }
  return sets;
}

/** Whether a rule may say something else of this channel than of the others. */
function isApart(channel: OutreachChannel, isMarketing: boolean, { facts, optedOut }: Standing): boolean {
  return (
    (isMarketing && (channel === 'email' || channel === 'sms' || channel === 'whatsapp')) ||
    optedOut[channel]?.all === false ||
    facts.refusedChannels.some((it) => it.channel === channel) ||
    facts.subscriptions?.some((it) => it.channel === channel) === true
  );
}

/** Who opted out of everything may have taken single channels back. */
function sharedKind(channel: OutreachChannel, { optedOut }: Standing): string {
  return optedOut[channel] === undefined ? 'open' : 'closed';
}

function cellsOf(asking: Asking, purpose: Purpose, sets: readonly ChannelSet[]): readonly Cell[] {
  const own = sets.map(({ like, channels }, place) =>
    like === place ? sayOf(asking, purpose, channels[0] ?? 'email') : null,
  );
  const cells: Cell[] = [];
  for (const { like, isQuiet, channels } of sets) {
    const said = own[like];
    if (said === null || said === undefined) continue;
    const hasQuietHours = isQuiet && purpose !== 'service_reply' && passes(said.answer);
    const same = cells.find((it) => it.hasQuietHours === hasQuietHours && areSame(it.said, said));
    if (same === undefined) cells.push({ said, channels, hasQuietHours });
    else same.channels = [...same.channels, ...channels];
  }
  return cells;
}

function sayOf({ awake, decide }: Asking, purpose: Purpose, channel: OutreachChannel): Said {
  const action = { purpose, channel };
  const decision = decide(action);
  const { answer, reasons } = decision;
  const because = answer === 'ALLOW' ? nothing : reasons.filter((it) => it.answer !== 'ALLOW');
  const instead = passes(answer) ? null : safeAlternativeFor(awake, toAsk(action), decision, decide);
  return { answer, because, instead, until: firstEnd(because) };
}

const nothing: readonly Fired[] = [];

function firstEnd(because: readonly Fired[]): number | null {
  let first: number | null = null;
  for (const { until } of because) if (until !== null && (first === null || until < first)) first = until;
  return first;
}

function areSameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
  if (a.length !== b.length) return false;
  return a.every(({ said, channels, hasQuietHours }, place) => {
    const other = b[place];
    if (other === undefined || hasQuietHours !== other.hasQuietHours) return false;
    if (channels.length !== other.channels.length || !areSame(said, other.said)) return false;
    return channels.every((channel, i) => channel === other.channels[i]);
  });
}

/** Whether two answers read the same in words. */
function areSame(a: Said, b: Said): boolean {
  if (a === b) return true;
  if (a.answer !== b.answer || a.because.length !== b.because.length) return false;
  if (!isSameInstead(a.instead, b.instead)) return false;
  return a.because.every((reason, place) => {
    const other = b.because[place];
    return other !== undefined && isSameReason(reason, other);
  });
}

function isSameReason(a: Fired, b: Fired): boolean {
  if (a.rule !== b.rule || a.because.code !== b.because.code || a.until !== b.until) return false;
  return channelIn(a.because) === channelIn(b.because);
}

function isSameInstead(a: SafeAlternative | null, b: SafeAlternative | null): boolean {
  if (a === null || b === null) return a === b;
  return a.code === b.code && channelIn(a) === channelIn(b);
}

function channelIn(it: Fired['because'] | SafeAlternative): string | null {
  return 'channel' in it ? it.channel : null;
}
