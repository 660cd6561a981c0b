/** The words by which a person would recognise a record. */
import type { PortalStore } from '../store.ts';
import type { ObjectTypeName } from './object-types.ts';
import { readValue } from './record-values.ts';
import type { StoredRecord } from './shelf.ts';

const titleProperties: Readonly<Partial<Record<ObjectTypeName, readonly string[]>>> = {
  companies: ['name', 'domain'],
  deals: ['dealname'],
  tickets: ['subject'],
  orders: ['hs_order_name', 'hs_external_order_id'],
  line_items: ['name'],
  quotes: ['hs_title'],
  invoices: ['hs_title', 'hs_number'],
  subscriptions: ['hs_name'],
  emails: ['hs_email_subject'],
  calls: ['hs_call_title'],
  meetings: ['hs_meeting_title'],
  tasks: ['hs_task_subject'],
  feedback_submissions: ['hs_survey_name'],
};

export function recordTitle(store: PortalStore, record: StoredRecord): string {
  const read = (name: string) => readValue(store, record, name);
  if (record.type.name === 'contacts') {
    const fullName = [read('firstname'), read('lastname')].filter((part) => part).join(' ');
    return fullName || read('email') || `Contact ${record.id}`;
  }
  for (const name of titleProperties[record.type.name] ?? []) {
    const title = read(name);
    if (title) return title;
  }
  const singular = record.type.singular.toLowerCase().replaceAll('_', ' ');
  return `${singular.charAt(0).toUpperCase()}${singular.slice(1)}`;
}
