import { isContactCard, type ReadyCard, stageNames } from '@rapport/shared/contract.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stages } from '../../src/relationship/stage/stages.ts';
import { answers, bonding, ended, stagnating } from './card-answers.ts';
import { allPanels, guardrails } from './panel-answers.ts';

const full: ReadyCard = {
  ...stagnating,
  nextStepOn: 'email',
  never: 'Send more of the same.',
  override: {
    id: 'correction-0000000001',
    reason: 'They told me so in person',
    at: '2026-09-10T08:00:00.000Z',
    until: '2026-12-01T00:00:00.000Z',
    by: 'ida@example.com',
    shadow: { stage: 'stagnating', sentence: 'Silent for 41 days.' },
  },
  snooze: { id: 'correction-0000000002', until: '2026-10-01T00:00:00.000Z', reason: 'On holiday' },
  panels: allPanels,
};

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

test('a card with every panel can be shown, and one that was stored before there were any', () => {
  expect(isContactCard(JSON.parse(JSON.stringify(full)))).toBe(true);
  expect(isContactCard({ ...stagnating, panels: {} })).toBe(true);
});

/** The full card without one value, for every value that is somewhere in its optional parts. */
function withoutEachValue(whole: unknown): { where: string; rest: unknown }[] {
  if (typeof whole !== 'object' || whole === null) return [];
  return Object.entries(whole).flatMap(([key, value]) => {
    const inner = withoutEachValue(value).map(({ where, rest }) => ({
      where: `${key}.${where}`,
      rest: Array.isArray(whole) ? whole.with(Number(key), rest) : { ...whole, [key]: rest },
    }));
    return Array.isArray(whole)
      ? inner
      : [
          ...inner,
          { where: key, rest: Object.fromEntries(Object.entries(whole).filter(([k]) => k !== key)) },
        ];
  });
}

test('a panel, an override or a snooze that lacks any one field cannot be shown', () => {
  const { panels, override, snooze } = full;
  for (const [name, part] of Object.entries({ ...panels, override, snooze })) {
    const broken = withoutEachValue(part);
    expect(broken.length, name).toBeGreaterThan(1);
    for (const { where, rest } of broken) {
      const card =
        name in allPanels ? { ...full, panels: { ...panels, [name]: rest } } : { ...full, [name]: rest };
      expect(isContactCard(card), `${name}.${where}`).toBe(false);
    }
  }
});

test('a ruling whose reason leads nowhere cannot be shown', () => {
  const lost = { ...guardrails, ceilingBecause: [guardrails.sentences.length] };
  expect(isContactCard({ ...full, panels: { guardrails: lost } })).toBe(false);
  expect(isContactCard({ ...full, panels: { guardrails: { ...guardrails, sentences: undefined } } })).toBe(
    false,
  );
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
