/** The properties that the portal's records have: HubSpot's own and those that apps and users add. */
import { type ObjectTypeName, objectTypeNames } from './object-types.ts';
import type { GroupDefinition, PropertyDefinition } from './property-definition.ts';
import { standardGroup, standardProperties } from './standard-properties.ts';

export type PropertyCatalog = {
  /** Living definitions by name. */
  of(type: ObjectTypeName): ReadonlyMap<string, PropertyDefinition>;
  archived(type: ObjectTypeName): readonly PropertyDefinition[];
  find(type: ObjectTypeName, name: string): PropertyDefinition | undefined;
  put(type: ObjectTypeName, definition: PropertyDefinition): void;
  archive(type: ObjectTypeName, name: string, at: number): void;
  groups(type: ObjectTypeName): ReadonlyMap<string, GroupDefinition>;
  putGroup(type: ObjectTypeName, group: GroupDefinition): void;
  removeGroup(type: ObjectTypeName, name: string): void;
  /** Custom properties of the type, i.e. what counts against the quota. */
  customCount(type: ObjectTypeName): number;
  readonly customLimit: number;
};

type Drawer = {
  readonly living: Map<string, PropertyDefinition>;
  readonly archived: Map<string, PropertyDefinition>;
  readonly groups: Map<string, GroupDefinition>;
};

/** @param customLimit custom properties allowed per type; HubSpot gives paid accounts 1,000. */
export function createPropertyCatalog(customLimit: number, at: number): PropertyCatalog {
  const drawers = new Map<ObjectTypeName, Drawer>();
  for (const type of objectTypeNames) drawers.set(type, standardDrawer(type, at));

  function drawer(type: ObjectTypeName): Drawer {
    const found = drawers.get(type);
    if (found === undefined) throw new Error(`No properties are kept for ${type}`);
    return found;
  }

  return {
    customLimit,
    of: (type) => drawer(type).living,
    archived: (type) => [...drawer(type).archived.values()],
    find: (type, name) => drawer(type).living.get(name),
    put(type, definition) {
      drawer(type).archived.delete(definition.name);
      drawer(type).living.set(definition.name, definition);
    },
    archive(type, name, archivedAt) {
      const definition = drawer(type).living.get(name);
      if (definition === undefined) return;
      drawer(type).living.delete(name);
      drawer(type).archived.set(name, { ...definition, archivedAt });
    },
    groups: (type) => drawer(type).groups,
    putGroup: (type, group) => void drawer(type).groups.set(group.name, group),
    removeGroup: (type, name) => void drawer(type).groups.delete(name),
    customCount: (type) => [...drawer(type).living.values()].filter((one) => !one.hubspotDefined).length,
  };
}

function standardDrawer(type: ObjectTypeName, at: number): Drawer {
  const group = standardGroup(type);
  return {
    living: new Map(standardProperties(type, at).map((definition) => [definition.name, definition])),
    archived: new Map(),
    groups: new Map([[group.name, { ...group, displayOrder: 0 }]]),
  };
}
