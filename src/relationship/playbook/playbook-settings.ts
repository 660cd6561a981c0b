import type { SettingFields } from '../guardrails/setting-field.ts';
import type { Language } from '../stage/reason.ts';
import type { StepCode } from './steps.ts';

/** The portal's choices about the playbook. */
export type PlaybookSettings = {
  /** A stage is about to slip when it holds for at most so many days more. */
  readonly slippingDays: number;
  /** The portal's own words for a step. */
  readonly ownTexts: Readonly<Partial<Record<StepCode, Readonly<Partial<Record<Language, string>>>>>>;
};

export const defaultPlaybookSettings: PlaybookSettings = { slippingDays: 14, ownTexts: {} };

/** What the settings page says of each. */
export const playbookSettingFields: SettingFields<PlaybookSettings> = {
  slippingDays: {
    description: 'A stage is about to slip when it holds for at most so many days more.',
    mark: '[D]',
    range: { min: 1, max: 90, unit: 'days' },
  },
  ownTexts: { description: "The portal's own words for a step of the playbook.", mark: '[D]', range: null },
};
