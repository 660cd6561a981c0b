/** The activities of a timeline: their names, icons, and the fields a person fills to log one. */

export type LogField = {
  readonly property: string;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'number' | 'choice' | 'time';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: string;
  /** What is stored is this many times what was typed, e.g. ms for typed minutes. */
  readonly times?: number;
};

export type ActivityKind = {
  readonly type: string;
  readonly label: string;
  readonly icon: string;
  /** Absent when people do not log it by hand. */
  readonly log?: readonly LogField[];
};

const when: LogField = { property: 'hs_timestamp', label: 'When', kind: 'time' };
const minuteMs = 60_000;

export const activityKinds: readonly ActivityKind[] = [
  {
    type: 'notes',
    label: 'Note',
    icon: 'edit',
    log: [{ property: 'hs_note_body', label: 'Note', kind: 'long' }, when],
  },
  {
    type: 'emails',
    label: 'Email',
    icon: 'email',
    log: [
      {
        property: 'hs_email_direction',
        label: 'Direction',
        kind: 'choice',
        options: [
          { value: 'INCOMING_EMAIL', label: 'From the contact' },
          { value: 'EMAIL', label: 'To the contact' },
        ],
      },
      { property: 'hs_email_subject', label: 'Subject', kind: 'text' },
      when,
    ],
  },
  {
    type: 'calls',
    label: 'Call',
    icon: 'calling',
    log: [
      {
        property: 'hs_call_direction',
        label: 'Direction',
        kind: 'choice',
        options: [
          { value: 'OUTBOUND', label: 'We called' },
          { value: 'INBOUND', label: 'The contact called' },
        ],
      },
      {
        property: 'hs_call_disposition',
        label: 'Outcome',
        kind: 'choice',
        // HubSpot's default call outcomes have fixed ids.
        options: [
          { value: 'f240bbac-87c9-4f6e-bf70-924b57d47db7', label: 'Connected' },
          { value: '73a0d17f-1163-4015-bdd5-ec830791da20', label: 'No answer' },
          { value: 'b2cf5968-551e-4856-9783-52b3da59a7d0', label: 'Left voicemail' },
        ],
      },
      { property: 'hs_call_duration', label: 'Minutes', kind: 'number', initial: '5', times: minuteMs },
      when,
    ],
  },
  {
    type: 'meetings',
    label: 'Meeting',
    icon: 'date',
    log: [
      { property: 'hs_meeting_title', label: 'Title', kind: 'text' },
      {
        property: 'hs_meeting_outcome',
        label: 'Outcome',
        kind: 'choice',
        options: [
          { value: 'COMPLETED', label: 'Completed' },
          { value: 'SCHEDULED', label: 'Scheduled' },
          { value: 'NO_SHOW', label: 'No show' },
          { value: 'CANCELED', label: 'Canceled' },
        ],
      },
      { property: 'hs_meeting_start_time', label: 'Start', kind: 'time' },
      { property: 'hs_meeting_end_time', label: 'End', kind: 'time' },
    ],
  },
  {
    type: 'orders',
    label: 'Order',
    icon: 'shoppingCart',
    log: [
      { property: 'hs_order_name', label: 'Order', kind: 'text' },
      { property: 'hs_total_price', label: 'Total', kind: 'number', initial: '100' },
      { property: 'hs_external_created_date', label: 'Ordered', kind: 'time' },
    ],
  },
  { type: 'tasks', label: 'Task', icon: 'tasks' },
  { type: 'communications', label: 'Message', icon: 'comment' },
  { type: 'postal_mail', label: 'Postal mail', icon: 'inbox' },
  { type: 'tickets', label: 'Ticket', icon: 'ticket' },
  { type: 'deals', label: 'Deal', icon: 'goal' },
  { type: 'quotes', label: 'Quote', icon: 'quote' },
  { type: 'invoices', label: 'Invoice', icon: 'description' },
  { type: 'subscriptions', label: 'Subscription', icon: 'description' },
  { type: 'feedback_submissions', label: 'Survey answer', icon: 'star' },
  { type: 'app_events', label: 'App event', icon: 'notification' },
];

export function activityKind(type: string): ActivityKind {
  return (
    activityKinds.find((kind) => kind.type === type) ?? {
      type,
      label: type.replaceAll('_', ' '),
      icon: 'description',
    }
  );
}
