/** SMS, WhatsApp, LinkedIn, chat: HubSpot names the channel but not the writer, so the direction is inferred here. */
import type { Channel, Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, stamp, textOf } from './crm-record.ts';

export const communicationProperties = [
  'hs_timestamp',
  'hs_communication_channel_type',
  'hs_communication_logged_from',
  'hs_communication_conversation_id',
  'hubspot_owner_id',
] as const;

const channels: Readonly<Record<string, Channel>> = {
  SMS: 'sms',
  WHATS_APP: 'whatsapp',
  LINKED_IN_MESSAGE: 'linkedin',
  LIVE_CHAT: 'chat',
  FACEBOOK_MESSENGER: 'chat',
  CUSTOM_CHANNEL_CONVERSATION: 'chat',
};

/**
 * A message that has an owner was sent or logged by that colleague: ours. One without an owner came in by itself: the
 * customer's. Logged by hand and without an owner, nobody knows; then it is ours, because outreach never raises a stage.
 */
export function communicationSignals(record: CrmRecord, _meaning: Meaning): Signal[] {
  const owned = textOf(record, 'hubspot_owner_id') !== null;
  const byHand = textOf(record, 'hs_communication_logged_from') === 'CRM';
  const threadId = textOf(record, 'hs_communication_conversation_id');
  return [
    {
      ...stamp(record, happenedAt(record), 'message'),
      kind: 'message',
      by: owned || byHand ? 'us' : 'customer',
      channel: channels[textOf(record, 'hs_communication_channel_type') ?? ''] ?? 'other',
      facts: { personal: true, ...(threadId === null ? {} : { threadId }) },
    },
  ];
}
