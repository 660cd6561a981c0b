/** The portal fixture in a browser. What the browser loads is built once in a run. */
import path from 'node:path';
import { buildExtensions } from '../../src/sandbox/extension-host/build-extensions.ts';
import { buildPortal } from '../../src/sandbox/extension-host/build-portal.ts';
import { openBrowser, type TestBrowser } from './browser.ts';
import { buildGallery } from './build-gallery.ts';
import { onceInRun } from './once-in-run.ts';
import { startPortalFixture } from './portal-fixture/start-portal-fixture.ts';

export type OpenFixture = AsyncDisposable & { readonly url: string; readonly browser: TestBrowser };

export async function openFixture(): Promise<OpenFixture> {
  const { pages, bundles } = await onceInRun('portal', build);
  const fixture = await startPortalFixture(pages, bundles);
  const browser = await openBrowser();
  return {
    url: fixture.url,
    browser,
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await fixture.stop();
    },
  };
}

async function build(folder: string) {
  const pages = path.join(folder, 'pages');
  await buildPortal(pages);
  const cards = await buildExtensions(path.join(folder, 'cards'));
  const gallery = await buildGallery(path.join(folder, 'gallery'));
  return { pages, bundles: [...cards, gallery] };
}
