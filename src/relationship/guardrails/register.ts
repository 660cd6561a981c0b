import type { FieldUse, Purpose } from './action.ts';
import {
  type ClassifiedBy,
  classify,
  classRules,
  type PropertyMetadata,
  type ProvenanceClass,
  type ProvenanceSettings,
  type Source,
} from './provenance.ts';

/** One row of the provenance register: what the privacy officer exports for every property. */
export type RegisterRow = Definition & {
  readonly class: ProvenanceClass;
  readonly source: Source;
  readonly purposes: readonly Purpose[];
  /** Whether the purposes were written down for this property or stand for its whole class. */
  readonly purposesFrom: 'recorded' | 'class';
  readonly classifiedBy: ClassifiedBy;
  readonly decide: string;
  readonly mention: string;
};

/** How the portal defines a property of its contacts. */
type Definition = {
  /** The name the API knows it by. */
  readonly name: string;
  /** As the portal's people read it. */
  readonly label: string;
  /** The group it stands in, by the name the API knows; empty without one. */
  readonly group: string;
  readonly definedBy: 'crm' | 'portal' | 'rapport';
};

/** A property of the portal's contacts, and where its values come from; never a value. */
export type RegisteredProperty = Definition &
  PropertyMetadata & {
    /** What it was collected for; null where nobody wrote it down. */
    readonly purposes: readonly Purpose[] | null;
  };

/** The register of the given properties, ordered by name; of two with one name the stricter class stands. */
export function registerOf(
  properties: readonly RegisteredProperty[],
  settings: ProvenanceSettings,
): RegisterRow[] {
  const rows = new Map<string, RegisterRow>();
  for (const property of properties) {
    const row = rowOf(property, settings);
    const before = rows.get(row.name);
    if (before === undefined || before.class < row.class) rows.set(row.name, row);
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function rowOf(property: RegisteredProperty, settings: ProvenanceSettings): RegisterRow {
  const classified = classify(property, settings);
  const { decide, mention } = classRules[classified.class];
  return {
    name: property.name,
    label: property.label,
    group: property.group,
    definedBy: property.definedBy,
    class: classified.class,
    source: property.source,
    purposes: property.purposes ?? settings.purposesByClass[classified.class],
    purposesFrom: property.purposes === null ? 'class' : 'recorded',
    classifiedBy: classified.by,
    decide,
    mention,
  };
}

/** A registered property as an action uses or mentions it, by the name that people read. */
export function fieldFromRegister(row: RegisterRow, source: string | null = null): FieldUse {
  return { name: row.label, provenance: row.class, purposes: row.purposes, source };
}
