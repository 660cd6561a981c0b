/**
 * Recovery cases as records of the portal: a task or a ticket on the contact. The callback id stands in the text, so
 * that a case whose creation was cut off is found again and not made twice.
 */
import type { CaseKey, NewCase, PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { associationsSchema, batchSchema, recordSchema } from './schemas.ts';
import { paths } from './versions.ts';

/** How HubSpot names the record, its text and its default link to a contact. */
const shapes = {
  task: { type: 'tasks', text: 'hs_task_body', linkToContact: 204 },
  ticket: { type: 'tickets', text: 'content', linkToContact: 16 },
} as const;

/** Answers with the id of the new record. */
export async function createCase(
  calls: Calls,
  portal: PortalId,
  ticketStage: string | null,
  asked: NewCase,
): Promise<string> {
  const { type, linkToContact } = shapes[asked.kind];
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: linkToContact }];
  const call = {
    method: 'POST',
    path: paths.objects(type),
    json: {
      properties: asked.kind === 'task' ? taskOf(asked) : ticketOf(asked, ticketStage),
      associations: [{ to: { id: asked.contactId }, types }],
    },
    lane: 'general',
    doing: `open a recovery case in portal ${portal}`,
    // An answer that is lost may mean a case that was made: the next try of the action looks for it first.
    tries: 1,
  } as const;
  return (await calls.read(portal, call, recordSchema)).id;
}

function taskOf({ subject, ownerId, dueAt, callbackId }: NewCase) {
  return {
    hs_task_subject: subject,
    hs_task_body: noteOf(callbackId),
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: 'HIGH',
    hs_timestamp: new Date(dueAt).toISOString(),
    ...(ownerId === null ? {} : { hubspot_owner_id: ownerId }),
  };
}

function ticketOf({ subject, ownerId, callbackId }: NewCase, stage: string | null) {
  return {
    subject,
    content: noteOf(callbackId),
    hs_ticket_priority: 'HIGH',
    ...(stage === null ? {} : { hs_pipeline_stage: stage }),
    ...(ownerId === null ? {} : { hubspot_owner_id: ownerId }),
  };
}

function noteOf(callbackId: string): string {
  return `Opened by a workflow with Rapport (${callbackId}).`;
}

/** The case that this very call made before, or null. */
export async function findCase(
  calls: Calls,
  portal: PortalId,
  { kind, contactId, callbackId }: CaseKey,
): Promise<string | null> {
  const { type, text } = shapes[kind];
  const doing = `look for a recovery case in portal ${portal}`;
  const links = await calls.read(
    portal,
    {
      method: 'POST',
      path: paths.associations('contacts', type),
      json: { inputs: [{ id: contactId }] },
      lane: 'associations',
      doing,
    },
    associationsSchema,
  );
  // The newest ones: ids grow.
  const ids = links.results
    .flatMap(({ to }) => to.map(({ toObjectId }) => toObjectId))
    .sort((a, b) => Number(b) - Number(a))
    .slice(0, 100);
  if (ids.length === 0) return null;
  const json = { inputs: ids.map((id) => ({ id })), properties: [text], propertiesWithHistory: [] };
  const call = { method: 'POST', path: paths.batchRead(type), json, lane: 'general', doing } as const;
  const { results } = await calls.read(portal, call, batchSchema);
  return results.find(({ properties }) => properties[text]?.includes(callbackId))?.id ?? null;
}

/** The first stage of a ticket that is not closed; null where the portal's stages are not known to us. */
export function openTicketStage(
  stages: Readonly<Record<string, { readonly closed: boolean }>>,
): string | null {
  return Object.entries(stages).find(([, { closed }]) => !closed)?.[0] ?? null;
}
