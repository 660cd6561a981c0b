/** Signals in table `signal`: one row per contact that the signal is about, replaced per record it was read from. */
import { sql } from 'kysely';
import type { Signal } from '../relationship/signal/signal.ts';
import type { ContactId, PortalId } from '../usecases/ports.ts';
import type { Executor } from './database.ts';
import { eachOf } from './each-of.ts';

/** One reading of one record. `record`: as `emails:4711`. `contactIds`: whom it is about, nobody when it is gone. */
export type Reading = {
  readonly record: string;
  readonly contactIds: readonly ContactId[];
  readonly modifiedAt: number;
  readonly signals: readonly Signal[];
};

type Row = {
  readonly contact_id: string;
  readonly record: string;
  readonly id: string;
  readonly source: string;
  readonly at: number;
  readonly kind: string;
  readonly by: string;
  readonly channel: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly modified_at: number;
};

/** Rows per statement: PGlite stalls the event loop for as long as a statement takes. */
const chunk = 500;

/**
 * Replaces what these records said before; returns the contacts for whom anything changed. A reading older than what
 * stands is left out: a slow backfill page must not undo a webhook. Call under the portal's timeline lock.
 */
export async function replaceSignals(
  trx: Executor,
  portal: PortalId,
  readings: readonly Reading[],
): Promise<readonly ContactId[]> {
  // A record read twice in one go counts once, as last read.
  const latest = new Map(readings.map((reading) => [reading.record, reading]));
  const standing = await rowsOf(trx, portal, [...latest.keys()]);
  const changed = new Set<ContactId>();
  const gone: Row[] = [];
  const written: Row[] = [];
  for (const reading of latest.values()) {
    const before = standing.get(reading.record) ?? new Map<string, Row>();
    if ([...before.values()].some((row) => row.modified_at > reading.modifiedAt)) continue;
    const after = new Map(rowsFrom(reading).map((row) => [keyOf(row), row]));
    for (const [key, row] of before) {
      if (after.has(key)) continue;
      gone.push(row);
      changed.add(row.contact_id);
    }
    for (const [key, row] of after) {
      const old = before.get(key);
      if (old !== undefined && says(old) === says(row) && old.modified_at === row.modified_at) continue;
      written.push(row);
      if (old === undefined || says(old) !== says(row)) changed.add(row.contact_id);
    }
  }
  await remove(trx, portal, gone);
  await upsert(trx, portal, written);
  return [...changed];
}

/** Between the fields of a signal, and between signals. No id of HubSpot's holds them, and JSON writes them as escapes. */
const unit = '\u001f';
const record = '\u001e';

/**
 * Signals per contact, ordered by time, then id; of all kinds, or of these. They come as one text per contact, joined and
 * not built as JSON: a value at a time would cost the driver more than they cost the model, and building JSON costs the
 * server four times what joining does.
 */
export async function signalsOf(
  trx: Executor,
  portal: PortalId,
  contacts: readonly ContactId[],
  kinds: readonly Signal['kind'][] | null = null,
): Promise<ReadonlyMap<ContactId, Signal[]>> {
  const ofKinds = kinds === null ? sql`` : sql`and kind = any(${kinds}::text[])`;
  const { rows } = await sql<{ contact_id: ContactId; signals: string }>`
    select given.id as contact_id, own.signals from (${eachOf(contacts)}) as given(id) cross join lateral (
      select string_agg(concat_ws(${unit}, id, source, at, kind, by, channel, facts), ${record}) as signals
      from signal where portal_id = ${portal} and contact_id = given.id ${ofKinds}) as own
    where own.signals is not null`.execute(trx);
  return new Map(rows.map((row) => [row.contact_id, row.signals.split(record).map(toSignal).sort(byTime)]));
}

function toSignal(text: string): Signal {
  const [id, source, at, kind, by, channel, facts = '{}'] = text.split(unit);
  // Only `upsert` below writes this table, from a Signal: kind, by, channel and facts belong together.
  return { id, source, at: Number(at), kind, by, channel, facts: JSON.parse(facts) } as Signal;
}

function byTime(a: Signal, b: Signal): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

async function rowsOf(
  trx: Executor,
  portal: PortalId,
  records: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Row>>> {
  const { rows } = await sql<Row>`
    select own.* from (${eachOf(records)}) as given(record) cross join lateral (
      select contact_id, record, id, source, at, kind, by, channel, facts, modified_at from signal
      where portal_id = ${portal} and record = given.record offset 0) as own`.execute(trx);
  const byRecord = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const ofRecord = byRecord.get(row.record) ?? new Map<string, Row>();
    byRecord.set(row.record, ofRecord.set(keyOf(row), row));
  }
  return byRecord;
}

function rowsFrom(reading: Reading): readonly Row[] {
  return reading.contactIds.flatMap((contact_id) =>
    reading.signals.map((signal) => ({
      contact_id,
      record: reading.record,
      id: signal.id,
      source: signal.source,
      at: signal.at,
      kind: signal.kind,
      by: signal.by,
      channel: signal.channel,
      facts: signal.facts,
      modified_at: reading.modifiedAt,
    })),
  );
}

function keyOf(row: Row): string {
  return `${row.contact_id} ${row.id}`;
}

/** jsonb orders keys in its own way, so facts are compared by sorted keys; undefined ones are not stored. */
function says(row: Row): string {
  const facts = Object.entries(row.facts).filter(([, value]) => value !== undefined);
  facts.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([row.source, row.at, row.kind, row.by, row.channel, facts], inOrder);
}

/** The same for facts that are made of several: what a deal's line items brought and cost. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function remove(trx: Executor, portal: PortalId, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk);
    await sql`
      delete from signal as s
      using unnest(${part.map((row) => row.contact_id)}::text[], ${part.map((row) => row.record)}::text[],
        ${part.map((row) => row.id)}::text[]) as t(contact_id, record, id)
      where s.portal_id = ${portal} and s.contact_id = t.contact_id and s.record = t.record and s.id = t.id`.execute(
      trx,
    );
  }
}

async function upsert(trx: Executor, portal: PortalId, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk);
    await sql`
      insert into signal (portal_id, contact_id, record, id, source, at, kind, by, channel, facts, modified_at)
      select ${portal}::bigint, contact_id, record, id, source, at, kind, by, channel, facts::jsonb, modified_at
      from unnest(${part.map((row) => row.contact_id)}::text[], ${part.map((row) => row.record)}::text[],
        ${part.map((row) => row.id)}::text[], ${part.map((row) => row.source)}::text[],
        ${part.map((row) => row.at)}::bigint[], ${part.map((row) => row.kind)}::text[],
        ${part.map((row) => row.by)}::text[], ${part.map((row) => row.channel)}::text[],
        ${part.map((row) => JSON.stringify(row.facts))}::text[], ${part.map((row) => row.modified_at)}::bigint[])
        as t(contact_id, record, id, source, at, kind, by, channel, facts, modified_at)
      on conflict (portal_id, contact_id, record, id) do update set source = excluded.source, at = excluded.at,
        kind = excluded.kind, by = excluded.by, channel = excluded.channel, facts = excluded.facts,
        modified_at = excluded.modified_at`.execute(trx);
  }
}
