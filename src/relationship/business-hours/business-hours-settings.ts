import { numberField, type SettingFields, structureField } from '../settings/setting-field.ts';
import {
  listOf,
  numberIn,
  orNull,
  type Reader,
  recordOf,
  textLike,
  valid,
  wrong,
} from '../settings/setting-reader.ts';
import { createZone } from './zone.ts';

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

const spans = listOf(recordOf({ from: numberIn(0, 1440, true), to: numberIn(0, 1440, true) }), 24);

const zoneReader: Reader<string> = (raw, path) =>
  typeof raw === 'string' && createZone(raw) !== null
    ? valid(raw)
    : wrong({ code: 'not_like', path, example: 'Europe/Berlin' });

const weekReader: Reader<BusinessHours['week']> = (raw, path) =>
  Array.isArray(raw) && raw.length === 7
    ? listOf(spans, 7)(raw, path)
    : wrong({ code: 'not_like', path, example: 'seven lists of spans, Sunday first' });

const hoursReader: Reader<BusinessHours> = recordOf({
  timeZone: orNull(zoneReader),
  week: weekReader,
  holidays: listOf(textLike(/^\d{4}-\d{2}-\d{2}$/, '2026-12-25')),
});

export const businessHoursFields: SettingFields<BusinessHoursSettings> = {
  hours: structureField(
    'D',
    'Working time per weekday, holidays and the time zone; answers are expected only then.',
    'time zone, seven lists of spans in minutes after midnight, dates as YYYY-MM-DD',
    hoursReader,
  ),
  searchDays: numberField('D', 'How many days ahead the next working time is looked for.', [7, 1100, 'days']),
};
