/** An admin's way, in both languages: install, questionnaire, preview, apply, going live, the home page, and back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeTexts } from '../../../extensions/app/packages/shared/home-texts.ts';
import { rulesTexts, settingLabel } from '../../../extensions/app/packages/shared/rules-texts.ts';
import type { TabName } from '../../../extensions/app/packages/shared/settings-texts.ts';
import { settingsTextsDe } from '../../../extensions/app/packages/shared/settings-texts-de.ts';
import { settingsTextsEn } from '../../../extensions/app/packages/shared/settings-texts-en.ts';
import type { World } from '../../../src/world/start-world.ts';
import { openBrowser, type TestBrowser, type TestPage } from '../../support/browser.ts';
import { seriousViolations } from '../../support/serious-violations.ts';
import { startStoryWorld } from '../../support/story-world.ts';

let world: World;
let browser: TestBrowser;

beforeAll(async () => {
  world = await startStoryWorld({ contacts: 24, withPages: true, install: false });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

async function openIn(language: 'en' | 'de'): Promise<TestPage> {
  const opened = await browser.newPage({ height: 1400 });
  await opened.context.addInitScript((chosen) => localStorage.setItem('portal.language', chosen), language);
  return opened;
}

async function expectNothingSerious(page: Page): Promise<void> {
  expect(await seriousViolations(page)).toEqual([]);
  expect(await page.locator('[data-unknown]').count()).toBe(0);
}

test('Rapport is installed by whoever becomes its admin', async () => {
  const { page, context, problems } = await openIn('en');
  await page.goto(`${world.portalUrl}/apps`);
  await page.locator('.app').getByRole('link', { name: 'Install Rapport' }).click();
  await page.getByRole('button', { name: 'Install app' }).click();
  await page.waitForURL(`${world.serviceUrl}/**`);
  await world.settled();
  await page.goto(`${world.portalUrl}/app/home`);
  await page.getByText(homeTexts('en').steps.questionnaire.how).waitFor();
  await expectNothingSerious(page);
  expect(problems).toEqual([]);
  await context.close();
});

test.each([
  ['en', settingsTextsEn],
  ['de', settingsTextsDe],
] as const)('from the questions to the rollback, in %s', async (language, texts) => {
  const { page, context, problems } = await openIn(language);
  const home = homeTexts(language);
  const tab = (name: TabName) => page.getByRole('tab', { name: texts.tabs[name], exact: true });

  await page.goto(`${world.portalUrl}/apps/settings`);
  await page.getByText(texts.questions.title).waitFor();
  await page.getByLabel(texts.questions.collects).selectOption({ label: texts.questions.collectsOptions.us });
  await page
    .getByLabel(texts.questions.anonymous)
    .selectOption({ label: texts.questions.anonymousOptions.no });
  await page.getByText(texts.unsaved).waitFor();
  await expectNothingSerious(page);

  await tab('rules').click();
  await page.getByRole('button', { name: rulesTexts(language).groups.quiet }).click();
  const quiet = page.getByLabel(settingLabel('quietDays', language), { exact: true }).first();
  await quiet.fill('60');
  await quiet.press('Tab');
  await expectNothingSerious(page);

  await tab('preview').click();
  await page.getByRole('button', { name: texts.preview.ask }).click();
  await page.getByText(/^\d+ (of|von) \d+|^(Nobody|Niemand)/).waitFor();
  await page.getByLabel(texts.note).fill('Our customers are quiet for longer.');
  await page.keyboard.press('Tab');
  await expectNothingSerious(page);
  await page.getByRole('button', { name: texts.apply, exact: true }).click();
  await page.getByText(texts.applied).waitFor();
  await world.settled();

  await tab('live').click();
  await page.getByRole('button', { name: texts.live.pause }).click();
  await page.getByRole('button', { name: texts.live.goLive }).waitFor();
  await page.getByRole('button', { name: texts.live.goLive }).click();
  await page.getByRole('button', { name: texts.live.pause }).waitFor();
  await expectNothingSerious(page);
  await world.settled();

  await page.goto(`${world.portalUrl}/app/home`);
  await page.getByRole('heading', { name: home.title }).waitFor();
  await page.getByRole('tab', { name: home.tabs.stages }).click();
  const first = page.getByRole('tabpanel').getByRole('link').first();
  await first.waitFor();
  await expectNothingSerious(page);
  await first.click();
  await page.getByRole('table').waitFor();
  await expectNothingSerious(page);
  await page.getByRole('table').getByRole('link').first().click();
  await page.waitForURL(/\/record\/0-1\/\d+/);

  await page.goto(`${world.portalUrl}/apps/settings`);
  await tab('history').click();
  await page.getByRole('button', { name: texts.history.defaults }).click();
  await page.getByText(texts.history.backTo(0)).first().waitFor();
  await expectNothingSerious(page);
  expect(problems).toEqual([]);
  await context.close();
});
