/** Quotes: our offer in writing, open until it is signed, paid or expired. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, stamp, textOf, timeOf } from './crm-record.ts';

export const quoteProperties = [
  'hs_status',
  'hs_expiration_date',
  'hs_esign_date',
  'hs_payment_status',
  'hs_payment_date',
] as const;

/** The states in which the buyer can see it. https://developers.hubspot.com/docs/api-reference/crm-quotes-v3/guide */
const published: ReadonlySet<string> = new Set(['APPROVED', 'APPROVAL_NOT_NEEDED', 'ACCEPTED']);

/**
 * Dated at its creation, the one date that no later edit can move. Signed or paid it is closed, whichever came first; a
 * status HubSpot may add later says nothing until we know it. An expiry before the creation is none.
 */
export function quoteSignals(record: CrmRecord, _meaning: Meaning): Signal[] {
  const status = textOf(record, 'hs_status');
  if (status === null || !published.has(status)) return [];
  const at = happenedAt(record, 'hs_createdate');
  const expiresAt = timeOf(record, 'hs_expiration_date');
  const [dealId] = record.deals ?? [];
  const facts = {
    quoteId: record.id,
    ...(dealId === undefined ? {} : { dealId }),
    expiresAt: expiresAt !== null && expiresAt >= at ? expiresAt : null,
    closedAt: closedAt(record, status, at),
  };
  return [{ ...stamp(record, at, 'quote_sent'), kind: 'quote_sent', by: 'us', channel: 'deal', facts }];
}

function closedAt(record: CrmRecord, status: string, sentAt: number): number | null {
  const isPaid = textOf(record, 'hs_payment_status') === 'PAID';
  const times = [timeOf(record, 'hs_esign_date'), isPaid ? timeOf(record, 'hs_payment_date') : null];
  const closed = times.filter((at) => at !== null);
  if (closed.length > 0) return Math.max(sentAt, Math.min(...closed));
  return status === 'ACCEPTED' || isPaid ? Math.max(sentAt, record.modifiedAt) : null;
}
