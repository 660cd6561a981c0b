/** Commerce subscriptions: a term that runs until it ends or is cancelled. Not the subscriptions to mail. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, stamp, textOf, timeOf } from './crm-record.ts';

const standing = ['hs_status', 'hs_recurring_billing_start_date'] as const;

export function subscriptionProperties({ properties: mapped }: Meaning): readonly string[] {
  const own = [mapped.subscriptionEnd, mapped.subscriptionCancelledAt].filter((name) => name !== null);
  return [...standing, ...own];
}

type State = 'running' | 'cancelled' | 'over';

/** https://developers.hubspot.com/docs/api-reference/latest/crm/objects/commerce-subscriptions/guide; others say nothing. */
const states: Readonly<Record<string, State>> = {
  active: 'running',
  past_due: 'running',
  scheduled: 'running',
  canceled: 'cancelled',
  expired: 'over',
};

/** A running one without an end is open-ended. Cancelled without dates it ended when it was last changed. */
export function subscriptionSignals(record: CrmRecord, meaning: Meaning): Signal[] {
  const state = states[textOf(record, 'hs_status')?.toLowerCase() ?? ''];
  if (state === undefined) return [];
  const { subscriptionEnd, subscriptionCancelledAt } = meaning.properties;
  const at = timeOf(record, 'hs_recurring_billing_start_date') ?? happenedAt(record, 'hs_createdate');
  const end = subscriptionEnd === null ? null : timeOf(record, subscriptionEnd);
  const endAt = end !== null && end >= at ? end : null;
  if (state === 'running') return [term(record, at, endAt)];
  if (state === 'over') return [term(record, at, endAt ?? Math.max(at, record.modifiedAt))];
  const notice = subscriptionCancelledAt === null ? null : timeOf(record, subscriptionCancelledAt);
  const noticeAt = Math.max(at, notice ?? Math.min(record.modifiedAt, endAt ?? record.modifiedAt));
  const effectiveAt = Math.max(noticeAt, endAt ?? noticeAt);
  const head = { ...stamp(record, noticeAt, 'cancellation'), kind: 'cancellation' } as const;
  return [
    term(record, at, effectiveAt),
    { ...head, by: 'customer', channel: 'order', facts: { effectiveAt } },
  ];
}

function term(record: CrmRecord, at: number, endAt: number | null): Signal {
  const [dealId] = record.deals ?? [];
  const facts = { endAt, ...(dealId === undefined ? {} : { dealId }) };
  return { ...stamp(record, at, 'term'), kind: 'term', by: 'us', channel: 'order', facts };
}
