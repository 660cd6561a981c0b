import type { ContactId, PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { batchSchema } from './schemas.ts';
import { paths } from './versions.ts';

/** The contact with this address, the additional ones included; null when the portal has none. Throws `CrmError`. */
export async function contactByEmail(
  calls: Calls,
  portal: PortalId,
  email: string,
): Promise<ContactId | null> {
  // In the body: an address in a path would end up in logs.
  const json = { idProperty: 'email', inputs: [{ id: email }], properties: [], propertiesWithHistory: [] };
  const doing = `look for a contact of portal ${portal} by address`;
  const call = { method: 'POST', path: paths.batchRead('contacts'), json, lane: 'general', doing } as const;
  const { results } = await calls.read(portal, call, batchSchema);
  return results.find(({ archived }) => archived !== true)?.id ?? null;
}
