import { dayOf, msPerDay } from '../signal/timeline.ts';
import type { Fight } from './fight.ts';
import type { MilestoneInput } from './milestone-input.ts';
import type { MilestoneSettings } from './milestone-settings.ts';
import { clockChangesAt, type ResponseClock, responseClock } from './response-clock.ts';

/**
 * The third milestone: the first fight, and what became of the latest one. A good recovery may give a stage back, it
 * never promotes one: the recovery paradox lifts satisfaction only, not repurchase or word of mouth [V R1].
 */
export type FirstFight = {
  readonly at: number;
  readonly first: Fight;
  readonly latest: Fight;
  /** Of the latest: what became of it. */
  readonly outcome: RecoveryOutcome;
  /** From the latest complaint to our first personal word. */
  readonly acknowledgement: ResponseClock;
  /** An open or unrecovered fight pauses automation. */
  readonly recoveryOpen: boolean;
  /** How many there were. */
  readonly count: number;
  readonly changesAt: number | null;
};

/**
 * `open`: not settled, or settled and the proof still due. `recovered`: a sign came in time. `unrecovered`: none did.
 * `repeat`: the second within the set days and not recovered, whether open or not: it weighs more than either.
 */
export type RecoveryOutcome = 'open' | 'recovered' | 'unrecovered' | 'repeat';

type FightSurroundings = Pick<MilestoneInput, 'calendar' | 'settings' | 'now'>;

/** Null without a fight. `fights`: oldest first. */
export function firstFight(fights: readonly Fight[], input: FightSurroundings): FirstFight | null {
  const { settings, now } = input;
  const first = fights[0];
  const latest = fights.at(-1);
  if (first === undefined || latest === undefined) return null;
  const today = dayOf(now);
  const acknowledgement = acknowledgementOf(latest, input);
  const outcome = outcomeOf(latest, fights.at(-2), settings, today);
  const pauseEndDay = pauseEndOf(fights, settings);
  const recoveryOpen = today < pauseEndDay;
  const days = [recoveryOpen ? pauseEndDay : 0, outcome === 'open' ? proofEnd(latest, settings) : 0];
  const changes = days.filter((day) => day > today && Number.isFinite(day)).map((day) => day * msPerDay);
  const lateAt = clockChangesAt(acknowledgement);
  if (lateAt !== null) changes.push(lateAt);
  return {
    at: first.openedAt,
    first,
    latest,
    outcome,
    acknowledgement,
    recoveryOpen,
    count: fights.length,
    changesAt: changes.length === 0 ? null : Math.min(...changes),
  };
}

function outcomeOf(
  fight: Fight,
  before: Fight | undefined,
  settings: MilestoneSettings,
  today: number,
): RecoveryOutcome {
  if (fight.sign !== null) return 'recovered';
  if (before !== undefined && dayOf(fight.openedAt) - dayOf(before.openedAt) <= settings.repeatDays)
    return 'repeat';
  return today < proofEnd(fight, settings) ? 'open' : 'unrecovered';
}

/**
 * The first day on which no sign can prove recovery any more: endless while a complaint is open. A score nobody answers
 * grows too old to be recovered from.
 */
function proofEnd({ kind, openedAt, provenUntilDay }: Fight, { pauseDays }: MilestoneSettings): number {
  if (provenUntilDay !== null) return provenUntilDay + 1;
  return kind === 'complaint' ? Number.POSITIVE_INFINITY : dayOf(openedAt) + pauseDays;
}

/**
 * The first day on which no fight pauses automation: each does until a sign of recovery comes, however late, or until
 * its evidence is too old. Endless while a complaint is open. That the evidence grows old heals nothing: the outcome stays.
 */
function pauseEndOf(fights: readonly Fight[], settings: MilestoneSettings): number {
  let end = 0;
  for (const fight of fights) {
    if (fight.lateSignAt !== null) continue;
    const lives = fight.closedAt === null ? 0 : dayOf(fight.closedAt) + settings.pauseDays;
    end = Math.max(end, proofEnd(fight, settings), lives);
  }
  return end;
}

function acknowledgementOf(fight: Fight, { calendar, settings, now }: FightSurroundings): ResponseClock {
  const minutes = fight.isPublic ? settings.publicComplaintMinutes : settings.complaintMinutes;
  return responseClock(calendar, fight.openedAt, fight.acknowledgedAt, minutes, now);
}
