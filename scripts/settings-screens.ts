/** The states of the settings page. */
import type { Page } from 'playwright-core';
import { type Asked, ok, type PageAnswer } from '../test/support/page-answers.ts';
import * as data from '../test/support/portal-fixture/settings-data.ts';
import { type Language, openTabAt, type Picture, settled, shownTab } from './page-picture.ts';
import { privacyPictures } from './privacy-screens.ts';

const tabs = { start: 0, mapping: 1, rules: 2, preview: 3, privacy: 4, live: 5, history: 6 } as const;

const openTab = (tab: keyof typeof tabs) => (page: Page) => openTabAt(page, tabs[tab]);

async function openAccordions(page: Page): Promise<void> {
  const closed = page.locator(`${shownTab} .hs-accordion [aria-expanded="false"]`);
  while ((await closed.count()) > 0) await closed.first().click();
}

/** Commits a number as a person does: types it and goes on. */
async function changeRule(page: Page): Promise<void> {
  await openTab('rules')(page);
  await page.locator('input[name="largeGroup"]').fill('8');
  await page.keyboard.press('Tab');
}

/** The settings of one state; what the page sends is answered by `then`. */
const settings =
  (state: data.SettingsState, then?: (path: string, language: Language) => PageAnswer) =>
  ({ method, path }: Asked, language: Language): PageAnswer | undefined => {
    if (method === 'POST') return then?.(path, language);
    if (path === '/settings/mapping') return ok(data.mappingOf(state === 'families'));
    if (path === '/settings/preview') return ok(data.runningPreview);
    return path === '/settings' ? ok(data.settingsOf(state, language)) : undefined;
  };

const previewed = (preview: unknown) => settings('lived', () => ({ status: 202, body: preview }));

const askPreview = (shows: string) => async (page: Page) => {
  await changeRule(page);
  await openTab('preview')(page);
  await page.locator(`${shownTab} button`).first().click();
  await page.locator(`${shownTab} ${shows}`).first().waitFor();
};

const refused = (language: Language): PageAnswer => ({
  status: 422,
  body: {
    kind: 'invalid',
    problems: [
      {
        path: 'largeGroup',
        sentence:
          language === 'de'
            ? 'largeGroup verlangt eine ganze Zahl von 2 bis 100.'
            : 'largeGroup takes a whole number from 2 to 100.',
      },
    ],
  },
});

async function apply(page: Page): Promise<void> {
  await openTab('preview')(page);
  await page.locator(`${shownTab} .hs-button.primary`).click();
}

export const settingsPictures: readonly Picture[] = [
  { name: 'loading', title: 'The settings are on their way', answer: () => 'never', ready: '.hs-loading' },
  { name: 'error', title: 'The service does not answer', answer: () => undefined, ready: '.hs-empty.error' },
  { name: 'first-visit', title: 'The first visit', answer: settings('new'), ready: settled },
  { name: 'business', title: 'The questions about the business', answer: settings('lived'), ready: settled },
  {
    name: 'mapping',
    height: 3400,
    title: 'What pipelines and properties mean',
    answer: settings('lived'),
    ready: settled,
    prepare: async (page) => {
      await openTab('mapping')(page);
      await page.locator(`${shownTab} .hs-accordion`).first().waitFor();
      await openAccordions(page);
    },
  },
  {
    name: 'families',
    title: 'Product families that differ',
    answer: settings('families'),
    ready: settled,
    prepare: async (page) => {
      await openTab('mapping')(page);
      await page.locator(`${shownTab} .hs-accordion`).first().waitFor();
    },
  },
  { name: 'rules', title: 'The rules', answer: settings('lived'), ready: settled, prepare: openTab('rules') },
  {
    name: 'rules-all',
    height: 7900,
    title: 'Every rule',
    answer: settings('lived'),
    ready: settled,
    prepare: async (page) => {
      await openTab('rules')(page);
      await openAccordions(page);
    },
  },
  {
    name: 'unsaved',
    title: 'A change that is not applied yet',
    answer: settings('lived'),
    ready: settled,
    prepare: changeRule,
  },
  {
    name: 'invalid',
    title: 'A change that the service finds fault with',
    answer: settings('lived', (_, language) => refused(language)),
    ready: settled,
    prepare: async (page) => {
      await changeRule(page);
      await apply(page);
      await page.locator('.hs-alert.error').waitFor();
      await openTab('rules')(page);
    },
  },
  {
    name: 'preview-nothing',
    title: 'Nothing to preview',
    answer: settings('lived'),
    ready: settled,
    prepare: openTab('preview'),
  },
  {
    name: 'preview-running',
    title: 'A preview that runs',
    answer: previewed(data.runningPreview),
    ready: settled,
    prepare: askPreview('.hs-progress'),
  },
  {
    name: 'preview-done',
    title: 'A preview with its movers',
    answer: previewed(data.donePreview),
    ready: settled,
    prepare: askPreview('table'),
  },
  {
    name: 'preview-quiet',
    title: 'A preview that moves nobody',
    answer: previewed(data.quietPreview),
    ready: settled,
    prepare: askPreview('table'),
  },
  {
    name: 'stale',
    isWhole: true,
    height: 700,
    title: 'Somebody else was faster',
    answer: settings('lived', (_, language) => ({
      status: 409,
      body: { kind: 'stale', settings: data.newerSettings(language) },
    })),
    ready: settled,
    prepare: async (page) => {
      await changeRule(page);
      await apply(page);
      await page.getByText(/^(Somebody else changed|Jemand anderes hat)/).waitFor();
    },
  },
  ...privacyPictures,
  {
    name: 'live',
    title: 'Live and up to date',
    answer: settings('lived'),
    ready: settled,
    prepare: openTab('live'),
  },
  {
    name: 'not-live',
    title: 'What going live fires',
    answer: settings('notLive'),
    ready: settled,
    prepare: openTab('live'),
  },
  {
    name: 'history',
    title: 'The editions',
    answer: settings('lived'),
    ready: settled,
    prepare: openTab('history'),
  },
  {
    name: 'history-none',
    title: 'Nothing was changed yet',
    answer: settings('new'),
    ready: settled,
    prepare: openTab('history'),
  },
  {
    name: 'reader',
    title: 'Who is no admin looks only',
    answer: settings('reader'),
    ready: settled,
    prepare: openTab('rules'),
  },
];
