/** Tasks: a plan of ours is no act. Only a completed LinkedIn task is outreach, since nothing else records that message. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, stamp, textOf, timeOf } from './crm-record.ts';

export const taskProperties = [
  'hs_timestamp',
  'hs_task_status',
  'hs_task_type',
  'hs_task_completion_date',
] as const;

export function taskSignals(record: CrmRecord, _meaning: Meaning): Signal[] {
  const isLinkedIn = textOf(record, 'hs_task_type')?.startsWith('LINKED_IN') ?? false;
  if (!isLinkedIn || textOf(record, 'hs_task_status') !== 'COMPLETED') return [];
  const at = timeOf(record, 'hs_task_completion_date') ?? happenedAt(record);
  return [
    {
      ...stamp(record, at, 'message'),
      kind: 'message',
      by: 'us',
      channel: 'linkedin',
      facts: { personal: true },
    },
  ];
}
