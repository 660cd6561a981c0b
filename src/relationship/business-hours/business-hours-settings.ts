import { numberField, type SettingFields, structureField } from '../matrix/setting-field.ts';

/** When the portal's people work: response clocks run only then. */
export type BusinessHours = {
  /** Name of a zone as the IANA database has it, for example `Europe/Berlin`; null for the portal's own. */
  readonly timeZone: string | null;
  /** Working time of each weekday, Sunday first, in minutes after local midnight; several spans a day are allowed. */
  readonly week: readonly (readonly WorkingSpan[])[];
  /** Local dates without work, as `2026-12-25`. */
  readonly holidays: readonly string[];
};

export type WorkingSpan = { readonly from: number; readonly to: number };

export type BusinessHoursSettings = {
  readonly hours: BusinessHours;
  /** How far ahead an opening is looked for, in days; beyond it a clock never runs out. */
  readonly searchDays: number;
};

const nineToFive: readonly WorkingSpan[] = [{ from: 9 * 60, to: 17 * 60 }];

/** Monday to Friday, nine to five, in the portal's own zone [D]. */
export const defaultBusinessHours: BusinessHoursSettings = {
  hours: {
    timeZone: null,
    week: [[], nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, []],
    holidays: [],
  },
  searchDays: 366,
};

export const businessHoursFields: SettingFields<BusinessHoursSettings> = {
  hours: structureField(
    'D',
    'Working time per weekday, holidays and the time zone; answers are expected only then.',
    'time zone, seven lists of spans in minutes after midnight, dates as YYYY-MM-DD',
  ),
  searchDays: numberField('D', 'How many days ahead the next working time is looked for.', [7, 1100, 'days']),
};
