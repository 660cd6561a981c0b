/**
 * The properties of a portal's contacts for the provenance register: their definitions, and of those whose values people
 * and tools write, where the values of some contacts came from. Three calls; no value is kept.
 */
import { classBySource, type Source } from '../relationship/guardrails/provenance.ts';
import type { RegisteredProperty } from '../relationship/guardrails/register.ts';
import type { PortalId } from '../usecases/ports.ts';
import type { Calls } from './calls.ts';
import { sourceByName, sourceOf } from './property-sources.ts';
import { contactPropertiesSchema, historySchema, listSchema } from './schemas.ts';
import { paths } from './versions.ts';

/** Contacts looked at: HubSpot's batch size with property histories. */
const sampled = 50;

type Definition = Awaited<ReturnType<typeof definitionsOf>>[number];

/** `ours`: the properties that we write alone. Those that the portal marks as sensitive are named and never read. */
export async function contactProperties(
  calls: Calls,
  portal: PortalId,
  ours: ReadonlySet<string>,
): Promise<readonly RegisteredProperty[]> {
  const definitions = await definitionsOf(calls, portal);
  const toldBySample = definitions.filter((it) => byDefinition(it, ours) === null && !isSensitive(it));
  const seen = await sourcesOf(
    calls,
    portal,
    toldBySample.map(({ name }) => name),
  );
  return definitions.map((it) => {
    const { name, label, groupName = '', hubspotDefined } = it;
    const source = byDefinition(it, ours) ?? seen.get(name) ?? 'unknown';
    const definedBy = name.startsWith('rapport_') ? 'rapport' : hubspotDefined === true ? 'crm' : 'portal';
    return {
      name,
      label,
      group: groupName,
      definedBy,
      source,
      sensitive: isSensitive(it),
      purposes: null,
    };
  });
}

async function definitionsOf(calls: Calls, portal: PortalId) {
  const doing = `read the contact properties of portal ${portal}`;
  const call = { method: 'GET', path: paths.properties('contacts'), lane: 'general', doing } as const;
  return (await calls.read(portal, call, contactPropertiesSchema)).results;
}

function isSensitive({ dataSensitivity }: Definition): boolean {
  return dataSensitivity === 'sensitive' || dataSensitivity === 'highly_sensitive';
}

function byDefinition(
  { name, calculated, fieldType, hubspotDefined }: Definition,
  ours: ReadonlySet<string>,
): Source | null {
  if (ours.has(name) || calculated === true || fieldType.startsWith('calculation_')) return 'calculated';
  return hubspotDefined === true ? sourceByName(name) : null;
}

/** Of several sources the one of which the least may be said: one imported value, and the property counts as imported. */
async function sourcesOf(
  calls: Calls,
  portal: PortalId,
  names: readonly string[],
): Promise<ReadonlyMap<string, Source>> {
  const sources = new Map<string, Source>();
  const inputs = (await someContacts(calls, portal)).map((id) => ({ id }));
  if (names.length === 0 || inputs.length === 0) return sources;
  const json = { inputs, properties: [], propertiesWithHistory: names };
  const doing = `read where values of ${inputs.length} contacts of portal ${portal} come from`;
  const call = { method: 'POST', path: paths.batchRead('contacts'), json, lane: 'general', doing } as const;
  for (const { propertiesWithHistory = {} } of (await calls.read(portal, call, historySchema)).results) {
    for (const [name, [latest]] of Object.entries(propertiesWithHistory)) {
      if (latest === undefined || (latest.value ?? '') === '') continue;
      const source = sourceOf(latest.sourceType);
      const before = sources.get(name);
      if (before === undefined || classBySource[before] < classBySource[source]) sources.set(name, source);
    }
  }
  return sources;
}

async function someContacts(calls: Calls, portal: PortalId): Promise<readonly string[]> {
  const doing = `list some contacts of portal ${portal}`;
  const query = { limit: String(sampled), properties: 'createdate' };
  const path = paths.objects('contacts');
  const call = { method: 'GET', path, query, lane: 'general', doing } as const;
  return (await calls.read(portal, call, listSchema)).results.map(({ id }) => id);
}
