/** Takes pictures of the portal over fixed answers: pages and cards are built, served and looked at in a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPages } from '../src/sandbox/extension-host/build-pages.ts';
import { openBrowser, type TestBrowser } from '../test/support/browser.ts';
import { buildGallery } from '../test/support/build-gallery.ts';
import { startPortalFixture } from '../test/support/portal-fixture/start-portal-fixture.ts';
import type { Screen } from './screen.ts';

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
  try {
    await work({ browser, take: (screen, file) => take(browser, fixture.url, screen, file) });
  } finally {
    await browser.close();
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
