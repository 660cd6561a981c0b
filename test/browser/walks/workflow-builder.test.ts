/** A workflow with each of our actions, built in the sandbox's builder by their labels in each language, and seen to run. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadManifest, type WorkflowActionDeclaration } from '../../../src/manifest.ts';
import type { World } from '../../../src/world/start-world.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { seriousViolations } from '../../support/serious-violations.ts';
import { startStoryWorld } from '../../support/story-world.ts';

const languages = ['en', 'de'] as const;
type Language = (typeof languages)[number];

let world: World;
let browser: TestBrowser;

beforeAll(async () => {
  world = await startStoryWorld({ contacts: 12, withPages: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

describe.each(languages)('in %s', (language) => {
  const words = (name: WorkflowActionDeclaration['name']) => wordsOf(name, language);

  test('Assess now', async () => {
    const { page, close } = await begun('Assess', language);
    await chooseAction(page, words('assess_now').name);
    await turnOn(page, `Assess ${language}`);
    await runsTo(page, `Assess ${language}`, /waits for the app; completed: stage = /);
    await close();
  });

  test('Check intimacy guardrail, with a branch on its verdict', async () => {
    const { page, close } = await begun('Guard', language);
    const { name, inputs, outputs } = words('check_guardrail');
    const action = await chooseAction(page, name);
    await choose(action, inputs['purpose'], 'marketing');
    await choose(action, inputs['channel'], 'email');
    await page.getByRole('button', { name: 'Add action' }).click();
    const branch = step(page, 'Action 2');
    await branch.getByRole('combobox', { name: 'Action', exact: true }).selectOption('branch');
    await branch.getByRole('combobox', { name: 'Output' }).selectOption({ label: outputs['verdict'] ?? '' });
    await branch.getByRole('checkbox', { name: 'Allow', exact: true }).check();
    await branch.getByRole('checkbox', { name: 'Deny' }).check();
    const met = step(page, 'Condition met');
    await met.getByRole('button', { name: 'Add action' }).click();
    await met.getByLabel('Message').fill('decided');
    expect(await seriousViolations(page)).toEqual([]);
    await turnOn(page, `Guard ${language}`);
    await runsTo(page, `Guard ${language}`, /verdict = \w+[\s\S]*condition (not )?met/);
    await close();
  });

  test('Set desired relationship', async () => {
    const { page, close } = await begun('Desired', language);
    const { name, inputs } = words('set_desired');
    const action = await chooseAction(page, name);
    await choose(action, inputs['type'], 'buddies');
    await action.getByLabel(inputs['source']?.label ?? '').fill('Said so on the phone');
    await turnOn(page, `Desired ${language}`);
    await runsTo(page, `Desired ${language}`, /type = buddies, source = Said so on the phone/);
    await close();
  });

  test('Open recovery case', async () => {
    const { page, close } = await begun('Recover', language);
    const { name, inputs } = words('open_recovery_case');
    const action = await chooseAction(page, name);
    await choose(action, inputs['kind'], 'ticket');
    await turnOn(page, `Recover ${language}`);
    await runsTo(page, `Recover ${language}`, /case_id = \d+, case_kind = ticket/);
    await close();
  });
});

function wordsOf(name: WorkflowActionDeclaration['name'], language: Language) {
  const action = loadManifest().workflowActions.find((it) => it.name === name) ?? expect.fail();
  return action.labels[language];
}

const step = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** A new workflow that begins when a contact's job title becomes its name; closing expects a page without complaints. */
async function begun(of: string, language: Language): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page, context, problems } = await browser.newPage();
  await context.addInitScript((chosen) => localStorage.setItem('portal.language', chosen), language);
  const name = `${of} ${language}`;
  await page.goto(`${world.portalUrl}/workflows`);
  await page.getByRole('button', { name: 'Create workflow' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Contact property').selectOption('jobtitle');
  await page.getByLabel('New value, empty for any change').fill(name);
  await step(page, 'Action 1').getByRole('combobox', { name: 'Action', exact: true }).selectOption('custom');
  const close = async () => {
    expect(problems).toEqual([]);
    await context.close();
  };
  return { page, close };
}

async function chooseAction(page: Page, label: string): Promise<Locator> {
  const action = step(page, 'Action 1');
  await action.getByRole('combobox', { name: 'App action' }).selectOption({ label });
  return action;
}

async function choose(action: Locator, input: { label: string } | undefined, value: string): Promise<void> {
  await action.getByRole('combobox', { name: input?.label ?? '' }).selectOption(value);
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
