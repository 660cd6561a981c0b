/**
 * A CSV of real activity as records of the portal: one contact per id, one CRM object per row. The file is read twice, so
 * that everything is checked before the first record is given out, and so that its size costs memory per contact only.
 */
import type { SandboxRecord } from '../sandbox-record.ts';
import { activityOf } from './csv-activities.ts';
import { type Row, readCsvRows } from './csv-rows.ts';
import { contactOf, formKinds, isOnContactOnly, type Trace, traceOf } from './csv-traces.ts';
import { createIds, iso, record } from './desk.ts';

export type ImportedStory = {
  readonly contacts: number;
  readonly rows: number;
  /** ms since epoch of the latest row; the sandbox's clock starts after it. */
  readonly lastAt: number;
  /** The owner, the contacts in the order of the file, then the activities. */
  records(): Generator<SandboxRecord, void>;
};

/** @throws StoryError that names the row, when the file is not what the columns promise. */
export function importCsv(file: string): ImportedStory {
  const nextId = createIds();
  const traces = new Map<string, Trace>();
  let rows = 0;
  let lastAt = 0;
  for (const row of readCsvRows(file)) {
    const before = traces.get(row.contact);
    traces.set(row.contact, traceOf(row, before, before?.recordId ?? nextId('contacts')));
    rows += 1;
    lastAt = Math.max(lastAt, row.at);
  }
  return { contacts: traces.size, rows, lastAt, records: () => recordsOf(file, traces) };
}

function* recordsOf(file: string, traces: ReadonlyMap<string, Trace>): Generator<SandboxRecord, void> {
  const nextId = createIds();
  const ownerId = nextId('owners');
  const firstAt = [...traces.values()].reduce((least, { seen }) => Math.min(least, seen.first), Infinity);
  const owner = {
    email: 'robin.hale@imported.example',
    firstName: 'Robin',
    lastName: 'Hale',
    userId: '7001',
  };
  yield record('owners', ownerId, firstAt, { ...owner, createdate: iso(firstAt) });
  for (const trace of traces.values()) yield contactOf(trace, ownerId);
  for (const row of readCsvRows(file)) {
    const trace = traces.get(row.contact);
    if (trace === undefined) throw new Error(`${file} changed while it was read`);
    if (isOnContact(row, trace)) continue;
    yield activityOf(row, trace.recordId, ownerId, nextId);
  }
}

/** A contact record keeps the first and the latest form; those between become logged messages of the customer. */
function isOnContact(row: Row, { forms }: Trace): boolean {
  if (isOnContactOnly(row.kind)) return true;
  return formKinds.has(row.kind) && row.by !== 'us' && (row.at === forms?.first || row.at === forms?.last);
}
