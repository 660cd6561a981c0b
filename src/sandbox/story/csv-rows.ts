/** Checks the rows of a CSV of real activity: columns contact, at, kind, by and, where there is one, amount. */
import { type CsvLine, readCsvLines } from './csv-lines.ts';
import { StoryError } from './story-error.ts';

const actors = ['customer', 'us', 'both', 'system'] as const;
export type Actor = (typeof actors)[number];

export type Row = {
  readonly contact: string;
  /** ms since epoch. */
  readonly at: number;
  /** Lower case, blanks and hyphens as underscores. */
  readonly kind: string;
  readonly by: Actor;
  readonly amount: number | null;
};

const columns = ['contact', 'at', 'kind', 'by', 'amount'] as const;
type Column = (typeof columns)[number];
type Places = Readonly<Record<Column, number>>;

const expected = 'the columns are contact, at, kind, by and, where there is one, amount';

/** Every row, checked. Throws a StoryError that names the row and says what to do. */
export function* readCsvRows(file: string): Generator<Row, void> {
  let places: Places | null = null;
  let rows = 0;
  for (const line of readCsvLines(file)) {
    if (places === null) places = placesOf(line, file);
    else {
      rows += 1;
      yield rowOf(line, places, file);
    }
  }
  if (places === null) throw new StoryError(`${file} is empty: give it a header and rows; ${expected}.`);
  if (rows === 0) throw new StoryError(`${file} has a header and no rows: add at least one act.`);
}

function placesOf(line: CsvLine, file: string): Places {
  const names = line.fields.map((field) => field.toLowerCase());
  const unknown = names.find((name) => !columns.some((column) => column === name));
  if (unknown !== undefined) {
    throw new StoryError(`${file} has an unknown column "${unknown}": rename or remove it; ${expected}.`);
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new StoryError(`${file} has the column "${twice}" twice: keep one of them.`);
  const place = (column: Column) => names.indexOf(column);
  const missing = columns.find((column) => column !== 'amount' && place(column) < 0);
  if (missing !== undefined)
    throw new StoryError(`${file} lacks the column "${missing}": add it; ${expected}.`);
  return {
    contact: place('contact'),
    at: place('at'),
    kind: place('kind'),
    by: place('by'),
    amount: place('amount'),
  };
}

function rowOf({ number, fields }: CsvLine, places: Places, file: string): Row {
  const refuse = (what: string) => new StoryError(`Row ${number} of ${file} ${what}.`);
  const width = Object.values(places).filter((place) => place >= 0).length;
  if (fields.length !== width) {
    throw refuse(`has ${fields.length} fields where the header has ${width}: quote fields that hold a comma`);
  }
  const field = (column: Column) => fields[places[column]] ?? '';
  const contact = field('contact');
  if (contact === '') throw refuse('names no contact: say whose act it is');
  const at = parseIsoTime(field('at'));
  if (at === null) {
    throw refuse(
      `has "${field('at')}" as its time: write an ISO date or time from 1970 on, such as 2026-03-01`,
    );
  }
  const by = actors.find((actor) => actor === field('by').toLowerCase());
  if (by === undefined) throw refuse(`has "${field('by')}" as its by: write customer, us, both or system`);
  const amount = field('amount') === '' ? null : Number(field('amount'));
  if (amount !== null && !Number.isFinite(amount)) {
    throw refuse(`has "${field('amount')}" as its amount: write a plain number or nothing`);
  }
  return {
    contact,
    at,
    kind: field('kind')
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
    by,
    amount,
  };
}

const isoTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** ms of an ISO date or time, UTC where no zone is named; null for anything else and for a day no calendar has. */
function parseIsoTime(text: string): number | null {
  const match = isoTime.exec(text);
  if (match === null) return null;
  const [, date = '', clock = '00:00', seconds = ':00', zone = 'Z'] = match;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Some parsers roll 30 February over to March; a day that comes back as another day is none.
  if (!Number.isFinite(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return null;
  const at = Date.parse(`${date}T${clock}${seconds}${offset}`);
  return Number.isFinite(at) && at >= 0 ? at : null;
}
