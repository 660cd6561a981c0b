/** The story, read through the API by the service, with the questions answered: every answer of every model occurs. */
import { readFileSync } from 'node:fs';
import { Select } from '@hubspot/ui-extensions';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { loadManifest } from '../../src/manifest.ts';
import { outreachChannels } from '../../src/relationship/guardrails/action.ts';
import { createFetchProxy } from '../../src/sandbox/extension-host/fetch-proxy.ts';
import { castSize, generateStory } from '../../src/sandbox/story/generate.ts';
import { sandboxCredentials } from '../../src/world/declare-app.ts';
import { eventOf, shownCard } from '../extensions/shown-card.tsx';
import { assessAll, readStory } from '../sandbox/story/assess-story.ts';
import { storyCases, storyVerdicts } from '../support/story-cases.ts';
import { startStoryWorld } from '../support/story-world.ts';
import { recordOf, storyNow, tellStory } from '../support/told-story.ts';

const world = await startStoryWorld({ contacts: castSize, install: false });
afterAll(() => {
  vi.unstubAllGlobals();
  return world.stop();
});

await tellStory(world);

const { backend } = loadManifest();
const said = (name: string, property: string): string | undefined =>
  world.sandbox.store.findLive('contacts', recordOf(name))?.values[property];

const ask = createFetchProxy({
  app: {
    ...sandboxCredentials,
    name: 'Rapport',
    permittedOrigins: [backend],
    localOrigins: { [backend]: world.serviceUrl },
    signs: 'declared-address',
  },
  viewer: {
    portalId: world.sandbox.portal.portalId,
    userId: world.sandbox.portal.user.id,
    userEmail: world.sandbox.portal.user.email,
  },
  now: world.sandbox.clock.now,
});
vi.stubGlobal('hsFetch', async (url: string, { method = 'GET' }: { readonly method?: string } = {}) => {
  const { status, body } = await ask({ url, method });
  return new Response(body, { status });
});

/** What the card on somebody's record says, asked of the service as the portal asks it. */
const cards = new Map<string, ReturnType<typeof shownCard>>();

async function cardOf(name: string): Promise<ReturnType<typeof shownCard>> {
  const known = cards.get(name);
  if (known !== undefined) return known;
  const card = shownCard('en', { portal: world.sandbox.portal.portalId, contact: Number(recordOf(name)) });
  cards.set(name, card);
  await card.waitFor(() => expect(card.text()).toContain('Contact pressure'));
  return card;
}

describe('the story shows', () => {
  test.each(storyCases)(
    '%s %s by %s, as a property and on the record',
    async (property, value, who, shown) => {
      expect(said(who, property)).toBe(value);
      expect((await cardOf(who)).text()).toMatch(shown);
    },
  );

  test.each(storyVerdicts)(
    'the verdict %s for %s by %s on the record',
    async (_answer, purpose, who, shown) => {
      const card = await cardOf(who);
      card.find(Select, (it) => it.props.name === 'purpose').trigger('onChange', eventOf(purpose));
      await card.waitFor(() => expect(card.text()).toMatch(shown));
    },
  );

  test('all of whom docs/sandbox.md says it', () => {
    const page = readFileSync(new URL('../../docs/sandbox.md', import.meta.url), 'utf8');
    const named = [...storyCases, ...storyVerdicts].map(([, , who]) => who);
    expect(named.filter((who) => !page.includes(who))).toEqual([]);
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
