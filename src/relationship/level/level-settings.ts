import {
  choiceField,
  numberField,
  optionalNumberField,
  type SettingFields,
  structureField,
} from '../settings/setting-field.ts';
import { numberIn, oneOf, type Reader, recordOf, tableOf, valid, wrong } from '../settings/setting-reader.ts';
import { type Cell, type Grid, kotlersGrid } from './grid.ts';
import { levels, rankOf } from './levels.ts';
import type { EnteredMargins } from './margin.ts';

/** The portal's settings of the level: the grid, its two axes, and what counts as practising a level. */
export type LevelSettings = {
  readonly grid: Grid;
  /** `market`: one level per segment, Kotler's reading. `contact`: the contact's margin against its segment, our extension. */
  readonly mode: 'market' | 'contact';
  /** Up to so many customers per owner they are few, up to so many medium, beyond many. */
  readonly fewCustomers: number;
  readonly mediumCustomers: number;
  /** A margin is high or medium from this share of revenue on. */
  readonly highMargin: number;
  readonly mediumMargin: number;
  /** The margin an admin enters where line items do not tell it, as a share of revenue: of all families, and of single ones. */
  readonly enteredMargin: number | null;
  readonly enteredMarginByFamily: Readonly<Record<string, number>>;
  /** Line items speak for the margin when they are filled on this share of won deals, */
  readonly filledShare: number;
  /** won within so many days. */
  readonly marginDays: number;
  /** Contact mode needs so many customers with a margin in the segment. */
  readonly tercileCustomers: number;
  /** What was done within so many days is what is practised. */
  readonly practiceDays: number;
  /** A follow-up comes within so many days of the sale, */
  readonly followUpDays: number;
  /** and follows at least this share of sales. */
  readonly followUpShare: number;
  /** A survey asks about a sale of the last so many days. */
  readonly surveyDays: number;
  /** What we do within so many days of a customer's act answers it. */
  readonly answerDays: number;
  /** Proactive: never longer than so many days without a word of our own accord. */
  readonly proactiveDays: number;
  /** Partnership: joint meetings never further apart than so many days, */
  readonly meetingDays: number;
  /** at least so many in a row; */
  readonly meetings: number;
  /** or so many ties among a shared plan, meetings at their place and a live integration. */
  readonly ties: number;
};

export const defaultLevelSettings: LevelSettings = {
  grid: kotlersGrid,
  mode: 'market',
  fewCustomers: 25,
  mediumCustomers: 150,
  highMargin: 0.5,
  mediumMargin: 0.2,
  enteredMargin: null,
  enteredMarginByFamily: {},
  filledShare: 0.6,
  marginDays: 365,
  tercileCustomers: 9,
  practiceDays: 365,
  followUpDays: 14,
  followUpShare: 0.7,
  surveyDays: 60,
  answerDays: 14,
  proactiveDays: 90,
  meetingDays: 45,
  meetings: 3,
  ties: 2,
};

const levelReader = oneOf(levels);

/** One level, or two neighbours with the lower first. */
const cellReader: Reader<Cell> = (raw, path) => {
  const what = { code: 'not_like', path, example: '["reactive"] or ["basic", "reactive"]' } as const;
  if (!Array.isArray(raw) || raw.length < 1 || raw.length > 2) return wrong(what);
  const [first, second] = raw.map((level: unknown) => levelReader(level, path));
  if (first?.ok !== true) return wrong(what);
  if (second === undefined) return valid([first.value]);
  if (!second.ok || rankOf(second.value) !== rankOf(first.value) + 1) return wrong(what);
  return valid([first.value, second.value]);
};

const rowReader = recordOf({ high: cellReader, medium: cellReader, low: cellReader });

const gridReader: Reader<Grid> = recordOf({ many: rowReader, medium: rowReader, few: rowReader });

const shareOfRevenue = numberIn(-1, 1, false);

/** What an admin entered, as the margin reads it. */
export function enteredMargins({ enteredMargin, enteredMarginByFamily }: LevelSettings): EnteredMargins {
  const margins = new Map<string | null, number>(Object.entries(enteredMarginByFamily));
  if (enteredMargin !== null) margins.set(null, enteredMargin);
  return margins;
}

export const levelFields: SettingFields<LevelSettings> = {
  grid: structureField(
    'R',
    'The level each number of customers and margin can afford, after Kotler. Two corners are verified, the other cells recalled from the textbook.',
    'one level, or two neighbouring ones, for each of nine cells',
    gridReader,
  ),
  mode: choiceField(
    'V',
    'Market: one level per segment, as Kotler reads it. Contact: the margin of each contact compared with its segment, an extension of ours.',
    ['market', 'contact'],
  ),
  fewCustomers: numberField('D', 'Up to so many customers per owner they are few.', [1, 500, 'count']),
  mediumCustomers: numberField('D', 'Up to so many customers per owner they are a medium number.', [
    2,
    5000,
    'count',
  ]),
  highMargin: numberField('D', 'A margin is high from this share of revenue on.', [0.05, 1, 'share']),
  mediumMargin: numberField('D', 'A margin is medium from this share of revenue on.', [0, 0.95, 'share']),
  enteredMargin: optionalNumberField(
    'D',
    'Your margin where line items do not tell it, as a share of revenue.',
    [-1, 1, 'share'],
  ),
  enteredMarginByFamily: structureField(
    'D',
    'The same for single pipelines or product families.',
    'a share of revenue by family',
    tableOf(shareOfRevenue),
  ),
  filledShare: numberField('D', 'Share of won deals whose line items must hold price and cost.', [
    0.1,
    1,
    'share',
  ]),
  marginDays: numberField('D', 'How many days back won deals speak for the margin.', [90, 1095, 'days']),
  tercileCustomers: numberField('D', 'How many customers a segment needs before one is compared with it.', [
    3,
    1000,
    'count',
  ]),
  practiceDays: numberField('D', 'How many days back what was done counts as practice.', [90, 1095, 'days']),
  followUpDays: numberField('D', 'Within how many days of a sale a personal word follows it up.', [
    1,
    90,
    'days',
  ]),
  followUpShare: numberField('D', 'Share of sales that must be followed up.', [0.1, 1, 'share']),
  surveyDays: numberField('D', 'How many days after a sale a survey answer is still about it.', [
    1,
    365,
    'days',
  ]),
  answerDays: numberField('D', 'Within how many days our word answers what the customer did.', [
    1,
    90,
    'days',
  ]),
  proactiveDays: numberField('D', 'Longest time without a word of our own accord.', [14, 365, 'days']),
  meetingDays: numberField('D', 'Longest time between two joint meetings.', [7, 180, 'days']),
  meetings: numberField('D', 'How many such meetings in a row make a partnership.', [2, 24, 'count']),
  ties: numberField('D', 'How many ties make a partnership without such meetings.', [1, 3, 'count']),
};
