/**
 * Writes our values in batches of a hundred. HubSpot takes a batch whole or not at all, so a refused one is halved until
 * the contact that spoils it stands alone: two bad ones in a hundred cost about thirty calls, none of the others is lost.
 */
import type { PropertyValues } from '../relationship/properties.ts';
import { CrmError } from '../usecases/crm-error.ts';
import type { ContactId, PortalId, WriteOutcome } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { codesOfError } from './errors.ts';
import { batchSchema } from './schemas.ts';
import { paths } from './versions.ts';

export type Update = { readonly contactId: ContactId; readonly values: PropertyValues };

const batchSize = 100;

/** HubSpot's codes for a record that is deleted, merged into another or never was. */
const goneCodes = ['OBJECT_NOT_FOUND', 'RESOURCE_NOT_FOUND', 'CONTACT_DOESNT_EXIST', 'CONTACT_NOT_FOUND'];

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
    if (batch.length === 1 && only !== undefined) return [spoiled(only, error)];
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

function spoiled({ contactId }: Update, error: CrmError): WriteOutcome {
  const codes = codesOfError(error);
  if (error.failure === 'not-found' || codes.some((code) => goneCodes.includes(code))) {
    return { kind: 'gone', contactId };
  }
  return { kind: 'refused', contactId, reason: codes.join(', ') || error.failure };
}
