import { describe, expect, test } from 'vitest';
import { type Approach, approaches } from '../../../src/relationship/approaches/approach.ts';
import type { ApproachSettings } from '../../../src/relationship/approaches/approach-settings.ts';
import { refusalSentence } from '../../../src/relationship/approaches/approach-texts.ts';
import {
  type ApproachFacts,
  conditionIds,
  conditionsOf,
} from '../../../src/relationship/approaches/conditions.ts';
import { valueApproaches } from '../../../src/relationship/approaches/value-approaches.ts';
import { ago, now } from '../matrix/signals.ts';

import { ideal, settings } from './ideal-contact.ts';

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
      'The best customers bring 40 % of the margin; it takes 60 %',
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
    [
      'personal_social',
      'owner_stable',
      { ownerSince: ago(89) },
      {},
      'The owner is the same for less than 90 days',
    ],
    ['personal_social', 'owner_stable', { ownerSince: null }, {}, 'They have no owner'],
    [
      'personal_social',
      'intimacy',
      { intimacyCeiling: 1 },
      {},
      'How close we may come: “The matter at hand”; it takes “What they told us or did with us”',
    ],
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
