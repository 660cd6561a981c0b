/** Looks through the portal's property definitions for what the model reads: one call per object, once at install. */
import { CrmError } from '../usecases/crm-error.ts';
import type { ActivityType, PortalId } from '../usecases/ports.ts';
import type { MappedObject, PropertyMapping } from '../usecases/property-mapping.ts';
import type { Calls } from './calls.ts';
import { propertiesSchema } from './schemas.ts';
import { type DefinedProperty, type Definitions, recogniseProperties } from './signals/property-guesses.ts';
import { paths } from './versions.ts';

const activities = ['deals', 'invoices', 'subscriptions'] as const;

/** `readable` keeps us from asking for what was not granted: a refused call counts against the app. */
export async function propertyMapping(
  calls: Calls,
  portal: PortalId,
  readable: readonly ActivityType[],
): Promise<PropertyMapping> {
  const objects: readonly MappedObject[] = ['contacts', ...activities.filter((it) => readable.includes(it))];
  const found: { [O in MappedObject]?: readonly DefinedProperty[] } = {};
  for (const object of objects) found[object] = await definitionsOf(calls, portal, object);
  return recogniseProperties(found satisfies Definitions);
}

/** A scope may be taken away meanwhile: then nothing is recognised, as nothing could be read. */
async function definitionsOf(calls: Calls, portal: PortalId, object: MappedObject) {
  const doing = `read the ${object} properties of portal ${portal}`;
  const call = { method: 'GET', path: paths.properties(object), lane: 'general', doing } as const;
  try {
    return (await calls.read(portal, call, propertiesSchema)).results;
  } catch (error) {
    if (error instanceof CrmError && error.failure === 'missing-scope') return [];
    throw error;
  }
}
