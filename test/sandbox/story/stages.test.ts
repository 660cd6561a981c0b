import { describe, expect, test } from 'vitest';
import { type Template, templates } from '../../../src/sandbox/story/crowd.ts';
import { createDesk } from '../../../src/sandbox/story/desk.ts';
import { castSize, generateStory, households } from '../../../src/sandbox/story/generate.ts';
import { createLife } from '../../../src/sandbox/story/life.ts';
import { createRandom } from '../../../src/sandbox/story/random.ts';
import { createScribe } from '../../../src/sandbox/story/scribe.ts';
import { assessAll, readStory } from './assess-story.ts';

/** An afternoon in June, the small hours of a leap day, and the week before Christmas. */
const nows = [Date.UTC(2026, 5, 15, 12), Date.UTC(2028, 1, 29, 2, 30), Date.UTC(2026, 11, 18, 16)];

const people = households.flatMap((household) => household.people);

describe.each(nows)('at %s', (now) => {
  test.each([1, 2, 3])(
    'everybody of the cast is in the stage they are there to show, seed %s',
    async (seed) => {
      const story = await readStory([...generateStory({ contacts: castSize, seed, now })]);
      const found = [...assessAll(story, now).values()].map(({ stage }) => stage);
      const told = (stages: readonly string[]) =>
        people.map(({ first, last }, index) => `${first} ${last}: ${stages[index]}`);
      expect(told(found)).toEqual(told(people.map(({ intends }) => intends)));
    },
  );

  test.each(templates)('of the crowd, "$name" is $intends', async (template) => {
    const stages = await lived(template, 60, now);
    expect(stages.filter((stage) => stage !== template.intends)).toEqual([]);
  });
});

describe('the people for demonstrations', async () => {
  const [now = 0] = nows;
  const story = await readStory([...generateStory({ contacts: castSize, seed: 1, now })]);
  const assessments = [...assessAll(story, now).values()];
  const found = (name: string) => {
    const assessment = assessments[people.findIndex(({ first, last }) => `${first} ${last}` === name)];
    if (assessment === undefined) throw new Error(`${name} is not of the cast`);
    return assessment;
  };

  test('one waits for our answer', () => expect(found('Katrin Eggert').awaiting).toBe('us'));
  test('one is held by a colleague', () => expect(found('Lucía Figueroa').heldBy).toBe('colleague'));
  test('one is held by a meeting', () => expect(found('Leah Ashdown').heldBy).toBe('meeting'));
  test('one is held by the season', () => expect(found('Lotte Kuiper').heldBy).toBe('season'));
  test('one is held by a rhythm', () => expect(found('Greta Brinkmann').heldBy).toBe('rhythm'));
  test('one came back for a second epoch', () => expect(found('Chiara Donati').epoch).toBe(2));
  test('one left a completed project', () => expect(found('Nadia Merriman').ending).toBe('completed'));
  test('one is held by a term', () => expect(found('Ulrike Wendland').heldBy).toBe('term'));
  test('one is held by a subscription', () => expect(found('Tamsin Oakley').heldBy).toBe('term'));
  test('one gave notice that takes effect later', () => {
    const { ending, epochs } = found('Sabine Thoma');
    expect(ending).toBe('ended');
    expect(epochs.at(-1)?.endedAt).toBeGreaterThan(now);
  });
  test('one came back after a notice took effect, for a second epoch', () => {
    const { epoch, epochs } = found('Moira Tennant');
    expect(epoch).toBe(2);
    expect(epochs[0]?.ending).toBe('ended');
  });
  test('one is bound by the club', () =>
    expect(found('Callum Redfern').reason).toMatchObject({ sign: 'loyalty' }));
  test('one is bound by a renewal', () =>
    expect(found('Henning Voss').reason).toMatchObject({ sign: 'renewal' }));
  test('one asked us to stop', () => expect(found('Inès Garnier').ending).toBe('ended'));
  test('one faded', () => expect(found('Joanna Garside').ending).toBe('faded'));
  test('one slips within the week, into Stagnating', () => {
    const { validUntil, nextStage } = found('Elena Gallardo');
    expect(nextStage).toBe('stagnating');
    expect(((validUntil ?? 0) - now) / 86_400_000).toBeLessThan(7);
  });
});

/** So many contacts who all live one template. */
async function lived(template: Template, times: number, now: number): Promise<string[]> {
  const random = createRandom(9);
  const desk = createDesk(now, random);
  const company = { name: 'Northmill', domain: 'northmill.example', industry: '', city: '', country: '' };
  const records = Array.from({ length: times }, () => {
    const person = { first: 'Kim', last: 'Barlow', language: 'en', jobTitle: '' } as const;
    const scribe = createScribe(
      desk,
      person,
      { id: '1', company },
      { id: '1', address: 'a@harbour-hill.example' },
    );
    template.draw(random)(createLife(scribe));
    return scribe.finish();
  });
  return [...assessAll(await readStory(records.flat()), now).values()].map(({ stage }) => stage);
}
