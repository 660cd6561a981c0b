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
import { measureMargins } from '../../../src/relationship/approaches/concentration.ts';
import {
  type ApproachFacts,
  conditionIds,
  conditionsOf,
  noApproachFacts,
} from '../../../src/relationship/approaches/conditions.ts';
import { valueApproaches } from '../../../src/relationship/approaches/value-approaches.ts';
import { type StageAnswer, stageAnswers } from '../../../src/relationship/stage/stages.ts';
import { ago, dayMs, now } from '../matrix/signals.ts';

const settings: ApproachSettings = { ...defaultApproachSettings, rewardCost: 0.1 };

/** A contact for whom every approach but the open club is open. */
const ideal: ApproachFacts = {
  stage: 'bonding',
  quadrant: 'direct_identified',
  suggestedLevel: 'partnership',
  intimacyCeiling: 4,
  desiredType: 'business_partners',
  nps: { value: 10, at: ago(10) },
  openComplaint: false,
  cyclesPossible: 5,
  concentration: { share: 0.7, customers: 100, top: 20, lossMakers: 0 },
  standing: { rank: 0.1, isRising: false },
  affinity: 'volunteered',
  ownerSince: ago(200),
  sharedInterest: 30,
  consentsToIntroduction: true,
  isCompany: true,
  stakeholders: 3,
  exitTermsWritten: true,
  captive: false,
};

const find = (changed: Partial<ApproachFacts> = {}, chosen: Partial<ApproachSettings> = {}) =>
  valueApproaches({ ...ideal, ...changed }, { ...settings, ...chosen }, now);
const refusal = (approach: Approach, found: ReturnType<typeof find>) =>
  found.refused.find((one) => one.approach === approach);

describe('eligibility, line by line', () => {
  test('a contact that meets every condition is eligible', () => {
    expect(new Set(find().eligible)).toEqual(new Set(approaches.filter((one) => one !== 'open_club')));
    expect(find({ quadrant: 'direct_unidentified' }).eligible).toContain('open_club');
  });

  type Line = readonly [Approach, string, Partial<ApproachFacts>, Partial<ApproachSettings>, string];
  const shop = { quadrant: 'direct_unidentified' } as const;
  const lines: readonly Line[] = [
    [
      'frequency_programme',
      'direct',
      { quadrant: 'indirect_identified' },
      {},
      'They do not buy from us directly',
    ],
    [
      'frequency_programme',
      'cycles_possible',
      { cyclesPossible: 2 },
      {},
      '2 of 3 purchases a year are possible',
    ],
    [
      'frequency_programme',
      'cycles_possible',
      { cyclesPossible: null },
      {},
      'Nobody measured how often one buys here',
    ],
    [
      'frequency_programme',
      'concentrated',
      { concentration: { share: 0.4, customers: 99, top: 20, lossMakers: 0 } },
      {},
      'The best customers bring 40 of 60 % of the margin',
    ],
    [
      'frequency_programme',
      'concentrated',
      { concentration: null },
      {},
      'How the margin spreads over customers is not measured yet',
    ],
    [
      'frequency_programme',
      'top_or_rising',
      { standing: { rank: 0.41, isRising: false } },
      {},
      'They are in the top 41 %, not 40 %, by margin, and not rising',
    ],
    ['frequency_programme', 'top_or_rising', { standing: null }, {}, 'Their margin is not known'],
    [
      'frequency_programme',
      'reward_cost',
      {},
      { rewardCost: 0.25 },
      'The reward costs 25 % of unit margin, not below 25 %',
    ],
    ['frequency_programme', 'reward_cost', {}, { rewardCost: null }, 'What the reward costs is not entered'],
    [
      'frequency_programme',
      'not_universal',
      {},
      { programmesAreUniversal: true },
      'All competitors have such a programme',
    ],
    [
      'open_club',
      'direct_payment',
      { quadrant: 'indirect_unidentified' },
      {},
      'They do not buy from us directly',
    ],
    ['open_club', 'unidentified', {}, {}, 'They are identified already'],
    [
      'open_club',
      'purpose_identification',
      shop,
      { openClubPurpose: 'other' },
      'The club is not meant to learn who buys',
    ],
    [
      'limited_club',
      'close_enough',
      { stage: 'integrating', nps: { value: 8, at: ago(10) } },
      {},
      'They are not bonded, and their score is 8, not 9, while integrating',
    ],
    [
      'limited_club',
      'close_enough',
      { stage: 'intensifying', nps: null },
      {},
      'They are not bonded, and no fresh score says they would recommend us',
    ],
    ['limited_club', 'no_open_complaint', { openComplaint: true }, {}, 'A complaint is open'],
    [
      'limited_club',
      'affinity_volunteered',
      { affinity: 'inferred' },
      {},
      'They told us of no affinity of their own will',
    ],
    [
      'personal_social',
      'level_accountable',
      { suggestedLevel: 'reactive' },
      {},
      'The suggested level is below Accountable',
    ],
    [
      'personal_social',
      'level_accountable',
      { suggestedLevel: 'unknown' },
      {},
      'The suggested level is below Accountable',
    ],
    ['personal_social', 'owner_stable', { ownerSince: ago(89) }, {}, '89 of 90 days with the same owner'],
    ['personal_social', 'owner_stable', { ownerSince: null }, {}, 'They have no owner'],
    ['personal_social', 'intimacy', { intimacyCeiling: 1 }, {}, 'The intimacy ceiling is I1, not I2'],
    [
      'personal_social',
      'not_basic_exchange',
      { desiredType: 'basic_exchange' },
      {},
      'They want a plain exchange',
    ],
    [
      'community',
      'shared_interest',
      { sharedInterest: 19 },
      {},
      '19 of 20 close contacts share an interest or region',
    ],
    ['community', 'consents', { consentsToIntroduction: false }, {}, 'They did not agree to be introduced'],
    ['community', 'not_falling', { stage: 'differentiating' }, {}, 'The relationship is coming apart'],
    ['structural', 'company', { isCompany: false }, {}, 'They are no company'],
    [
      'structural',
      'level_proactive',
      { suggestedLevel: 'accountable' },
      {},
      'The suggested level is below Proactive',
    ],
    ['structural', 'stakeholders', { stakeholders: 1 }, {}, '1 of 2 people on their side'],
    ['structural', 'satisfied', { nps: { value: 6, at: ago(10) } }, {}, 'Their score is 6, not 7'],
    [
      'structural',
      'satisfied',
      { nps: { value: 10, at: ago(180) } },
      {},
      'No fresh score says they are satisfied',
    ],
    ['structural', 'exit_terms', { exitTermsWritten: false }, {}, 'The way out is not written down'],
    [
      'structural',
      'not_captive',
      { captive: true },
      {},
      'They are tied in already; more ties would hold them, not serve them',
    ],
    ['structural', 'not_withdrawing', { stage: 'circumscribing' }, {}, 'They are withdrawing'],
    [
      'structural',
      'timely',
      { stage: 'differentiating' },
      {},
      'The stage leaves no room for it: begin, or recover, first',
    ],
  ];

  test.each(lines)('%s is refused by %s with %j %j: %s', (approach, condition, facts, chosen, sentence) => {
    const refused = refusal(approach, find(facts, chosen));
    expect(refused?.condition).toBe(condition);
    if (refused === undefined) return;
    expect(refusalSentence(refused, 'en')).toBe(sentence);
    expect(refusalSentence(refused, 'de')).not.toMatch(/undefined|null|NaN/);
  });

  test('every condition has its line above or in another approach', () => {
    const covered = new Set(lines.map(([, condition]) => condition));
    expect(conditionIds.filter((id) => !covered.has(id))).toEqual([]);
    expect(new Set(Object.values(conditionsOf).flat())).toEqual(new Set(conditionIds));
  });

  test('a rising customer needs no place at the top', () => {
    expect(find({ standing: { rank: 0.9, isRising: true } }).eligible).toContain('frequency_programme');
  });

  test('an integrated contact who would recommend us may join a limited club', () => {
    expect(find({ stage: 'integrating', nps: { value: 9, at: ago(10) } }).eligible).toContain('limited_club');
  });
});

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

  test('nothing else is announced', () => {
    expect(find({ nps: { value: 5, at: ago(1) } }).changesAt).toBeNull();
    expect(find({ nps: null }).changesAt).toBeNull();
  });

  test('the eligible ones change on the day announced and on no day before', () => {
    const anyFacts = fc.record({
      ownerSince: fc.option(fc.integer({ min: 0, max: 300 }).map(ago)),
      nps: fc.option(
        fc.record({ value: fc.integer({ min: 0, max: 10 }), at: fc.integer({ min: 0, max: 300 }).map(ago) }),
      ),
      stage: fc.constantFrom(...stageAnswers),
    });
    const eligibleAt = (facts: Partial<ApproachFacts>, at: number) =>
      valueApproaches({ ...ideal, ...facts }, settings, at).eligible.join();
    fc.assert(
      fc.property(anyFacts, fc.double({ min: 0, max: 1, noNaN: true }), (facts, part) => {
        const { changesAt } = valueApproaches({ ...ideal, ...facts }, settings, now);
        const until = changesAt === null ? now + 500 * dayMs : changesAt - 1;
        expect(eligibleAt(facts, now + part * (until - now))).toBe(eligibleAt(facts, now));
        if (changesAt !== null) expect(eligibleAt(facts, changesAt)).not.toBe(eligibleAt(facts, now));
      }),
    );
  });
});

describe('the concentration is measured, not assumed', () => {
  const margins = (values: readonly number[], before = 0) =>
    measureMargins(
      values.map((margin, i) => ({ id: String(i), margin, before })),
      settings,
    );

  test('it is the share of the margin that the top 20 % bring', () => {
    const even = margins(Array.from({ length: 100 }, () => 10)).concentration;
    expect(even.share).toBeCloseTo(0.2);
    const steep = margins(Array.from({ length: 100 }, (_, i) => (i < 20 ? 40 : 2.5))).concentration;
    expect(steep).toEqual({ share: 0.8, customers: 100, top: 20, lossMakers: 0 });
  });

  test('losses are in no share, and are counted', () => {
    const found = margins([...Array.from({ length: 19 }, () => 10), -1000]).concentration;
    expect(found.lossMakers).toBe(1);
    expect(found.share).toBeCloseTo(40 / 190);
  });

  test('too few customers, or no margin at all, are no measurement', () => {
    expect(margins([1, 2, 3]).concentration.share).toBeNull();
    expect(margins(Array.from({ length: 30 }, () => -1)).concentration.share).toBeNull();
    expect(margins([Number.NaN]).concentration).toEqual({ share: null, customers: 0, top: 0, lossMakers: 0 });
  });

  test('equal customers stand equally, and growth by a fifth is rising', () => {
    const found = measureMargins(
      [
        { id: 'a', margin: 120, before: 100 },
        { id: 'b', margin: 50, before: 49 },
        { id: 'c', margin: 50, before: 0 },
        { id: 'd', margin: 10, before: 10 },
      ],
      settings,
    );
    expect(found.standingOf('a')).toEqual({ rank: 0.25, isRising: true });
    expect(found.standingOf('b')).toEqual({ rank: 0.5, isRising: false });
    expect(found.standingOf('c')).toEqual({ rank: 0.5, isRising: false });
    expect(found.standingOf('nobody')).toBeNull();
  });
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
