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
export type RegisterRow = {
  readonly name: string;
  readonly class: ProvenanceClass;
  readonly source: Source;
  readonly purposes: readonly Purpose[];
  /** Whether the purposes were written down for this property or stand for its whole class. */
  readonly purposesFrom: 'recorded' | 'class';
  readonly classifiedBy: ClassifiedBy;
  readonly decide: string;
  readonly mention: string;
};

export type RegisteredProperty = PropertyMetadata & {
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
    class: classified.class,
    source: property.source,
    purposes: property.purposes ?? settings.purposesByClass[classified.class],
    purposesFrom: property.purposes === null ? 'class' : 'recorded',
    classifiedBy: classified.by,
    decide,
    mention,
  };
}

/** A registered property as an action uses or mentions it. */
export function fieldFromRegister(row: RegisterRow, source: string | null = null): FieldUse {
  return { name: row.name, provenance: row.class, purposes: row.purposes, source };
}
