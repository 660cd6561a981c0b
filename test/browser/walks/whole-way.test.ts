/**
 * The whole way of a portal with Rapport, in each language: install, answer the questions, preview, apply, go live, drill
 * down from the home page to a record, see how close one may come, set the stage by hand and take it back, go back to the
 * old settings, and leave in both ways. The portal's own pages speak English, as the consent page of HubSpot is HubSpot's.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeTexts } from '../../../extensions/app/packages/shared/home-texts.ts';
import { privacyTexts } from '../../../extensions/app/packages/shared/privacy-texts.ts';
import { rulesTexts, settingLabel } from '../../../extensions/app/packages/shared/rules-texts.ts';
import type { TabName } from '../../../extensions/app/packages/shared/settings-texts.ts';
import { settingsTextsDe } from '../../../extensions/app/packages/shared/settings-texts-de.ts';
import { settingsTextsEn } from '../../../extensions/app/packages/shared/settings-texts-en.ts';
import { textsFor } from '../../../extensions/app/packages/shared/texts.ts';
import type { Language } from '../../../extensions/app/packages/shared/viewer.ts';
import { loadManifest } from '../../../src/manifest.ts';
import type { World } from '../../../src/world/start-world.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { seriousViolations } from '../../support/serious-violations.ts';
import { startStoryWorld } from '../../support/story-world.ts';

const dayMs = 86_400_000;
const ours = new Set(loadManifest().properties.map(({ name }) => name));

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

test.each(['en', 'de'] as const)('from the installation to leaving, in %s', async (language) => {
  const { page, context, problems } = await browser.newPage({ height: 1400 });
  await context.addInitScript((chosen) => localStorage.setItem('portal.language', chosen), language);
  await install(page, language);
  await answerQuestions(page, language);
  await changeARule(page, language);
  await previewAndApply(page, language);
  await goLive(page, language);
  const contact = await drillDown(page, language);
  await seeHowClose(page, language);
  await setTheStageAndTakeItBack(page, language, contact);
  await rollBack(page, language);
  await leave(page, language, 'keep');
  expect(standing()).toBe(ours.size);
  await install(page, language);
  await leave(page, language, 'remove');
  expect(standing()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

/** How many of our properties the portal has. */
const standing = () =>
  [...world.sandbox.store.catalog.of('contacts').values()].filter(({ name }) => ours.has(name)).length;

const textsOf = (language: Language) => (language === 'de' ? settingsTextsDe : settingsTextsEn);

const openTab = (page: Page, language: Language, name: TabName) =>
  page.getByRole('tab', { name: textsOf(language).tabs[name], exact: true }).click();

async function expectNothingSerious(page: Page): Promise<void> {
  expect(await seriousViolations(page)).toEqual([]);
  expect(await page.locator('[data-unknown]').count()).toBe(0);
}

async function install(page: Page, language: Language): Promise<void> {
  await page.goto(`${world.portalUrl}/apps`);
  await page.locator('.app').getByRole('link', { name: 'Install Rapport' }).click();
  await page.getByRole('button', { name: 'Install app' }).click();
  await page.waitForURL(`${world.serviceUrl}/**`);
  await world.settled();
  await page.goto(`${world.portalUrl}/app/home`);
  await page.getByText(homeTexts(language).steps.questionnaire.how).waitFor();
  await expectNothingSerious(page);
}

async function answerQuestions(page: Page, language: Language): Promise<void> {
  const { questions, unsaved } = textsOf(language);
  await page.goto(`${world.portalUrl}/apps/settings`);
  await page.getByText(questions.title).waitFor();
  await page.getByLabel(questions.collects).selectOption({ label: questions.collectsOptions.us });
  await page.getByLabel(questions.anonymous).selectOption({ label: questions.anonymousOptions.no });
  await page.getByText(unsaved).waitFor();
  await expectNothingSerious(page);
}

async function changeARule(page: Page, language: Language): Promise<void> {
  await openTab(page, language, 'rules');
  await page.getByRole('button', { name: rulesTexts(language).groups.quiet }).click();
  const quiet = page.getByLabel(settingLabel('quietDays', language), { exact: true }).first();
  await quiet.fill('60');
  await quiet.press('Tab');
  await expectNothingSerious(page);
}

async function previewAndApply(page: Page, language: Language): Promise<void> {
  const { preview, note, apply, applied } = textsOf(language);
  await openTab(page, language, 'preview');
  await page.getByRole('button', { name: preview.ask }).click();
  await page.getByText(/^\d+ (of|von) \d+|^(Nobody|Niemand)/).waitFor();
  await page.getByLabel(note).fill('Our customers are quiet for longer.');
  await page.keyboard.press('Tab');
  await expectNothingSerious(page);
  await page.getByRole('button', { name: apply, exact: true }).click();
  await page.getByText(applied).waitFor();
  await world.settled();
}

/** In the sandbox an installation is live at once: it is paused first. */
async function goLive(page: Page, language: Language): Promise<void> {
  const { live } = textsOf(language);
  await openTab(page, language, 'live');
  await page.getByRole('button', { name: live.pause }).click();
  await page.getByRole('button', { name: live.goLive }).waitFor();
  await page.getByRole('button', { name: live.goLive }).click();
  await page.getByRole('button', { name: live.pause }).waitFor();
  await expectNothingSerious(page);
  await world.settled();
}

/** From a number on the home page to the contacts behind it, and on to the record of the first. */
async function drillDown(page: Page, language: Language): Promise<string> {
  const home = homeTexts(language);
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
  return /0-1\/(\d+)/.exec(page.url())?.[1] ?? expect.fail();
}

const card = (page: Page) => page.locator('[data-card="rapport_stage_card"]');

async function seeHowClose(page: Page, language: Language): Promise<void> {
  const { tabs, guardrails } = textsFor(language).panels;
  await card(page).getByRole('tab', { name: tabs.guardrails }).click();
  await card(page).getByLabel(guardrails.purpose).selectOption({ label: guardrails.purposes.marketing });
  await card(page).getByRole('columnheader', { name: guardrails.verdict }).waitFor();
  await expectNothingSerious(page);
}

async function setTheStageAndTakeItBack(page: Page, language: Language, contact: string): Promise<void> {
  const { corrections: words, stages, panels } = textsFor(language);
  const stage = () => world.sandbox.store.shelf('contacts').records.get(contact)?.values['rapport_stage'];
  const before = stage();
  const chosen = before === 'bonding' ? 'integrating' : 'bonding';

  await card(page).locator('summary', { hasText: words.menu }).click();
  await card(page).locator('.hs-menu-item', { hasText: words.forms.override.title }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(words.stage).selectOption({ label: stages[chosen] });
  await form.getByLabel(words.reason).fill('They signed for two years.');
  const until = new Date(world.sandbox.clock.now() + 90 * dayMs).toISOString().slice(0, 10);
  await form.getByLabel(words.until).fill(until);
  await expectNothingSerious(page);
  await form.getByRole('button', { name: words.forms.override.send }).click();
  await card(page).getByText('They signed for two years.').first().waitFor();
  await card(page).getByRole('heading', { name: stages[chosen] }).first().waitFor();
  await world.settled();
  expect(stage()).toBe(chosen);

  await card(page).getByRole('tab', { name: panels.tabs.history }).click();
  await card(page).getByRole('button', { name: words.undo, exact: true }).click();
  await page.getByText(words.undoneNow).waitFor();
  await expectNothingSerious(page);
  await world.settled();
  expect(stage()).toBe(before);
}

async function rollBack(page: Page, language: Language): Promise<void> {
  const { history } = textsOf(language);
  await page.goto(`${world.portalUrl}/apps/settings`);
  await openTab(page, language, 'history');
  await page.getByRole('button', { name: history.defaults }).click();
  await page.getByText(history.backTo(0)).first().waitFor();
  await expectNothingSerious(page);
  await world.settled();
}

async function leave(page: Page, language: Language, properties: 'keep' | 'remove'): Promise<void> {
  const { leave: texts } = privacyTexts(language);
  await page.goto(`${world.portalUrl}/apps/settings`);
  await openTab(page, language, 'privacy');
  await page.getByLabel(texts[properties]).check();
  await page.getByRole('button', { name: texts.go }).click();
  await page.getByText(texts.sure).waitFor();
  await expectNothingSerious(page);
  await page.getByRole('button', { name: texts.confirm }).click();
  await page.getByText(texts.gone).waitFor();
  const { apps, installation } = world.sandbox.grants;
  expect(apps.map(({ appId }) => installation(appId))).toEqual([undefined]);
}
