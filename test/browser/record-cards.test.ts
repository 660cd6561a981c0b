import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPage } from '../support/browser.ts';
import { type OpenFixture, openFixture } from '../support/open-fixture.ts';
import { portal } from '../support/portal-fixture/portal-data.ts';
import { seriousViolations } from '../support/serious-violations.ts';

let fixture: OpenFixture;

beforeAll(async () => {
  fixture = await openFixture();
});

afterAll(() => fixture[Symbol.asyncDispose]());

async function openCard(uid: string, contact: string, language: 'en' | 'de' = 'en'): Promise<TestPage> {
  const opened = await fixture.browser.newPage({ height: 1600 });
  await opened.context.addInitScript((chosen) => localStorage.setItem('portal.language', chosen), language);
  await opened.page.goto(`${fixture.url}/preview/${uid}?objectId=${contact}`);
  await opened.page.waitForSelector('[data-ready="true"] .hs-heading');
  return opened;
}

const openForm = async (page: Page, at: number) => {
  await page.locator('.hs-dropdown summary').click();
  await page.locator('.hs-menu-item').nth(at).click();
  await page.getByRole('dialog').locator('textarea, select').first().waitFor();
};

test.each(['en', 'de'] as const)(
  'every panel opens by the keyboard alone, in %s, and axe finds nothing serious in any',
  async (language) => {
    const { page, context, problems } = await openCard('rapport_stage_card', '102', language);
    const tabs = page.getByRole('tab');
    const names = await tabs.allInnerTexts();
    expect(names).toHaveLength(5);
    await tabs.first().focus();
    for (const name of names) {
      expect(await page.getByRole('tab', { selected: true }).innerText()).toBe(name);
      expect((await page.getByRole('tabpanel').innerText()).length).toBeGreaterThan(20);
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('ArrowRight');
    }
    expect(problems).toEqual([]);
    await context.close();
  },
);

test.each([
  ['rapport_sidebar_card', '102'],
  ['rapport_preview_card', '101'],
  ['rapport_stage_card', '111'],
  ['rapport_stage_card', '113'],
])('%s of contact %s draws nothing unknown and has no serious findings', async (uid, contact) => {
  const { page, context } = await openCard(uid, contact);
  expect(await page.locator('[data-unknown]').count()).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);
  await context.close();
});

test('on the record page one panel of the card is seen at a time', async () => {
  const { page, context } = await fixture.browser.newPage({ height: 1600 });
  await page.goto(`${fixture.url}/contacts/${portal.portalId}/record/0-1/102`);
  const card = page.locator('[data-card="rapport_stage_card"]');
  await card.getByRole('tab', { name: 'Value' }).click();
  const seen = card.locator('.hs-tab-panel:visible');
  expect(await seen.count()).toBe(1);
  expect(await seen.innerText()).toContain('Relationship matrix');
  await context.close();
});

test('with the service down the last known answer is shown with its age', async () => {
  const { page, context } = await openCard('rapport_stage_card', '111');
  await page.getByText('Last known answer, 3 days ago').waitFor();
  expect(await page.locator('.hs-heading').innerText()).toBe('Integrating');
  await context.close();
});

test('a form keeps its words while it is closed, says what is wrong in its own, and sends once it is whole', async () => {
  const { page, context, problems } = await openCard('rapport_stage_card', '101');
  await openForm(page, 0);
  await page.locator('dialog textarea').fill('They signed at our stand <b>today</b>.');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await openForm(page, 0);
  expect(await page.locator('dialog textarea').inputValue()).toBe('They signed at our stand <b>today</b>.');
  await page.locator('dialog button[type="submit"]').click();
  await page.getByText('This is needed.').first().waitFor();
  await page.locator('dialog select').selectOption({ label: 'Intensifying' });
  await page.locator('dialog input[type="date"]').fill('2026-11-02');
  await page.locator('dialog button[type="submit"]').click();
  await page.getByText('The stage is set.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await context.close();
});

test('the purpose that is chosen changes the verdicts on the spot', async () => {
  const { page, context } = await openCard('rapport_stage_card', '102');
  await page.getByRole('tab', { name: 'Closeness' }).click();
  await page.locator('select[name="purpose"]').selectOption({ label: 'Answering them' });
  await page.getByText('Nothing stands against it.').waitFor();
  expect(await page.getByRole('cell', { name: 'Go ahead' }).count()).toBe(1);
  await context.close();
});

test('a contact is previewed over the list, and its card leads to the record', async () => {
  const { page, context } = await fixture.browser.newPage();
  await page.goto(`${fixture.url}/contacts`);
  await page.getByRole('button', { name: 'Preview Daniel Okafor' }).click();
  const preview = page.getByRole('dialog');
  await preview.getByRole('heading', { name: 'Stagnating' }).waitFor();
  await preview.getByRole('link', { name: 'Open the record' }).click();
  await page.waitForURL(/\/record\/0-1\/102/);
  expect(page.url()).toContain('/record/0-1/102');
  await context.close();
});
