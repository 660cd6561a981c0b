import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/relationship/assess.ts';
import { depthOf } from '../../../src/relationship/desired/depth.ts';
import { desiredTypesOf, notAsked, readDesired } from '../../../src/relationship/desired/desired.ts';
import {
  defaultDesiredSettings,
  desiredSettingFields,
} from '../../../src/relationship/desired/desired-settings.ts';
import { type DesiredType, verifiedTypes } from '../../../src/relationship/desired/desired-types.ts';
import { mismatchOf } from '../../../src/relationship/desired/mismatch.ts';
import { levelUnder } from '../../../src/relationship/guardrails/action.ts';
import { type Level, levels, rankOf } from '../../../src/relationship/level/levels.ts';
import { shippedModel } from '../../../src/relationship/portal-model.ts';
import { defaultSettings } from '../../../src/relationship/settings.ts';
import { anyKnownFacts } from '../any-contact.ts';
import { anyHistory, now } from '../stage/any-history.ts';

const settings = defaultDesiredSettings;
const at = Date.UTC(2026, 4, 1);

const penpals: DesiredType = {
  id: 'penpals',
  label: { en: 'Pen pals', de: 'Brieffreunde' },
  wants: { en: 'long letters', de: 'lange Briefe' },
  ceiling: 'I3',
  leastLevel: 'reactive',
  rules: { en: [], de: [] },
  captivity: false,
};

test('the verified eight are offered first, then those the admin added; an own type cannot replace a verified one', () => {
  const ids = desiredTypesOf({ ...settings, ownTypes: [penpals, { ...penpals, id: 'buddies' }] }).map(
    (it) => it.id,
  );
  expect(ids).toEqual([
    'strangers',
    'basic_exchange',
    'fling',
    'buddies',
    'ex_friends',
    'best_friends',
    'business_partners',
    'master_slave',
    'penpals',
  ]);
});

test('the desired relationship is asked with source and date', () => {
  expect(readDesired({ id: 'buddies', source: 'preference page', at }, settings)).toMatchObject({
    kind: 'asked',
    type: { id: 'buddies' },
    source: 'preference page',
    at,
  });
});

test('the desired relationship is never inferred, whatever they did', () => {
  fc.assert(
    fc.property(anyHistory, anyKnownFacts, (signals, known) => {
      const { desired: _desired, ...facts } = known;
      const { desired } = assess(signals, facts, shippedModel(90), defaultSettings, now);
      // Nothing is said at all of who objected.
      expect(desired?.asked ?? notAsked).toEqual(notAsked);
      expect(['not_asked', null]).toContain(desired?.mismatch ?? null);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['without a source', { id: 'buddies', source: null, at }],
  ['with an empty source', { id: 'buddies', source: ' ', at }],
  ['without a date', { id: 'buddies', source: 'form', at: null }],
  ['with a date that is none', { id: 'buddies', source: 'form', at: Number.NaN }],
  ['without a type', { id: null, source: 'form', at }],
  ['that says not asked', { id: 'not_asked', source: 'form', at }],
])('an answer %s is no answer', (_title, answer) => {
  expect(readDesired(answer, settings)).toEqual(notAsked);
});

test('an answer with a type nobody knows is kept as such, and an own type is known', () => {
  const answer = { id: 'penpals', source: 'form', at };
  expect(readDesired(answer, settings).kind).toBe('unknown_type');
  expect(readDesired(answer, { ...settings, ownTypes: [penpals] }).kind).toBe('asked');
});

test('every type has a label, a wish and at most five rules in both languages', () => {
  for (const type of verifiedTypes) {
    expect(type.rules.en.length).toBeLessThanOrEqual(5);
    expect(type.rules.de).toHaveLength(type.rules.en.length);
    for (const words of [type.label, type.wants]) expect(words.en).not.toBe(words.de);
  }
});

test('the least level of a type lies under its ceiling', () => {
  for (const type of verifiedTypes) {
    expect(rankOf(type.leastLevel)).toBeLessThanOrEqual(rankOf(levelUnder(type.ceiling)));
  }
});

describe('the mismatch, line by line', () => {
  // One column per practised level, from basic to partnership.
  test.each([
    ['strangers', ['fits', 'fits', 'too_close', 'too_close', 'too_close']],
    ['basic_exchange', ['fits', 'fits', 'too_close', 'too_close', 'too_close']],
    ['fling', ['too_distant', 'fits', 'fits', 'too_close', 'too_close']],
    ['buddies', ['too_distant', 'fits', 'fits', 'too_close', 'too_close']],
    ['ex_friends', ['too_distant', 'fits', 'fits', 'too_close', 'too_close']],
    ['best_friends', ['too_distant', 'too_distant', 'fits', 'fits', 'too_close']],
    ['business_partners', ['too_distant', 'too_distant', 'too_distant', 'fits', 'fits']],
    ['master_slave', ['too_distant', 'too_distant', 'fits', 'too_close', 'too_close']],
  ])('%s', (id, expected) => {
    const desired = readDesired({ id, source: 'form', at }, settings);
    expect(levels.map((level: Level) => mismatchOf(desired, level))).toEqual(expected);
  });

  test('who was not asked has no mismatch, and neither has a type nobody knows', () => {
    expect(mismatchOf(notAsked, 'partnership')).toBe('not_asked');
    const unknown = readDesired({ id: 'penpals', source: 'form', at }, settings);
    expect(mismatchOf(unknown, 'basic')).toBe('not_asked');
  });

  test('without a practised level nothing is said', () => {
    const desired = readDesired({ id: 'buddies', source: 'form', at }, settings);
    expect(mismatchOf(desired, 'unknown')).toBeNull();
  });
});

test('depth is chosen per segment, and a segment without a choice takes the portal’s', () => {
  const own = { ...settings, depthBySegment: { retail: 'collective' as const } };
  expect(depthOf('retail', own)).toBe('collective');
  expect(depthOf('wholesale', own)).toBe('individual');
  expect(depthOf('constructor', own)).toBe('individual');
  expect(depthOf(null, { ...own, depth: 'collective' })).toBe('collective');
});

test('every default lies in its range, and every setting has a description', () => {
  for (const [name, { range, description }] of Object.entries(desiredSettingFields)) {
    expect(description).not.toBe('');
    const value: unknown = Reflect.get(settings, name);
    if (range.kind !== 'number') continue;
    expect(value).toBeGreaterThanOrEqual(range.min);
    expect(value).toBeLessThanOrEqual(range.max);
  }
});
