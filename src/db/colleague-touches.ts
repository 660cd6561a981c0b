/** The account rule's view: who shares a deal with whom, and when those colleagues last acted. */
import { sql } from 'kysely';
import type { ContactFacts } from '../relationship/facts.ts';
import type { Signal } from '../relationship/signal/signal.ts';
import type { ContactId, PortalId } from '../usecases/ports.ts';
import type { Executor } from './database.ts';

type Touches = ContactFacts['colleagueTouches'];

/** The model's bound: a deal with more contacts than this is an account list, not a circle of colleagues. */
const maxColleagues = 50;
/** Newest touches kept per deal: more cannot move a hold of at most 120 days. */
const maxTouches = 500;

/** Touches of colleagues on the deals that these contacts' signals name, oldest first. */
export async function colleagueTouches(
  trx: Executor,
  portal: PortalId,
  signals: ReadonlyMap<ContactId, readonly Signal[]>,
): Promise<ReadonlyMap<ContactId, Touches>> {
  const dealsOf = new Map([...signals].map(([contact, own]) => [contact, dealIds(own)]));
  const deals = [...new Set([...dealsOf.values()].flatMap((ids) => [...ids]))];
  if (deals.length === 0) return new Map();
  const { rows } = await sql<{ deal: string; contact_id: string; at: number }>`
    select deal, contact_id, at from (
      select d.deal, s.contact_id, s.at, row_number() over (partition by d.deal order by s.at desc) as place
      from (
        select deal, contact_id from (
          select m.deal, m.contact_id, dense_rank() over (partition by m.deal order by m.contact_id) as place
          from (select distinct facts->>'dealId' as deal, contact_id from signal
            where portal_id = ${portal} and facts ? 'dealId' and facts->>'dealId' = any(${deals}::text[])) as m
        ) as ranked where place <= ${maxColleagues + 1}) as d
      join signal as s on s.portal_id = ${portal} and s.contact_id = d.contact_id
        and s.by in ('customer', 'both') and s.kind not in ('page_view', 'click', 'ad', 'referred')
        and not coalesce((s.facts->>'autoReply')::boolean, false)
    ) as touch where place <= ${maxTouches} order by at, contact_id`.execute(trx);
  const found = new Map<ContactId, { at: number; dealId: string }[]>();
  for (const [contact, own] of dealsOf) {
    const touches = rows.filter((row) => own.has(row.deal) && row.contact_id !== contact);
    if (touches.length > 0)
      found.set(
        contact,
        touches.map((row) => ({ at: row.at, dealId: row.deal })),
      );
  }
  return found;
}

/** Contacts who share a deal with any of these, at most fifty per deal: a touch by one may hold the others. */
export async function colleaguesOf(
  trx: Executor,
  portal: PortalId,
  contacts: readonly ContactId[],
): Promise<readonly ContactId[]> {
  const { rows } = await sql<{ contact_id: string }>`
    select distinct contact_id from (
      select m.contact_id, dense_rank() over (partition by m.deal order by m.contact_id) as place
      from (select distinct s.facts->>'dealId' as deal, s.contact_id from signal as s
        where s.portal_id = ${portal} and s.facts ? 'dealId' and s.facts->>'dealId' in (
          select own.facts->>'dealId' from signal as own where own.portal_id = ${portal}
            and own.contact_id = any(${contacts}::text[]) and own.facts ? 'dealId')) as m
    ) as ranked where place <= ${maxColleagues + 1} and contact_id <> all(${contacts}::text[])`.execute(trx);
  return rows.map((row) => row.contact_id);
}

function dealIds(signals: readonly Signal[]): ReadonlySet<string> {
  const ids = signals.map((signal) => ('dealId' in signal.facts ? signal.facts.dealId : undefined));
  return new Set(ids.filter((id) => id !== undefined));
}
