/** The portal fixture in a browser, built once for a test file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildExtensions } from '../../src/sandbox/extension-host/build-extensions.ts';
import { buildPortal } from '../../src/sandbox/extension-host/build-portal.ts';
import { openBrowser, type TestBrowser } from './browser.ts';
import { buildGallery } from './build-gallery.ts';
import { startPortalFixture } from './portal-fixture/start-portal-fixture.ts';

export type OpenFixture = AsyncDisposable & { readonly url: string; readonly browser: TestBrowser };

export async function openFixture(): Promise<OpenFixture> {
  const work = await mkdtemp(path.join(tmpdir(), 'portal-'));
  await buildPortal(path.join(work, 'portal'));
  const cards = await buildExtensions(path.join(work, 'cards'));
  const gallery = await buildGallery(path.join(work, 'gallery'));
  const fixture = await startPortalFixture(path.join(work, 'portal'), [...cards, gallery]);
  const browser = await openBrowser();
  return {
    url: fixture.url,
    browser,
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await fixture.stop();
      await rm(work, { recursive: true });
    },
  };
}
