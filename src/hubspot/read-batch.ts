/**
 * Records by their ids, a hundred at a time. HubSpot tells of ids that are gone by a 207 with the rest. A 200 that leaves
 * some out, or is empty, is not believed at once: what we take for gone is forgotten, and a hiccup must not wipe a portal.
 */
import type { PortalId } from '../usecases/ports.ts';
import type { Calls, PortalCall } from './calls.ts';
import { unreadable } from './errors.ts';
import { batchSchema, type HubSpotRecord, recordSchema } from './schemas.ts';
import { paths } from './versions.ts';

/** Absent are those that are gone, archived or merged into another. Throws `CrmError`. */
export async function readBatch(
  calls: Calls,
  portal: PortalId,
  type: string,
  ids: readonly string[],
  properties: readonly string[],
): Promise<readonly HubSpotRecord[]> {
  if (ids.length === 0) return [];
  const json = { inputs: ids.map((id) => ({ id })), properties, propertiesWithHistory: [] };
  const doing = `read ${ids.length} ${type} of portal ${portal}`;
  const call = { method: 'POST', path: paths.batchRead(type), json, lane: 'general', doing } as const;
  const answer = await calls.send(portal, call);
  const batch = batchSchema.safeParse(answer.body);
  if (!batch.success) throw unreadable(doing, batch.error);
  const told = new Set(batch.data.results.map(({ id }) => id));
  const untold = ids.find((id) => !told.has(id));
  if (untold !== undefined && answer.status !== 207 && (await isThere(calls, portal, type, untold))) {
    throw unreadable(doing, `record ${untold} is there, and was left out of the answer`);
  }
  return batch.data.results.filter((record) => record.archived !== true);
}

/** The id of a merged record answers with the one that it became: it is not there under its own. */
export async function isThere(calls: Calls, portal: PortalId, type: string, id: string): Promise<boolean> {
  const doing = `look for ${id} among the ${type} of portal ${portal}`;
  const call: PortalCall = { method: 'GET', path: paths.object(type, id), lane: 'general', doing };
  const answer = await calls.send(portal, { ...call, accept: [404] });
  if (answer.status === 404) return false;
  const record = recordSchema.safeParse(answer.body);
  if (!record.success) throw unreadable(doing, record.error);
  return record.data.id === id && record.data.archived !== true;
}
