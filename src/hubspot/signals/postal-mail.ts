/** Letters: outreach of ours, and no personal message, because mailings are logged the same way. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, stamp } from './crm-record.ts';

export const postalMailProperties = ['hs_timestamp'] as const;

export function postalMailSignals(record: CrmRecord, _meaning: Meaning): Signal[] {
  return [
    {
      ...stamp(record, happenedAt(record), 'message'),
      kind: 'message',
      by: 'us',
      channel: 'postal',
      facts: { personal: false },
    },
  ];
}
