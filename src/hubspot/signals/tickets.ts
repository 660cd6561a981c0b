/** Tickets: the customer turned to us; some of them are complaints, which stay open until the ticket is closed. */
import type { Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, stamp, textOf, timeOf } from './crm-record.ts';

export const ticketProperties = [
  'createdate',
  'closed_date',
  'hs_pipeline_stage',
  'hs_ticket_category',
  'hs_ticket_priority',
] as const;

const severities: Readonly<Record<string, 'low' | 'medium' | 'high'>> = {
  LOW: 'low',
  MEDIUM: 'medium',
  HIGH: 'high',
  URGENT: 'high',
};

export function ticketSignals(record: CrmRecord, meaning: Meaning): Signal[] {
  const at = happenedAt(record, 'createdate');
  const head = { ...stamp(record, at, 'ticket'), by: 'customer', channel: 'ticket' } as const;
  if (!isComplaint(record, meaning)) return [{ ...head, kind: 'ticket', facts: { ticketId: record.id } }];
  const severity = severities[textOf(record, 'hs_ticket_priority') ?? ''];
  const facts = {
    ticketId: record.id,
    closedAt: closedAt(record, meaning),
    ...(severity ? { severity } : {}),
  };
  return [{ ...head, kind: 'complaint', facts }];
}

function isComplaint(record: CrmRecord, meaning: Meaning): boolean {
  const { complaintCategories, issueCategories, issuePriorities } = meaning.mapping;
  const categories = (textOf(record, 'hs_ticket_category') ?? '')
    .split(';')
    .map((category) => category.trim());
  if (categories.some((category) => complaintCategories.includes(category))) return true;
  const isUrgent = issuePriorities.includes(textOf(record, 'hs_ticket_priority') ?? '');
  return isUrgent && categories.some((category) => issueCategories.includes(category));
}

/** A reopened ticket keeps its old close date, so the stage decides whether it is closed, the date only when. */
function closedAt(record: CrmRecord, meaning: Meaning): number | null {
  const stage = meaning.pipelines.ticketStages[textOf(record, 'hs_pipeline_stage') ?? ''];
  const date = timeOf(record, 'closed_date');
  if (stage === undefined) return date;
  return stage.closed ? (date ?? record.modifiedAt) : null;
}
