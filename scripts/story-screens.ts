/**
 * The pictures of the story's people in the running sandbox: one for each sector, level, milestone outcome, verdict and
 * mismatch that docs/sandbox.md says to look up.
 */
import { englishPanels } from '@rapport/shared/panel-texts-en.ts';
import type { Page } from 'playwright-core';
import type { BuiltPages } from '../src/sandbox/extension-host/build-pages.ts';
import { defaultPortal } from '../src/sandbox/portal-settings.ts';
import { castSize, generateStory } from '../src/sandbox/story/generate.ts';
import { startWorld, type World } from '../src/world/start-world.ts';
import { storyCases, storyVerdicts } from '../test/support/story-cases.ts';
import { recordOf, storyNow, tellStory } from '../test/support/told-story.ts';
import { openTab, tabs } from './card-tabs.ts';
import type { Screen } from './screen.ts';

/** On which tab each property is told, and what it is called; where someone was met is told by a sentence alone. */
const told: Readonly<Record<string, { readonly tab: 'milestones' | 'value'; readonly what: string }>> = {
  rapport_quadrant: { tab: 'value', what: 'sector' },
  rapport_level_suggested: { tab: 'value', what: 'suggested' },
  rapport_level_practised: { tab: 'value', what: 'practised' },
  rapport_relationship_mismatch: { tab: 'value', what: 'wish' },
  rapport_first_fight_outcome: { tab: 'milestones', what: 'fight' },
  rapport_met_friends_at: { tab: 'milestones', what: 'met their friends' },
};

const card = '[data-card="rapport_stage_card"]';

/** Started only when a picture of it is wanted, since it lives through an installation. */
export async function startStory(built: BuiltPages): Promise<World> {
  const world = await startWorld({
    portalPort: 0,
    servicePort: 0,
    store: { kind: 'memory' },
    withPages: true,
    built,
    logLevel: 'silent',
    fill: ({ store }) => void store.load(generateStory({ contacts: castSize, seed: 7, now: storyNow })),
    sandbox: { startAt: storyNow },
    pace: 20,
  });
  await tellStory(world);
  return world;
}

export function storyScreens(): readonly Screen[] {
  return [...panelScreens(), ...verdictScreens()];
}

/** One picture shows all that somebody shows on one tab. */
function panelScreens(): readonly Screen[] {
  const shown = new Map<string, { who: string; tab: 'milestones' | 'value'; what: string[] }>();
  for (const [property, value, who] of storyCases) {
    const found = told[property];
    if (found === undefined) continue;
    const { tab } = found;
    const what = property.endsWith('_at') ? found.what : `${found.what} ${value.replaceAll('_', ' ')}`;
    const picture = shown.get(`${who} ${tab}`) ?? { who, tab, what: [] };
    picture.what.push(what);
    shown.set(`${who} ${tab}`, picture);
  }
  return [...shown.values()].map(({ who, tab, what }) => ({
    ...screenOf(who, tab),
    title: `${who}: ${what.join(', ')}`,
    prepare: (page: Page) => openTab(page.locator(card), tabs[tab].at),
  }));
}

function verdictScreens(): readonly Screen[] {
  return storyVerdicts.map(([answer, purpose, who]) => ({
    ...screenOf(who, `closeness-${purpose.replaceAll('_', '-')}`),
    title: `${who}: ${answer.toLowerCase().replaceAll('_', ' ')}, for ${purpose.replaceAll('_', ' ')}`,
    prepare: async (page: Page) => {
      await openTab(page.locator(card), tabs.closeness.at);
      await page
        .locator('select[name="purpose"]')
        .selectOption({ label: englishPanels.guardrails.purposes[purpose] });
    },
  }));
}

function screenOf(who: string, part: string): Omit<Screen, 'title'> {
  const name = who.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '-');
  return {
    file: `people-${name}-${part}.png`,
    group: 'The story',
    path: `/contacts/${defaultPortal.portalId}/record/0-1/${recordOf(who)}`,
    clip: card,
    ready: `${card} [role="tab"]`,
    // Taller than any card: the bar at the top would lie over one that has to be scrolled.
    height: 3000,
  };
}
