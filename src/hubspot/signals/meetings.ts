/** Meetings: booked by the customer, planned, held, missed or called off; the outcome says which. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, stamp, textOf, timeOf } from './crm-record.ts';

export const meetingProperties = [
  'hs_timestamp',
  'hs_meeting_outcome',
  'hs_meeting_start_time',
  'hs_meeting_end_time',
  'hs_meeting_source',
] as const;

/** Where the length is unknown. */
const usualMinutes = 30;
const minuteMs = 60_000;

/**
 * A meeting without an outcome is only planned: whether it took place nobody has said, and a stage is never raised by a
 * guess. Who cancelled HubSpot does not keep; without a new date it counts as the customer's.
 */
export function meetingSignals(record: CrmRecord, _meaning: Meaning): Signal[] {
  const startAt = timeOf(record, 'hs_meeting_start_time') ?? happenedAt(record);
  const endAt = Math.max(startAt, timeOf(record, 'hs_meeting_end_time') ?? startAt + usualMinutes * minuteMs);
  return [...bookings(record, startAt), ...outcomeOf(record, startAt, endAt)];
}

/** The customer chose the slot on our scheduling page: an act of theirs on the day they chose. */
function bookings(record: CrmRecord, startAt: number): Signal[] {
  if (!bookedByCustomer(record)) return [];
  const at = Math.min(record.createdAt, startAt);
  return [
    {
      ...stamp(record, at, 'booking'),
      kind: 'booking',
      by: 'customer',
      channel: 'meeting',
      facts: { meetingId: record.id },
    },
  ];
}

function bookedByCustomer(record: CrmRecord): boolean {
  return textOf(record, 'hs_meeting_source')?.startsWith('MEETINGS_') ?? false;
}

function outcomeOf(record: CrmRecord, startAt: number, endAt: number): Signal[] {
  const channel = 'meeting';
  // A meeting called off ahead of time is dated then, not on the day it would have been.
  const calledOffAt = Math.min(startAt, record.modifiedAt);
  switch (textOf(record, 'hs_meeting_outcome')) {
    case 'COMPLETED':
      return [
        {
          ...stamp(record, endAt, 'meeting'),
          kind: 'meeting',
          by: 'both',
          channel,
          facts: {
            minutes: Math.round((endAt - startAt) / minuteMs),
            ...(record.contacts > 1 ? { participants: record.contacts } : {}),
          },
        },
      ];
    case 'NO_SHOW':
      return [
        {
          ...stamp(record, startAt, 'no_show'),
          kind: 'no_show',
          by: 'both',
          channel,
          facts: { newDate: false },
        },
      ];
    case 'CANCELED':
      return [called(record, calledOffAt, 'customer', false)];
    case 'RESCHEDULED':
      return [called(record, calledOffAt, 'system', true)];
    default:
      return planned(record, startAt, endAt);
  }
}

function called(record: CrmRecord, at: number, by: 'customer' | 'system', newDate: boolean): Signal {
  return {
    ...stamp(record, at, 'meeting_cancelled'),
    kind: 'meeting_cancelled',
    by,
    channel: 'meeting',
    facts: { newDate },
  };
}

/** Dated at its creation; entered after it began it was never a plan. */
function planned(record: CrmRecord, startAt: number, endAt: number): Signal[] {
  if (record.createdAt >= startAt) return [];
  return [
    {
      ...stamp(record, record.createdAt, 'meeting_planned'),
      kind: 'meeting_planned',
      by: 'us',
      channel: 'meeting',
      facts: { startAt, endAt },
    },
  ];
}
