/** Contacts in table `contact`: label, standing facts, and the property values that stand in HubSpot. */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { ContactMeasures } from '../relationship/measure-portal.ts';
import type { PropertyValues } from '../relationship/properties.ts';
import type { StageAnswer } from '../relationship/stage/stages.ts';
import type { ContactId, PortalId, ReadContact, ReadFacts } from '../usecases/ports.ts';
import type { Executor } from './database.ts';
import { eachOf } from './each-of.ts';

/** An objection stands in a column of its own. */
type StoredFacts = Omit<ReadFacts, 'objection'>;

export type ContactRow = {
  readonly id: ContactId;
  readonly label: string;
  readonly modified_at: number;
  readonly objection: boolean;
  readonly objection_since: number | null;
  readonly facts: StoredFacts;
  /** What the whole portal says of it. */
  readonly measures: ContactMeasures;
  readonly published: PropertyValues;
  readonly published_model: string | null;
};

export type AssessedRow = ContactRow & {
  readonly stage: StageAnswer | null;
  readonly model_version: string | null;
  /** A write was begun and not settled. */
  readonly unsettled: boolean;
};

export async function contactRows(
  trx: Executor,
  portal: PortalId,
  ids: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, ContactRow>> {
  const { rows } = await sql<ContactRow>`
    select c.* from (${eachOf(ids)}) as given(id) cross join lateral (
      select id, label, modified_at, objection, objection_since, facts, measures, published, published_model from contact
      where portal_id = ${portal} and id = given.id offset 0) as c`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** With what was last computed of each, null before the first time. */
export async function assessedRows(
  trx: Executor,
  portal: PortalId,
  ids: readonly ContactId[],
): Promise<readonly AssessedRow[]> {
  const { rows } = await sql<AssessedRow>`
    select c.id, c.label, c.modified_at, c.objection, c.objection_since, c.facts, c.measures, c.published,
      c.published_model, a.stage, a.model_version, a.writing is not null and a.writing is distinct from c.settled as unsettled
    from (${eachOf(ids)}) as given(id)
    cross join lateral (select * from contact where portal_id = ${portal} and id = given.id offset 0) as c
    left join lateral (
      select stage, model_version, writing from assessment
      where portal_id = ${portal} and contact_id = given.id offset 0) as a on true
    order by c.id`.execute(trx);
  return rows;
}

/**
 * At most some hundred at a time. The change that brought an objection dates it; one that stood when we first read the
 * contact has no date we know.
 */
export async function upsertContacts(
  trx: Executor,
  portal: PortalId,
  contacts: readonly ReadContact[],
): Promise<void> {
  await sql`
    insert into contact as stood (portal_id, id, label, owner_id, created_at, modified_at, objection, facts, published)
    select ${portal}::bigint, id, label, owner_id, created_at, modified_at, objection, facts::jsonb, published::jsonb
    from unnest(${contacts.map((of) => of.id)}::text[], ${contacts.map((of) => of.label)}::text[],
      ${contacts.map((of) => of.ownerId)}::text[], ${contacts.map((of) => of.createdAt)}::bigint[],
      ${contacts.map((of) => of.modifiedAt)}::bigint[], ${contacts.map((of) => of.facts.objection)}::boolean[],
      ${contacts.map((of) => JSON.stringify(factsOf(of)))}::text[],
      ${contacts.map((of) => JSON.stringify(of.published))}::text[])
      as t(id, label, owner_id, created_at, modified_at, objection, facts, published)
    on conflict (portal_id, id) do update set label = excluded.label, owner_id = excluded.owner_id,
      created_at = excluded.created_at, modified_at = excluded.modified_at, objection = excluded.objection,
      objection_since = case when not excluded.objection then null
        when stood.objection then stood.objection_since else excluded.modified_at end,
      facts = excluded.facts, published = excluded.published`.execute(trx);
}

/** True when the contact must be assessed again: label and owner change nothing that is computed. */
export function differs(stored: ContactRow, read: ReadContact): boolean {
  return (
    stored.objection !== read.facts.objection ||
    !isDeepStrictEqual(stored.facts, asStored(factsOf(read))) ||
    plain(stored.published) !== plain(read.published)
  );
}

function factsOf({ facts: { objection: _, ...facts } }: ReadContact): StoredFacts {
  return facts;
}

/** As it would come back from the store, without what JSON leaves out. */
function asStored(facts: StoredFacts): unknown {
  return JSON.parse(JSON.stringify(facts));
}

/** Comparable text: keys sorted, and a cleared property is the same as none. */
function plain(values: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(values).filter(([, value]) => value !== '');
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
