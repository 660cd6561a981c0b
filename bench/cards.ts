/**
 * What a card costs a record: the size of its bundle as HubSpot's builder makes it, and the time from the start of its
 * worker until something of it is on the page, beside a card that shows one word; and what it waits for, the read of its row.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildExtensions } from '../src/sandbox/extension-host/build-extensions.ts';
import { buildPortal } from '../src/sandbox/extension-host/build-portal.ts';
import { openBrowser, type TestBrowser } from '../test/support/browser.ts';
import { startPortalFixture } from '../test/support/portal-fixture/start-portal-fixture.ts';
import { cardReads } from './card-read.ts';
import { type Figure, figure } from './figure.ts';

/** A bundle of nothing but one word, as small as HubSpot's worker takes it. */
const bareBundle = `self.extend_V2(() => React.createElement(RemoteUI.createRemoteReactComponent('Text'), {}, 'Card'));`;

const bareUid = 'bare';
const rounds = 5;
const largest = { must: 150, ahead: 100 };
const firstContent = 300;

export async function figures(): Promise<Figure[]> {
  // First, so that a run without PostgreSQL says so before it builds anything.
  const reads = await cardReads();
  const work = await mkdtemp(path.join(tmpdir(), 'bench-cards-'));
  try {
    await buildPortal(path.join(work, 'portal'));
    const built = (await buildExtensions(path.join(work, 'cards'))).filter(({ type }) => type === 'card');
    const sizes = await Promise.all(
      built.map(async ({ uid, bundle }) =>
        figure(`${uid}: bundle`, (await readFile(bundle)).byteLength / 1000, 'kB', {
          better: 'less',
          ...largest,
        }),
      ),
    );
    const bare = path.join(work, 'bare.js');
    await writeFile(bare, bareBundle);
    const bareCard = {
      uid: bareUid,
      name: 'Bare',
      location: 'crm.record.tab',
      objectTypes: ['contacts'],
      bundle: bare,
    };
    const fixture = await startPortalFixture(path.join(work, 'portal'), [...built, bareCard]);
    const browser = await openBrowser();
    try {
      const baseline = await firstContentMs(browser, fixture.url, bareUid);
      const times: Figure[] = [];
      for (const { uid } of built) {
        const value = await firstContentMs(browser, fixture.url, uid);
        const bound = { better: 'less', must: firstContent, baseline } as const;
        times.push(figure(`${uid}: first content`, value, 'ms', bound));
      }
      return [...reads, ...sizes, ...times];
    } finally {
      await browser.close();
      await fixture.stop();
    }
  } finally {
    await rm(work, { recursive: true });
  }
}

/** The median of some rounds of one page; the first round only warms the browser's cache. */
async function firstContentMs(browser: TestBrowser, url: string, uid: string): Promise<number> {
  const times: number[] = [];
  const { page, context } = await browser.newPage();
  for (let round = 0; round <= rounds; round += 1) {
    await page.goto(`${url}/preview/${uid}?objectId=102`);
    await page.waitForSelector('[data-ready="true"]');
    const [took = Number.NaN] = await page.evaluate(() =>
      performance.getEntriesByName('card-first-content').map(({ duration }) => duration),
    );
    if (round > 0) times.push(took);
  }
  await context.close();
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
