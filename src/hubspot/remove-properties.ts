/**
 * Takes our properties and their group out of a portal that leaves. HubSpot refuses to archive a property that a workflow, a
 * list or a form still uses: that one stays and is named, and the others go.
 */
import { CrmError } from '../usecases/crm-error.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { RemovedProperties } from '../usecases/removed-properties.ts';
import type { Calls } from './calls.ts';
import type { PropertyPlan } from './provision.ts';
import { propertiesSchema } from './schemas.ts';
import { paths } from './versions.ts';

/** Throws `CrmError`. Repeatable: what is gone already is nobody's concern. */
export async function removeProperties(
  calls: Calls,
  { properties, propertyGroup }: PropertyPlan,
  portal: PortalId,
): Promise<RemovedProperties> {
  const doing = `read the contact properties of portal ${portal}`;
  const path = paths.properties('contacts');
  const stands = await calls.read(portal, { method: 'GET', path, lane: 'general', doing }, propertiesSchema);
  const there = new Map(stands.results.map((property) => [property.name, property]));
  // One of the same name and another type is somebody else's.
  const ours = properties.filter(({ name, type }) => there.get(name)?.type === type).map(({ name }) => name);
  const kept: string[] = [];
  for (const name of ours) if (!(await archive(calls, portal, name))) kept.push(name);
  if (kept.length === 0) await removeGroup(calls, portal, propertyGroup.name);
  return { removed: ours.filter((name) => !kept.includes(name)), kept };
}

async function archive(calls: Calls, portal: PortalId, name: string): Promise<boolean> {
  const doing = `archive the property ${name} of portal ${portal}`;
  const path = paths.property('contacts', name);
  try {
    await calls.send(portal, { method: 'DELETE', path, lane: 'general', doing, accept: [404] });
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}

/** A property of the portal's own may stand in our group: then it stays. */
async function removeGroup(calls: Calls, portal: PortalId, name: string): Promise<void> {
  const doing = `remove the property group ${name} of portal ${portal}`;
  const path = paths.propertyGroup('contacts', name);
  try {
    await calls.send(portal, { method: 'DELETE', path, lane: 'general', doing, accept: [404] });
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}

function isRefused(error: unknown): boolean {
  return (
    error instanceof CrmError && (error.failure === 'invalid-input' || error.failure === 'missing-scope')
  );
}
