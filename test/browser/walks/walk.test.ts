/** The main job, walked as a person walks it: install, look, follow the evidence, and let time pass. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../../src/world/start-world.ts';
import { openBrowser, type TestBrowser, type TestPage } from '../../support/browser.ts';
import { catalog } from '../../support/portal-fixture/portal-data.ts';
import { startStoryWorld } from '../../support/story-world.ts';

const dayMs = 86_400_000;
let world: World;
let browser: TestBrowser;
let opened: TestPage;

beforeAll(async () => {
  world = await startStoryWorld({ contacts: 24, withPages: true, install: false });
  browser = await openBrowser();
  opened = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

type Announced = {
  readonly id: string;
  readonly email: string;
  readonly stage: string;
  readonly next: string;
  readonly day: number;
};

/** The contact whose stage will change next by time alone, as its own properties announce it. */
function nextToChange(): Announced {
  const announced = [...world.sandbox.store.shelf('contacts').records.values()].flatMap(
    ({ id, values }): Announced[] => {
      const {
        rapport_holds_until: until,
        rapport_next_stage_if_silent: next,
        rapport_stage: stage,
        email,
      } = values;
      return until && next && stage && email ? [{ id, email, stage, next, day: Date.parse(until) }] : [];
    },
  );
  const later = announced
    .filter(({ day }) => day > world.sandbox.clock.now() + 2 * dayMs)
    .sort((a, b) => a.day - b.day);
  const first = later[0];
  if (!first) throw new Error('No contact of the story announces a change.');
  return first;
}

function stageLabel(value: string): string {
  const options = catalog.properties.find(({ name }) => name === 'rapport_stage')?.options ?? [];
  return options.find((option) => option.value === value)?.label ?? value;
}

const cardOf = (page: Page) => page.locator('[data-card="rapport_stage_card"]');
const stageProperty = (page: Page) => page.locator('.profile [data-property="rapport_stage"] .value');

async function moveClockByHand(page: Page, day: number): Promise<void> {
  await page.locator('.clock summary').click();
  await page.getByLabel('Move to the morning of').fill(new Date(day).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByText('Clock moved').first().waitFor();
  await page.keyboard.press('Escape');
  await world.settled();
}

test('a newcomer installs Rapport, sees a stage with its evidence, and sees it change on the day it announced', async () => {
  const { page, problems } = opened;

  await page.goto(`${world.portalUrl}/contacts`);
  await page.getByRole('link', { name: 'Install Rapport' }).click();
  await page.getByRole('heading', { name: 'Connected apps' }).waitFor();
  await page.locator('.app').getByRole('link', { name: 'Install Rapport' }).click();
  await page.getByRole('heading', { name: /Connect Rapport to/ }).waitFor();
  await page.getByRole('button', { name: 'Install app' }).click();
  await page.waitForURL(`${world.serviceUrl}/**`);
  await world.settled();

  await page.goto(`${world.portalUrl}/workflows`);
  await page.getByRole('button', { name: 'Create workflow' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Walked');
  await page.getByLabel('Contact property').selectOption('rapport_stage');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('cell', { name: 'Walked', exact: true }).waitFor();

  const contact = nextToChange();
  await page.goto(`${world.portalUrl}/contacts`);
  await page.getByRole('searchbox', { name: 'Name, email or company' }).fill(contact.email);
  await page.keyboard.press('Enter');
  await page.getByText('1 record', { exact: true }).waitFor();
  await page.locator('.name-link').click();

  const card = cardOf(page);
  await card
    .getByRole('heading', { name: stageLabel(contact.stage) })
    .first()
    .waitFor();
  expect(await card.getByText('Holds until').count()).toBeGreaterThan(0);
  expect(await card.getByText(stageLabel(contact.next)).count()).toBeGreaterThan(0);
  const evidence = card.locator('a[href*="engagement="]').first();
  await evidence.click();
  await page.locator('.activity.wanted').waitFor();
  expect(await page.locator('.activity.wanted').count()).toBe(1);

  await moveClockByHand(page, contact.day - dayMs);
  await expect.poll(() => stageProperty(page).innerText()).toBe(stageLabel(contact.stage));
  await page.getByRole('button', { name: '+1 day' }).click();
  await expect.poll(() => stageProperty(page).innerText()).toBe(stageLabel(contact.next));

  await page.getByRole('tab', { name: 'Relationship' }).click();
  await card
    .getByRole('heading', { name: stageLabel(contact.next) })
    .first()
    .waitFor();

  await page.goto(`${world.portalUrl}/workflows`);
  const run = page
    .getByTestId('workflow-log')
    .locator('tr', { hasText: 'Walked' })
    .locator(`a[href$="/0-1/${contact.id}"]`);
  await run.first().waitFor();
  expect(problems).toEqual([]);
});
