import { afterAll, beforeAll, expect, test } from 'vitest';
import { stageCardScreens } from '../../scripts/card-screens.ts';
import type { TestPage } from '../support/browser.ts';
import { type OpenFixture, openFixture } from '../support/open-fixture.ts';
import { portal } from '../support/portal-fixture/portal-data.ts';
import { servicePages } from '../support/portal-fixture/service-pages.ts';
import { seriousViolations } from '../support/serious-violations.ts';

let fixture: OpenFixture;
const record = `/contacts/${portal.portalId}/record/0-1`;

beforeAll(async () => {
  fixture = await openFixture();
});

afterAll(() => fixture[Symbol.asyncDispose]());

async function open(path: string): Promise<TestPage> {
  const opened = await fixture.browser.newPage();
  await opened.page.goto(`${fixture.url}${path}`);
  await opened.page.waitForSelector('h1');
  return opened;
}

test.each([
  ['the contact list', '/contacts', 'text=Clara Hoffmann'],
  ['a record with its card', `${record}/102`, '.middle [data-ready="true"] table'],
  ['a record overview', `${record}/101?tab=overview`, '.activity'],
  ['a timeline', `${record}/102?tab=activities`, '.activity'],
  ['workflows', '/workflows', 'text=A bond begins to slip'],
  ['apps', '/apps', 'text=Uninstall'],
  ['API calls', '/calls', 'text=objects.list'],
])('%s shows what it is for and has no serious axe findings', async (_, path, expected) => {
  const { page, context, problems } = await open(path);
  await page.waitForSelector(expected);
  expect(await seriousViolations(page)).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test.each(Object.values(stageCardScreens()).flat())(
  'the stage card "$title" has no serious axe findings',
  async ({ path, file }) => {
    const { page, context } = await open(path);
    // A tab that is not shown may wait for its answer.
    const settled = file.includes('loading') ? ' .hs-loading' : ':not(:has(.hs-loading:visible))';
    await page.waitForSelector(`[data-ready="true"]${settled}`);
    expect(await seriousViolations(page)).toEqual([]);
    await context.close();
  },
);

test.each([{ title: 'The consent page', path: '/oauth/authorize' }, ...Object.values(servicePages)])(
  'the page "$title" has no serious axe findings',
  async ({ path }) => {
    const { page, context, problems } = await open(path);
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test.each([
  [`${record}/102?tab=overview`, 'role=button[name="View all properties"]'],
  [`${record}/102?tab=overview`, 'role=button[name="Log Call"]'],
])('the dialog that opens on %s from %s has no serious axe findings', async (path, opener) => {
  const { page, context } = await open(path);
  await page.click(opener);
  await page.getByRole('dialog').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await context.close();
});

test('an evidence link of the card leads to its activity, marked and in sight', async () => {
  const { page, context } = await open(`${record}/102`);
  await page.getByRole('link', { name: 'Did not come to the meeting' }).click();
  const activity = page.locator('#activity-meetings-9203');
  await activity.waitFor();
  expect(await activity.getAttribute('aria-current')).toBe('true');
  await expect.poll(async () => (await activity.boundingBox())?.y ?? -1).toBeGreaterThan(56);
  expect((await activity.boundingBox())?.y).toBeLessThan(900);
  expect(page.url()).toContain(`${record}/102/view/1?engagement=9203`);
  await context.close();
});

test('a record that does not exist says so', async () => {
  const { page, context } = await fixture.browser.newPage();
  await page.goto(`${fixture.url}${record}/4711`);
  await page.getByText('There is no contact 4711.').waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(1);
  await context.close();
});

test('searching the list keeps the words in the address', async () => {
  const { page, context } = await open('/contacts');
  await page.getByRole('searchbox', { name: 'Name, email or company' }).fill('daniel');
  await page.keyboard.press('Enter');
  await page.getByText('1 record').waitFor();
  expect(page.url()).toContain('query=daniel');
  await context.close();
});

test('a card speaks the language that its viewer chose', async () => {
  const { page, context } = await open(`${record}/102`);
  await page.locator('.middle').getByText('Why this stage').waitFor();
  await page.locator('.account summary').click();
  await page.getByLabel('Language of the cards').selectOption('de');
  await page.locator('.middle').getByText('Warum diese Stufe').waitFor();
  expect(await page.locator('.middle').getByText('Why this stage').count()).toBe(0);
  await context.close();
});
