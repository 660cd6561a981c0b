import { dayOf, msPerDay } from '../signal/timeline.ts';
import type { Attention, Sale } from './attention.ts';
import type { LevelSettings } from './level-settings.ts';
import type { Level } from './levels.ts';

/**
 * The level really practised, from what was done and not from what was planned. The highest level whose signs are there:
 *
 * - partnership: joint meetings in a row, or enough ties
 * - proactive: never long without a word of our own accord
 * - accountable: sales are followed up in person, or by a survey and a reply
 * - reactive: we answer, or did something personal since the last sale
 * - basic: nothing personal since the last sale
 *
 * The signs are ours [D]; what the seller does on each level is Kotler's [V M2, M3].
 */
export type PractisedLevel = {
  readonly level: Level | 'unknown';
  readonly why:
    | 'meetings'
    | 'ties'
    | 'unasked'
    | 'follow_ups'
    | 'answers'
    | 'nothing'
    | 'no_sale'
    | 'too_early';
  /** Sales of the practice window whose follow-up time is over, and how many of them were followed up. */
  readonly due: number;
  readonly followed: number;
  readonly missed: readonly MissedFollowUp[];
  /** 00:00 UTC of the day on which level or missed follow-ups change by time alone; null when they never do. */
  readonly changesAt: number | null;
};

/** A sale nobody asked about: its deal or order, and the day by which a word was due. */
export type MissedFollowUp = {
  readonly source: string;
  readonly dealId: string | null;
  readonly soldAt: number;
  readonly dueAt: number;
};

/** Ties beside meetings that only people or other systems know of. */
export type Ties = { readonly sharedPlan: boolean; readonly onSite: boolean; readonly integration: boolean };

export const noTies: Ties = { sharedPlan: false, onSite: false, integration: false };

export function practisedLevel(
  attention: Attention,
  ties: Ties,
  settings: LevelSettings,
  now: number,
): PractisedLevel {
  const today = dayOf(now);
  const present = judge(attention, ties, settings, today);
  const missed = attention.sales
    .filter((sale) => isMissed(sale, settings, today))
    .map((sale) => ({
      source: sale.source,
      dealId: sale.dealId,
      soldAt: sale.day * msPerDay,
      dueAt: (sale.day + settings.followUpDays + 1) * msPerDay,
    }));
  const changesOn = nextChange(attention, ties, settings, today, present);
  return { ...present, missed, changesAt: changesOn === null ? null : changesOn * msPerDay };
}

type Judgement = Pick<PractisedLevel, 'level' | 'why' | 'due' | 'followed'>;

function judge(attention: Attention, ties: Ties, settings: LevelSettings, today: number): Judgement {
  const { sales } = attention;
  const first = sales[0];
  const windowStart = today - settings.practiceDays;
  let due = 0;
  let followed = 0;
  let lastDueDay = -1;
  for (const sale of sales) {
    const isOver = sale.followed || sale.day + settings.followUpDays < today;
    if (!isOver) continue;
    lastDueDay = sale.day;
    if (sale.day <= windowStart) continue;
    due += 1;
    if (sale.followed) followed += 1;
  }
  const counts = { due, followed };
  if (first === undefined) return { level: 'unknown', why: 'no_sale', ...counts };
  const meets = runOfMeetings(attention.meetings, first.day, settings, today) >= settings.meetings;
  if (meets) return { level: 'partnership', why: 'meetings', ...counts };
  if (countTies(ties) >= settings.ties) return { level: 'partnership', why: 'ties', ...counts };
  if (isProactive(attention.unasked, Math.max(first.day, windowStart), settings, today)) {
    return { level: 'proactive', why: 'unasked', ...counts };
  }
  if (due > 0 && followed >= settings.followUpShare * due) {
    return { level: 'accountable', why: 'follow_ups', ...counts };
  }
  // What was done since the first sale of all shows at least that somebody answers while no sale is due yet.
  const since = Math.max(lastDueDay >= 0 ? lastDueDay : first.day, windowStart);
  if ((attention.acts.at(-1) ?? -1) >= since) return { level: 'reactive', why: 'answers', ...counts };
  if (lastDueDay < 0) return { level: 'unknown', why: 'too_early', ...counts };
  return { level: 'basic', why: 'nothing', ...counts };
}

function isMissed(sale: Sale, settings: LevelSettings, today: number): boolean {
  if (sale.followed || sale.day <= today - settings.practiceDays) return false;
  return sale.day + settings.followUpDays < today;
}

function countTies({ sharedPlan, onSite, integration }: Ties): number {
  return Number(sharedPlan) + Number(onSite) + Number(integration);
}

/** Meetings of the present run, from the latest back, none further from the next than allowed. */
function runOfMeetings(
  meetings: readonly number[],
  firstDay: number,
  settings: LevelSettings,
  today: number,
): number {
  let run = 0;
  let next = today;
  for (let i = meetings.length - 1; i >= 0; i -= 1) {
    const day = meetings[i] ?? 0;
    if (day < firstDay || next - day > settings.meetingDays) break;
    // Two meetings on one day are one.
    if (day !== next || run === 0) run += 1;
    next = day;
  }
  return run;
}

function isProactive(
  unasked: readonly number[],
  start: number,
  settings: LevelSettings,
  today: number,
): boolean {
  const { proactiveDays } = settings;
  if (today - start < proactiveDays) return false;
  let next = today;
  let any = false;
  for (let i = unasked.length - 1; i >= 0; i -= 1) {
    const day = unasked[i] ?? 0;
    if (day < start) break;
    if (next - day > proactiveDays) return false;
    next = day;
    any = true;
  }
  return any && next - start <= proactiveDays;
}

/** More days than this are not tried out: the last one tried is then named, at which the answer is asked for again. */
const mostDaysTried = 24;

/** The first later day with another answer, if nothing new happens. Only days on which something runs out can be one. */
function nextChange(
  attention: Attention,
  ties: Ties,
  settings: LevelSettings,
  today: number,
  present: Judgement,
): number | null {
  const missedNow = firstMissed(attention, settings, today);
  let day = nextDayOfChange(attention, settings, today);
  for (let tried = 1; day !== null; tried += 1) {
    if (tried > mostDaysTried) return day;
    const then = judge(attention, ties, settings, day);
    if (!isSame(then, present) || firstMissed(attention, settings, day) !== missedNow) return day;
    day = nextDayOfChange(attention, settings, day);
  }
  return null;
}

function isSame(a: Judgement, b: Judgement): boolean {
  return a.level === b.level && a.why === b.why && a.due === b.due && a.followed === b.followed;
}

/** With as many due as before, one sale may have left the window while another fell due. */
function firstMissed({ sales }: Attention, settings: LevelSettings, day: number): number | null {
  return sales.find((sale) => isMissed(sale, settings, day))?.day ?? null;
}

/** The first day after `today` on which a sale, an act or a meeting stops counting, or a time without a word is forgiven. */
function nextDayOfChange(attention: Attention, settings: LevelSettings, today: number): number | null {
  const { sales, acts, unasked, meetings } = attention;
  const [first] = sales;
  if (first === undefined) return null;
  let next = Number.POSITIVE_INFINITY;
  const meet = (day: number) => {
    if (day > today && day < next) next = day;
  };
  for (const sale of sales) {
    if (!sale.followed) meet(sale.day + settings.followUpDays + 1);
    meet(sale.day + settings.practiceDays);
  }
  meet(first.day + settings.proactiveDays);
  meet((acts.at(-1) ?? Number.NEGATIVE_INFINITY) + settings.practiceDays + 1);
  meet((meetings.at(-1) ?? Number.NEGATIVE_INFINITY) + settings.meetingDays + 1);
  meet((unasked.at(-1) ?? Number.NEGATIVE_INFINITY) + settings.proactiveDays + 1);
  // A long time without a word is forgiven when the practice window has passed over it.
  for (const day of unasked) meet(day - settings.proactiveDays + settings.practiceDays);
  return Number.isFinite(next) ? next : null;
}
