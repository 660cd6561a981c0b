/** The timeline of a record's page: its activities, deals, tickets, orders and app events, newest first. */
import { type AppEventRecord, type AppEvents, eventDetail, eventHeader } from '../app-events.ts';
import { type ObjectTypeName, objectType } from '../crm/object-types.ts';
import { recordTitle } from '../crm/record-title.ts';
import { allValues, readValue, timeOf } from '../crm/record-values.ts';
import type { StoredRecord } from '../crm/shelf.ts';
import type { TimelineItem, TimelinePage } from '../sandbox-api-for-pages.ts';
import type { PortalStore } from '../store.ts';
import { wholeNumber } from './contact-list.ts';

const timelineTypes: readonly ObjectTypeName[] = [
  'emails',
  'calls',
  'meetings',
  'notes',
  'tasks',
  'communications',
  'postal_mail',
  'deals',
  'tickets',
  'orders',
  'quotes',
  'invoices',
  'subscriptions',
  'feedback_submissions',
];

const pageMax = 200;

type Entry = { readonly at: number } & (
  | { readonly kind: 'record'; readonly record: StoredRecord }
  | { readonly kind: 'event'; readonly event: AppEventRecord }
);

export function viewTimeline(
  store: PortalStore,
  events: AppEvents,
  record: StoredRecord,
  query: URLSearchParams,
): TimelinePage {
  const wanted = (query.get('types') ?? '').split(',').filter((type) => type !== '');
  const isWanted = (type: string) => wanted.length === 0 || wanted.includes(type);
  const entries: Entry[] = [];
  for (const type of timelineTypes.filter(isWanted)) {
    for (const linked of store.linked({ type: record.type.name, id: record.id }, type)) {
      const at = timeOf(store, linked, objectType(type).timeProperty) ?? linked.createdAt;
      entries.push({ kind: 'record', at, record: linked });
    }
  }
  if (isWanted('app_events')) {
    for (const event of events.of(record.id)) {
      if (event.type.objectType === record.type.singular)
        entries.push({ kind: 'event', at: event.at, event });
    }
  }
  entries.sort((a, b) => b.at - a.at);
  const offset = wholeNumber(query.get('offset'), 0);
  const limit = Math.min(pageMax, wholeNumber(query.get('limit'), 50));
  return {
    total: entries.length,
    offset,
    results: entries.slice(offset, offset + limit).map((entry) => toItem(store, entry)),
  };
}

function toItem(store: PortalStore, entry: Entry): TimelineItem {
  if (entry.kind === 'event') {
    const { event } = entry;
    return {
      type: 'app_events',
      id: event.id,
      at: event.at,
      title: event.type.name,
      summary: [eventHeader(event), eventDetail(event)]
        .filter((line, at) => line !== '' && (at > 0 || line !== event.type.name))
        .join('. '),
      ownerName: null,
      properties: event.properties,
    };
  }
  const { record, at } = entry;
  const owner = store.owners.get(readValue(store, record, 'hubspot_owner_id') ?? '');
  return {
    type: record.type.name,
    id: record.id,
    at,
    title: recordTitle(store, record),
    summary: summaryOf(store, record),
    ownerName: owner === undefined ? null : `${owner.firstName} ${owner.lastName}`.trim(),
    properties: allValues(store, record),
  };
}

/** Properties that say in a line what an activity was, in this order. */
const summaryProperties: Readonly<Partial<Record<ObjectTypeName, readonly string[]>>> = {
  emails: ['hs_email_direction', 'hs_email_status'],
  calls: ['hs_call_direction', 'hs_call_disposition', 'hs_call_status'],
  meetings: ['hs_meeting_outcome'],
  notes: ['hs_note_body'],
  tasks: ['hs_task_status', 'hs_task_type'],
  communications: ['hs_communication_channel_type', 'hs_communication_body'],
  postal_mail: ['hs_postal_mail_body'],
  deals: ['dealstage', 'amount'],
  tickets: ['hs_pipeline_stage', 'hs_ticket_priority', 'hs_ticket_category'],
  orders: ['hs_total_price', 'hs_currency_code', 'hs_fulfillment_status'],
  feedback_submissions: ['hs_survey_type', 'hs_value', 'hs_response_group'],
};

function summaryOf(store: PortalStore, record: StoredRecord): string {
  const names = summaryProperties[record.type.name] ?? [];
  return names
    .map((name) => readableValue(store, record, name))
    .filter((part) => part !== '')
    .join(' · ');
}

/** A stage or an option by its label. */
function readableValue(store: PortalStore, record: StoredRecord, name: string): string {
  const value = readValue(store, record, name) ?? '';
  const type = record.type.name;
  if ((name === 'dealstage' || name === 'hs_pipeline_stage') && (type === 'deals' || type === 'tickets')) {
    const stages = store.pipelines(type).flatMap((pipeline) => pipeline.stages);
    return stages.find((stage) => stage.id === value)?.label ?? value;
  }
  return store.catalog.find(type, name)?.options.find((option) => option.value === value)?.label ?? value;
}
