/** Looks through the portal's own definitions for what the model reads: one call per object and per kind of label, at install. */
import { CrmError } from '../usecases/crm-error.ts';
import type { ActivityType, PortalId } from '../usecases/ports.ts';
import type { MappedObject, PropertyMapping } from '../usecases/property-mapping.ts';
import type { Calls } from './calls.ts';
import { companiesScope } from './deal-extras.ts';
import { labelsSchema, propertiesSchema } from './schemas.ts';
import { type DefinedProperty, type Definitions, recogniseProperties } from './signals/property-guesses.ts';
import { recogniseIntermediaries, recogniseLabels } from './signals/referrals.ts';
import { paths } from './versions.ts';

const activities = ['deals', 'tickets', 'invoices', 'subscriptions'] as const;

/** `readable` keeps us from asking for what was not granted: a refused call counts against the app. */
export async function propertyMapping(
  calls: Calls,
  portal: PortalId,
  readable: readonly ActivityType[],
  granted: readonly string[] = [],
): Promise<PropertyMapping> {
  const found: { [O in MappedObject]?: readonly DefinedProperty[] } = {};
  for (const object of objectsIn(readable)) found[object] = await definitionsOf(calls, portal, object);
  const labels = recogniseLabels(await labelsOf(calls, portal, 'contacts', 'contacts'));
  const mayLook = readable.includes('deals') && granted.includes(companiesScope);
  const between = mayLook ? recogniseIntermediaries(await labelsOf(calls, portal, 'deals', 'companies')) : {};
  return { ...recogniseProperties(found satisfies Definitions), ...labels, ...between };
}

/** The objects whose definitions may be looked through. */
export function objectsIn(readable: readonly ActivityType[]): readonly MappedObject[] {
  return ['contacts', ...activities.filter((it) => readable.includes(it))];
}

async function labelsOf(calls: Calls, portal: PortalId, from: string, to: string) {
  const doing = `read how ${from} and ${to} of portal ${portal} are linked`;
  const path = paths.associationLabels(from, to);
  const call = { method: 'GET', path, lane: 'general', doing } as const;
  return (await calls.read(portal, call, labelsSchema)).results;
}

/** A scope may be taken away meanwhile: then nothing is recognised, as nothing could be read. */
export async function definitionsOf(calls: Calls, portal: PortalId, object: MappedObject) {
  const doing = `read the ${object} properties of portal ${portal}`;
  const call = { method: 'GET', path: paths.properties(object), lane: 'general', doing } as const;
  try {
    return (await calls.read(portal, call, propertiesSchema)).results;
  } catch (error) {
    if (error instanceof CrmError && error.failure === 'missing-scope') return [];
    throw error;
  }
}
