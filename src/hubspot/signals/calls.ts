/** Calls: an act of both once they connected for long enough, else of whoever dialled. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, numberOf, stamp, textOf } from './crm-record.ts';

export const callProperties = [
  'hs_timestamp',
  'hs_call_direction',
  'hs_call_disposition',
  'hs_call_duration',
  'hs_call_status',
] as const;

/** Calls under way or never placed: nobody heard from anybody. */
const notPlaced = [
  'SCHEDULED',
  'QUEUED',
  'CONNECTING',
  'CALLING_CRM_USER',
  'IN_PROGRESS',
  'RINGING',
  'CANCELED',
  'FAILED',
];

/** HubSpot's default outcomes by which a call did not reach the person; the same ids in every portal. */
const missedDispositions = [
  '9d9162e7-6cf3-4944-bf63-4dff82258764', // busy
  'a4c4c377-d246-4b32-a13b-75a56a4cd0ff', // left live message
  'b2cf5968-551e-4856-9783-52b3da59a7d0', // left voicemail
  '73a0d17f-1163-4015-bdd5-ec830791da20', // no answer
  '17b47fee-58de-441e-a44c-c6300d46f273', // wrong number
];

const missedStatuses = ['BUSY', 'NO_ANSWER', 'MISSED'];

/** An outcome of the portal's own (an unknown id) says nothing against a long call. */
export function callSignals(record: CrmRecord, meaning: Meaning): Signal[] {
  const status = textOf(record, 'hs_call_status');
  if (status !== null && notPlaced.includes(status)) return [];
  const disposition = textOf(record, 'hs_call_disposition');
  const seconds = Math.max(0, Math.round((numberOf(record, 'hs_call_duration') ?? 0) / 1000));
  const missed =
    (status !== null && missedStatuses.includes(status)) ||
    (disposition !== null && missedDispositions.includes(disposition));
  const connected = !missed && seconds >= meaning.mapping.connectedSeconds;
  const dialled = textOf(record, 'hs_call_direction') === 'INBOUND' ? 'customer' : 'us';
  return [
    {
      ...stamp(record, happenedAt(record), 'call'),
      kind: 'call',
      by: connected ? 'both' : dialled,
      channel: 'call',
      facts: { connected, seconds, ...(record.contacts > 1 ? { participants: record.contacts } : {}) },
    },
  ];
}
