import { heals, reads } from '../signal/reading.ts';
import type { Signal } from '../signal/signal.ts';
import { dayOf } from '../signal/timeline.ts';
import type { MilestoneFacts, RemedyKind } from './milestone-facts.ts';
import type { MilestoneInput } from './milestone-input.ts';
import type { MilestoneSettings } from './milestone-settings.ts';

/**
 * One fight: a negative act of theirs and all that belongs to it. A complaint always is a fight of its own; a refund or
 * bad score joins the fight that is open or was closed just before, because it is about the same thing.
 */
export type Fight = {
  readonly openedAt: number;
  readonly kind: 'complaint' | 'bad_score' | 'refund';
  readonly activity: string;
  readonly ticketId: string | null;
  readonly severity: 'low' | 'medium' | 'high' | null;
  /** When it was settled: the ticket closed, the money returned, the score answered in person; null while it is open. */
  readonly closedAt: number | null;
  readonly remedy: RemedyKind | null;
  /** Others could read the complaint. */
  readonly isPublic: boolean;
  /** Our first personal word after it. */
  readonly acknowledgedAt: number | null;
  /** What showed recovery within its time, and when; null while nothing did. */
  readonly sign: RecoverySign | null;
  /** The first sign at all, however late: it ends the pause of automation, not the verdict. */
  readonly lateSignAt: number | null;
  /** The last whole UTC day on which a sign counts; null while it is open. */
  readonly provenUntilDay: number | null;
};

export type RecoverySign = {
  readonly at: number;
  readonly by: 'csat' | 'nps' | 'order' | 'own_accord';
  readonly activity: string;
};

type FightInput = Pick<MilestoneInput, 'timeline' | 'words' | 'facts' | 'settings' | 'now'>;

type Growing = { -readonly [K in keyof Fight]: Fight[K] } & { npsBefore: number | null };

/** All fights, oldest first. */
export function fightsIn({ timeline, words, facts, settings, now }: FightInput): readonly Fight[] {
  const { signals, bits } = timeline;
  const fights: Growing[] = [];
  let nps: number | null = null;
  for (let i = 0; i < signals.length; i += 1) {
    const signal = signals[i];
    const read = bits[i] ?? 0;
    if (signal === undefined) continue;
    if (isNegative(signal, read)) meetNegative(fights, signal, { words, facts, settings, now, nps });
    else if (fights.length > 0 && (read & reads.touch) !== 0) {
      const sign = signOf(signal, read, settings);
      for (const fight of fights) meetSign(fight, signal, sign, settings);
    }
    if (signal.kind === 'survey' && signal.facts.metric === 'nps') nps = signal.facts.value;
  }
  return fights;
}

function isNegative(signal: Signal, read: number): boolean {
  if ((read & reads.trouble) === 0) return false;
  return signal.kind === 'complaint' || signal.kind === 'refund' || signal.kind === 'survey';
}

type Surroundings = {
  readonly words: readonly number[];
  readonly facts: MilestoneFacts;
  readonly settings: MilestoneSettings;
  readonly now: number;
  readonly nps: number | null;
};

function meetNegative(fights: Growing[], signal: Signal, around: Surroundings): void {
  const last = fights.at(-1);
  if (signal.kind !== 'complaint' && last !== undefined && belongs(last, signal, around.settings)) {
    if (signal.kind === 'refund') {
      last.remedy ??= 'refund';
      if (last.kind === 'bad_score') close(last, Math.min(last.closedAt ?? signal.at, signal.at), around);
    }
    if (signal.kind === 'survey' && signal.facts.metric === 'nps') last.npsBefore = signal.facts.value;
    return;
  }
  fights.push(openFight(signal, around));
}

/** Of the same fight while it is open, and shortly after. */
function belongs(fight: Growing, signal: Signal, settings: MilestoneSettings): boolean {
  if (fight.closedAt === null || fight.closedAt >= signal.at) return true;
  return dayOf(signal.at) - dayOf(fight.closedAt) <= settings.sameFightDays;
}

function openFight(signal: Signal, around: Surroundings): Growing {
  const { facts, words, now, nps } = around;
  const said = signal.kind === 'complaint' ? signal.facts : null;
  const ticketId = said?.ticketId ?? null;
  const acknowledgedAt = wordAfter(words, signal.at);
  const fight: Growing = {
    openedAt: signal.at,
    kind: signal.kind === 'complaint' ? 'complaint' : signal.kind === 'refund' ? 'refund' : 'bad_score',
    activity: signal.source,
    ticketId,
    severity: said?.severity ?? null,
    closedAt: null,
    remedy: remedyOf(ticketId, facts) ?? said?.remedy ?? null,
    isPublic: said?.public === true || (ticketId !== null && facts.publicTickets.includes(ticketId)),
    acknowledgedAt,
    sign: null,
    lateSignAt: null,
    provenUntilDay: null,
    npsBefore: signal.kind === 'survey' && signal.facts.metric === 'nps' ? signal.facts.value : nps,
  };
  const closedAt =
    signal.kind === 'complaint'
      ? signal.facts.closedAt
      : signal.kind === 'refund'
        ? signal.at
        : acknowledgedAt;
  if (signal.kind === 'refund') fight.remedy = 'refund';
  // A closing dated before the opening is an old date of a ticket opened again; one in the future is none yet.
  if (closedAt !== null && closedAt <= now) close(fight, Math.max(closedAt, signal.at), around);
  return fight;
}

function remedyOf(ticketId: string | null, { remedies }: MilestoneFacts): RemedyKind | null {
  if (ticketId === null || !Object.hasOwn(remedies, ticketId)) return null;
  return remedies[ticketId] ?? null;
}

function close(fight: Growing, closedAt: number, { facts, settings }: Surroundings): void {
  fight.closedAt = closedAt;
  const gap = facts.ownGapDays ?? 0;
  const gaps = Number.isFinite(gap) && gap > 0 ? Math.ceil(settings.recoveryGaps * gap) : 0;
  fight.provenUntilDay = dayOf(closedAt) + Math.max(settings.recoveryDays, gaps);
}

type Sign = { readonly by: RecoverySign['by']; readonly nps: number | null };

/** What a touch can prove. An order proves by itself; an act of their own accord does when it carries no trouble. */
function signOf(signal: Signal, read: number, settings: MilestoneSettings): Sign | null {
  if (signal.kind === 'survey') {
    const { metric, value } = signal.facts;
    if (metric === 'nps') return { by: 'nps', nps: value };
    return value >= settings.recoveredCsat ? { by: 'csat', nps: null } : null;
  }
  if (!heals(read)) return null;
  if (
    (signal.kind === 'order' && signal.facts.amount > 0) ||
    signal.kind === 'deal_won' ||
    signal.kind === 'renewal'
  ) {
    return { by: 'order', nps: null };
  }
  return (read & reads.inbound) !== 0 ? { by: 'own_accord', nps: null } : null;
}

function meetSign(fight: Growing, signal: Signal, sign: Sign | null, settings: MilestoneSettings): void {
  if (sign === null || !isProof(fight, sign, settings)) return;
  // A score nobody answered is settled by a better one of their own.
  const isScore = sign.by === 'csat' || sign.by === 'nps';
  const settlesItself = fight.kind === 'bad_score' && fight.closedAt === null && isScore;
  if (settlesItself) [fight.closedAt, fight.provenUntilDay] = [signal.at, dayOf(signal.at)];
  else if (fight.closedAt === null || signal.at <= fight.closedAt) return;
  fight.lateSignAt ??= signal.at;
  if (fight.sign === null && dayOf(signal.at) <= (fight.provenUntilDay ?? 0)) {
    fight.sign = { at: signal.at, by: sign.by, activity: signal.source };
  }
}

function isProof(fight: Growing, sign: Sign, settings: MilestoneSettings): boolean {
  if (sign.nps === null) return true;
  const rise = fight.npsBefore === null ? 0 : sign.nps - fight.npsBefore;
  return sign.nps >= settings.recoveredNps || rise >= settings.recoveredNpsRise;
}

function wordAfter(words: readonly number[], at: number): number | null {
  for (const word of words) if (word > at) return word;
  return null;
}
