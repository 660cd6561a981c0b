/** A privacy officer's work, walked on the settings page: the register, and one person found, exported and erased. */
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
  world = await startStoryWorld({ contacts: 24, withPages: true });
  browser = await openBrowser();
  opened = await browser.newPage({ height: 1800 });
});

afterAll(async () => {
  await browser.close();
  await world.stop();
});

async function openPrivacy(page: Page, tab: string): Promise<void> {
  await page.goto(`${world.portalUrl}/apps/settings`);
  await page.getByRole('tab', { name: tab }).click();
}

test('a person is found by address, exported and erased for good', async () => {
  const { page, problems } = opened;
  const contact = [...world.sandbox.store.shelf('contacts').records.values()].find(
    ({ values }) => values['rapport_stage'] === 'bonding',
  );
  const { id = '', values } = contact ?? expect.fail();
  await openPrivacy(page, 'Privacy');
  await page.getByText('P6 third-party').first().waitFor();
  await page.getByLabel('E-mail address or contact id').fill(values['email'] ?? '');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByText('What happened when, without content').waitFor();
  expect(await seriousViolations(page)).toEqual([]);

  const link = await page.getByRole('link', { name: 'Export everything as a file' }).getAttribute('href');
  const file: unknown = await (await fetch(link ?? '')).json();
  const tables = ['contact', 'signal', 'assessment', 'due_contact', 'stage_log'].map((table) => ({ table }));
  expect(file).toMatchObject({ contact: id, tables });

  await page.getByRole('button', { name: 'Erase this person …' }).click();
  await page.getByText('All rows are deleted for good').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('rows were erased').waitFor();
  await world.settled();
  expect(world.sandbox.store.shelf('contacts').records.get(id)?.values['rapport_stage'] ?? '').toBe('');
  await page.getByLabel('E-mail address or contact id').fill(id);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByText('Nothing is stored about this person.').waitFor();
  expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
});
