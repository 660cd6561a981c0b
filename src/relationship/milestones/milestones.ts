import type { BusinessCalendar } from '../business-hours/business-calendar.ts';
import type { InputProblem } from '../matrix/input-problem.ts';
import type { Purchase } from '../matrix/purchases.ts';
import type { Timeline } from '../signal/timeline.ts';
import { fightsIn } from './fight.ts';
import { type FirstDate, firstDate } from './first-date.ts';
import { type FirstEncounter, firstEncounter } from './first-encounter.ts';
import { type FirstFight, firstFight } from './first-fight.ts';
import { type MetFriends, metFriends } from './met-friends.ts';
import type { MilestoneFacts } from './milestone-facts.ts';
import type { MilestoneInput } from './milestone-input.ts';
import type { MilestoneSettings } from './milestone-settings.ts';
import { ourWords } from './our-words.ts';
import { clockChangesAt } from './response-clock.ts';

/** The four milestones of a relationship, each null until it is reached. */
export type Milestones = {
  readonly firstEncounter: FirstEncounter | null;
  readonly firstDate: FirstDate | null;
  readonly firstFight: FirstFight | null;
  readonly metFriends: MetFriends | null;
  /** When an outcome or a response clock changes by time alone; null when nothing does. */
  readonly changesAt: number | null;
  readonly problems: readonly InputProblem[];
};

/** What the portal hands to every contact's milestones. */
export type MilestonePortal = { readonly calendar: BusinessCalendar; readonly settings: MilestoneSettings };

export function milestonesOf(
  timeline: Timeline,
  purchases: readonly Purchase[],
  facts: MilestoneFacts,
  { calendar, settings }: MilestonePortal,
  now: number,
): Milestones {
  const words = ourWords(timeline);
  const input: MilestoneInput = { timeline, purchases, words, facts, calendar, settings, now };
  const encounter = firstEncounter(input);
  const date = firstDate(input);
  const fight = firstFight(fightsIn(input), input);
  const friends = metFriends(timeline, facts, now);
  const changes = [
    clockChangesAt(encounter?.firstReply ?? null),
    date?.changesAt ?? null,
    fight?.changesAt ?? null,
    fight === null ? null : nextClosing(timeline, now),
  ].filter((at) => at !== null);
  return {
    firstEncounter: encounter,
    firstDate: date,
    firstFight: fight,
    metFriends: friends.met,
    changesAt: changes.length === 0 ? null : Math.min(...changes),
    problems: [...(encounter?.problems ?? []), ...friends.problems],
  };
}

/** When a complaint will close whose ticket has a closing time ahead. */
function nextClosing({ signals }: Timeline, now: number): number | null {
  let next: number | null = null;
  for (const signal of signals) {
    if (signal.kind !== 'complaint') continue;
    const { closedAt } = signal.facts;
    if (closedAt !== null && closedAt > now && (next === null || closedAt < next)) next = closedAt;
  }
  return next;
}
