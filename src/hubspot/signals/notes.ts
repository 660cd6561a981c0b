/** Notes say nothing about who acted: they are our own writing, and what they say is content we never read. */
import type { Signal } from '../../relationship/signal/signal.ts';
import type { CrmRecord, Meaning } from './crm-record.ts';

export const noteProperties = ['hs_timestamp'] as const;

export function noteSignals(_record: CrmRecord, _meaning: Meaning): Signal[] {
  return [];
}
