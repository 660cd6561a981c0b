import { readFile } from 'node:fs/promises';
import type { By, Signal } from '../relationship/signal/signal.ts';
import { type EventRow, signalOfRow } from './event-kinds.ts';
import { numberDeals } from './number-deals.ts';
import { type CsvRecord, parseCsv } from './parse-csv.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads a history from a CSV with the columns contact, at, kind, by and optionally amount, in any order. Everything that
 * is not what it claims to be is refused with its row named: a score of half a file would look like a score.
 */

const columns = ['contact', 'at', 'kind', 'by', 'amount'] as const;

type Column = (typeof columns)[number];

const required: readonly Column[] = ['contact', 'at', 'kind', 'by'];

const actors: ReadonlySet<string> = new Set(['customer', 'both', 'us', 'system'] satisfies By[]);

/** Signals by contact, contacts in the order of their names. Throws `UsageError` for a file that cannot be used. */
export async function readEvents(file: string): Promise<Map<string, Signal[]>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`Cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  return eventsOf(text, file);
}

/** The same from the text of a file; `name` is what messages call it. */
export function eventsOf(text: string, name: string): Map<string, Signal[]> {
  const records = parseCsv(text);
  const head = records.next();
  if (head.done === true) throw new UsageError(`${name} is empty`);
  const places = placesOf(head.value.fields, name);
  const contacts = new Map<string, Signal[]>();
  for (const record of records) {
    const { contact, signal } = eventOf(record, places, head.value.fields.length, name);
    const signals = contacts.get(contact);
    if (signals === undefined) contacts.set(contact, [signal]);
    else signals.push(signal);
  }
  if (contacts.size === 0) throw new UsageError(`${name} has a header but no events`);
  const named = [...contacts].map(([contact, list]) => [contact, numberDeals(list)] as const);
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

type Places = Readonly<Record<Column, number>>;

/** Where each column stands; -1 for an absent amount. */
function placesOf(fields: readonly string[], name: string): Places {
  const header = fields.map((field) => field.trim().toLowerCase());
  const unknown = header.find((field) => !columns.some((column) => column === field));
  if (unknown !== undefined) {
    throw new UsageError(`${name}: unknown column "${unknown}", expected ${columns.join(', ')}`);
  }
  const doubled = header.find((field, i) => header.indexOf(field) !== i);
  if (doubled !== undefined) throw new UsageError(`${name}: column "${doubled}" stands there twice`);
  const missing = required.find((column) => !header.includes(column));
  if (missing !== undefined) {
    throw new UsageError(`${name}: column "${missing}" is missing, expected ${columns.join(', ')}`);
  }
  const [contact, at, kind, by, amount] = columns.map((column) => header.indexOf(column));
  return { contact: contact ?? -1, at: at ?? -1, kind: kind ?? -1, by: by ?? -1, amount: amount ?? -1 };
}

function eventOf({ line, fields }: CsvRecord, places: Places, width: number, name: string) {
  const refuse = (why: string) => new UsageError(`${name}, row ${line}: ${why}`);
  const least = places.amount === width - 1 ? width - 1 : width;
  if (fields.length < least || fields.length > width)
    throw refuse(`${fields.length} fields where the header has ${width}`);
  const field = (column: Column) => (fields[places[column]] ?? '').trim();
  const contact = field('contact');
  if (contact === '') throw refuse('the contact is empty');
  const at = parseTime(field('at'));
  if (at === null) throw refuse(`"${field('at')}" is no ISO date or time from 1970 on`);
  const by = parseBy(field('by'));
  if (by === null) throw refuse(`by is "${field('by')}", expected customer, us, both or system`);
  const amount = parseAmount(field('amount'));
  if (amount === 'wrong') throw refuse(`the amount "${field('amount')}" is no number`);
  const row: EventRow = { at, by, amount };
  return { contact, signal: signalOfRow(field('kind'), row) };
}

const isoTime =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** ms since 1970 of an ISO date or time, UTC where no zone is named; null for what is no such date or before 1970. */
export function parseTime(text: string): number | null {
  const match = isoTime.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const fraction = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const parts = [year ?? 0, (month ?? 0) - 1, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0] as const;
  const utc = Date.UTC(...parts) + fraction;
  // Date.UTC rolls over: 30 February would become 2 March.
  const back = new Date(utc);
  const same = [
    back.getUTCMonth(),
    back.getUTCDate(),
    back.getUTCHours(),
    back.getUTCMinutes(),
    back.getUTCSeconds(),
  ];
  if (same.some((part, i) => part !== parts[i + 1])) return null;
  const at = utc - zoneMs(match[8]);
  return at >= 0 ? at : null;
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const ms = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
  return zone.startsWith('-') ? -ms : ms;
}

function parseBy(text: string): By | null {
  const by = text.toLowerCase();
  // The set holds exactly the members of By.
  return actors.has(by) ? (by as By) : null;
}

function parseAmount(text: string): number | null | 'wrong' {
  if (text === '') return null;
  const amount = Number(text);
  return Number.isFinite(amount) ? amount : 'wrong';
}
