/**
 * Writes our values in batches of a hundred. HubSpot takes a batch whole or not at all, so a refused one is halved until
 * the contact that spoils it stands alone: two bad ones in a hundred cost about thirty calls, none of the others is lost.
 */
import type { PropertyValues } from '../relationship/properties.ts';
import { CrmError } from '../usecases/crm-error.ts';
import type { ContactId, PortalId, WriteOutcome } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { codesOfError, unreadable } from './errors.ts';
import { batchSchema, recordSchema } from './schemas.ts';
import { paths } from './versions.ts';

export type Update = { readonly contactId: ContactId; readonly values: PropertyValues };

const batchSize = 100;

export async function writeProperties(
  calls: Calls,
  portal: PortalId,
  updates: readonly Update[],
): Promise<readonly WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  for (let start = 0; start < updates.length; start += batchSize) {
    outcomes.push(...(await writeBatch(calls, portal, updates.slice(start, start + batchSize))));
  }
  return outcomes;
}

/** A missing property concerns every contact alike, so it is thrown and not bisected. */
async function writeBatch(
  calls: Calls,
  portal: PortalId,
  batch: readonly Update[],
): Promise<readonly WriteOutcome[]> {
  try {
    return await written(calls, portal, batch);
  } catch (error) {
    if (!(error instanceof CrmError) || !isAboutContacts(error)) throw error;
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) return [await spoiled(calls, portal, only, error)];
    const half = Math.ceil(batch.length / 2);
    const first = await writeBatch(calls, portal, batch.slice(0, half));
    return [...first, ...(await writeBatch(calls, portal, batch.slice(half)))];
  }
}

/** 207 is a batch of which some failed: who is not among the results is tried alone. */
async function written(
  calls: Calls,
  portal: PortalId,
  batch: readonly Update[],
): Promise<readonly WriteOutcome[]> {
  const inputs = batch.map(({ contactId, values }) => ({ id: contactId, properties: values }));
  const doing = `write the properties of ${batch.length} contacts of portal ${portal}`;
  const call = {
    method: 'POST',
    path: paths.batchUpdate('contacts'),
    json: { inputs },
    lane: 'general',
    doing,
  } as const;
  const answer = await calls.read(portal, call, batchSchema);
  const done = new Set(answer.results.map(({ id }) => id));
  const left = batch.filter(({ contactId }) => !done.has(contactId));
  const outcome: WriteOutcome = {
    kind: 'written',
    contactIds: batch.filter((it) => !left.includes(it)).map(idOf),
  };
  if (left.length === 0) return [outcome];
  if (left.length === batch.length) return left.map(({ contactId }) => ({ kind: 'gone', contactId }));
  return [outcome, ...(await writeBatch(calls, portal, left))];
}

function idOf({ contactId }: Update): ContactId {
  return contactId;
}

function isAboutContacts(error: CrmError): boolean {
  return error.failure === 'invalid-input' || error.failure === 'not-found';
}

/** HubSpot refuses the update of a record that is gone with the code of any bad input, so the record itself is asked. */
async function spoiled(
  calls: Calls,
  portal: PortalId,
  update: Update,
  error: CrmError,
): Promise<WriteOutcome> {
  const { contactId } = update;
  if (error.failure === 'not-found' || !(await isThere(calls, portal, contactId)))
    return { kind: 'gone', contactId };
  return { kind: 'refused', contactId, reason: codesOfError(error).join(', ') || error.failure };
}

/** The id of a merged contact answers with the one that it became: it is not there under its own. */
async function isThere(calls: Calls, portal: PortalId, contactId: ContactId): Promise<boolean> {
  const doing = `look for contact ${contactId} of portal ${portal}`;
  const call = { method: 'GET', path: paths.object('contacts', contactId), lane: 'general', doing } as const;
  const answer = await calls.send(portal, { ...call, accept: [404] });
  if (answer.status === 404) return false;
  const record = recordSchema.safeParse(answer.body);
  if (!record.success) throw unreadable(doing, record.error);
  return record.data.id === contactId && record.data.archived !== true;
}
