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
  const decideAwake = createDecide(awake);
  const sets = setsOf(standing);
  const rows: Row[] = [];
  for (const purposes of purposeKinds(standing)) {
    const row = rowOf(decideAwake, purposes, purposes[0] === 'marketing' ? sets.marketing : sets.others);
    const same = rows.find((it) => isSameRow(it, row));
    if (same === undefined) rows.push(row);
    else same.purposes.push(...purposes);
  }
  return rows.flatMap(({ purposes, cells }) =>
    cells.map(({ said: { answer, because, instead, until }, channels, hasQuietHours }) => {
      return { purposes, channels, answer, because, instead, hasQuietHours, until };
    }),
  );
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
  readonly isQuiet: boolean;
  readonly channels: readonly OutreachChannel[];
};

type Said = Pick<Ruling, 'answer' | 'because' | 'instead' | 'until'> & { readonly key: string };

type Cell = { readonly said: Said; readonly channels: OutreachChannel[]; readonly hasQuietHours: boolean };

type Row = { readonly purposes: Purpose[]; readonly cells: readonly Cell[] };

/** Purposes that no rule tells apart: an objection parts what is necessary, a subscription what is promotional. */
function purposeKinds({ facts }: Standing): Purpose[][] {
  const isOpen =
    !(facts.objection || facts.erasure || facts.restriction) && facts.refusedChannels.length === 0;
  const needs: Purpose[][] = isOpen ? [['transactional', 'recovery']] : [['transactional'], ['recovery']];
  const asks: Purpose[][] =
    facts.subscriptions === null || facts.subscriptions.length === 0
      ? [['sales', 'referral_ask']]
      : [['sales'], ['referral_ask']];
  return [['service_reply'], ...needs, ['follow_up'], ...asks, ['marketing'], ['survey']];
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
    if (set === undefined) sets.push({ kind, isQuiet, channels: [channel] });
    else set.channels.push(channel);
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

function rowOf(asking: Asking, purposes: Purpose[], sets: readonly ChannelSet[]): Row {
  const [purpose = 'service_reply'] = purposes;
  const cells: Cell[] = [];
  const known = new Map<string, Said>();
  for (const { kind, isQuiet, channels } of sets) {
    const [channel = 'email'] = channels;
    const said = known.get(kind) ?? sayOf(asking, purpose, channel);
    known.set(kind, said);
    const hasQuietHours = isQuiet && purpose !== 'service_reply' && passes(said.answer);
    const same = cells.find((it) => it.said.key === said.key && it.hasQuietHours === hasQuietHours);
    if (same === undefined) cells.push({ said, channels: [...channels], hasQuietHours });
    else same.channels.push(...channels);
  }
  return { purposes, cells };
}

function sayOf({ awake, decide }: Asking, purpose: Purpose, channel: OutreachChannel): Said {
  const action = { purpose, channel };
  const decision = decide(action);
  const { answer, reasons } = decision;
  const because = answer === 'ALLOW' ? nothing : reasons.filter((it) => it.answer !== 'ALLOW');
  const instead = passes(answer) ? null : safeAlternativeFor(awake, toAsk(action), decision, decide);
  return { answer, because, instead, until: firstEnd(because), key: keyOf(answer, because, instead) };
}

const nothing: readonly Fired[] = [];

function firstEnd(because: readonly Fired[]): number | null {
  let first: number | null = null;
  for (const { until } of because) if (until !== null && (first === null || until < first)) first = until;
  return first;
}

/** Two answers with one key read the same in words. */
function keyOf(answer: Answer, because: readonly Fired[], instead: SafeAlternative | null): string {
  let key: string = answer;
  for (const { rule, because: it, until } of because) {
    key += ` ${rule}${it.code}${'channel' in it ? it.channel : ''}${until ?? ''}`;
  }
  if (instead !== null) key += ` ${instead.code}${'channel' in instead ? instead.channel : ''}`;
  return key;
}

function isSameRow(a: Row, b: Row): boolean {
  if (a.cells.length !== b.cells.length) return false;
  for (const [place, { said, channels, hasQuietHours }] of a.cells.entries()) {
    const other = b.cells[place];
    if (other === undefined || said.key !== other.said.key || hasQuietHours !== other.hasQuietHours)
      return false;
    if (channels.length !== other.channels.length) return false;
    if (channels.some((channel, i) => channel !== other.channels[i])) return false;
  }
  return true;
}
