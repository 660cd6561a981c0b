/** The portal fixture in a browser. */
import { openBrowser, type TestBrowser } from './browser.ts';
import { builtPages } from './built-pages.ts';
import { startPortalFixture } from './portal-fixture/start-portal-fixture.ts';

export type OpenFixture = AsyncDisposable & { readonly url: string; readonly browser: TestBrowser };

export async function openFixture(): Promise<OpenFixture> {
  const { pages, bundles } = await builtPages();
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
