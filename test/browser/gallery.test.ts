import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { galleryTabs } from '../../scripts/screens-list.ts';
import type { TestPage } from '../support/browser.ts';
import { type OpenFixture, openFixture } from '../support/open-fixture.ts';
import { seriousViolations } from '../support/serious-violations.ts';

let fixture: OpenFixture;

beforeAll(async () => {
  fixture = await openFixture();
});

afterAll(() => fixture[Symbol.asyncDispose]());

async function openGallery(tab: (typeof galleryTabs)[number]): Promise<TestPage> {
  const opened = await fixture.browser.newPage();
  await opened.page.goto(`${fixture.url}/preview/gallery`);
  await opened.page.getByRole('tab', { name: tab }).click();
  return opened;
}

const panel = (page: Page) => page.getByRole('tabpanel');

test.each(galleryTabs.filter((tab) => tab !== 'Unknown'))(
  'all of "%s" is drawn, without a box for the unknown and without serious axe findings',
  async (tab) => {
    const { page, context, problems } = await openGallery(tab);
    expect(await panel(page).locator('[data-unknown]').count()).toBe(0);
    expect(await panel(page).innerText()).not.toBe('');
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('a component that the host does not know is a labelled box around its children', async () => {
  const { page, context } = await openGallery('Unknown');
  expect(await page.locator('[data-unknown="CrmPropertyList"]').innerText()).toContain('<CrmPropertyList>');
  expect(await page.locator('[data-unknown="Center"]').innerText()).toContain(
    'Inside an unknown component of portal 145550001',
  );
  await context.close();
});

test('typed text goes to the worker and comes back without losing a letter', async () => {
  const { page, context } = await openGallery('Inputs');
  await page.getByLabel('Name', { exact: false }).first().pressSequentially('Clara Hoffmann');
  await page.getByText('Typed: Clara Hoffmann').waitFor();
  expect(await page.locator('input[name="name"]').inputValue()).toBe('Clara Hoffmann');
  await context.close();
});

test('a submitted form hands its values to the card, which answers with an alert', async () => {
  const { page, context } = await openGallery('Inputs');
  await page.locator('input[name="name"]').fill('Clara');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Sent Clara').waitFor();
  expect(page.url()).toContain('/preview/gallery');
  await context.close();
});

test('a table tells the card which way to sort and which page to show', async () => {
  const { page, context } = await openGallery('States and tables');
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await page.locator('th[aria-sort="ascending"]').waitFor();
  await page.getByRole('navigation', { name: 'Table pages' }).getByRole('button', { name: '2' }).click();
  await page.getByRole('cell', { name: 'Page 2' }).waitFor();
  expect(await page.getByRole('button', { name: '2', exact: true }).getAttribute('aria-current')).toBe(
    'page',
  );
  await context.close();
});

test.each(['modal', 'panel'])('a %s opens from its button and closes when the card says so', async (kind) => {
  const { page, context } = await openGallery('Charts and overlays');
  await page.getByRole('button', { name: `Open ${kind}` }).click();
  await page.getByRole('dialog').getByText(`Inside the ${kind}`).waitFor();
  await page.getByRole('button', { name: `Close the ${kind}` }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').count()).toBe(0);
  await context.close();
});

test('Escape closes a modal, and it opens again afterwards', async () => {
  const { page, context } = await openGallery('Charts and overlays');
  for (const _ of [1, 2]) {
    await page.getByRole('button', { name: 'Open modal' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(await page.getByRole('dialog').count()).toBe(0);
  await context.close();
});

test('the arrow keys walk through the tabs of a card', async () => {
  const { page, context } = await openGallery('Layouts and words');
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Inputs');
  await page.keyboard.press('ArrowLeft');
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Layouts and words');
  await context.close();
});
