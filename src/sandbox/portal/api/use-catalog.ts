import { useMemo } from 'react';
import type { PropertyCatalogView, PropertyView } from '../../sandbox-api-for-pages.ts';
import { useAnswer } from './use-answer.ts';

export type Catalog = {
  readonly isReady: boolean;
  readonly groups: PropertyCatalogView['groups'];
  readonly properties: readonly PropertyView[];
  find(name: string): PropertyView | undefined;
};

/** The property definitions of an object type; they change when an app is installed, so they are read again now and then. */
export function useCatalog(type: string): Catalog {
  const answer = useAnswer<PropertyCatalogView>(`/_sandbox/properties/${type}`, 15_000);
  return useMemo(() => {
    const { groups, properties } = answer.kind === 'ready' ? answer.value : { groups: [], properties: [] };
    const byName = new Map(properties.map((property) => [property.name, property]));
    return { isReady: answer.kind === 'ready', groups, properties, find: (name) => byName.get(name) };
  }, [answer]);
}
