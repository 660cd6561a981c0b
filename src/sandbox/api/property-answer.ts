/** How the property API tells definitions and groups. */
import type { GroupDefinition, PropertyDefinition } from '../crm/property-definition.ts';
import { iso } from '../crm/record-values.ts';

export function tellProperty(definition: PropertyDefinition): Record<string, unknown> {
  const { hubspotDefined, readOnlyValue, archivedAt, createdAt, updatedAt, ...rest } = definition;
  return {
    ...rest,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    archived: archivedAt !== 0,
    ...(archivedAt === 0 ? {} : { archivedAt: iso(archivedAt) }),
    calculated: false,
    ...(hubspotDefined ? { hubspotDefined } : {}),
    modificationMetadata: {
      archivable: !hubspotDefined,
      readOnlyDefinition: hubspotDefined,
      readOnlyOptions: hubspotDefined,
      readOnlyValue,
    },
  };
}

export function tellGroup(group: GroupDefinition): Record<string, unknown> {
  return { ...group, archived: false };
}
