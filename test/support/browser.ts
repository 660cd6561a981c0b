/** A Chromium for tests and pictures: the installed one, else the one that comes from npm. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** No sandbox: tests run as root in containers. The others keep Chromium from calling out. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** How long a step may take on a busy machine before it counts as never, ms. */
const patienceMs = 120_000;

export type TestBrowser = {
  /** A page of its own in a fresh context; `problems` collects what the page complained about. */
  newPage(options?: { width?: number; height?: number; scale?: number }): Promise<TestPage>;
  close(): Promise<void>;
};

export type TestPage = { readonly page: Page; readonly context: BrowserContext; readonly problems: string[] };

export async function openBrowser(): Promise<TestBrowser> {
  const { browser, cleanUp } = await launch();
  return {
    newPage: async ({ width = 1440, height = 900, scale = 1 } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`);
      });
      return { page, context, problems };
    },
    close: async () => {
      await browser.close();
      await cleanUp();
    },
  };
}

async function launch(): Promise<{ browser: Browser; cleanUp: () => Promise<void> }> {
  const executablePath = installed.find((file) => existsSync(file));
  if (executablePath !== undefined) {
    return { browser: await chromium.launch({ executablePath, args }), cleanUp: async () => undefined };
  }
  // @sparticuz/chromium unpacks itself into TMPDIR and trusts whatever it finds there, so it gets a folder of its own.
  const folder = await mkdtemp(path.join(tmpdir(), 'browser-'));
  Object.assign(process.env, { TMPDIR: folder });
  const { default: packed } = await import('@sparticuz/chromium');
  const browser = await chromium.launch({ executablePath: await packed.executablePath(), args });
  return { browser, cleanUp: () => rm(folder, { recursive: true }) };
}
