/** The story with its questions answered, told to the end: what its people show can be looked up then. */
import { castSize, editsAfterInstall, households } from '../../src/sandbox/story/generate.ts';
import type { World } from '../../src/world/start-world.ts';
import { answersNote, storyAnswers } from '../../src/world/story-answers.ts';

/** The story's now: any day will do, so that it is always the same one. */
export const storyNow = Date.UTC(2026, 5, 15, 9);

const people = households.flatMap((household) => household.people);

/** The record of somebody by name. */
export function recordOf(name: string): string {
  const place = people.findIndex(({ first, last }) => `${first} ${last}` === name);
  if (place < 0) throw new Error(`Nobody in the story is called ${name}`);
  return String(1001 + place);
}

/** Installs, answers the questions, and lets the people of the portal change what they change afterwards. */
export async function tellStory(world: World): Promise<void> {
  await world.install();
  await world.choose(storyAnswers, answersNote);
  await world.settled();
  for (const { type, id, properties } of editsAfterInstall({ contacts: castSize })) {
    const response = await fetch(`${world.portalUrl}/_sandbox/records/${type}/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ properties }),
    });
    if (!response.ok) throw new Error(`The edit of ${type} ${id} was refused: HTTP ${response.status}`);
  }
  await world.settled();
}
