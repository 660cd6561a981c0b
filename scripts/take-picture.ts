/** Takes pictures of the portal over fixed answers: pages and cards are built, served and looked at in a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPages } from '../src/sandbox/extension-host/build-pages.ts';
import type { World } from '../src/world/start-world.ts';
import { openBrowser, type TestBrowser } from '../test/support/browser.ts';
import { buildGallery } from '../test/support/build-gallery.ts';
import { startPortalFixture } from '../test/support/portal-fixture/start-portal-fixture.ts';
import type { Screen } from './screen.ts';
import { startStory } from './story-screens.ts';

export type Studio = {
  readonly browser: TestBrowser;
  /** Writes the picture of a screen into the file. */
  readonly take: (screen: Screen, file: string) => Promise<void>;
};

export async function withStudio(work: (studio: Studio) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'screens-'));
  const { pages, bundles } = await buildPages(folder);
  const gallery = await buildGallery(path.join(folder, 'gallery'));
  const fixture = await startPortalFixture(pages, [...bundles, gallery]);
  const browser = await openBrowser();
  // At most one, since it lives through an installation.
  const stories: Promise<World>[] = [];
  const urlOf = async ({ group }: Screen) => {
    if (group !== 'The story') return fixture.url;
    if (stories.length === 0) stories.push(startStory({ pages, bundles }));
    return (await stories[0])?.portalUrl ?? fixture.url;
  };
  try {
    await work({ browser, take: async (screen, file) => take(browser, await urlOf(screen), screen, file) });
  } finally {
    await browser.close();
    for (const story of stories) await (await story).stop();
    await fixture.stop();
    await rm(folder, { recursive: true });
  }
}

async function take(browser: TestBrowser, url: string, screen: Screen, file: string): Promise<void> {
  const { width = 1440, height = 900, scale = 1 } = screen;
  const { page, context } = await browser.newPage({ width, height, scale });
  await context.addInitScript(
    (language) => localStorage.setItem('portal.language', language),
    screen.language ?? 'en',
  );
  await screen.arrange?.(page);
  await page.goto(`${url}${screen.path}`);
  const isPreview = screen.path.startsWith('/preview');
  await page.waitForSelector(screen.ready ?? (isPreview ? '[data-ready="true"]' : 'main h1'));
  await screen.prepare?.(page);
  await page.waitForTimeout(500);
  if (screen.clip) await page.locator(screen.clip).first().screenshot({ path: file });
  else await page.screenshot({ path: file });
  await context.close();
}
