import { isContactCard, type ReadyCard, stageNames } from '@rapport/shared/contract.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stages } from '../../src/relationship/stage/stages.ts';
import { answers, bonding, ended, stagnating } from './card-answers.ts';

test.each(Object.values(answers))('an answer of kind $kind can be shown', (answer) => {
  expect(isContactCard(JSON.parse(JSON.stringify(answer)))).toBe(true);
});

test.each([bonding, ended])('a ready card in stage $stage can be shown', (answer) => {
  expect(isContactCard(answer)).toBe(true);
});

test("the cards know exactly the model's ten stages, in its order", () => {
  expect(stageNames).toEqual(stages);
});

test.each([
  ['nothing', null],
  ['a text', 'ready'],
  ['a list', []],
  ['an object without a kind', {}],
  ['a kind we do not know', { kind: 'guessed' }],
  ['a kind that is no text', { kind: ['ready'] }],
  ['a name that every object has', { kind: 'constructor' }],
  ['a stage that is none', { ...stagnating, stage: 'not_assessed' }],
  ['a time that is none', { ...stagnating, since: 'yesterday' }],
  ['a chance that is no number', { ...stagnating, vitality: Number.NaN }],
  ['an evidence item without a sentence', { ...stagnating, evidence: [{ at: null }] }],
  ['a link without an id', { ...stagnating, evidence: [{ ...stagnating.evidence[1], activity: {} }] }],
  ['progress without a total', { kind: 'not-yet', progress: { done: 1 } }],
  ['what is missing as one text', { ...answers['not-enough-evidence'], missing: 'mail' }],
])('%s cannot be shown', (_name, answer) => {
  expect(isContactCard(answer)).toBe(false);
});

test('a field that we do not know does no harm, so the service can be newer than the card', () => {
  expect(isContactCard({ ...stagnating, quadrant: 'direct_identified' })).toBe(true);
});

const required = Object.keys(stagnating) as (keyof ReadyCard)[]; // the fixture is typed as a ReadyCard

test('a ready card that lacks any one field cannot be shown', () => {
  fc.assert(
    fc.property(fc.constantFrom(...required), (field) => {
      const { [field]: _dropped, ...rest } = stagnating;
      expect(isContactCard(rest)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test('whatever arrives, the guard answers and does not throw', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(typeof isContactCard(value)).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});
