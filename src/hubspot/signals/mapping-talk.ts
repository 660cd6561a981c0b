/** Signals of what people said to each other: mails, messages, calls, meetings. */
import type { RecordType } from '../../usecases/ports.ts';
import type { MappingRow } from './mapping-row.ts';

const activity = (object: RecordType) =>
  ({ object, scope: 'crm.objects.contacts.read', setting: null }) as const;
const emails = { object: 'emails', scope: 'sales-email-read', setting: null } as const;

const mailProperties = [
  'hs_timestamp',
  'hs_email_direction',
  'hs_email_status',
  'hs_email_thread_id',
  'hs_email_headers',
  'hs_email_from_email',
  'hs_sequence_id',
];

export const talkRows: readonly MappingRow[] = [
  {
    kind: 'message',
    by: ['customer', 'us'],
    ...emails,
    properties: mailProperties,
    rule: 'INCOMING_EMAIL and FORWARDED_EMAIL are the customer’s, EMAIL is ours. Sequence, list and automatic mail is not personal. Scheduled, sending and failed mail is none.',
    lost: 'Replies, the clearest sign of life, and our own mail.',
  },
  {
    kind: 'bounce',
    by: ['system'],
    ...emails,
    properties: ['hs_timestamp', 'hs_email_status'],
    rule: 'Status BOUNCED. A bad address is no withdrawal.',
    lost: 'That an address is dead.',
  },
  {
    kind: 'message',
    by: ['customer', 'us'],
    ...activity('communications'),
    properties: [
      'hs_timestamp',
      'hs_communication_channel_type',
      'hs_communication_logged_from',
      'hs_communication_conversation_id',
      'hubspot_owner_id',
    ],
    rule: 'HubSpot keeps no direction: with an owner or logged by hand it is ours, without either the customer’s.',
    lost: 'SMS, WhatsApp, LinkedIn and chat.',
  },
  {
    kind: 'message',
    by: ['us'],
    ...activity('postal_mail'),
    properties: ['hs_timestamp'],
    rule: 'Ours, and not personal.',
    lost: 'Letters, for the contact pressure.',
  },
  {
    kind: 'message',
    by: ['us'],
    ...activity('tasks'),
    properties: ['hs_timestamp', 'hs_task_status', 'hs_task_type', 'hs_task_completion_date'],
    rule: 'A completed LinkedIn task; every other task is a plan and no act.',
    lost: 'LinkedIn messages of sequences.',
  },
  {
    kind: 'call',
    by: ['both', 'customer', 'us'],
    ...activity('calls'),
    setting: 'connectedSeconds',
    properties: [
      'hs_timestamp',
      'hs_call_direction',
      'hs_call_disposition',
      'hs_call_duration',
      'hs_call_status',
    ],
    rule: 'By both when it lasted 60 s and no outcome says it was missed; else of whoever dialled. Calls not placed are none.',
    lost: 'Conversations by phone.',
  },
  {
    kind: 'booking',
    by: ['customer'],
    ...activity('meetings'),
    properties: ['hs_meeting_source', 'hs_meeting_start_time'],
    rule: 'Chosen on our scheduling page; dated when the customer chose.',
    lost: 'That the customer asked for the meeting.',
  },
  {
    kind: 'meeting',
    by: ['both'],
    ...activity('meetings'),
    properties: ['hs_timestamp', 'hs_meeting_outcome', 'hs_meeting_start_time', 'hs_meeting_end_time'],
    rule: 'Outcome COMPLETED, dated at its end. Without an outcome nobody knows whether it took place.',
    lost: 'Meetings held.',
  },
  {
    kind: 'meeting_planned',
    by: ['us'],
    ...activity('meetings'),
    properties: ['hs_timestamp', 'hs_meeting_outcome', 'hs_meeting_start_time', 'hs_meeting_end_time'],
    rule: 'Scheduled, or without an outcome, and entered before it begins; covers silence until its end.',
    lost: 'The cover of an appointment.',
  },
  {
    kind: 'no_show',
    by: ['both'],
    ...activity('meetings'),
    properties: ['hs_meeting_outcome', 'hs_meeting_start_time'],
    rule: 'Outcome NO_SHOW, dated at its start.',
    lost: 'A withdrawal.',
  },
  {
    kind: 'meeting_cancelled',
    by: ['customer', 'system'],
    ...activity('meetings'),
    properties: ['hs_meeting_outcome', 'hs_meeting_start_time'],
    rule: 'Outcome CANCELED counts as the customer’s, RESCHEDULED has a new date and is nobody’s withdrawal.',
    lost: 'A withdrawal.',
  },
];
