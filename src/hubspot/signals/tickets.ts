/** Tickets: the customer turned to us; some of them are complaints, which stay open until the ticket is closed. */
import type { FactsOf, Signal } from '../../relationship/signal/signal.ts';
import { type CrmRecord, happenedAt, type Meaning, stamp, textOf, timeOf } from './crm-record.ts';

const standing = [
  'createdate',
  'closed_date',
  'hs_pipeline_stage',
  'hs_ticket_category',
  'hs_ticket_priority',
  'source_type',
] as const;

export function ticketProperties({ properties: { remedy } }: Meaning): readonly string[] {
  return [...standing, ...(remedy === null ? [] : [remedy])];
}

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
    ...remedyOf(record, meaning),
    ...(publicSource.test(textOf(record, 'source_type') ?? '') ? { public: true } : {}),
  };
  return [{ ...head, kind: 'complaint', facts }];
}

/** Where others read along. HubSpot's own sources (chat, e-mail, form, phone) are private; portals add these. */
const publicSource = /\b(social|facebook|twitter|instagram|linkedin|reviews?|forum|public)\b/i;

type Remedy = NonNullable<FactsOf['complaint']['remedy']>;

/** The first that fits: money back outweighs a kind word. */
const remedies: readonly (readonly [Remedy, RegExp])[] = [
  ['refund', /refund|money back|erstatt/i],
  ['replacement', /replace|exchange|ersatz|umtausch/i],
  ['repair', /repair|fixed|reparatur|repariert/i],
  ['credit', /credit|voucher|discount|gutschrift|gutschein/i],
  ['apology', /apolog|sorry|entschuldig/i],
  ['explanation', /expla|erkl/i],
];

/** What was done to make up, as the portal's own property says it; what it says beyond that is not kept. */
function remedyOf(record: CrmRecord, { properties }: Meaning): { remedy?: Remedy } {
  const said = properties.remedy === null ? null : textOf(record, properties.remedy);
  const found = said === null ? undefined : remedies.find(([, words]) => words.test(said));
  return found === undefined ? {} : { remedy: found[0] };
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
