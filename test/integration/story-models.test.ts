/** The story, read through the API by the service, with the questions answered: every answer of every model occurs. */
import { afterAll, describe, expect, test } from 'vitest';
import { outreachChannels } from '../../src/relationship/guardrails/action.ts';
import { castSize, editsAfterInstall, generateStory, households } from '../../src/sandbox/story/generate.ts';
import { answersNote, storyAnswers } from '../../src/world/story-answers.ts';
import { assessAll, readStory } from '../sandbox/story/assess-story.ts';
import { startStoryWorld, storyNow } from '../support/story-world.ts';

const world = await startStoryWorld({ contacts: castSize, install: false });
afterAll(() => world.stop());

await world.install();
await world.choose(storyAnswers, answersNote);
await world.settled();
for (const { type, id, properties } of editsAfterInstall({ contacts: castSize })) {
  await fetch(`${world.portalUrl}/_sandbox/records/${type}/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ properties }),
  });
}
await world.settled();

const people = households.flatMap((household) => household.people);
const said = (name: string, property: string): string | undefined => {
  const place = people.findIndex(({ first, last }) => `${first} ${last}` === name);
  return world.sandbox.store.findLive('contacts', String(1001 + place))?.values[property];
};

type Row = readonly [property: string, value: string, who: string];

const rows: readonly Row[] = [
  ['rapport_quadrant', 'direct_identified', 'Mara Holloway'],
  ['rapport_quadrant', 'direct_unidentified', 'Nora Quayle'],
  ['rapport_quadrant', 'indirect_unidentified', 'Edwin Marlowe'],
  ['rapport_quadrant', 'indirect_identified', 'Tessa Bramwell'],
  ['rapport_level_suggested', 'partnership', 'Wiebke Nordmann'],
  ['rapport_level_suggested', 'proactive', 'Kirsten Aalto'],
  ['rapport_level_suggested', 'accountable', 'Bernd Hallmann'],
  ['rapport_level_suggested', 'reactive', 'Maeve Corrigan'],
  ['rapport_level_suggested', 'basic', 'Renate Osterkamp'],
  ['rapport_level_suggested', 'unknown', 'Mara Holloway'],
  ['rapport_level_practised', 'partnership', 'Wiebke Nordmann'],
  ['rapport_level_practised', 'proactive', 'Ingrid Solberg'],
  ['rapport_level_practised', 'accountable', 'Bernd Hallmann'],
  ['rapport_level_practised', 'reactive', 'Harriet Lockhart'],
  ['rapport_level_practised', 'basic', 'Dermot Haig'],
  ['rapport_first_encounter_source', 'word_of_mouth', 'Alma Fenn'],
  ['rapport_first_encounter_source', 'event', 'Boris Adler'],
  ['rapport_first_encounter_source', 'offline', 'Cleo Hart'],
  ['rapport_first_encounter_source', 'other', 'Dora Lunt'],
  ['rapport_first_encounter_source', 'organic_search', 'Emil Voss'],
  ['rapport_first_encounter_source', 'paid_search', 'Ida Bergqvist'],
  ['rapport_first_encounter_source', 'paid_social', 'Frida Holm'],
  ['rapport_first_encounter_source', 'social', 'Jette Lund'],
  ['rapport_first_encounter_source', 'email', 'Gustav Reuter'],
  ['rapport_first_encounter_source', 'direct', 'Hedda Blom'],
  ['rapport_first_encounter_source', 'referral', 'Ivo Tanner'],
  ['rapport_first_encounter_source', 'our_outreach', 'Jakub Malinowski'],
  ['rapport_first_encounter_source', 'unknown', 'Chiara Donati'],
  ['rapport_first_date_door', 'data', 'Mara Holloway'],
  ['rapport_first_date_door', 'purchase', 'Chiara Donati'],
  ['rapport_first_fight_outcome', 'recovered', 'Élodie Marchal'],
  ['rapport_first_fight_outcome', 'unrecovered', 'Gwen Fairweather'],
  ['rapport_first_fight_outcome', 'open', 'Owen Merriman'],
  ['rapport_first_fight_outcome', 'repeat', 'Rhona Fairweather'],
  ['rapport_relationship_mismatch', 'too_close', 'Ingrid Solberg'],
  ['rapport_relationship_mismatch', 'too_distant', 'Dermot Haig'],
  ['rapport_relationship_mismatch', 'fits', 'Wiebke Nordmann'],
  ['rapport_relationship_mismatch', 'not_asked', 'Mara Holloway'],
];

describe('the story shows', () => {
  test.each(rows)('%s %s by %s', (property, value, who) => {
    expect(said(who, property)).toBe(value);
  });

  test('who met our friends, by a referral', () => {
    expect(said('Ulrike Wendland', 'rapport_met_friends_at')).toMatch(/^20/);
  });
});

describe('the guardrails of the story say', async () => {
  const story = await readStory([...generateStory({ contacts: castSize, seed: 7, now: storyNow })]);
  const rulings = [...assessAll(story, storyNow).values()].flatMap((one) => one.guardrails?.rulings ?? []);
  const told = new Set(rulings.flatMap(({ channels, answer }) => channels.map((it) => `${it} ${answer}`)));
  const cases = outreachChannels.flatMap((channel) =>
    (['ALLOW', 'ALLOW_WITH_NOTICE', 'ASK_FIRST', 'DENY'] as const).map(
      (answer) => [channel, answer] as const,
    ),
  );

  test.each(cases)('of %s once at least: %s', (channel, answer) => {
    expect(told).toContain(`${channel} ${answer}`);
  });
});
