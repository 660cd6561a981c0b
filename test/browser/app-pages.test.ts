/** The settings page and the home page over fixed answers: every part by keyboard, axe in each, and what may go wrong. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageScreens } from '../../scripts/page-screens.ts';
import type { Screen } from '../../scripts/screen.ts';
import type { TestPage } from '../support/browser.ts';
import { type OpenFixture, openFixture } from '../support/open-fixture.ts';
import { answerPage, ok } from '../support/page-answers.ts';
import * as data from '../support/portal-fixture/settings-data.ts';
import { seriousViolations } from '../support/serious-violations.ts';

let fixture: OpenFixture;

beforeAll(async () => {
  fixture = await openFixture();
});

afterAll(() => fixture[Symbol.asyncDispose]());

const screenOf = (name: string): Screen => {
  const found = pageScreens().find(({ file }) => file === `${name}.png`);
  if (found === undefined) throw new Error(`There is no picture ${name}`);
  return found;
};

async function openScreen(name: string): Promise<TestPage> {
  const screen = screenOf(name);
  const opened = await fixture.browser.newPage({ height: screen.height ?? 900 });
  const language = screen.language ?? 'en';
  await opened.context.addInitScript((chosen) => localStorage.setItem('portal.language', chosen), language);
  await screen.arrange?.(opened.page);
  await opened.page.goto(`${fixture.url}${screen.path}`);
  await opened.page.waitForSelector(screen.ready ?? 'main');
  await screen.prepare?.(opened.page);
  return opened;
}

async function findings(page: Page): Promise<readonly unknown[]> {
  expect(await page.locator('[data-unknown]').count()).toBe(0);
  return await seriousViolations(page);
}

test.each([
  ['settings-business', 7],
  ['settings-business-german', 7],
  ['home-today', 5],
  ['home-today-german', 5],
])(
  'every part of %s opens by the keyboard alone, and axe finds nothing serious in any',
  async (name, parts) => {
    const { page, context, problems } = await openScreen(name);
    const names = await page.getByRole('tab').allInnerTexts();
    expect(names).toHaveLength(parts);
    await page.getByRole('tab').first().focus();
    for (const part of names) {
      await page.getByRole('tab', { name: part, exact: true, selected: true }).waitFor();
      await page.locator('.hs-tab-panel:not([hidden]) > *').first().waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('ArrowRight');
    }
    expect(problems).toEqual([]);
    await context.close();
  },
);

test.each([
  'settings-first-visit',
  'settings-rules-all',
  'settings-invalid',
  'settings-preview-done-german',
  'settings-stale',
  'settings-not-live',
  'settings-reader',
  'settings-error',
  'home-new',
  'home-parked',
  'home-small-stages',
  'home-list-german',
  'home-list-empty',
  'home-unknown',
])('the state %s has no serious axe findings', async (name) => {
  const { page, context } = await openScreen(name);
  expect(await findings(page)).toEqual([]);
  await context.close();
});

test('who is no admin can change nothing', async () => {
  const { page, context } = await openScreen('settings-reader');
  const enabled = page
    .locator('.hs-tab-panel:not([hidden])')
    .locator('input:enabled:not([readonly]), select:enabled');
  expect(await enabled.count()).toBe(0);
  await context.close();
});

test('markup in a label or a note is shown as it was typed', async () => {
  const { page, context } = await openScreen('settings-history');
  await page.getByText('<i>wait</i> longer').waitFor();
  expect(await page.locator('.app-page i:text("wait")').count()).toBe(0);
  await context.close();
});

test('a double click applies once', async () => {
  const { page, context } = await fixture.browser.newPage();
  const sent: string[] = [];
  await answerPage(page, ({ method, path }) => {
    if (method === 'POST') sent.push(path);
    return method === 'GET' ? ok(data.settingsOf('lived', 'en')) : 'never';
  });
  await page.goto(`${fixture.url}/apps/settings`);
  await page.locator('select[name="general-collects"]').selectOption({ index: 2 });
  await page.getByRole('tab', { name: 'Preview and apply' }).click();
  await page.getByRole('button', { name: 'Apply', exact: true }).dblclick();
  await expect.poll(() => sent).toEqual(['/settings/apply']);
  await context.close();
});

test('the drill-down leads from a number to its contacts and back', async () => {
  const { page, context } = await openScreen('home-stages');
  await page.getByRole('link', { name: 'Bonding', exact: true }).click();
  await page.waitForURL(/\/app\/home\/list\/stage\/bonding/);
  await page.getByRole('link', { name: 'Clara Hoffmann' }).waitFor();
  await page.getByRole('link', { name: 'Relationships', exact: true }).click();
  await page.waitForURL(/\/app\/home$/);
  expect(page.url()).toMatch(/\/app\/home$/);
  await context.close();
});
