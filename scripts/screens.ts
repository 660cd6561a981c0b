/** Takes a picture of every state of every surface and writes docs/screens with an index: `npm run screens [name] [folder]`. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPages } from '../src/sandbox/extension-host/build-pages.ts';
import { openBrowser, type TestBrowser } from '../test/support/browser.ts';
import { buildGallery } from '../test/support/build-gallery.ts';
import { startPortalFixture } from '../test/support/portal-fixture/start-portal-fixture.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens-list.ts';

const docsDir = path.resolve(import.meta.dirname, '..', 'docs', 'screens');

/** Only screens whose file name contains `wanted`; the index is written when all were taken. */
export async function takeScreens(wanted = '', outDir = docsDir): Promise<void> {
  const work = await mkdtemp(path.join(tmpdir(), 'screens-'));
  const { pages, bundles } = await buildPages(work);
  const gallery = await buildGallery(path.join(work, 'gallery'));
  const fixture = await startPortalFixture(pages, [...bundles, gallery]);
  const browser = await openBrowser();
  const all = screens();
  try {
    await mkdir(outDir, { recursive: true });
    for (const screen of all.filter(({ file }) => file.includes(wanted))) {
      await take(browser, fixture.url, screen, outDir);
      console.log(screen.file);
    }
    if (wanted === '') await writeIndex(all, outDir);
  } finally {
    await browser.close();
    await fixture.stop();
    await rm(work, { recursive: true });
  }
}

async function take(browser: TestBrowser, url: string, screen: Screen, outDir: string): Promise<void> {
  const { page, context } = await browser.newPage({
    width: screen.width ?? 1440,
    height: screen.height ?? 900,
  });
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
  const file = path.join(outDir, screen.file);
  if (screen.clip) await page.locator(screen.clip).first().screenshot({ path: file });
  else await page.screenshot({ path: file });
  await context.close();
}

async function writeIndex(all: readonly Screen[], outDir: string): Promise<void> {
  const files = new Set(all.map(({ file }) => file));
  const stale = (await readdir(outDir)).filter((name) => name.endsWith('.png') && !files.has(name));
  await Promise.all(stale.map((name) => rm(path.join(outDir, name))));
  await writeFile(path.join(outDir, 'README.md'), indexOf(all));
}

export function indexOf(all: readonly Screen[]): string {
  const groups = [...new Set(all.map(({ group }) => group))];
  const parts = groups.map((group) => {
    const rows = all
      .filter((screen) => screen.group === group)
      .map(({ file, title }) => `### ${title}\n\n![${title}](${file})\n`);
    return `## ${group}\n\n${rows.join('\n')}`;
  });
  return `# Screens\n\nEvery state of every surface, taken by \`npm run screens\` on fixed answers.\n\n${parts.join('\n')}`;
}

if (process.argv[1] === import.meta.filename) {
  takeScreens(process.argv[2], process.argv[3]).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
