/** Everything of a portal that an admin can point the mapping at: asked when that part of the settings page is opened. */
import type { Mappable, MappableField, Named, NamedPipeline } from '../usecases/mappable.ts';
import type { ActivityType, PortalId } from '../usecases/ports.ts';
import type { MappedField } from '../usecases/property-mapping.ts';
import { meaningOf, pipelinesOf } from './account.ts';
import type { Calls } from './calls.ts';
import { definitionsOf, objectsIn } from './recognise.ts';
import type { ExistingProperty } from './schemas.ts';
import { propertyGuesses, typesOf } from './signals/property-guesses.ts';

/** `readable` keeps us from asking for what was not granted: a refused call counts against the app. */
export async function mappable(
  calls: Calls,
  portal: PortalId,
  readable: readonly ActivityType[],
): Promise<Mappable> {
  const defined = new Map<string, readonly ExistingProperty[]>();
  for (const object of objectsIn(readable)) defined.set(object, await definitionsOf(calls, portal, object));
  const deals = readable.includes('deals') ? await pipelinesOf(calls, portal, 'deals') : [];
  const tickets = readable.includes('tickets') ? await pipelinesOf(calls, portal, 'tickets') : [];
  const fields = Object.entries(propertyGuesses).map(
    ([field, { object, holds }]): [string, MappableField] => [
      field,
      { object, options: optionsOf(defined.get(object) ?? [], typesOf[holds]) },
    ],
  );
  return {
    // The guesses have a line for every field.
    fields: Object.fromEntries(fields) as Record<MappedField, MappableField>,
    deals: deals.map(named),
    tickets: tickets.map(named),
    pipelines: meaningOf(deals, tickets),
  };
}

/** Our own properties answer questions; they are no source. */
function optionsOf(defined: readonly ExistingProperty[], types: readonly string[]): readonly Named[] {
  return defined
    .filter(({ name, type }) => types.includes(type) && !name.startsWith('rapport_'))
    .map(({ name, label }) => ({ id: name, label: label ?? name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

function named({ id, label, stages }: Awaited<ReturnType<typeof pipelinesOf>>[number]): NamedPipeline {
  const inOrder = [...stages].sort((a, b) => a.displayOrder - b.displayOrder);
  return { id, label, stages: inOrder.map((stage) => ({ id: stage.id, label: stage.label })) };
}
