import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { approaches } from '../../../src/relationship/approaches/approach.ts';
import { levels } from '../../../src/relationship/level/levels.ts';
import { sectors } from '../../../src/relationship/matrix/sectors.ts';
import type { FirstDate } from '../../../src/relationship/milestones/first-date.ts';
import type { RecoveryOutcome } from '../../../src/relationship/milestones/first-fight.ts';
import { encounterSources } from '../../../src/relationship/milestones/milestone-facts.ts';

const declaration = readFileSync(new URL('../../../app.json', import.meta.url), 'utf8');

/** The values a contact property declares. */
function declared(name: string): string[] {
  const from = declaration.indexOf(`"name": "${name}"`);
  const options = declaration.slice(from, declaration.indexOf(']', from));
  return [...options.matchAll(/"value": "(\w+)"/g)].map(([, value]) => value ?? '');
}

const doors = { data: true, purchase: true } satisfies Record<FirstDate['door'], true>;
const outcomes = { open: true, recovered: true, unrecovered: true, repeat: true } satisfies Record<
  RecoveryOutcome,
  true
>;

const values: readonly (readonly [string, readonly string[]])[] = [
  ['rapport_quadrant', [...sectors, 'undetermined']],
  ['rapport_level_suggested', [...levels, 'unknown']],
  ['rapport_level_practised', [...levels, 'unknown']],
  ['rapport_value_approaches', approaches],
  ['rapport_first_encounter_source', encounterSources],
  ['rapport_first_date_door', Object.keys(doors)],
  ['rapport_first_fight_outcome', Object.keys(outcomes)],
];

test.each(values)('%s declares exactly the values the model gives', (name, given) => {
  expect(declared(name).toSorted()).toEqual([...given].sort());
});
