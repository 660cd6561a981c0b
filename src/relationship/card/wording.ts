import type { Concentration } from '../approaches/concentration.ts';
import type { Advocacy } from '../milestones/advocacy.ts';
import type { Settings } from '../settings.ts';
import type { Language } from '../stage/reason.ts';

/** What the panels of a card are worded from, beside the assessment. */
export type Wording = {
  readonly language: Language;
  /** A zone that exists. */
  readonly timeZone: string;
  /** Stages in plain words instead of their names. */
  readonly plainStages: boolean;
  readonly settings: Settings;
  /** How the margin spreads in the contact's segment. */
  readonly concentration: Concentration | null;
  /** Whom the contact brought; null where nobody has looked. */
  readonly advocacy: Advocacy | null;
};
