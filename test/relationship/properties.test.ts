import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess } from '../../src/relationship/assess.ts';
import { noFacts } from '../../src/relationship/facts.ts';
import { shippedModel } from '../../src/relationship/portal-model.ts';
import { assessedProperties, toProperties } from '../../src/relationship/properties.ts';
import { defaultSettings } from '../../src/relationship/settings.ts';
import { goldenRows } from '../golden/rows.ts';

const rows = Object.values(goldenRows).flat();
const propertiesOf = (row: (typeof rows)[number]) =>
  toProperties(assess(row.signals, row.facts, shippedModel(row.horizonDays), defaultSettings, row.now));

test('every assessment gives the same properties', () => {
  const keys = new Set(rows.map((row) => Object.keys(propertiesOf(row)).join()));
  expect([...keys]).toEqual([assessedProperties.join()]);
});

test('every property is declared, and every choice among its options', () => {
  const app: { properties: readonly Declared[] } = JSON.parse(readFileSync('app.json', 'utf8'));
  const declared = new Map(app.properties.map((property) => [property.name, property]));
  for (const row of rows) {
    for (const [name, value] of Object.entries(propertiesOf(row))) {
      const property = declared.get(name);
      expect(property?.name).toBe(name);
      if (property?.type === 'enumeration' && value !== '') {
        expect(property.options?.map((option) => option.value)).toContain(value);
      }
    }
  }
});

type Declared = {
  readonly name: string;
  readonly type: string;
  readonly options?: readonly { readonly value: string }[];
};

test('vitality is published in tens', () => {
  const values = new Set(rows.map((row) => propertiesOf(row)['rapport_vitality'] ?? ''));
  expect([...values].filter((value) => value !== '' && Number(value) % 10 !== 0)).toEqual([]);
  expect(values.size).toBeGreaterThan(5);
});

test('who objected keeps nothing but the word that nothing is assessed', () => {
  const found = assess([], { ...noFacts, objection: true }, shippedModel(90), defaultSettings, 0);
  const { rapport_stage: stage, ...rest } = toProperties(found);
  expect([stage, ...Object.values(rest)].join('')).toBe('not_assessed');
});
