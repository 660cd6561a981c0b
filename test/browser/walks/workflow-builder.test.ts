/** A workflow with each of our actions, built in the sandbox's builder and seen to run. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../../src/world/start-world.ts';
import { openBrowser, type TestBrowser, type TestPage } from '../../support/browser.ts';
import { seriousViolations } from '../../support/serious-violations.ts';
import { startStoryWorld } from '../../support/story-world.ts';

let world: World;
let browser: TestBrowser;
let opened: TestPage;

beforeAll(async () => {
  world = await startStoryWorld({ contacts: 12, withPages: true });
  browser = await openBrowser();
  opened = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

const step = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function begin(page: Page, name: string): Promise<void> {
  await page.goto(`${world.portalUrl}/workflows`);
  await page.getByRole('button', { name: 'Create workflow' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Contact property').selectOption('jobtitle');
  await page.getByLabel('New value, empty for any change').fill(name);
  await step(page, 'Action 1').getByRole('combobox', { name: 'Action', exact: true }).selectOption('custom');
}

async function turnOn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('cell', { name, exact: true }).waitFor();
}

/** Sets the job title as a person in the portal does, and waits for what the run says. */
async function runsTo(page: Page, name: string, said: RegExp): Promise<void> {
  const [contact] = world.sandbox.store.shelf('contacts').records.keys();
  await fetch(`${world.portalUrl}/_sandbox/records/contacts/${contact}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ properties: { jobtitle: name } }),
  });
  const run = page.getByTestId('workflow-log').locator('tr', { hasText: name });
  await expect.poll(() => run.first().innerText()).toMatch(said);
  await expect.poll(() => run.first().innerText()).toMatch(/done/);
}

test('Assess now', async () => {
  const { page } = opened;
  await begin(page, 'Assess');
  await step(page, 'Action 1')
    .getByRole('combobox', { name: 'App action' })
    .selectOption('rapport_assess_now');
  await turnOn(page, 'Assess');
  await runsTo(page, 'Assess', /waits for the app; completed: stage = /);
});

test('Check intimacy guardrail, with a branch on its verdict', async () => {
  const { page } = opened;
  await begin(page, 'Guard');
  const action = step(page, 'Action 1');
  await action.getByRole('combobox', { name: 'App action' }).selectOption('rapport_check_guardrail');
  await action.getByRole('combobox', { name: 'Purpose' }).selectOption('marketing');
  await action.getByRole('combobox', { name: 'Channel' }).selectOption('email');
  await page.getByRole('button', { name: 'Add action' }).click();
  const branch = step(page, 'Action 2');
  await branch.getByRole('combobox', { name: 'Action', exact: true }).selectOption('branch');
  await branch.getByRole('combobox', { name: 'Output' }).selectOption('verdict');
  await branch.getByRole('checkbox', { name: 'Allow', exact: true }).check();
  await branch.getByRole('checkbox', { name: 'Deny' }).check();
  const met = step(page, 'Condition met');
  await met.getByRole('button', { name: 'Add action' }).click();
  await met.getByLabel('Message').fill('decided');
  expect(await seriousViolations(page)).toEqual([]);
  await turnOn(page, 'Guard');
  await runsTo(page, 'Guard', /verdict = \w+[\s\S]*condition (not )?met/);
});

test('Set desired relationship', async () => {
  const { page } = opened;
  await begin(page, 'Desired');
  const action = step(page, 'Action 1');
  await action.getByRole('combobox', { name: 'App action' }).selectOption('rapport_set_desired');
  await action.getByRole('combobox', { name: 'Desired relationship' }).selectOption('buddies');
  await action.getByLabel('Source').fill('Said so on the phone');
  await turnOn(page, 'Desired');
  await runsTo(page, 'Desired', /type = buddies, source = Said so on the phone/);
});

test('Open recovery case', async () => {
  const { page } = opened;
  await begin(page, 'Recover');
  const action = step(page, 'Action 1');
  await action.getByRole('combobox', { name: 'App action' }).selectOption('rapport_open_recovery_case');
  await action.getByRole('combobox', { name: 'Opened as' }).selectOption('ticket');
  await turnOn(page, 'Recover');
  await runsTo(page, 'Recover', /case_id = \d+, case_kind = ticket/);
  expect(opened.problems).toEqual([]);
});
