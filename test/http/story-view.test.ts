import { expect, test } from 'vitest';
import { storyView } from '../../src/http/story-view.ts';
import type { PortalStory } from '../../src/relationship/portal-view.ts';

const sector = (contacts: number, revenueShare: number | null) => ({
  contacts,
  share: 0,
  revenue: 0,
  revenueShare,
});

const story = (of: Partial<PortalStory> = {}): PortalStory => ({
  matrix: {
    contacts: 100,
    bySector: {
      direct_identified: sector(60, 0.7),
      direct_unidentified: sector(4, 0.2),
      indirect_identified: sector(10, 0),
      indirect_unidentified: sector(20, 0.1),
      undetermined: sector(6, 0),
    },
    identifiedShare: [{ month: '2026-05', identified: 70, total: 100, share: 0.7 }],
  },
  wordOfMouth: { share: 0.2, known: 100, unknown: 3 },
  problems: [],
  ...of,
});

test('the revenue of a sector with a handful of contacts is not shown, nor one without revenue', () => {
  expect(storyView(story(), 'en').sectors.map(({ key }) => key)).toEqual([
    'direct_identified',
    'indirect_unidentified',
  ]);
});

test('each shown sector tells how it gets disrupted, in the language asked for', () => {
  const [english] = storyView(story(), 'en').sectors;
  const [german] = storyView(story(), 'de').sectors;
  expect(english?.disruption.length).toBeGreaterThan(0);
  expect(german?.disruption).not.toEqual(english?.disruption);
});

test.each([
  ['few came by recommendation', { share: 0.04, known: 100, unknown: 0 }],
  ['few came otherwise', { share: 0.98, known: 100, unknown: 0 }],
  ['nothing is known', { share: null, known: 0, unknown: 9 }],
])('word of mouth is not told where %s', (_, wordOfMouth) => {
  expect(storyView(story({ wordOfMouth }), 'en').recommended).toBeNull();
});

test('word of mouth is told with how many it is of', () => {
  expect(storyView(story(), 'en').recommended).toEqual({ share: 0.2, known: 100 });
});
