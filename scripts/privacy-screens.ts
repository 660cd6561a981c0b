/** The states of the privacy part of the settings page. */
import type { Page } from 'playwright-core';
import { type Asked, ok, type PageAnswer } from '../test/support/page-answers.ts';
import * as data from '../test/support/portal-fixture/privacy-data.ts';
import { settingsOf } from '../test/support/portal-fixture/settings-data.ts';
import { type Language, openTabAt, type Picture, settled, shownTab } from './page-picture.ts';

const privacyTab = 4;

/** The settings of a portal, its register, and what a question about a person is answered. */
const privacy =
  (asked: Readonly<Record<string, PageAnswer>> = {}) =>
  ({ path }: Asked, language: Language): PageAnswer | undefined => {
    if (path === '/settings') return ok(settingsOf('lived', language));
    return path === '/settings/register' ? ok(data.register) : asked[path];
  };

async function open(page: Page): Promise<void> {
  await openTabAt(page, privacyTab);
  await page.locator(`${shownTab} table`).first().waitFor();
}

/** What is searched, erased or left for is pressed by its place: the words differ by language. */
async function find(page: Page): Promise<void> {
  await open(page);
  await page.locator('input[name="who"]').fill('clara.hoffmann@example.com');
  await page.getByRole('button', { name: /^(Find|Suchen)$/ }).click();
}

async function findOne(page: Page): Promise<void> {
  await find(page);
  await page.locator(`${shownTab} table`).nth(1).waitFor();
}

async function ask(page: Page, button: RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.locator(`${shownTab} .hs-alert.warning`).waitFor();
}

const erase = /^(Erase this person|Diese Person löschen)/;
const leave = /^(Leave Rapport|Rapport verlassen)/;

const found = { '/privacy/find': ok(data.foundPerson) };
const done = '.hs-alert.success';

const pictures: readonly Pick<Picture, 'name' | 'title' | 'answer' | 'prepare'>[] = [
  { name: 'privacy', title: 'Privacy and the provenance register', answer: privacy(), prepare: open },
  {
    name: 'privacy-nobody',
    title: 'Nothing is stored about somebody',
    answer: privacy({ '/privacy/find': { status: 404, body: data.nobody } }),
    prepare: async (page) => {
      await find(page);
      await page.locator(`${shownTab} .hs-alert.info`).waitFor();
    },
  },
  {
    name: 'privacy-person',
    title: 'What is stored about a person',
    answer: privacy(found),
    prepare: findOne,
  },
  {
    name: 'privacy-erase',
    title: 'Before a person is erased',
    answer: privacy(found),
    prepare: async (page) => {
      await findOne(page);
      await ask(page, erase);
    },
  },
  {
    name: 'privacy-erased',
    title: 'A person is erased',
    answer: privacy({ ...found, '/privacy/erase': ok(data.erasedPerson) }),
    prepare: async (page) => {
      await findOne(page);
      await ask(page, erase);
      await page.locator(`${shownTab} .hs-alert.warning button`).first().click();
      await page.locator(`${shownTab} ${done}`).waitFor();
    },
  },
  {
    name: 'privacy-leave',
    title: 'Before the app is left',
    answer: privacy(),
    prepare: async (page) => {
      await open(page);
      await ask(page, leave);
    },
  },
  {
    name: 'privacy-left',
    title: 'The app is left, its properties removed',
    answer: privacy({ '/privacy/leave': ok(data.left) }),
    prepare: async (page) => {
      await open(page);
      await page.locator('input[name="properties"]').nth(1).check();
      await ask(page, leave);
      await page.locator(`${shownTab} .hs-alert.warning button`).first().click();
      await page.locator(`${shownTab} ${done}`).waitFor();
    },
  },
];

/** Tall enough for all of it: what is asked last stands at the bottom. */
export const privacyPictures: readonly Picture[] = pictures.map((picture) => ({
  ...picture,
  height: 3200,
  ready: settled,
}));
