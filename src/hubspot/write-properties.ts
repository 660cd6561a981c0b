/**
 * Writes our values in batches of a hundred. HubSpot takes a batch whole or not at all, so a refused one is halved until
 * the contact that spoils it stands alone: two bad ones in a hundred cost about thirty calls, none of the others is lost.
 */
import type { PropertyValues } from '../relationship/properties.ts';
import { CrmError } from '../usecases/crm-error.ts';
import type { ContactId, PortalId, WriteOutcome } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { codesOfError, propertiesOfError, unreadable } from './errors.ts';
import { hasChanged, type PropertyPlan } from './provision.ts';
import { isThere } from './read-batch.ts';
import { batchSchema } from './schemas.ts';
import { paths } from './versions.ts';

export type Update = { readonly contactId: ContactId; readonly values: PropertyValues };

const batchSize = 100;

type Writing = {
  readonly calls: Calls;
  readonly portal: PortalId;
  /** Whether one of these properties is not as we made it: asked once, for the answer concerns every contact alike. */
  readonly hasChanged: (properties: readonly string[]) => Promise<boolean>;
};

export async function writeProperties(
  calls: Calls,
  plan: PropertyPlan,
  portal: PortalId,
  updates: readonly Update[],
): Promise<readonly WriteOutcome[]> {
  let asked: Promise<boolean> | null = null;
  const writing: Writing = {
    calls,
    portal,
    hasChanged: (properties) => {
      asked ??= hasChanged(calls, plan, portal, properties);
      return asked;
    },
  };
  const outcomes: WriteOutcome[] = [];
  for (let start = 0; start < updates.length; start += batchSize) {
    outcomes.push(...(await writeBatch(writing, updates.slice(start, start + batchSize))));
  }
  return outcomes;
}

/** A property that is missing or was changed concerns every contact alike, so it is thrown and not bisected. */
async function writeBatch(writing: Writing, batch: readonly Update[]): Promise<readonly WriteOutcome[]> {
  try {
    return await written(writing, batch);
  } catch (error) {
    if (!(error instanceof CrmError) || !isAboutContacts(error)) throw error;
    const named = propertiesOfError(error);
    if (named.length > 0 && (await writing.hasChanged(named))) throw changed(named, error);
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) return [await spoiled(writing, only, error)];
    return halved(writing, batch);
  }
}

async function halved(writing: Writing, batch: readonly Update[]): Promise<readonly WriteOutcome[]> {
  const half = Math.ceil(batch.length / 2);
  const first = await writeBatch(writing, batch.slice(0, half));
  return [...first, ...(await writeBatch(writing, batch.slice(half)))];
}

/**
 * 207 is a batch of which some failed: who is named as gone is gone, the others are tried again in smaller company. A 200
 * that answers for nobody says nothing, and least of all that all are gone.
 */
async function written(writing: Writing, batch: readonly Update[]): Promise<readonly WriteOutcome[]> {
  const { calls, portal } = writing;
  const inputs = batch.map(({ contactId, values }) => ({ id: contactId, properties: values }));
  const doing = `write the properties of ${batch.length} contacts of portal ${portal}`;
  const path = paths.batchUpdate('contacts');
  const call = { method: 'POST', path, json: { inputs }, lane: 'general', doing } as const;
  const answer = await calls.send(portal, call);
  const parsed = batchSchema.safeParse(answer.body);
  if (!parsed.success) throw unreadable(doing, parsed.error);
  const { results, errors = [] } = parsed.data;
  if (results.length === 0 && errors.length === 0) throw unreadable(doing, 'it answers for nobody');
  const done = new Set(results.map(({ id }) => id));
  const gone = new Set(
    errors.flatMap(({ category, context }) =>
      category === 'OBJECT_NOT_FOUND' ? (context?.['ids'] ?? []) : [],
    ),
  );
  const left = batch.filter(({ contactId }) => !done.has(contactId) && !gone.has(contactId));
  const contactIds = batch.map(({ contactId }) => contactId);
  const stand = contactIds.filter((id) => done.has(id));
  const outcomes: WriteOutcome[] = stand.length === 0 ? [] : [{ kind: 'written', contactIds: stand }];
  for (const contactId of contactIds) if (gone.has(contactId)) outcomes.push({ kind: 'gone', contactId });
  return [...outcomes, ...(await again(writing, batch, left))];
}

/** What is left of a batch gets smaller every time, down to one. */
async function again(
  writing: Writing,
  batch: readonly Update[],
  left: readonly Update[],
): Promise<readonly WriteOutcome[]> {
  const [only] = left;
  if (only === undefined) return [];
  if (left.length < batch.length) return writeBatch(writing, left);
  return left.length > 1 ? halved(writing, left) : [await unwritten(writing, only, 'not-written')];
}

function isAboutContacts(error: CrmError): boolean {
  return error.failure === 'invalid-input' || error.failure === 'not-found';
}

function changed(properties: readonly string[], cause: CrmError): CrmError {
  const { correlationId } = cause;
  const message = `${properties.join(', ')} in HubSpot is not as Rapport made it`;
  return new CrmError(message, { failure: 'property-changed', correlationId, cause });
}

/** The reason names the codes and the properties they are about: a rule of the portal is then its admin's to read. */
async function spoiled(writing: Writing, update: Update, error: CrmError): Promise<WriteOutcome> {
  if (error.failure === 'not-found') return { kind: 'gone', contactId: update.contactId };
  const codes = codesOfError(error).join(', ') || error.failure;
  const about = propertiesOfError(error).join(', ');
  if (about === '') return unwritten(writing, update, codes);
  // A refusal that names a property is about its value, and not about a record that is gone.
  return { kind: 'refused', contactId: update.contactId, reason: `${codes}: ${about}` };
}

/** HubSpot refuses the update of a record that is gone with the code of any bad input, so the record itself is asked. */
async function unwritten(
  { calls, portal }: Writing,
  { contactId }: Update,
  reason: string,
): Promise<WriteOutcome> {
  const stands = await isThere(calls, portal, 'contacts', contactId);
  return stands ? { kind: 'refused', contactId, reason } : { kind: 'gone', contactId };
}
