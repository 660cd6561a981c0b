/** What an admin turns on, seen in the portal: events on the timeline, and stages in plain words. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadManifest } from '../../src/manifest.ts';
import { plainStageNames } from '../../src/relationship/stage/stage-names.ts';
import { defaultChoices } from '../../src/usecases/choices.ts';
import { sandboxCredentials } from '../../src/world/declare-app.ts';
import type { World } from '../../src/world/start-world.ts';
import { startStoryWorld } from '../support/story-world.ts';

const dayMs = 86_400_000;
let world: World;

beforeAll(async () => {
  world = await startStoryWorld({ contacts: 40 });
}, 120_000);
afterAll(() => world.stop());

/** As HubSpot's proxy sends what an admin's page asks. */
async function asAdmin(path: string, value: object): Promise<number> {
  const { portal, clock } = world.sandbox;
  const target = `${path}?userId=${portal.user.id}&portalId=${portal.portalId}&userEmail=a%40b.example`;
  const body = JSON.stringify(value);
  const at = String(clock.now());
  const uri = decodeURIComponent(`${world.serviceUrl}${target}`);
  const signature = createHmac('sha256', sandboxCredentials.clientSecret).update(`POST${uri}${body}${at}`);
  const answer = await fetch(`${world.serviceUrl}${target}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-hubspot-signature-v3': signature.digest('base64'),
      'x-hubspot-request-timestamp': at,
    },
  });
  return answer.status;
}

const events = () => [...world.sandbox.events.all()];
const later = (days: number) => world.moveClockTo(world.sandbox.clock.now() + days * dayMs);

test('events are off until an admin turns them on, then appear once each, in plain words', {
  timeout: 180_000,
}, async () => {
  await later(20);
  expect(events()).toEqual([]);

  expect(await asAdmin('/settings/events', { locale: 'en', isOn: true })).toBe(200);
  await later(30);
  const told = events();
  expect(told.length).toBeGreaterThan(0);
  const words: readonly string[] = [...Object.values(plainStageNames.en), 'Too little known'];
  for (const { objectId, id, type, properties } of told.filter(
    ({ type: it }) => it.uid === 'rapport_stage_changed',
  )) {
    const { values } = world.sandbox.store.shelf('contacts').records.get(objectId) ?? expect.fail();
    expect(id).toMatch(
      new RegExp(`^${world.sandbox.portal.portalId}-${objectId}-\\d+-${properties['stage']}$`),
    );
    const label = type.properties
      .find(({ name }) => name === 'stage')
      ?.options?.find(({ value }) => value === properties['stage'])?.label;
    expect(words).toContain(label);
    expect(JSON.stringify(properties)).not.toContain(values['rapport_stage_reason']);
  }

  // Everybody is looked at once more: nothing happened, so nothing more is told.
  expect(await asAdmin('/settings/live', { locale: 'en', isOn: true })).toBe(200);
  await world.settled();
  expect(events()).toEqual(told);
});

test('plain words stand in properties and notes when an admin wants them, and values stay', {
  timeout: 120_000,
}, async () => {
  const stage = () => world.sandbox.store.catalog.find('contacts', 'rapport_stage');
  const values = () =>
    [...world.sandbox.store.shelf('contacts').records.values()].map((it) => it.values['rapport_stage']);
  const labelOf = (value: string) => stage()?.options.find((option) => option.value === value)?.label;
  const before = values();
  expect(labelOf('stagnating')).toBe('Stagnating');
  await world.choose({ ...defaultChoices, neutralLabels: true }, 'people ask');
  await expect.poll(() => labelOf('stagnating'), { timeout: 30_000 }).toBe('Cooling');
  expect(labelOf('not_assessed')).toBe('Not assessed');
  await world.settled();
  expect(values()).toEqual(before);
  const notes = [...world.sandbox.store.shelf('contacts').records.values()]
    .map((it) => it.values['rapport_guardrail_note'] ?? '')
    .filter((note) => note.includes('The stage is'));
  for (const note of notes) expect(note).not.toMatch(/Stagnating|Avoiding|Terminating|Bonding/);
});

test('the plain words are those of the events, which nobody can take back', () => {
  const { properties } =
    loadManifest().appEvents.find(({ uid }) => uid === 'rapport_stage_changed') ?? expect.fail();
  const options = properties.find(({ name }) => name === 'stage')?.options ?? [];
  const labels = Object.fromEntries(options.map(({ value, label }) => [value, label]));
  expect(labels).toMatchObject(plainStageNames.en);
});
