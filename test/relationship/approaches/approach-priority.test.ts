import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Approach, approaches, approachKinds } from '../../../src/relationship/approaches/approach.ts';
import {
  type ApproachSettings,
  approachFields,
  defaultApproachSettings,
} from '../../../src/relationship/approaches/approach-settings.ts';
import {
  approachName,
  costNote,
  refusalSentence,
} from '../../../src/relationship/approaches/approach-texts.ts';
import { type ApproachFacts, noApproachFacts } from '../../../src/relationship/approaches/conditions.ts';
import { valueApproaches } from '../../../src/relationship/approaches/value-approaches.ts';
import { type StageAnswer, stageAnswers } from '../../../src/relationship/stage/stages.ts';
import { ago, dayMs, now } from '../matrix/signals.ts';

import { ideal, settings } from './ideal-contact.ts';

const find = (changed: Partial<ApproachFacts> = {}, chosen: Partial<ApproachSettings> = {}) =>
  valueApproaches({ ...ideal, ...changed }, { ...settings, ...chosen }, now);
const _refusal = (approach: Approach, found: ReturnType<typeof find>) =>
  found.refused.find((one) => one.approach === approach);

describe('priority follows the stage', () => {
  const first: Readonly<Record<StageAnswer, readonly Approach[] | null>> = {
    not_enough_evidence: null,
    not_assessed: null,
    initiating: null,
    experimenting: null,
    intensifying: ['open_club'],
    integrating: ['frequency_programme', 'personal_social'],
    bonding: ['limited_club', 'community', 'structural'],
    differentiating: null,
    circumscribing: null,
    stagnating: null,
    avoiding: null,
    terminating: null,
  };

  test.each(stageAnswers)('in %s as the table says', (stage) => {
    const found = find({ stage, quadrant: 'direct_unidentified' });
    expect(found.priority).toEqual(first[stage] ?? []);
    expect(found.eligible.slice(0, found.priority.length)).toEqual(found.priority);
    if (first[stage] === null) expect(found.eligible).toEqual([]);
  });
});

describe('what changes by time alone', () => {
  test('an owner of 80 days opens the personal approach ten days later', () => {
    const found = find({ ownerSince: ago(80) });
    expect(found.eligible).not.toContain('personal_social');
    expect(found.changesAt).toBe((Math.floor(ago(80) / dayMs) + 90) * dayMs);
  });

  test('a score that stands in the way stops being the reason when it is too old', () => {
    const found = find({ nps: { value: 5, at: ago(1) } });
    expect(found.changesAt).toBe((Math.floor(ago(1) / dayMs) + settings.npsDays) * dayMs);
  });

  test('nothing else is announced', () => {
    expect(find({ nps: null }).changesAt).toBeNull();
  });

  test('what is told of them changes on the day announced and on no day before', () => {
    const anyFacts = fc.record({
      ownerSince: fc.option(fc.integer({ min: 0, max: 300 }).map(ago)),
      nps: fc.option(
        fc.record({ value: fc.integer({ min: 0, max: 10 }), at: fc.integer({ min: 0, max: 300 }).map(ago) }),
      ),
      stage: fc.oneof(
        fc.constantFrom('bonding' as const, 'integrating' as const),
        fc.constantFrom(...stageAnswers),
      ),
    });
    const told = (facts: Partial<ApproachFacts>, at: number) => {
      const { eligible, refused } = valueApproaches({ ...ideal, ...facts }, settings, at);
      return [...eligible, ...refused.map((refusal) => refusalSentence(refusal, 'en'))].join();
    };
    fc.assert(
      fc.property(anyFacts, fc.double({ min: 0, max: 1, noNaN: true }), (facts, part) => {
        const { changesAt } = valueApproaches({ ...ideal, ...facts }, settings, now);
        const until = changesAt === null ? now + 500 * dayMs : changesAt - 1;
        expect(told(facts, now + part * (until - now))).toBe(told(facts, now));
        if (changesAt !== null) expect(told(facts, changesAt)).not.toBe(told(facts, now));
      }),
      { numRuns: 500 },
    );
  });
});

test('what is no number is not known, and no sentence says otherwise', () => {
  const odd = Number.NaN;
  const found = valueApproaches(
    {
      ...ideal,
      stage: 'integrating',
      cyclesPossible: odd,
      nps: { value: odd, at: odd },
      ownerSince: odd,
      sharedInterest: odd,
      stakeholders: odd,
      intimacyCeiling: odd,
    },
    settings,
    now,
  );
  expect(found.eligible).toEqual([]);
  expect(found.changesAt).toBeNull();
  for (const refused of found.refused) {
    for (const language of ['en', 'de'] as const)
      expect(refusalSentence(refused, language)).not.toMatch(/NaN|null/);
  }
});

test('each approach has a name, a kind and a cost note with the figures of the portal', () => {
  for (const language of ['en', 'de'] as const) {
    for (const approach of approaches) {
      expect(approachName(approach, language).length).toBeGreaterThan(4);
      expect(costNote(approach, settings, ideal.concentration, language).length).toBeGreaterThan(20);
      expect(['financial', 'social', 'structural']).toContain(approachKinds[approach]);
    }
  }
  expect(costNote('frequency_programme', settings, ideal.concentration, 'en')).toBe(
    'A reward costs 10 % of unit margin; the best 20 % of customers bring 70 % of the margin.',
  );
});

test('a contact nobody knows anything about is eligible for nothing', () => {
  const found = valueApproaches(noApproachFacts, defaultApproachSettings, now);
  expect(found.eligible).toEqual([]);
  expect(found.refused).toHaveLength(approaches.length);
});

test('every approach setting is described, and its default lies in its range', () => {
  for (const [name, { description, range }] of Object.entries(approachFields)) {
    expect(description).not.toBe('');
    const value: unknown = Reflect.get(defaultApproachSettings, name);
    if (range.kind === 'number' && value !== null) {
      expect(Number(value) >= range.min && Number(value) <= range.max).toBe(true);
    }
    if (range.kind === 'choice') expect(range.options).toContain(String(value));
  }
});
