/** Reads a record's properties, those included that the portal works out itself. */
import type { PortalStore } from '../store.ts';
import { stageMeaning } from './pipelines.ts';
import type { StoredRecord } from './shelf.ts';

/** The value as the API tells it: text, or undefined when the property is empty. */
export function readValue(store: PortalStore, record: StoredRecord, name: string): string | undefined {
  const stored = record.values[name];
  if (stored !== undefined) return stored;
  if (name === 'hs_object_id') return record.id;
  if (name === record.type.created) return iso(record.createdAt);
  if (name === record.type.modified) return iso(record.updatedAt);
  return derived(store, record, name);
}

/** All non-empty properties of a record. */
export function allValues(store: PortalStore, record: StoredRecord): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of store.catalog.of(record.type.name).keys()) {
    const value = readValue(store, record, name);
    if (value !== undefined && value !== '') values[name] = value;
  }
  return values;
}

/** Time of a datetime property in ms, or undefined. */
export function timeOf(store: PortalStore, record: StoredRecord, name: string): number | undefined {
  const value = readValue(store, record, name);
  const at = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isFinite(at) ? at : undefined;
}

function derived(store: PortalStore, record: StoredRecord, name: string): string | undefined {
  switch (record.type.name) {
    case 'deals':
      return derivedOfDeal(store, record, name);
    case 'tickets': {
      if (name !== 'hs_is_closed') return undefined;
      return String(
        stageMeaning(store.pipelines('tickets'), record.values['hs_pipeline_stage'] ?? '')?.closed ?? false,
      );
    }
    case 'tasks':
      return name === 'hs_task_is_completed'
        ? String(record.values['hs_task_status'] === 'COMPLETED')
        : undefined;
    default:
      return undefined;
  }
}

function derivedOfDeal(store: PortalStore, record: StoredRecord, name: string): string | undefined {
  const meaning = stageMeaning(store.pipelines('deals'), record.values['dealstage'] ?? '');
  switch (name) {
    case 'hs_is_closed':
      return String(meaning?.closed ?? false);
    case 'hs_is_closed_won':
      return String(meaning?.won ?? false);
    case 'hs_is_closed_lost':
      return String(meaning?.closed === true && !meaning.won);
    case 'hs_closed_amount':
      return meaning?.won ? (record.values['amount'] ?? '0') : '0';
    case 'amount_in_home_currency':
      return record.values['amount'];
    default:
      return undefined;
  }
}

/** ms since epoch as HubSpot writes times. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}
