import type { BusinessCalendar } from '../business-hours/business-calendar.ts';
import type { Purchase } from '../matrix/purchases.ts';
import type { Timeline } from '../signal/timeline.ts';
import type { MilestoneFacts } from './milestone-facts.ts';
import type { MilestoneSettings } from './milestone-settings.ts';

/** All that the milestones of one contact are told from. */
export type MilestoneInput = {
  readonly timeline: Timeline;
  readonly purchases: readonly Purchase[];
  /** When we said something personal, oldest first. */
  readonly words: readonly number[];
  readonly facts: MilestoneFacts;
  readonly calendar: BusinessCalendar;
  readonly settings: MilestoneSettings;
  readonly now: number;
};
