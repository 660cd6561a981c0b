import {
  type Answer,
  type OutreachChannel,
  outreachChannels,
  type Purpose,
  passes,
  toAsk,
} from './action.ts';
import type { Fired } from './fired.ts';
import { awakeAlways } from './quiet-hours.ts';
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
  const rows: Row[] = [];
  for (const purposes of purposeKinds(standing)) {
    const row = rowOf(awake, purposes);
    const same = rows.find((it) => isSameRow(it, row));
    if (same === undefined) rows.push(row);
    else same.purposes.push(...purposes);
  }
  return rows.flatMap(({ purposes, cells }) =>
    cells.map(({ key: _key, ...cell }) => ({ purposes, ...cell })),
  );
}

type Cell = Omit<Ruling, 'purposes' | 'channels'> & {
  readonly channels: OutreachChannel[];
  readonly key: string;
};

type Row = { readonly purposes: Purpose[]; readonly cells: readonly Cell[] };

/** Purposes that no rule tells apart; a subscription may be for one purpose alone. */
function purposeKinds({ facts }: Standing): Purpose[][] {
  const asks: Purpose[][] =
    facts.subscriptions === null || facts.subscriptions.length === 0
      ? [['sales', 'referral_ask']]
      : [['sales'], ['referral_ask']];
  return [
    ['service_reply'],
    ['transactional'],
    ['recovery'],
    ['follow_up'],
    ...asks,
    ['marketing'],
    ['survey'],
  ];
}

function rowOf(awake: Standing, purposes: Purpose[]): Row {
  const [purpose = 'service_reply'] = purposes;
  const decided = new Map<OutreachChannel | 'others', Omit<Cell, 'channels' | 'hasQuietHours'>>();
  const cells: Cell[] = [];
  for (const channel of outreachChannels) {
    const kind = isApart(channel, purpose, awake) ? channel : 'others';
    let said = decided.get(kind);
    if (said === undefined) {
      said = sayOf(awake, purpose, channel);
      decided.set(kind, said);
    }
    const hasQuietHours =
      purpose !== 'service_reply' && passes(said.answer) && awake.settings.quietChannels.includes(channel);
    const { key } = said;
    const same = cells.find((it) => it.key === key && it.hasQuietHours === hasQuietHours);
    if (same === undefined) cells.push({ ...said, channels: [channel], hasQuietHours });
    else same.channels.push(channel);
  }
  return { purposes, cells };
}

/** Whether a rule may say something else of this channel than of the others. */
function isApart(channel: OutreachChannel, purpose: Purpose, { facts, optedOut }: Standing): boolean {
  return (
    (purpose === 'marketing' && (channel === 'email' || channel === 'sms' || channel === 'whatsapp')) ||
    optedOut[channel]?.all === false ||
    facts.refusedChannels.some((it) => it.channel === channel) ||
    facts.subscriptions?.some((it) => it.channel === channel) === true
  );
}

function sayOf(awake: Standing, purpose: Purpose, channel: OutreachChannel) {
  const action = { purpose, channel };
  const decision = decide(awake, action);
  const { answer, reasons } = decision;
  const because = answer === 'ALLOW' ? nothing : reasons.filter((it) => it.answer !== 'ALLOW');
  const instead = passes(answer) ? null : insteadOf(awake, action, decision);
  const said = { answer, because, instead, until: firstEnd(because) };
  return { ...said, key: keyOf(said) };
}

function insteadOf(
  awake: Standing,
  action: { readonly purpose: Purpose; readonly channel: OutreachChannel },
  decision: Decision,
): SafeAlternative | null {
  return safeAlternativeFor(awake, toAsk(action), decision, (other) => decide(awake, other));
}

const nothing: readonly Fired[] = [];

function firstEnd(because: readonly Fired[]): number | null {
  let first: number | null = null;
  for (const { until } of because) if (until !== null && (first === null || until < first)) first = until;
  return first;
}

/** Two cells with one key read the same in words. */
function keyOf({ answer, because, instead }: Pick<Ruling, 'answer' | 'because' | 'instead'>): string {
  let key: string = answer;
  for (const { rule, because: it, until } of because) {
    key += ` ${rule}${it.code}${'channel' in it ? it.channel : ''}${until ?? ''}`;
  }
  if (instead !== null) key += ` ${instead.code}${'channel' in instead ? instead.channel : ''}`;
  return key;
}

function isSameRow(a: Row, b: Row): boolean {
  if (a.cells.length !== b.cells.length) return false;
  return a.cells.every((cell, place) => {
    const other = b.cells[place];
    return (
      cell.key === other?.key &&
      cell.hasQuietHours === other.hasQuietHours &&
      cell.channels.every((channel, i) => channel === other.channels[i])
    );
  });
}
