import { numberField, type SettingFields, structureField } from '../settings/setting-field.ts';
import { partialTableOf, textUpTo } from '../settings/setting-reader.ts';
import { type Language, languages } from '../stage/reason.ts';
import { type StepCode, stepCodes } from './steps.ts';

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
  slippingDays: numberField('D', 'A stage is about to slip when it holds for at most so many days more.', [
    1,
    90,
    'days',
  ]),
  ownTexts: structureField(
    'D',
    "The portal's own words for a step of the playbook.",
    'a text by step and language',
    partialTableOf(stepCodes, partialTableOf(languages, textUpTo(500))),
  ),
};
