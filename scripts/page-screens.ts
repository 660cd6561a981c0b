/** The pictures of the settings page and the home page: every state of each, in both languages. */
import type { Page } from 'playwright-core';
import { answerPage } from '../test/support/page-answers.ts';
import { homePictures } from './home-screens.ts';
import type { Picture } from './page-picture.ts';
import type { Screen } from './screen.ts';
import { settingsPictures } from './settings-screens.ts';

export function pageScreens(): readonly Screen[] {
  return [
    ...settingsPictures.flatMap((picture) =>
      inLanguages(picture, 'settings', 'Settings page', '/apps/settings'),
    ),
    ...homePictures.flatMap((picture) => inLanguages(picture, 'home', 'Home page', '/app/home')),
  ];
}

function inLanguages(
  { name, title, path = '', answer, ready, height = 1800, isWhole = false, prepare }: Picture,
  place: string,
  group: Screen['group'],
  root: string,
): readonly Screen[] {
  return (['en', 'de'] as const).map((language) => ({
    file: `${place}-${name}${language === 'de' ? '-german' : ''}.png`,
    title: language === 'de' ? `${title}, in German` : title,
    group,
    path: `${root}${path}`,
    language,
    ...(isWhole ? {} : { clip: '.app-page' }),
    // Tall enough that no page is cut.
    height,
    ready,
    arrange: (page: Page) => answerPage(page, (asked) => answer(asked, language)),
    ...(prepare === undefined ? {} : { prepare }),
  }));
}
